"""Replay a history against code, and say where and why they part.

::

    modules.py    a project's modules, whatever their files are called
    listening.py  the seams of the SDK through which a replay is listened to
    recording.py  the SDK's replay, and what the code asks for on the way
    step.py       a step, recorded or asked for
    steps.py      recorded events and commands in the same words
    messages.py   of them, the cancels and the updates
    undecoded.py  what cannot be judged, because it cannot be read
    diff.py       side by side, the first difference, why
    verdict.py    Replay: the result, and its text
    judge.py      replay()
"""

from workshop.replay.judge import ReplayError, replay
from workshop.replay.verdict import Replay

__all__ = ["Replay", "ReplayError", "replay"]
