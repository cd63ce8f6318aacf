"""What a check says when an answer is not right yet, and when it cannot tell."""

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


class CouldNotJudge(Exception):
    """The machine, the shop or the server kept an answer from being judged.

    Nothing is said about the answer: this is never shown as ✗.

    Args:
        obstacle: what was seen, one sentence or more.
        next_step: what to do about it, one sentence.
    """

    def __init__(self, obstacle: str, *, next_step: str = "Check again.") -> None:
        super().__init__(f"{obstacle} {next_step}")
        self.obstacle = obstacle
        self.next_step = next_step


def expect(condition: object, *, expected: str, happened: str, think: str) -> None:
    """Raise `NotYet` unless ``condition`` holds."""
    if not condition:
        raise NotYet(expected=expected, happened=happened, think=think)
