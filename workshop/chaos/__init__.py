"""A storm over an order platform, and what it leaves behind.

Everything that goes wrong is drawn from one seed before it begins; the platform runs in worker
processes that are killed and replaced; in the end the audit looks at every order.

::

    faults.py     Fault: trouble to order from the shop for one order
    strikes.py    what happens at a moment of an activity: a cancel, a kill
    plan.py       OrderPlan, Storm: what befalls each order, drawn from a seed
    workers.py    Workers: some processes that serve a module; a killed one is replaced
    worker.py     the program in such a process
    befall.py     lets a plan befall an order and returns what became of it, a Record
    audit.py      what is wrong with a Record: pure functions over values
    scorecard.py  Scorecard: the verdict on all orders, with its two faces
    storm.py      the whole of it: what `lab.chaos` runs
"""
