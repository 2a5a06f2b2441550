#!/bin/sh
# Make the virtual environment in .venv and install kzterm into it, from this checkout.
#
#   tools/setup.sh        what running needs
#   tools/setup.sh dev    also what testing and building needs
#
# Nothing outside the checkout changes. PYTHON=/path/to/python chooses a Python.
set -eu
cd "$(dirname "$0")/.."
venv=.venv

say() { printf '%s\n' "$*" >&2; }

fits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-python3.14 python3.13 python3.12 python3.11 python3}; do
        if fits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        say "kzterm needs Python 3.11 or newer; PYTHON=$PYTHON is not, or does not run."
    elif command -v python3 >/dev/null 2>&1; then
        say "kzterm needs Python 3.11 or newer; the newest found is $(python3 --version 2>&1)."
        say "Install a newer one, or name it: make run PYTHON=/path/to/python3.12"
    else
        say "kzterm needs Python 3.11 or newer, and found no Python. On Debian and Ubuntu:"
        say "    sudo apt install python3 python3-venv"
    fi
    exit 1
}

# A Python that is gone (upgraded away) leaves a broken environment behind: begin again.
if [ -d "$venv" ] && ! fits "$venv/bin/python"; then
    rm -rf "$venv"
fi

if [ ! -d "$venv" ]; then
    python=$(find_python)
    # Debian and Ubuntu ship venv without ensurepip; the environment would come out without pip.
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        say "Python $version at $(command -v "$python") cannot make virtual environments. On Debian and Ubuntu:"
        say "    sudo apt install python3-venv"
        say "(for a Python that is not the system's own: python$version-venv)"
        exit 1
    fi
    say "Making $venv with $("$python" --version)"
    "$python" -m venv "$venv" || { rm -rf "$venv"; exit 1; }
fi

pip() { "$venv/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }

say "Installing kzterm${1:+ and the tools for $1} into $venv"
if [ "${1:-}" = dev ]; then
    # Dependency groups came with pip 25.1.
    pip install --upgrade "pip>=25.1"
    pip install --editable . --group dev
else
    pip install --editable .
fi
