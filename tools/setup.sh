#!/bin/sh
# Finds Python 3.11 or newer with venv, installing Debian's or Ubuntu's own where that is allowed,
# and hands over to setup.py. Choose another Python with PYTHON=/path/to/python.
set -eu
cd "$(dirname "$0")/.."

new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

with_venv() {
    new_enough "$1" && "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

first() { # the first Python that passes the test named
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$1" "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        root=""
    elif sudo -n true >/dev/null 2>&1; then
        root="sudo"
    else
        return 1
    fi
    echo "Installing $*" >&2
    $root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null || true
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

python=$(first with_venv)
if [ -z "$python" ]; then
    found=$(first new_enough)
    if [ -n "$found" ]; then
        package=$("$found" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        install "$package" || {
            echo "$found has no venv module. Install it (Debian and Ubuntu: sudo apt-get install $package), then run this again." >&2
            exit 1
        }
    elif [ -z "${PYTHON:-}" ]; then
        install python3 python3-venv || true
    fi
    python=$(first with_venv)
fi
if [ -z "$python" ]; then
    echo "Jingli needs Python 3.11 or newer and found ${PYTHON:-none}. Install it (Debian 12, Ubuntu 24.04: sudo apt-get install python3 python3-venv; elsewhere from python.org), then run this again." >&2
    exit 1
fi
exec "$python" tools/setup.py
