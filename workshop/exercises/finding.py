"""What a check says when an answer is not right yet."""

from __future__ import annotations


class NotYet(Exception):
    """An answer that is not right yet.

    Args:
        expected: what had to be seen, as the end of "expected …".
        happened: what was seen instead, one sentence or more.
        think: one next thought, as the end of "Think …"; it leads, it does not solve.
    """

    def __init__(self, *, expected: str, happened: str, think: str) -> None:
        super().__init__(f"expected {expected}; {happened}")
        self.expected = expected
        self.happened = happened
        self.think = think


def expect(condition: object, *, expected: str, happened: str, think: str) -> None:
    """Raise `NotYet` unless ``condition`` holds."""
    if not condition:
        raise NotYet(expected=expected, happened=happened, think=think)
