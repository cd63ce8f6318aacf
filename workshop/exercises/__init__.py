"""The engine behind exercises: what they are, how an answer is tried, and what is said about it.

::

    engine/       verdicts: findings, reports, progress, and what keeps an answer from being judged
    workflows/    answers that are workflows and activities, tried on the lab's own server
    programs/     answers that run by themselves, on a server of their own
    own_tests/    answers that are tests, judged by wrong versions of the code they test
"""

from workshop.exercises.engine.finding import CouldNotJudge, NotYet, expect
from workshop.exercises.workflows.exercise import Exercise
from workshop.exercises.workflows.run import Run
from workshop.exercises.workflows.trial import Trial

__all__ = ["CouldNotJudge", "Exercise", "NotYet", "Run", "Trial", "expect"]
