"""The client of a check: no wait on a workflow that cannot move lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from temporalio.client import Client

from workshop.exercises.workflows.wording import SLIPS
from workshop.temporal.waiting import Diagnosis, ExplainWaiting

#: How long a check lets a workflow be stuck before it says so.
PATIENCE = timedelta(seconds=2.5)


def _is_in_vain(diagnosis: Diagnosis) -> bool:
    """Nobody but the check sends messages, and no other try cures a slip of the pen."""
    return diagnosis.kind == "waits-for-message" or diagnosis.error_type in SLIPS


def client_of_a_check(
    client: Client, task_queues: Callable[[], list[str]], namespace: str | None = None
) -> Client:
    """Return a client like this one, whose waits end when a workflow cannot move.

    Args:
        client: a client of the lab's server.
        task_queues: those to suggest when nobody polls the one that is named.
        namespace: its namespace; None: the client's.
    """
    configuration = client.config()
    configuration["namespace"] = namespace or client.namespace
    configuration["interceptors"] = [
        ExplainWaiting(
            tell=lambda _: None,
            patience=PATIENCE,
            known_task_queues=task_queues,
            is_in_vain=_is_in_vain,
        )
    ]
    return Client(**configuration)
