"""Answers that are workflows and activities: tried on the lab's server, judged by what happened.

::

    exercise.py    Exercise: the three verbs check, hint, solution, and its named checks
    trial.py       Trial: the learner's module on a task queue of its own
    run.py         Run: one workflow of a trial, and what really happened
    hasten.py      a worker that gives attempts less time, so that a check waits for no timeout
    wording.py     what is said of a run that is not as it should be
    cause.py       what is behind a finding: an error of the learner's code, and its line
    client.py      the client of a check
    family.py      what a workflow and its child workflows did, as one
    troubles.py    kinds of trouble with the shop, so that a check tries each of a kind
"""
