"""Where a moment lies on the picture: real time, with long waits compressed.

A wait is long when it outlasts five times all the shorter gaps between events together: drawn to
scale it would push everything else into one point. It becomes a break of fixed width.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

_LONG_FACTOR = 5
#: Seconds. What is shorter is drawn to scale, so that of two waits the longer looks longer.
_LONG_AT_LEAST = 10.0
#: The width of a break, in the units of a picture that is 1,000 wide.
_BREAK_WIDTH = 150.0

#: Seconds from one tick to the next: what a clock or a ruler has.
_STEPS = (
    *(factor * 10.0**power for power in (-3, -2, -1) for factor in (1, 2, 5)),
    *(1.0, 2.0, 5.0, 10.0, 20.0, 30.0),
    *(60.0 * minutes for minutes in (1, 2, 5, 10, 20, 30)),
    *(3600.0 * hours for hours in (1, 2, 6, 12)),
    *(86_400.0 * days for days in (1, 2, 5, 10, 30, 100, 365)),
)


@dataclass(frozen=True)
class Tick:
    """A mark on the scale: its place, and the time since the start or since the last long wait."""

    place: float
    label: timedelta
    after_break: bool = False


@dataclass(frozen=True)
class Break:
    """A compressed wait: its place in pixels and how long it really was."""

    left: float
    right: float
    length: timedelta


@dataclass(frozen=True)
class Axis:
    """A map from moments to pixels, linear between its points."""

    start: datetime
    seconds: list[float]
    pixels: list[float]
    breaks: list[Break]

    def x(self, moment: datetime) -> float:
        """Return the pixel of a moment."""
        second = (moment - self.start).total_seconds()
        at = min(max(bisect_right(self.seconds, second), 1), len(self.seconds) - 1)
        s0, s1 = self.seconds[at - 1], self.seconds[at]
        p0, p1 = self.pixels[at - 1], self.pixels[at]
        share = (second - s0) / (s1 - s0) if s1 > s0 else 0.0
        return p0 + min(max(share, 0.0), 1.0) * (p1 - p0)

    def ticks(self, apart: float = 210.0) -> list[Tick]:
        """Return the ticks, at round times and at least ``apart`` from one another.

        After a break the clock begins anew: the end of the break says how late it is in all, and the
        ticks after that how long since then.
        """
        scale = self._scale
        step = next((each for each in _STEPS if each * scale >= apart), _STEPS[-1])
        ticks: list[Tick] = []
        for second, end, left in self._segments():
            last = end == self.seconds[-1]
            wide = last or (end - second) * scale >= apart / 2  # else it would meet the next break
            if not ticks or (left - ticks[-1].place >= apart / 2 and wide):
                ticks.append(Tick(left, timedelta(seconds=second)))
            times = 1
            while second + times * step <= end:
                place = left + times * step * scale
                room = all(not 0 <= gap.left - place < apart / 3 for gap in self.breaks)
                if place - ticks[-1].place >= apart * 0.8 and room:
                    ticks.append(Tick(place, timedelta(seconds=times * step), second > 0))
                times += 1
        return ticks

    @property
    def _scale(self) -> float:
        """Units of the picture per second, breaks apart."""
        seconds = units = 0.0
        breaks = {each.left for each in self.breaks}
        for (s0, s1), (p0, p1) in zip(pairwise(self.seconds), pairwise(self.pixels), strict=True):
            if p0 not in breaks:
                seconds, units = seconds + s1 - s0, units + p1 - p0
        return units / seconds if seconds else 0.0

    def _segments(self) -> list[tuple[float, float, float]]:
        """Return what lies between breaks: first and last second, and where the first is."""
        segments = []
        begin = (self.seconds[0], self.pixels[0])
        breaks = {each.left for each in self.breaks}
        for (s0, s1), (p0, p1) in zip(pairwise(self.seconds), pairwise(self.pixels), strict=True):
            if p0 in breaks:
                segments.append((begin[0], s0, begin[1]))
                begin = (s1, p1)
        return [*segments, (begin[0], self.seconds[-1], begin[1])]


def make_axis(moments: Iterable[datetime], left: float, right: float) -> Axis:
    """Return the axis on which all `moments` lie between the pixels `left` and `right`."""
    ordered = sorted(set(moments))
    start = ordered[0]
    points = [(moment - start).total_seconds() for moment in ordered]
    if points[-1] == 0.0:
        points.append(0.001)
    gaps = [after - before for before, after in pairwise(points)]
    limit = _longest_short_gap(gaps)
    breaks = sum(gap > limit for gap in gaps)
    break_width = min(_BREAK_WIDTH, 0.6 * (right - left) / breaks) if breaks else 0.0
    short = sum(gap for gap in gaps if gap <= limit)
    scale = (right - left - breaks * break_width) / short if short else 0.0
    pixels, marked = [left], []
    for gap in gaps:
        if gap > limit:
            end = pixels[-1] + break_width
            marked.append(Break(pixels[-1], end, timedelta(seconds=gap)))
        else:
            end = pixels[-1] + gap * scale
        pixels.append(end)
    return Axis(start, points, pixels, marked)


def _longest_short_gap(gaps: list[float]) -> float:
    total = 0.0
    longest = 0.0
    for gap in sorted(gaps):
        if total and gap > _LONG_AT_LEAST and gap > _LONG_FACTOR * total:
            return longest
        total += gap
        longest = gap
    return longest
