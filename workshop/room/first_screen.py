"""What the instructor reads when the room is open: links, code, how many fit, what isn't protected."""

from __future__ import annotations

from io import StringIO

import segno

from workshop.room.options import Isolation

#: MB of memory to count on for a learner: docs/room.md has what was measured.
PER_LEARNER = 550


def first_screen(
    *,
    learners: str,
    instructor: str,
    code: str,
    bundle: str,
    memory: float,
    makes_certificate: bool,
    memory_of_each: int,
    isolation: Isolation,
) -> str:
    """Return what the instructor reads when the room is open.

    Args:
        learners: the learners' link.
        instructor: the instructor's link.
        code: the room's code.
        bundle: where laptops get the course, or nothing.
        memory: the megabytes that are to be had.
        makes_certificate: the room's certificate is its own.
        memory_of_each: the megabytes that a learner may take; 0: no limit.
        isolation: what keeps them apart.
    """
    fit = learners_that_fit(memory)
    lines = [
        "",
        "The room is open.",
        "",
        f"  learners    {learners}",
        f"  instructor  {instructor}",
        f"  the code    {code}",
        *([f"  on laptops  {bundle}"] if bundle else []),
        "",
        _picture_of(learners),
        f"There is memory for {fit} learners, at {PER_LEARNER} MB each. To try it: workshop room rehearse"
        if fit
        else f"There isn't memory for a single learner: each needs {PER_LEARNER} MB. Close other "
        "programs, or open the room on another machine.",
        "",
        *_what_is_limited(memory_of_each, isolation),
        *_what_is_apart(isolation),
    ]
    if makes_certificate:
        lines += [
            "",
            "The room made its own certificate, so browsers will warn about it once. To spare your",
            "learners that, bring one: --certificate and --key.",
        ]
    return "\n".join([*lines, "", "Ctrl-C closes the room. Everybody's work stays.", ""])


def _what_is_limited(memory: int, isolation: Isolation) -> list[str]:
    if not memory:
        return []
    said = f"A learner may take {memory} MB, and is told from 80 % of it on."
    if isolation.limits:
        return [f"{said} systemd holds them to it.", ""]
    return [said, f"Nobody holds them to it, as {isolation.trouble_with_limits}.", ""]


def _what_is_apart(isolation: Isolation) -> list[str]:
    if isolation.own_users:
        return [
            "Kept apart: each learner's JupyterLab, Temporal server, shop and files. Each learner is a",
            "user of their own on this machine.",
            "Not kept apart: ports. A learner's code can reach other people's servers. For walls, see",
            "docs/room.md.",
        ]
    lines = [
        "Kept apart: each learner's JupyterLab, Temporal server and shop.",
        "Not kept apart: files and ports. Everything runs as you on this machine, so a learner's code",
        "can read other people's folders and reach their servers. For walls, see docs/room.md.",
    ]
    if isolation.trouble_with_users:
        lines += [
            "",
            "You are root, so a learner's code may do everything on this machine. Learners can't be",
            f"users of their own, as {isolation.trouble_with_users}.",
            "Put the course and the room's folder where everybody can read them, or don't be root.",
        ]
    return lines


def learners_that_fit(memory: float) -> int:
    """Return how many learners so many megabytes are enough for."""
    return max(0, int(memory // PER_LEARNER))


def _picture_of(link: str) -> str:
    """Return the link as a QR code."""
    text = StringIO()
    segno.make(link, error="l").terminal(text, compact=True)
    return text.getvalue()
