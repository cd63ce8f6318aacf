"""A room: JupyterHub with the course in it, a lab for each learner, one command, one open port.

::

    room.py           `workshop room`: the proxy and the hub, started and ended together
    first_screen.py   what the instructor reads when it is open
    place.py          where it is: folder, address, port; what is said when it can't be there
    files.py          what it keeps in its folder
    options.py        what may be wished of it, and what of that the machine can do
    settings.py       what the hub is told; the file that it reads is `hub_config.py`
    seats.py          who sits where: names, PINs, the room's code
    authenticator.py  how one gets in; its pages are in `pages/`
    spawner.py        how a seat is started, and in which order
    seat.py           the program behind a seat: the learner's lab and their JupyterLab
    users.py          a user of the system's own for each seat; limits.py: so much memory
    board/            the instructor's board; tokens.py: what lets a seat tell it something
    deeds.py          what the instructor wants done in a workspace
    laptop.py         `workshop lab --room`: a laptop that tells the board as well
    bundle.py         `workshop bundle`: what laptops need to install the course
    certificate.py    for TLS where none was given
    guest.py          a learner without a browser, for the rehearsal and for tests
    rehearsal.py      `workshop room rehearse`: a room full of them
    footprint.py      how much memory all this takes
    proxy/            npm's configurable-http-proxy as one file, built by `proxy/` at the top
"""
