"""The program ``workshop``, and ``python -m workshop.commands``."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command line and leave."""
    # First of all: Ctrl-C ends it at once and without a traceback, while it still imports as well.
    # Nothing is lost: what a command starts ends with it. `workshop lab` has a handler of its own.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from workshop.commands.cli import main

    main()


if __name__ == "__main__":
    main()
