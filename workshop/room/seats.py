"""Who sits where: the names that are taken, each with its PIN, and the code that lets one in.

A file in the room's folder, read at each login: the room's code can be changed while people are in.
PINs are kept as scrypt has them, never as they are.
"""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import re
import secrets
import threading
import time
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.errors import LabError
from workshop.processes.whole_file import write_whole

#: The instructor's name: no learner can have it.
INSTRUCTOR = "instructor"

#: How many digits a PIN has.
DIGITS = 6

#: After so many wrong PINs in a row for a name, it is left alone for so many seconds.
WRONG, LEFT_ALONE = 5, 60.0

#: The longest name.
LONGEST = 40

#: Letters and digits of any script, and of the rest what an address or a name has.
_REST = " .-_@+'"


class SeatError(LabError):
    """One doesn't get in; the message says why, and what to do."""


@dataclass(frozen=True)
class Admission:
    """A learner who got in.

    Args:
        name: as the learner has typed it the first time.
        seat: what names their folder, and their place in addresses.
        new_pin: the PIN, if it was made just now.
    """

    name: str
    seat: str
    new_pin: str = ""


def usable_name(text: str) -> str:
    """Return a learner's name in the one spelling that the room knows it by.

    Raises:
        SeatError: it can't be one.
    """
    name = unicodedata.normalize("NFC", " ".join(text.split())).lower()
    if not name:
        raise SeatError("Please give a name.")
    if len(name) > LONGEST:
        raise SeatError(f"Please take a name of at most {LONGEST} characters.")
    strange = sorted({each for each in name if not (each.isalnum() or each in _REST)})
    if strange:
        raise SeatError(f"A name can't have {' '.join(strange)} in it. Letters and digits will do.")
    if not name[0].isalnum() or name[-1] in " .":
        raise SeatError("A name begins with a letter or a digit, and ends with no dot.")
    return name


def seat_for(name: str, taken: Collection[str]) -> str:
    """Return what names the seat of a name: of ASCII's letters, as addresses and programs have it.

    JupyterHub allows more. But the path of a cookie, of a folder and of Temporal's Web UI are each
    spelled in another way where a name has an ü or an apostrophe in it.

    Args:
        name: see `usable_name`.
        taken: the seats there are.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    seat = re.sub("[^a-z0-9@._-]+", "-", plain).strip("-._@") or "learner"
    numbered = (f"{seat}-{number}" for number in itertools.count(2))
    return next(each for each in itertools.chain([seat], numbered) if each not in taken)


def new_code() -> str:
    """Return a code that is easy to read aloud: no letter is taken for another one."""
    letters = "abcdefghjkmnpqrstuvwxyz"
    return "-".join("".join(secrets.choice(letters) for _ in range(3)) for _ in range(3))


class Seats:
    """The seats of a room.

    Args:
        file: where they are kept.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._turn = threading.Lock()
        self._wrong: dict[str, tuple[int, float]] = {}

    @property
    def code(self) -> str:
        """The room's code; made when it is first asked for."""
        with self._turn:
            kept = self._read()
            if not kept["code"]:
                kept["code"] = new_code()
                self._write(kept)
            code: str = kept["code"]
            return code

    def change_code(self) -> str:
        """Let in only who knows another code from now on; return it."""
        with self._turn:
            kept = self._read()
            kept["code"] = code = new_code()
            self._write(kept)
            return code

    @property
    def names(self) -> list[str]:
        """The names that are taken."""
        return sorted(self._read()["seats"])

    def admit(self, name: str, code: str, pin: str) -> Admission:
        """Let somebody in who knows the room's code, or says the PIN of a name that is taken.

        Raises:
            SeatError: the code or the PIN is wrong, or the name can't be one.
        """
        shown = " ".join(name.split())
        name = usable_name(name)
        if name == INSTRUCTOR:
            raise SeatError("Please take another name: this one is the instructor's.")
        with self._turn:
            kept = self._read()
            seat = kept["seats"].get(name)
            if seat is not None:
                self._expect_right(name, seat, pin)
                return Admission(seat["shown"], seat["seat"])
            given = "-".join(code.lower().split())
            if not hmac.compare_digest(given.encode(), str(kept["code"]).encode()):
                raise SeatError("That isn't this room's code. Ask your instructor for it.")
            made = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
            salt = secrets.token_hex(16)
            place = kept["freed"].pop(name, None) or seat_for(name, self._taken(kept))
            kept["seats"][name] = {
                "shown": shown,
                "seat": place,
                "salt": salt,
                "pin": _hashed(made, salt),
            }
            self._write(kept)
            return Admission(shown, place, new_pin=made)

    def free(self, name: str) -> None:
        """Give a name up: the next one who comes with it and the room's code gets it, and its seat.

        Raises:
            SeatError: nobody has it.
        """
        with self._turn:
            kept = self._read()
            seat = kept["seats"].pop(usable_name(name), None)
            if seat is None:
                raise SeatError(f"Nobody has the name {name}.")
            kept["freed"][usable_name(name)] = seat["seat"]
            self._write(kept)

    def number_of(self, seat: str) -> int:
        """Return the number of a seat, from 0: the same for ever, and no other seat's."""
        with self._turn:
            kept = self._read()
            numbers: dict[str, int] = kept.setdefault("numbers", {})
            if seat not in numbers:
                numbers[seat] = len(numbers)
                self._write(kept)
            return numbers[seat]

    def shown(self, seat: str) -> str:
        """Return the name of who has a seat, as it was typed; the seat's own, if nobody has it."""
        kept = self._read()["seats"].values()
        return next((each["shown"] for each in kept if each["seat"] == seat), seat)

    @staticmethod
    def _taken(kept: dict[str, Any]) -> set[str]:
        seats = {each["seat"] for each in kept["seats"].values()}
        return {INSTRUCTOR, *seats, *kept["freed"].values()}

    def _expect_right(self, name: str, seat: dict[str, str], pin: str) -> None:
        count, since = self._wrong.get(name, (0, 0.0))
        if count >= WRONG and time.monotonic() - since < LEFT_ALONE:
            raise SeatError("That was wrong too often. Wait for a minute, then try again.")
        digits = "".join(each for each in pin if each.isdecimal())
        if hmac.compare_digest(_hashed(digits, seat["salt"]), seat["pin"]):
            self._wrong.pop(name, None)
            return
        self._wrong[name] = (count + 1 if count < WRONG else 1, time.monotonic())
        raise SeatError(
            f"The name {name} is taken. If it's yours, give your PIN; if not, take another name."
            if not digits
            else f"That isn't the PIN of {name}. Your instructor can free the name."
        )

    def _read(self) -> dict[str, Any]:
        try:
            kept: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {"code": "", "seats": {}, "freed": {}}
        return kept

    def _write(self, kept: dict[str, Any]) -> None:
        write_whole(self._file, json.dumps(kept, indent=2, ensure_ascii=False) + "\n")


def _hashed(pin: str, salt: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()
