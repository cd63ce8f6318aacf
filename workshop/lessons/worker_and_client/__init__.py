"""Lesson 03: the programs around a workflow: workers that run it, clients that ask for it."""

from workshop.lessons.worker_and_client.checks import (
    change_update,
    one_order_once,
    payment_queue,
    typed_client,
    worker_process,
)

__all__ = ["change_update", "one_order_once", "payment_queue", "typed_client", "worker_process"]
