"""Reading a failure the server keeps: which error, and where in the learner's own code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from temporalio.api.failure.v1 import Failure

_FRAME = re.compile(r'^\s*File "(?P<path>.+)", line (?P<line>\d+), in (?P<function>.+)$', re.M)
_NOT_THEIRS = re.compile(
    r"site-packages|dist-packages|[\\/]lib[\\/]python\d|^<|^"
    + re.escape(str(Path(__file__).parents[2])),
    re.I,
)


@dataclass(frozen=True)
class Place:
    """A line in the learner's code."""

    path: Path
    line: int
    function: str

    def __str__(self) -> str:
        return f"{self.path.name} line {self.line}, in {self.function}"

    def changed_at(self) -> datetime | None:
        """When the file last changed, or None when it is not on this machine."""
        try:
            return datetime.fromtimestamp(self.path.stat().st_mtime, timezone.utc)
        except OSError:
            return None


def error_type(failure: Failure) -> str:
    """The name of the Python exception, or an empty string if the failure names none."""
    return failure.application_failure_info.type


def error_text(failure: Failure) -> str:
    """The error as Python prints it: ``NameError: name 'x' is not defined``, on one line."""
    message = " ".join(failure.message.split())
    return ": ".join(filter(None, (error_type(failure), message))) or "an error without a message"


def is_misfit(failure: Failure) -> bool:
    """Whether the arguments could not be turned into what the function takes."""
    return failure.message == "Failed decoding arguments"


def root_cause(failure: Failure) -> Failure:
    """The last failure in the chain of causes."""
    return list(_chain(failure))[-1]


def place_in_learners_code(failure: Failure) -> Place | None:
    """The deepest frame that is neither in an installed package nor in the standard library."""
    for cause in reversed(list(_chain(failure))):
        frames = [
            f for f in _FRAME.finditer(cause.stack_trace) if not _NOT_THEIRS.search(f["path"])
        ]
        if frames:
            deepest = frames[-1]
            return Place(Path(deepest["path"]), int(deepest["line"]), deepest["function"])
    return None


def at_place(place: Place | None) -> str:
    """The place as the end of a sentence, or nothing: ``, at orders.py line 12, in run``."""
    return f", at {place}" if place else ""


def _chain(failure: Failure) -> Iterator[Failure]:
    yield failure
    while failure.HasField("cause"):
        failure = failure.cause
        yield failure
