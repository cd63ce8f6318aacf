"""Lesson 03: the programs around a workflow: workers that run it, clients that ask for it."""

from workshop.lessons.worker_and_client.change_update import change_update
from workshop.lessons.worker_and_client.one_order_once import one_order_once
from workshop.lessons.worker_and_client.payment_queue import payment_queue
from workshop.lessons.worker_and_client.typed_client import typed_client
from workshop.lessons.worker_and_client.worker_process import worker_process

__all__ = [
    "EXERCISES",
    "change_update",
    "one_order_once",
    "payment_queue",
    "typed_client",
    "worker_process",
]

EXERCISES = (worker_process, typed_client, one_order_once, payment_queue, change_update)
