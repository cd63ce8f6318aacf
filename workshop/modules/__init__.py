"""A learner's modules: written to files, imported afresh, served from a process of their own.

Such a process is killed and replaced while a check or a storm waits, so this package imports little.

::

    files.py      a module's file: written, imported anew, its public names
    servable.py   what of a module a worker can serve: workflows, activities, what a Worker needs
    serve.py      the program that serves a module in a process that a check can kill
"""
