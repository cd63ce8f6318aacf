"""uvicorn for a program that ends with its parent."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import uvicorn


class Server(uvicorn.Server):
    """Leaves signals alone. uvicorn would wait for open requests; here every answer that was given
    is kept, so there is nothing to wait for.
    """

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield
