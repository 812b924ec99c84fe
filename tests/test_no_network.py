"""Nothing leaves the machine: the program has no code that could reach a network."""

from __future__ import annotations

import socket

import pytest

from tests.sources import imports, sources

# The exception of the design: an address given by hand with --cluster, in this one module.
CLUSTER = "planner/optimise/cluster.py"
# urllib.parse only takes addresses apart; everything else here can open a connection.
ALLOWED = ("urllib.parse",)
FORBIDDEN = (
    *(
        "socket",
        "socketserver",
        "ssl",
        "http",
        "urllib",
        "ftplib",
        "smtplib",
        "poplib",
        "imaplib",
        "telnetlib",
    ),
    *("nntplib", "xmlrpc", "webbrowser", "asyncio", "wsgiref", "requests", "httpx", "aiohttp", "urllib3"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtWebChannel"),
    *("pip", "multiprocessing.connection", "multiprocessing.managers", "paramiko", "websockets", "grpc"),
    *("distributed", "dask"),
)


def _within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def test_no_module_of_the_program_imports_anything_that_could_reach_a_network() -> None:
    found = [
        f"{source.place(node)} imports {module}"
        for source in sources()
        for module, node in imports(source)
        if _within(module, FORBIDDEN)
        and not _within(module, ALLOWED)
        and not (_within(module, ("distributed",)) and source.path == CLUSTER)
    ]
    if found:
        pytest.fail("\n  ".join(["the program works offline; remove:", *found]), pytrace=False)


def test_a_test_that_reaches_for_the_network_fails() -> None:
    # 192.0.2.0/24 is reserved for documentation: were it not refused, nothing would answer either.
    with socket.socket() as connection, pytest.raises(PermissionError, match=r"192\.0\.2\.1"):
        connection.connect(("192.0.2.1", 80))
    with pytest.raises(PermissionError, match="address"):
        socket.getaddrinfo("planner.example", 443)
