"""Workers on other machines, at an address given by hand: the one place of the program that uses a network.

What is sent are the engine's problems, whose workers are numbers: no name, no badge number, no unit's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from models.allocation.many import Pool
from planner.errors import InputError
from planner.text import Text

_PATIENCE = 10  # seconds to reach the scheduler
_NOT_INSTALLED = Text(
    "使用 --cluster 需要安装集群组件:pip install jingli[cluster]。",
    "--cluster needs the optional cluster parts: pip install jingli[cluster].",
)
_NOT_REACHED = Text(
    "无法连接集群“{address}”:{fault}。请检查地址(如 tcp://10.0.0.5:8786)和调度程序是否在运行,"
    "或去掉 --cluster 在本机计算。",
    "The cluster at “{address}” cannot be reached: {fault}. Check the address (such as tcp://10.0.0.5:8786)"
    " and that the scheduler runs, or leave --cluster out to work on this machine.",
)
_NO_ADDRESS = Text(
    "“{address}”不是集群地址:无法连接集群,地址应形如 tcp://10.0.0.5:8786。",
    "“{address}” is no address of a cluster and cannot be reached; give one such as tcp://10.0.0.5:8786.",
)
_NO_WORKERS = Text(
    "集群“{address}”没有工作进程,请先启动 dask worker。",
    "The cluster at “{address}” has no workers; start a dask worker first.",
)


@contextmanager
def cluster(address: str) -> Iterator[Pool]:
    """Connect to a Dask scheduler and lend its workers as a pool; raise InputError where that cannot be."""
    if not re.fullmatch(r"(\w+://)?[^\s:/]+:\d+/?", address):
        raise InputError(_NO_ADDRESS.format(address=address))
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as fault:
        raise InputError(_NOT_INSTALLED) from fault
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        said = str(fault).partition("\n")[0] or type(fault).__name__
        raise InputError(_NOT_REACHED.format(address=address, fault=said)) from fault
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise InputError(_NO_WORKERS.format(address=address))
        yield Pool(lambda: client.get_executor(pure=False), 2 * threads, (KilledWorker, OSError))
