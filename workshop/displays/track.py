"""One row of a timeline as SVG. Places are in percent, so that the picture is as wide as its page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from workshop.displays.axis import Axis, Tick
from workshop.displays.rows import Bar, Row
from workshop.history import words

#: The width of the picture in the units of its axis; 1 % is ten of them.
WIDTH = 1000.0

HEIGHT, _BAR = 22, 12
_TOP = (HEIGHT - _BAR) / 2
_MIDDLE = HEIGHT / 2


def scale(axis: Axis, ticks: list[Tick]) -> str:
    """Return the scale above the rows: the ticks' labels, and the length of each long wait."""
    drawn = []
    for tick in ticks:
        label = words.span(tick.label) if tick.label else "0"
        begins = tick.place < 20 or any(gap.right == tick.place for gap in axis.breaks)
        anchor = "start" if begins else "end" if tick.place > WIDTH - 20 else "middle"
        drawn.append(
            f'<text class="wtl-tick" x="{_percent(tick.place)}" y="13" text-anchor="{anchor}">'
            f"{'+' if tick.after_break else ''}{label}</text>"
        )
    for gap in axis.breaks:
        drawn.append(
            f'<text class="wtl-gap" x="{_percent((gap.left + gap.right) / 2)}" y="13" '
            f'text-anchor="middle">// {words.span(gap.length)} //</text>'
        )
    return f'<svg class="wtl-scale" height="18" aria-hidden="true">{"".join(drawn)}</svg>'


def track(row: Row, axis: Axis, ticks: list[Tick]) -> str:
    """Return a row's bars over the grid."""
    drawn = [
        *(
            f'<line class="wtl-grid" x1="{_percent(tick.place)}" x2="{_percent(tick.place)}" '
            f'y1="0" y2="{HEIGHT}"/>'
            for tick in ticks
        ),
        *(
            f'<rect class="wtl-break" x="{_percent(gap.left)}" y="0" height="{HEIGHT}" '
            f'width="{_percent(gap.right - gap.left)}"/>'
            for gap in axis.breaks
        ),
        *(svg for bar in row.bars for svg in _bar(row.kind, bar, axis)),
    ]
    return f'<svg class="wtl-track" height="{HEIGHT}" aria-hidden="true">{"".join(drawn)}</svg>'


def _percent(units: float) -> str:
    return f"{units / WIDTH * 100:.2f}%"


def _bar(kind: str, bar: Bar, axis: Axis) -> Iterator[str]:
    left = axis.x(bar.start)
    right = axis.x(bar.end) if bar.end else WIDTH
    yield f"<g><title>{escape(bar.title)}</title>"
    if bar.moment:
        style = "wtl-dot" if bar.state == "good" else f"wtl-{bar.state}"
        yield (
            f'<svg x="{_percent(left)}" overflow="visible"><path class="{style}" '
            f'd="M0 {_TOP} l6 6 l-6 6 l-6 -6z"/></svg>'
        )
    elif kind == "timer":
        style = "wtl-wait" if bar.state == "good" else f"wtl-{bar.state}"
        yield _line(style, left, right)
        yield f'<circle class="wtl-wait" cx="{_percent(left)}" cy="{_MIDDLE}" r="4"/>'
        if bar.state == "good":
            yield f'<circle class="wtl-dot" cx="{_percent(right)}" cy="{_MIDDLE}" r="4"/>'
    else:
        yield from _span(kind, bar, left, right, axis)
    yield "</g>"


def _span(kind: str, bar: Bar, left: float, right: float, axis: Axis) -> Iterator[str]:
    """Draw what takes its time: attempts and waits first, then the bar itself."""
    if bar.nobody_until:
        taken = axis.x(bar.nobody_until)
        yield _rect("wtl-nobody", left, taken)
        left = taken
    elif bar.retries and bar.last_start:
        again = axis.x(bar.last_start)
        if bar.attempts:
            yield _line("wtl-backoff", left, again)
            for began, ended in bar.attempts:
                yield _rect("wtl-bad", axis.x(began), axis.x(ended))
        else:
            yield _rect("wtl-retry", left, again)
            crosses = "✗ " * bar.retries if bar.retries <= 4 else f"✗ ×{bar.retries}"
            yield _sign("wtl-cross", (left + again) / 2, crosses.strip())
        left = again
    quiet = bar.state == "good" and kind in ("workflow", "workflow tasks")
    style = "wtl-quiet" if quiet else f"wtl-{bar.state}"
    thin = kind == "workflow tasks" and quiet
    yield _rect(style, left, right, thin=thin)
    if bar.state == "bad" and right - left > 25:
        yield _sign("wtl-on-bar", (left + right) / 2, "✗")


def _line(style: str, left: float, right: float) -> str:
    return (
        f'<line class="{style}" x1="{_percent(left)}" x2="{_percent(right)}" '
        f'y1="{_MIDDLE}" y2="{_MIDDLE}"/>'
    )


def _rect(style: str, left: float, right: float, *, thin: bool = False) -> str:
    """Return a bar; one that lasted no time is still to be seen."""
    y, height = (_TOP + 4, _BAR - 8) if thin else (_TOP, _BAR)
    return (
        f'<rect class="{style}" x="{_percent(left)}" y="{y:g}" height="{height}" rx="2" '
        f'style="width:max(3px,{_percent(max(right - left, 0))})"/>'
    )


def _sign(style: str, middle: float, sign: str) -> str:
    return (
        f'<text class="{style}" x="{_percent(middle)}" y="{_TOP + 10:g}" '
        f'text-anchor="middle">{sign}</text>'
    )
