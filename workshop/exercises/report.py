"""The verdict on an answer: a value with two faces, text and HTML."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from workshop.exercises.finding import CouldNotJudge, NotYet


class Outcome(Enum):
    """What became of a check, or of a whole exercise."""

    DONE = "✓"
    NOT_YET = "✗"
    NOT_ATTEMPTED = "–"
    NOT_JUDGED = "?"


@dataclass(frozen=True)
class Line:
    """One check of a report: its title and its outcome.

    ``finding`` says what is not done yet, ``obstacle`` why it could not be judged.
    """

    title: str
    outcome: Outcome
    finding: NotYet | None = None
    obstacle: CouldNotJudge | None = None

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """What there is to say besides the title: a word for each paragraph, and its text."""
        if self.obstacle:
            return [
                ("could not be judged", self.obstacle.obstacle),
                ("next", f"{self.obstacle.next_step} This says nothing about your answer."),
            ]
        if self.finding:
            return [
                ("expected", self.finding.expected),
                ("happened", self.finding.happened),
                ("think", self.finding.think),
            ]
        return []


@dataclass(frozen=True, repr=False)
class Report:
    """The verdict on one exercise.

    ``message`` stands in place of the lines when there was nothing to try; ``note`` below them.
    """

    exercise: str
    lines: Sequence[Line] = ()
    message: str | None = None
    note: str | None = None

    @property
    def outcome(self) -> Outcome:
        """The outcome of the exercise as a whole."""
        if self.message is not None:
            return Outcome.NOT_ATTEMPTED
        outcomes = {line.outcome for line in self.lines}
        if Outcome.NOT_JUDGED in outcomes:
            return Outcome.NOT_JUDGED
        return Outcome.DONE if outcomes <= {Outcome.DONE} else Outcome.NOT_YET

    @property
    def finding(self) -> NotYet | None:
        """The finding that the learner should look at next."""
        return next((line.finding for line in self.lines if line.finding), None)

    @property
    def heading(self) -> str:
        """The first line: outcome, exercise, count."""
        if self.message is not None:
            return f"{self.outcome.value} {self.exercise} · not attempted"
        done = sum(line.outcome is Outcome.DONE for line in self.lines)
        return f"{self.outcome.value} {self.exercise} · {done} of {len(self.lines)}"

    def __repr__(self) -> str:
        rows = [self.heading]
        if self.message is not None:
            rows.append(textwrap.indent(self.message, "  "))
        for line in self.lines:
            rows.append(f"  {line.outcome.value} {line.title}")
            rows += [
                _paragraph(_AS_TEXT.get(word, "{}").format(text)) for word, text in line.paragraphs
            ]
        if self.note:
            rows.append(_paragraph(self.note))
        return "\n".join(rows)

    def _repr_html_(self) -> str:
        rows = [f"<strong>{html.escape(self.heading)}</strong>"]
        if self.message is not None:
            rows.append(f"<p>{html.escape(self.message)}</p>")
        if self.lines:
            rows.append(f"<ul>{''.join(map(_row, self.lines))}</ul>")
        if self.note:
            rows.append(f"<p>{html.escape(self.note)}</p>")
        state = self.outcome.name.lower()
        return (
            f'{STYLE}<div role="group" class="workshop-report workshop-{state}" '
            f'aria-label="{html.escape(self.heading)}">{"".join(rows)}</div>'
        )


#: How a paragraph's word and text are said as plain text.
_AS_TEXT = {
    "expected": "expected {}",
    "think": "Think: {}",
    "could not be judged": "could not be judged: {}",
}


def _paragraph(text: str) -> str:
    """Return ``text`` wrapped and indented; its own line breaks stay."""
    return "\n".join(
        textwrap.fill(row, 94, initial_indent="      ", subsequent_indent="      ")
        for row in text.splitlines()
    )


def _row(line: Line) -> str:
    said = "".join(f"<dt>{word}</dt><dd>{_html(text)}</dd>" for word, text in line.paragraphs)
    finding = f"<dl>{said}</dl>" if said else ""
    return (
        f'<li class="workshop-{line.outcome.name.lower()}">'
        f'<span class="workshop-mark">{line.outcome.value}</span> '
        f"{html.escape(line.title)}{finding}</li>"
    )


def _html(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


STYLE = """<style>
.workshop-report {
  border: 1px solid var(--jp-border-color1, #bdbdbd); border-left-width: 5px;
  border-radius: 3px; padding: 8px 14px; max-width: 60em;
  color: var(--jp-content-font-color1, inherit); font-size: var(--jp-content-font-size1, 14px);
}
.workshop-report.workshop-done { border-left-color: var(--jp-success-color1, #2e7d32); }
.workshop-report.workshop-not_yet { border-left-color: var(--jp-error-color1, #c62828); }
.workshop-report.workshop-not_judged { border-left-color: var(--jp-warn-color1, #e65100); }
.workshop-report ul { list-style: none; margin: 6px 0 0; padding: 0; }
.workshop-report li { margin: 2px 0; }
.workshop-report .workshop-mark { display: inline-block; width: 1.2em; font-weight: bold; }
.workshop-report dl {
  display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 4px 0 8px 1.2em;
}
.workshop-report dt {
  margin: 0; padding: 0; font-weight: 600; color: var(--jp-content-font-color2, #616161);
}
.workshop-report dd { margin: 0; padding: 0; overflow-wrap: anywhere; }
</style>"""
