"""Lesson 13: a service that is down for everybody."""

from workshop.lessons.service_outages.circuit_breaker import circuit_breaker

__all__ = [
    "EXERCISES",
    "circuit_breaker",
]

EXERCISES = (circuit_breaker,)
