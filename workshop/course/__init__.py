"""The course as files: what becomes of a lesson's text, and the copies that learners work in.

::

    build/      makes the notebooks and the solutions from the lessons, and proves them: ``-m``
    copies.py   the notebooks of a workspace: filled in, renewed, put beside
"""
