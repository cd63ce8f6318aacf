"""A zoo of anti-patterns: workflows that each do one thing a workflow must not.

::

    random_number.py …   the animals, one workflow each
    visit.py             what they are started with
    lights.py            the four lights: what catches an animal, measured
    other_worker.py      the second light: a replay in another process, as by another worker
    table.py             what has been seen so far
"""
