"""The socket the shop listens on: the port that was wished for, or one of the next."""

import os
import socket

HIGHEST_PORT = 65535


def listen(port: int, next_ports: int = 0) -> socket.socket:
    """Listen on loopback at the port, or else at one of the `next_ports` after it.

    A port is tried by listening on it: looked at beforehand, it could be taken a moment later.

    Args:
        port: 0 for any that is free; then there is no next.
        next_ports: how many to try after `port`.

    Raises:
        OSError: the last of them cannot be listened on.
    """
    last = min(port + next_ports, HIGHEST_PORT) if port else port
    for each in range(port, last):
        try:
            return _listen(each)
        except OSError:
            continue
    return _listen(last)


def _listen(port: int) -> socket.socket:
    # asyncio sets TCP_NODELAY only on a socket that says it is TCP; without, each answer waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # Lets a shop have the port again whose connections are not forgotten yet. It also lets two
        # that start at once bind the same port: then the second fails to listen. On Windows it
        # would let both listen, and is not needed.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
