"""Standard output as people have it: Windows' code pages, plain ASCII, a pipe whose reader has left.

What the command line prints must neither end it nor change its exit code.
"""

from __future__ import annotations

import codecs
import errno
import io
import sys
from typing import Any, TextIO, cast

#: What to write for our signs where the terminal has none for them.
_PLAIN = {
    "✓": "OK",
    "✗": "x",
    "⊘": "o",
    "…": "...",
    "·": "-",
    "→": "->",
    "–": "-",
    "×": "x",
    "━": "-",
    "╸": "-",
    "“": '"',
    "”": '"',
    "’": "'",
}
_HANDLER = "workshop-plain-signs"


def prepare_output() -> None:
    """Let standard output and error take every sign, and survive a reader that goes away."""
    codecs.register_error(_HANDLER, _plainly)
    sys.stdout = _prepared(sys.stdout)
    sys.stderr = _prepared(sys.stderr)


def _prepared(stream: TextIO) -> TextIO:
    """Return the stream, made tolerant; a closed one (``>&-``) is None and stays so."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors=_HANDLER)
    return cast(TextIO, UntilItsReaderLeaves(stream)) if stream else stream


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign, "?") for sign in unknown), error.end


class UntilItsReaderLeaves:
    """A stream that takes and forgets what is written once nobody reads it any more."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._has_reader = True

    def write(self, text: str) -> int:
        """Write the text, if somebody reads it."""
        if self._has_reader:
            try:
                return self._stream.write(text)
            except OSError as error:
                self._reader_left(error)
        return len(text)

    def flush(self) -> None:
        """Flush, if somebody reads it."""
        if self._has_reader:
            try:
                self._stream.flush()
            except OSError as error:
                self._reader_left(error)

    def _reader_left(self, error: OSError) -> None:
        # Windows says EINVAL; a terminal whose window was closed, EIO.
        if error.errno not in (errno.EPIPE, errno.EINVAL, errno.EIO):
            raise error
        self._has_reader = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
