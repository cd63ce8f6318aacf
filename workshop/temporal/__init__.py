"""Talking to Temporal: a server to talk to, workers that run beside a notebook, waiting, time."""
