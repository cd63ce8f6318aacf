"""A step of a workflow, recorded or asked for."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.history import words
from workshop.replay.recording import Line

END = "end"


@dataclass(frozen=True)
class Step:
    """One step, recorded (then ``event`` is its number) or asked for (then ``line`` may be known).

    ``id`` is what the SDK compares besides kind and name. ``detail`` is only shown. ``optional`` is
    a patch's mark that no code needs to repeat, or a cancel that may leave no event.
    """

    kind: str
    name: str
    id: str = ""
    detail: str = ""
    event: int | None = None
    line: Line | None = None
    optional: bool = False

    def __str__(self) -> str:
        said = f"{self.kind} {self.name}" if self.kind != END else self.name
        return words.without_ids_and_clocks(words.cut(f"{said} {self.detail}".strip(), 60))

    def looks_like(self, other: Step) -> bool:
        """Whether both do the same, whatever their ids."""
        return (self.kind, self.name) == (other.kind, other.name)

    def matches(self, other: Step) -> bool:
        """Whether the SDK takes the one for the other."""
        return self.looks_like(other) and self.id == other.id
