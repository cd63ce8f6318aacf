"""Waiting that explains itself.

A bug in workflow code fails the workflow *task*: Temporal tries the task again for ever and
``await handle.result()`` never returns. The same silence falls when no worker polls the task
queue, when an activity is not registered, or when a query or update finds nobody to answer it.

`ExplainWaiting` is a client interceptor that ends the silence. It runs each wait in a task of its
own. A wait that ends quickly costs nothing more. After a moment a watcher takes a *snapshot* of
the server (the description of the workflow, the end of its history, who polls its task queues),
*explains* it as a `Diagnosis`, tells the diagnosis once per change, and raises `WorkflowStuckError`
in place of the wait when the workflow cannot move until somebody fixes something.

A call that needs nobody but the server can fall silent too: a frozen server answers nothing, and
the SDK waits for half a minute. Beside such a call somebody asks whether the server answers at all,
and says if not.

::

    snapshot.py   asks the server            -> Snapshot
    explain.py    reads the snapshot, offline -> Diagnosis | None
    watcher.py    looks again and again while one wait lasts
    silence.py    knows a server that does not answer
    beside.py     runs a wait with somebody beside it
    telling.py    prints it
    watched.py    handles and iterators whose waits are watched
    interceptor.py  puts a watcher beside each wait of a client
"""

from workshop.temporal.waiting.diagnosis import Diagnosis, Kind
from workshop.temporal.waiting.explain import diagnose
from workshop.temporal.waiting.interceptor import ExplainWaiting, explained
from workshop.temporal.waiting.silence import ServerSilentError
from workshop.temporal.waiting.watcher import WorkflowStuckError

__all__ = [
    "Diagnosis",
    "ExplainWaiting",
    "Kind",
    "ServerSilentError",
    "WorkflowStuckError",
    "diagnose",
    "explained",
]
