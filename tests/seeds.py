"""Seeds as an environment variable names them: how a failing one is run again, alone."""

from __future__ import annotations


def seeds_in(text: str) -> list[int]:
    """Return the seeds in a text such as ``17,40-59``."""
    seeds: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        seeds += range(int(first), int(last or first) + 1)
    return seeds
