#!/bin/sh
# kzterm, from the folder this file stands in: needs a Python 3.11 or newer, no network and no installation.
# PYTHON=/path/to/python chooses one.

self=$(readlink -f "$0" 2>/dev/null || echo "$0")
lib=${self%/*}/lib

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    tag=$("$python" -c 'import sys; print(sys.implementation.cache_tag if sys.version_info >= (3, 11) else "")' 2>/dev/null)
    [ -n "$tag" ] && break
done
if [ -z "$tag" ]; then
    {
        if version=$("${PYTHON:-python3}" --version 2>&1); then
            echo "kzterm needs Python 3.11 or newer; ${PYTHON:-python3} is $version."
        else
            echo "kzterm needs Python 3.11 or newer; ${PYTHON:-python3} was not found, or does not run."
        fi
        echo "If there is a newer one, name it: PYTHON=/path/to/python3.12 $0"
    } >&2
    exit 1
fi

# Compiled modules ship for one Python. Others compile at the first start: here, or where the reader may write.
if [ ! -e "$lib/kzterm/__pycache__/cli.$tag.pyc" ] && [ ! -w "$lib/kzterm" ]; then
    export PYTHONPYCACHEPREFIX="${PYTHONPYCACHEPREFIX:-${XDG_CACHE_HOME:-$HOME/.cache}/kzterm/bytecode}"
fi
PYTHONPATH=$lib exec "$python" -sP -m kzterm "$@"
