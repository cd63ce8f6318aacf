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
_LONG_AT_LEAST = 1.0
_BREAK_WIDTH = 84.0


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

    def ticks(self, every: float = 90.0) -> list[tuple[float, timedelta]]:
        """Return pixels and times from the start, `every` pixels apart or further, breaks apart."""
        chosen: list[tuple[float, timedelta]] = []
        for second, pixel in zip(self.seconds, self.pixels, strict=True):
            far = not chosen or pixel - chosen[-1][0] >= every
            if far and (not chosen or second > chosen[-1][1].total_seconds() * 1.001):
                chosen.append((pixel, timedelta(seconds=second)))
        return chosen


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
