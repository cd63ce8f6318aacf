"""Lesson 04: workers as programs, clients, ids and task queues."""

from workshop.lessons.worker_and_client.one_order_once import one_order_once
from workshop.lessons.worker_and_client.payment_queue import payment_queue
from workshop.lessons.worker_and_client.typed_client import typed_client
from workshop.lessons.worker_and_client.worker_process import worker_process

__all__ = [
    "EXERCISES",
    "one_order_once",
    "payment_queue",
    "typed_client",
    "worker_process",
]

EXERCISES = (worker_process, typed_client, one_order_once, payment_queue)
