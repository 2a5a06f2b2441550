"""Where the program begins: a page that was printed before is printed again, anything else is for the command line."""

import gc
import sys


def main() -> int:
    """Run the program; returns the exit code."""
    if sys.argv[1:2] == ["read"] and sys.stdout is not None:
        from kzterm.cache.printed import printed

        page = printed(sys.argv[1:])
        if page is not None:
            return _print(page)
    # Starting makes no garbage. What stays running turns collection on when it is ready.
    gc.disable()
    from kzterm.cli import main as command_line

    return command_line()


def _print(page: bytes) -> int:
    import os

    try:
        sys.stdout.buffer.write(page)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads (`| head`) has seen enough. Python would complain while flushing at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0
