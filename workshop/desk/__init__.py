"""What a workspace and the instructor's desk tell each other, in a room.

::

    spool.py      what is told: one line for each event, written by notebooks, kept in the workspace
    feedback.py   what is asked at a lesson's end
    orders.py     what comes back: which hints and solutions are open, messages, a helper
    courier.py    the thread that carries both; the lab of a seat runs it

Notebooks only touch files of the workspace. So nothing they do ever waits for the desk, and what it
can't be told now it is told later. Outside of a room none of this has any effect.
"""
