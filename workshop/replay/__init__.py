"""Replay a history against code, and say where and why they part.

::

    recording.py  the SDK's replay, and what the code asks for on the way
    steps.py      recorded events and commands in the same words
    diff.py       side by side, the first difference, why
    display.py    as text and as HTML
    judge.py      replay() and its result
"""

from workshop.replay.judge import Replay, ReplayError, replay

__all__ = ["Replay", "ReplayError", "replay"]
