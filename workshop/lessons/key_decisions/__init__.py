"""Lesson 08: the decisions behind a platform of orders, its neighbours, and a platform under chaos."""

EXERCISES = ()
