"""From ``lesson.md`` to two notebooks: ``python -m workshop.course.build``, for maintainers.

::

    source.py       reads lesson.md with jupytext
    predictions.py  a prediction's choices, and what happened, folded
    notebooks.py    makes the learner's and the solution notebook
    execute.py      runs a solution notebook and makes its outputs reproducible
    prove.py        ``--check``: proves that the course holds together
"""
