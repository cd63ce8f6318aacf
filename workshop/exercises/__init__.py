"""The engine behind exercises: what they are, how an answer is tried, and what is said about it.

::

    exercise.py   Exercise: the three verbs check, hint, solution, and its named checks
    trial.py      Trial and Run: the learner's module on a real server, and what really happened
    program.py    ProgramExercise: an answer that runs by itself, on a server of its own
    finding.py    NotYet: what was expected, what happened, one next thought
    report.py     Report: the verdict as a value, as text and as HTML
    words.py      words that findings share
    progress.py   which exercises are done, kept in the workspace
"""

from workshop.exercises.exercise import Exercise
from workshop.exercises.finding import NotYet, expect
from workshop.exercises.run import Run
from workshop.exercises.trial import Trial

__all__ = ["Exercise", "NotYet", "Run", "Trial", "expect"]
