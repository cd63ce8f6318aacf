"""Tests of workshop.history."""
