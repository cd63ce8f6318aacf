"""A room: JupyterHub with the course in it, a lab for each learner, one command, one open port.

::

    room.py           `workshop room`: the proxy and the hub, started and ended together
    first_screen.py   what the instructor reads when it is open
    place.py          where it is: folder, address, port; what is said when it can't be there
    settings.py       what the hub is told; the file that it reads is `hub_config.py`
    seats.py          who sits where: names, PINs, the room's code
    authenticator.py  how one gets in; its pages are in `pages/`
    spawner.py        how a seat is started, and in which order
    seat.py           the program behind a seat: the learner's lab and their JupyterLab
    certificate.py    for TLS where none was given
    guest.py          a learner without a browser, for the rehearsal and for tests
    rehearsal.py      `workshop room rehearse`: a room full of them
    footprint.py      how much memory all this takes
    proxy/            npm's configurable-http-proxy as one file, built by `proxy/` at the top
"""
