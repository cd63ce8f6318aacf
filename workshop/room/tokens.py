"""The tokens of seats: what lets a workspace tell the board something, and nothing else."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from pathlib import Path

from workshop.processes.whole_file import write_whole

_BETWEEN = "~"  # no seat has it in its name


class Tokens:
    """A token says whose it is and is signed; so none of them is kept. What is kept is which number
    a seat's token has: a higher one makes those before it worthless.

    Args:
        file: where the key and the numbers are; made if it isn't there.

    Raises:
        OSError: it can't be made.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read_at = 0
        if not file.exists():
            write_whole(file, json.dumps({"key": secrets.token_hex(32), "numbers": {}}))
        self._read()

    def of(self, seat: str) -> str:
        """Return a seat's token."""
        self._read()
        number = str(self._numbers.get(seat, 0))
        return _BETWEEN.join([seat, number, self._signature(seat, number)])

    def seat(self, token: str) -> str | None:
        """Return whose token it is; None if it is nobody's, or was revoked."""
        self._read()
        seat, _, rest = token.partition(_BETWEEN)
        number, _, signature = rest.partition(_BETWEEN)
        is_right = hmac.compare_digest(signature.encode(), self._signature(seat, number).encode())
        return seat if is_right and number == str(self._numbers.get(seat, 0)) else None

    def revoke(self, seat: str) -> None:
        """Make the tokens that a seat has had worthless.

        Raises:
            OSError: that can't be written down.
        """
        self._read()
        self._numbers[seat] = self._numbers.get(seat, 0) + 1
        write_whole(self._file, json.dumps({"key": self._key, "numbers": self._numbers}))

    def _signature(self, seat: str, number: str) -> str:
        text = _BETWEEN.join([seat, number]).encode()
        return hmac.new(bytes.fromhex(self._key), text, hashlib.sha256).hexdigest()

    def _read(self) -> None:
        """Read the file, if it is another one than before: the hub and the board both use it."""
        if (now := self._file.stat().st_mtime_ns) == self._read_at:
            return
        kept = json.loads(self._file.read_text(encoding="utf-8"))
        self._key: str = kept["key"]
        self._numbers: dict[str, int] = kept["numbers"]
        self._read_at = now
