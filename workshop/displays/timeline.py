"""A history as a picture: HTML and SVG, no script, nothing to fetch, one `<figure>` around it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from html import escape

from workshop.displays.axis import Axis, make_axis
from workshop.displays.rows import SIGNS, Bar, Row, rows
from workshop.displays.style import STYLE
from workshop.history import History, words
from workshop.history.text import as_text

_WIDTH, _LEFT, _RIGHT = 900, 264, 580
_TOP, _ROW, _BAR = 32, 24, 12
_TEXT_LINES = 200
#: Characters of a name that fit left of the picture.
_NAME = 26


def as_html(history: History) -> str:
    """Return the timeline as one self-contained `<figure class="workshop-timeline">`."""
    if not history.events:
        return "<p>no events</p>"
    shown, left_out = rows(history)
    axis = make_axis(_moments(shown, history), _LEFT, _RIGHT)
    height = _TOP + _ROW * len(shown) + 6
    summary = _summary(history)
    drawn = [
        *_scale(axis, height),
        *(svg for place, row in enumerate(shown) for svg in _row(row, place, axis)),
    ]
    note = (
        f'<p class="wtl-note">{left_out} more are not drawn: this history is long. '
        "The picture keeps failures first and an even choice of the rest; the model has them all.</p>"
        if left_out
        else ""
    )
    return (
        f'<figure class="workshop-timeline" data-workflow-id="{escape(history.workflow_id)}">'
        f"<style>{STYLE}</style>"
        f"<figcaption>{_caption(history)}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(summary)}">'
        f"{''.join(drawn)}</svg>{note}"
        f"<details><summary>As text</summary><pre>{escape(_text(history))}</pre></details></figure>"
    )


def _moments(shown: list[Row], history: History) -> Iterator[datetime]:
    yield history.started_at
    yield history.last_event_at
    for row in shown:
        for bar in row.bars:
            yield bar.start
            if bar.end:
                yield bar.end


def _caption(history: History) -> str:
    length = words.span(history.last_event_at - history.started_at)
    return (
        f"<b>{escape(history.workflow_type)}</b> · {escape(history.status)} · "
        f"{escape(history.workflow_id)} · {length} on the workflow's clock"
    )


def _summary(history: History) -> str:
    """Say in one sentence what the picture shows, for those who cannot see it."""
    counted: dict[str, list[str]] = {
        "activity": [run.status for run in history.activities],
        "timer": [timer.status for timer in history.timers],
        "signal": ["received" for _ in history.signals],
        "update": [update.status for update in history.updates],
        "child workflow": [child.status for child in history.children],
        "Nexus operation": [operation.status for operation in history.nexus_operations],
        "workflow task": [task.status for task in history.workflow_tasks],
    }
    parts = [
        f"{words.plural(len(statuses), thing)} "
        f"({', '.join(f'{count} {status}' for status, count in Counter(statuses).items())})"
        for thing, statuses in counted.items()
        if statuses
    ]
    return f"Timeline of workflow {history.workflow_type}, {history.status}: {', '.join(parts)}."


def _text(history: History) -> str:
    lines = as_text(history).splitlines()
    rest = len(lines) - _TEXT_LINES
    return "\n".join([*lines[:_TEXT_LINES], *([f"  … and {rest} more lines"] if rest > 0 else [])])


def _scale(axis: Axis, height: float) -> Iterator[str]:
    for pixel, since_start in axis.ticks():
        label = words.span(since_start) if since_start else "0"
        yield f'<line class="wtl-grid" x1="{pixel:.1f}" y1="{_TOP - 8}" x2="{pixel:.1f}" y2="{height}"/>'
        yield f'<text class="wtl-tick" x="{pixel:.1f}" y="12" text-anchor="middle">{label}</text>'
    for gap in axis.breaks:
        width = gap.right - gap.left
        yield (
            f'<rect class="wtl-break" x="{gap.left:.1f}" y="{_TOP - 10}" width="{width:.1f}" '
            f'height="{height - _TOP + 10}"><title>{words.span(gap.length)} in which nothing '
            "happened, drawn shorter</title></rect>"
        )
        if width > 40:
            middle = (gap.left + gap.right) / 2
            yield (
                f'<text class="wtl-tick" x="{middle:.1f}" y="26" text-anchor="middle">'
                f"// {words.span(gap.length)} //</text>"
            )


def _row(row: Row, place: int, axis: Axis) -> Iterator[str]:
    y = _TOP + _ROW * place
    baseline = y + 16
    yield f'<text class="wtl-kind" x="0" y="{baseline}">{escape(row.kind)}</text>'
    yield f'<text x="88" y="{baseline}">{escape(_short(row.name))}<title>{escape(row.name)}</title></text>'
    for bar in row.bars:
        yield from _bar(row.kind, bar, y + (_ROW - _BAR) / 2, axis)
    worst = next((bar.state for bar in row.bars if bar.state in ("bad", "open")), "good")
    sign = (
        SIGNS[row.bars[0].state] + " "
        if len(row.bars) == 1 and row.kind != "workflow tasks"
        else ""
    )
    outcome = words.cut(sign + row.outcome, 46)
    yield f'<text class="wtl-said-{worst}" x="{_RIGHT + 16}" y="{baseline}">{escape(outcome)}<title>{escape(row.outcome)}</title></text>'


def _short(name: str) -> str:
    """Leave out arguments that do not fit: a part of them says less than none."""
    called, opening, _ = name.partition("(")
    return name if len(name) <= _NAME else words.cut(f"{called}(…)" if opening else name, _NAME)


def _bar(kind: str, bar: Bar, y: float, axis: Axis) -> Iterator[str]:
    left = axis.x(bar.start)
    right = axis.x(bar.end) if bar.end else _RIGHT
    middle = y + _BAR / 2
    yield f"<g><title>{escape(bar.title)}</title>"
    if bar.moment:
        style = "wtl-dot" if bar.state == "good" else f"wtl-{bar.state}"
        yield f'<path class="{style}" d="M{left:.1f} {y} l6 6 l-6 6 l-6 -6z"/>'
    elif kind == "timer":
        style = "wtl-wait" if bar.state == "good" else f"wtl-{bar.state}"
        yield f'<line class="{style}" x1="{left:.1f}" y1="{middle}" x2="{right:.1f}" y2="{middle}"/>'
        yield f'<circle class="wtl-wait" cx="{left:.1f}" cy="{middle}" r="4"/>'
        if bar.state == "good":
            yield f'<circle class="wtl-dot" cx="{right:.1f}" cy="{middle}" r="4"/>'
    else:
        if bar.retries and bar.last_start:
            again = axis.x(bar.last_start)
            yield f'<rect class="wtl-retry" x="{left:.1f}" y="{y}" width="{again - left:.1f}" height="{_BAR}"/>'
            crosses = "✗ " * bar.retries if bar.retries <= 4 else f"✗ ×{bar.retries}"
            if again - left > 12 * min(bar.retries, 4):
                yield f'<text class="wtl-cross" x="{(left + again) / 2:.1f}" y="{y + 10}" text-anchor="middle">{crosses.strip()}</text>'
            left = again
        quiet = bar.state == "good" and kind in ("workflow", "workflow tasks")
        style = "wtl-quiet" if quiet else f"wtl-{bar.state}"
        top, tall = (y + 4, _BAR - 8) if kind == "workflow tasks" and quiet else (y, _BAR)
        yield (
            f'<rect class="{style}" x="{left:.1f}" y="{top}" width="{max(right - left, 3):.1f}" '
            f'height="{tall}" rx="2"/>'
        )
        if bar.state == "bad" and right - left > 12:
            yield (
                f'<text class="wtl-on-bar" x="{(left + right) / 2:.1f}" y="{y + 10}" '
                'text-anchor="middle">✗</text>'
            )
    yield "</g>"
