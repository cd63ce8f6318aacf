"""The instructor's board: who has done what, who is stuck where, whose hand is up.

::

    store.py       what is kept: events, messages, rules; SQLite
    standings.py   what it means: each learner's standing, and the checks that several are stuck on
    board.py       both, and who is told when something changes
    completion.py  what a learner has done, as a certificate to print
    service.py     the addresses: for seats, for the instructor's page
    requests.py    what they are asked
    hub.py         what it asks of the hub: to let the instructor into a seat
    gate.py        who is who: the hub's login for the page, tokens for seats
    page/          the page itself
    __main__.py    the program that a room runs

Only the room's own process starts it. What seats send is described in `workshop.desk.spool`.
"""
