"""Serving a learner's module from a process of its own.

Such a process is killed and replaced while a check or a storm waits, so this package imports little.

::

    servable.py   what of a module a worker can serve: workflows, activities, what a Worker needs
    worker.py     the program that serves a module in a process that a check can kill
"""
