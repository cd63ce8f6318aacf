"""The zoo as a notebook has it: one table, which fills as animals are looked at."""

from __future__ import annotations

import inspect
import sys
from html import escape

from workshop.errors import LabError
from workshop.exercises.engine.text import Text
from workshop.lab.lab import Lab
from workshop.lessons.anti_patterns.zoo.lights import (
    ANIMALS,
    NOBODY,
    REPLAY,
    SANDBOX,
    WATCHDOG,
    WORLD,
    Sighting,
    animal,
    look,
    source,
)

_GUESSES = {
    "sandbox": SANDBOX,
    "watchdog": WATCHDOG,
    "replay": REPLAY,
    "world": WORLD,
    "nobody": NOBODY,
}
_COLUMNS = ("anti-pattern", "what it does", "your guess", "caught by", "with the sandbox off")


class Zoo:
    """The animals, what was guessed and what was seen."""

    def __init__(self, lab: Lab) -> None:
        self._lab = lab
        self._guesses: dict[str, str] = {}
        self._seen: dict[str, Sighting] = {}

    def source(self, name: str) -> Text:
        """Return an animal's code."""
        self._require([name])
        animal(name)
        return Text(source(name), language="python")

    def guess(self, **guesses: str) -> Zoo:
        """Note what you think catches them: "sandbox", "watchdog", "replay", "world" or "nobody"."""
        self._require(list(guesses))
        if strange := [each for each in guesses.values() if each not in _GUESSES]:
            raise LabError(f"A guess is one of {', '.join(_GUESSES)}, not {strange[0]!r}.")
        self._guesses.update({name: _GUESSES[each] for name, each in guesses.items()})
        return self

    async def look(self, *names: str) -> Zoo:
        """Put animals under the four lights; without names, all that were not looked at yet."""
        self._require(list(names))
        wanted = names or tuple(name for name in ANIMALS if name not in self._seen)
        if wanted:
            for sighting in await look(self._lab, wanted):
                self._seen[sighting.animal] = sighting
        return self

    def _require(self, names: list[str]) -> None:
        if unknown := [name for name in names if name not in ANIMALS]:
            raise LabError(f"There is no {unknown[0]!r} here. There are: {', '.join(ANIMALS)}.")

    def _rows(self) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for name in ANIMALS:
            seen = self._seen.get(name)
            with_sandbox = seen.caught_by if seen else ""
            without = seen.caught_without_sandbox if seen else ""
            guess = self._guesses.get(name, "")
            if guess and seen:
                guess = f"{'✓' if guess == with_sandbox else '✗'} {guess}"
            does = (inspect.getdoc(sys.modules[animal(name).__module__]) or "").rstrip(".")
            rows.append((name, does, guess, with_sandbox, without))
        return rows

    def __repr__(self) -> str:
        shown = [0, 2, 3, 4] if self._guesses else [0, 3, 4]
        rows = [tuple(row[column] for column in shown) for row in [_COLUMNS, *self._rows()]]
        widths = [max(len(row[column]) for row in rows) for column in range(len(shown))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        )

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(each)}</th>' for each in _COLUMNS)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in self._rows()
        )
        return (
            f"{_STYLE}<table class='workshop-zoo' aria-label='The zoo: what catches which "
            f"anti-pattern'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


# A class named twice in a selector outweighs JupyterLab's rule that aligns cells to the right.
_STYLE = """<style>
.workshop-zoo { border-collapse: collapse; color: var(--jp-content-font-color1, inherit); }
.workshop-zoo.workshop-zoo th, .workshop-zoo.workshop-zoo td { text-align: left; padding: 2px 14px 2px 0; }
.workshop-zoo th { font-weight: 600; border-bottom: 1px solid var(--jp-border-color1, #bdbdbd); }
</style>"""
