"""Lesson 08: the decisions behind a platform of orders, its neighbours, and a platform under chaos."""

from workshop.lessons.key_decisions.checks_circuit_breaker import circuit_breaker
from workshop.lessons.key_decisions.checks_order_platform import order_platform
from workshop.lessons.key_decisions.checks_queue_consumer import queue_consumer

__all__ = ["EXERCISES", "circuit_breaker", "order_platform", "queue_consumer"]

EXERCISES = (queue_consumer, circuit_breaker, order_platform)
