"""Lesson 00: what durable execution is, seen in three minutes, and how exercises work."""

from workshop.lessons.start_here.say_hello import say_hello

__all__ = ["EXERCISES", "say_hello"]

EXERCISES = (say_hello,)
