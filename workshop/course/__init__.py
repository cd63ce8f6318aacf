"""The course as files: what becomes of a lesson's text, and the copies that learners work in.

::

    build/      makes the notebooks, solutions and slides from the lessons, and proves them: ``-m``
    copies.py   the notebooks of a workspace: filled in, renewed, put beside
    renew.py    a lesson begun anew, or caught up with
    agenda.py   a session laid out
    slides/     a lesson's slides and the instructor's notes, as pages
"""
