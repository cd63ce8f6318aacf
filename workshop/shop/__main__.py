"""`python -m workshop.shop`: the shop as a process of its own, which ends with its parent.

The socket listens, and its port is printed, before the web framework is imported: a call that comes
in the meantime waits in the socket's queue, so whoever starts the shop need not wait for it.
"""

import argparse
import json
import os
import re
import signal
import sqlite3
import sys
from pathlib import Path

from workshop.processes.leash import die_with_starting_thread, end_with_parent
from workshop.shop import SECRET
from workshop.shop.database import open_database
from workshop.shop.listener import HIGHEST_PORT, listen


def main() -> None:
    """Open the database and a port, print `{"port": …}`, and serve until the parent ends."""
    arguments = _parser().parse_args()
    secret = _secret()
    # ■ in JupyterLab sends SIGINT to every process of the kernel: it stops a cell, not the shop.
    # At a terminal, without a parent program, Ctrl-C ends it. SIGTERM ends it at once: the default.
    by_hand = os.isatty(sys.stdin.fileno())
    signal.signal(signal.SIGINT, signal.SIG_DFL if by_hand else signal.SIG_IGN)
    end_with_parent()
    die_with_starting_thread()  # frozen, it could not see its input end
    try:
        db = open_database(arguments.database)
    except sqlite3.Error as error:
        sys.exit(
            f"shop: cannot use {arguments.database} as its database ({error});"
            " name a file in a folder that exists and can be written to, on a disk with room"
        )
    try:
        listener = listen(arguments.port, arguments.next_ports)
    except OSError as error:
        tried = f"port {arguments.port}"
        if arguments.port and arguments.next_ports:
            tried += f" or one of the next {arguments.next_ports}"
        sys.exit(f"shop: cannot listen on {tried} ({error}); use --port 0 for a free one")
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)

    from workshop.shop.serve import serve

    serve(db, arguments.lab_id, listener, secret)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m workshop.shop",
        description="The shop of the course, as an HTTP service on loopback.",
        epilog="It ends when its standard input ends: keep the write end of that pipe open."
        f" With {SECRET} in its environment, it is served under /<secret> only.",
    )
    parser.add_argument("--database", type=Path, required=True, help="SQLite file, made if absent")
    parser.add_argument("--port", type=_port, default=0, help="0 (default): any free port")
    parser.add_argument(
        "--next-ports", type=_port, default=0, metavar="N",
        help="where that port is taken, try the next N (default: 0)",
    )  # fmt: skip
    parser.add_argument("--lab-id", default="", help="what GET /health says")
    return parser


def _secret() -> str | None:
    secret = os.environ.get(SECRET)
    # An empty one would be no secret: whoever sets the variable wants one.
    if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,200}", secret):
        sys.exit(
            f"shop: {SECRET} should be 16 to 200 letters, digits, - and _;"
            " secrets.token_urlsafe() makes one"
        )
    return secret


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to {HIGHEST_PORT}: {text!r}")
    return int(text)


if __name__ == "__main__":
    main()
