"""From ``lesson.md`` to two notebooks and a deck: ``python -m workshop.course.build``, for maintainers.

::

    source.py       reads lesson.md with jupytext
    predictions.py  a prediction's choices, and what happened, folded
    notebooks.py    makes the learner's and the solution notebook
    decks.py        makes the slides, and says which are more than a room can read
    execute.py      runs a solution notebook and makes its outputs reproducible
    prove.py        ``--check``: proves that the course holds together
"""
