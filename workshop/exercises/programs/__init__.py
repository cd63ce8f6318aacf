"""Answers that are programs of their own: run in a process, on a server of their own.

::

    program.py    ProgramExercise, and the trial of such an answer
    call.py       the program that calls functions of such an answer
"""
