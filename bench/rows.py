"""A measured row: two lists of seconds, the aims, and whether they are met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the table; all times are in seconds, what has a ``unit`` in that.

    Attributes:
        what: what was measured.
        kit: the times with the workshop.
        against: what it is compared with, in words.
        bare: the times of that; as many as of ``kit``, or none.
        at_most: the aim for the median of ``kit``.
        ratio_at_most: the aim for kit over bare.
        times_faster: the aim for bare over kit.
        note: what a reader has to know to trust the numbers; empty if nothing.
    """

    what: str
    kit: Sequence[float]
    against: str
    bare: Sequence[float]
    at_most: float | None = None
    ratio_at_most: float | None = None
    times_faster: float | None = None
    note: str = ""
    unit: str = "s"

    @property
    def ratio(self) -> float | None:
        """Median over median; None where there is nothing to compare."""
        if not self.kit or not self.bare:
            return None
        return median(self.kit) / median(self.bare)

    @property
    def aims(self) -> list[tuple[str, bool | None]]:
        """Each aim in words, and whether it is met; None where it could not be measured."""
        seconds, ratio = median(self.kit) if self.kit else None, self.ratio
        aims: list[tuple[str, bool | None]] = []
        if self.at_most is not None:
            met = None if seconds is None else seconds <= self.at_most
            aims.append((f"≤ {self.at_most:g} {self.unit}", met))
        if self.ratio_at_most is not None:
            met = None if ratio is None else ratio <= self.ratio_at_most
            aims.append((f"ratio ≤ {self.ratio_at_most:g}", met))
        if self.times_faster is not None:
            met = None if ratio is None else 1 / ratio >= self.times_faster
            aims.append((f"{self.times_faster:g}× faster", met))
        return aims


def as_table(rows: Sequence[Row]) -> str:
    """Return the rows as one Markdown table, notes below it."""
    lines = [
        "| what | workshop | without | ratio | aim | n | compared with |",
        "|---|--:|--:|--:|---|--:|---|",
    ]
    notes: list[str] = []
    for row in rows:
        mark = ""
        if row.note:
            if row.note not in notes:
                notes.append(row.note)
            mark = f" [{notes.index(row.note) + 1}]"
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        aims = ", ".join(f"{words} {_SIGNS[met]}" for words, met in row.aims) or "–"
        lines.append(
            f"| {row.what}{mark} | {_times(row.kit, row.unit)} | {_times(row.bare, row.unit)} | {ratio} | {aims} "
            f"| {len(row.kit)} | {row.against} |"
        )
    lines += ["", *(f"[{number}] {note}" for number, note in enumerate(notes, 1))]
    return "\n".join(lines).rstrip()


_SIGNS: dict[bool | None, str] = {True: "✓", False: "✗", None: "–"}


def _times(times: Sequence[float], unit: str) -> str:
    """Return the median, and how far the times lie apart if there are several."""
    if not times:
        return "–"
    if len(times) == 1:
        return f"{times[0]:.2f} {unit}"
    return f"{median(times):.2f} {unit} ({min(times):.2f}–{max(times):.2f})"
