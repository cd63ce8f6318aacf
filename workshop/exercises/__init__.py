"""The engine behind exercises: what they are, how an answer is tried, and what is said about it.

::

    exercise.py      Exercise: the three verbs check, hint, solution, and its named checks
    trial.py         Trial: the learner's module on a real server
    run.py           Run: one workflow of a trial, and what really happened
    program.py       ProgramExercise: an answer that runs by itself, on a server of its own
    call.py          the program that calls functions of such an answer
    mutants.py       TestsExercise: an answer that is tests, judged by wrong versions of the code
    pytest_jobs.py   the program that runs such tests; test_results.py: what comes of them
    troubles.py      kinds of trouble to order of the shop
    finding.py       NotYet: what was expected, what happened, one next thought; CouldNotJudge
    kinds.py         kinds of trouble, and all of a kind tried at the same time
    unawaited.py     names an await that was forgotten
    report.py        Report: the verdict as a value, as text and as HTML
    troubles.py      kinds of trouble, so that a check tries each of a kind
    family.py        what a workflow and its child workflows did, as one
    obstacles.py     what keeps an answer from being judged
    words.py         words that findings share; text.py: hints and solutions as they are shown
    progress.py      which exercises are done, kept in the workspace
"""

from workshop.exercises.exercise import Exercise
from workshop.exercises.finding import CouldNotJudge, NotYet, expect
from workshop.exercises.run import Run
from workshop.exercises.trial import Trial

__all__ = ["CouldNotJudge", "Exercise", "NotYet", "Run", "Trial", "expect"]
