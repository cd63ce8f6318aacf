"""Other programs: kept alive while they are wanted, and not a moment longer.

::

    kept.py            a program that this process keeps: started again when it dies, ended with it
    guard.py           the script that stands between us and a program that is not ours
    leash.py           what a program of ours does to end with its parent
    watch.py           a program that lives and does not answer is ended, so that it is started again
    forks.py           learners' programs, there in a hundredth of a second; fork_server.py forks them
    pytest_process.py  pytest beside the notebook
    deadline.py        code that must not take longer
    hanging_up.py      wait until others have noticed that a process is gone
    lock.py            a lock that a killed process leaves open, and that children inherit
    ports.py           free ports, and the ports on which a process listens
    local_http.py      ask a server on this machine whether it is there
    scratch.py         temporary folders, and those of processes that were killed
"""
