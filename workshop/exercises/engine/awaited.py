"""A call that has to be awaited, and says so where it was not."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from typing import Any, TypeVar

Result = TypeVar("Result", covariant=True)


class Awaited(Coroutine[Any, Any, Result]):
    """A coroutine that is made when it is awaited; until then nothing has begun.

    As the last value of a cell a coroutine is ``<coroutine object …>``, and the cell looks done.
    This one says what is missing.

    Args:
        make: makes the coroutine.
        call: what to await, as code.
    """

    def __init__(self, make: Callable[[], Coroutine[Any, Any, Result]], call: str) -> None:
        self._make = make
        self._call = call
        self._made: Coroutine[Any, Any, Result] | None = None

    def __repr__(self) -> str:
        return f"Nothing has run yet: a check has to be awaited. Write `await {self._call}`."

    def __await__(self) -> Generator[Any, Any, Result]:
        return self._coroutine.__await__()

    def send(self, value: Any) -> Any:
        """Go on, as a task does."""
        return self._coroutine.send(value)

    def throw(self, *error: Any) -> Any:
        """Raise an error where it waits, as a task does that is cancelled."""
        return self._coroutine.throw(*error)

    def close(self) -> None:
        """End it."""
        if self._made:
            self._made.close()

    @property
    def _coroutine(self) -> Coroutine[Any, Any, Result]:
        if self._made is None:
            self._made = self._make()
        return self._made
