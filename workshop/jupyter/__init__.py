"""JupyterLab for a workspace, and what it stands upon.

::

    opened.py         a workspace's services, started, announced and ended together
    configuration.py  what JupyterLab, its kernels and its terminals are told
    alone.py          JupyterLab for one person on their own machine
    upkeep.py         what can be wrong with a place to work in, and the cure
"""
