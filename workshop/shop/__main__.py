"""`python -m workshop.shop`: the shop as a process of its own, which ends with its parent.

The socket listens, and its port is printed, before the web framework is imported: a call that comes
in the meantime waits in the socket's queue, so whoever starts the shop need not wait for it.
"""

import argparse
import json
import os
import signal
import socket
import sqlite3
import sys
from pathlib import Path

from workshop.leash import end_with_parent
from workshop.shop.database import open_database


def main() -> None:
    """Open the database and a port, print `{"port": …}`, and serve until the parent ends."""
    arguments = _parser().parse_args()
    # ■ in JupyterLab sends SIGINT to every process of the kernel: it stops a cell, not the shop.
    # At a terminal, without a parent program, Ctrl-C ends it. SIGTERM ends it at once: the default.
    by_hand = os.isatty(sys.stdin.fileno())
    signal.signal(signal.SIGINT, signal.SIG_DFL if by_hand else signal.SIG_IGN)
    end_with_parent()
    try:
        db = open_database(arguments.database)
    except sqlite3.Error as error:
        sys.exit(
            f"shop: cannot use {arguments.database} as its database ({error});"
            " name a file in a folder that exists and can be written to"
        )
    try:
        listener = _listen(arguments.port)
    except OSError as error:
        sys.exit(
            f"shop: cannot listen on port {arguments.port} ({error}); use --port 0 for a free one"
        )
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)

    from workshop.shop.serve import serve

    serve(db, arguments.lab_id, listener)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m workshop.shop",
        description="The shop of the course, as an HTTP service on loopback.",
        epilog="It ends when its standard input ends: keep the write end of that pipe open.",
    )
    parser.add_argument("--database", type=Path, required=True, help="SQLite file, made if absent")
    parser.add_argument("--port", type=_port, default=0, help="0 (default): any free port")
    parser.add_argument("--lab-id", default="", help="what GET /health says")
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, found {text!r}")
    return int(text)


def _listen(port: int) -> socket.socket:
    # asyncio sets TCP_NODELAY only on a socket that says it is TCP; without, each answer waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(128)
    return listener


if __name__ == "__main__":
    main()
