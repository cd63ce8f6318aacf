"""How fast the workshop is, measured against doing the same without it: ``python -m bench``.

::

    __main__.py   the rows in their order, and what the command line takes
    rows.py       a measured row, its aims, and the Markdown table
    processes.py  starting and ending what is measured, in an environment of its own
    setup.py      row 1: a cold set-up with uv against one with pip
    startup.py    row 2: `workshop lab` against bare JupyterLab
    opening.py    rows 3 and 4: `open_lab()` and the first workflow, in fresh processes
    probe.py      what such a fresh process does
    checks.py     row 5: every exercise's check against the same workflows on the bare SDK
    bare.py       those workflows without the kit
    memory.py     the server's memory, at first and after a day of checks
    replaying.py  row 6: a replay of 10,000 events against the SDK's
    notebooks.py  row 7: nbval over the solutions against starting their kernels

What is compared runs in turns (A, B, A, B …), so that a busy moment of the machine hits both. A
ratio is the median of A over the median of B. Whether an aim is met is read off the numbers; no
test depends on it.
"""
