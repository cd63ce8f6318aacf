"""Answers that are programs of their own: run in a process, on a server of their own.

::

    program.py    ProgramExercise, and the trial of such an answer
    polling.py    why such a program does not poll
    caller.py     a process that makes calls for a check; call.py: the program in it
"""
