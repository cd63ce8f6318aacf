"""What the exercises ask of a mail: it is attempted again while the mail service is down."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from workshop.exercises import expect
from workshop.exercises.engine.words import in_seconds
from workshop.exercises.workflows.troubles import PASSING
from workshop.history import History

#: How long the mail service may be down, as the exercises say.
OUTAGE = timedelta(minutes=5)

#: More than an outage; the time that a check skips for the attempts of a mail.
AND_MORE = timedelta(minutes=15)

#: In this time no call to the shop is surely over.
SHORT_ATTEMPT = timedelta(seconds=1)

#: An outage as the shop tells it: the waits between this many attempts, as the SDK makes them, take
#: less than five minutes.
DOWN = PASSING[:8]


def expect_mails_outlast_an_outage(histories: Iterable[History]) -> None:
    """Raise `NotYet` if an option of a mail, as the history shows it, would give it up too soon.

    A limit of attempts is not read: it may be part of a loop.
    """
    for mail in (each for history in histories for each in history.activities):
        for kind, limit, think in (
            (
                "schedule to close",
                mail.schedule_to_close_timeout,
                "which timeout is for one attempt, and which for all of them together.",
            ),
            (
                "schedule to start",
                mail.schedule_to_start_timeout,
                "what happens to a mail while no worker is there.",
            ),
        ):
            expect(
                not limit or limit >= OUTAGE,
                expected=f"a mail to be tried for at least {in_seconds(OUTAGE)}",
                happened=f"the history shows {in_seconds(limit)} as the timeout of {mail.type} "
                f"from {kind}.",
                think=think,
            )
        one_attempt = min(mail.start_to_close_timeout or OUTAGE, mail.heartbeat_timeout or OUTAGE)
        expect(
            one_attempt >= SHORT_ATTEMPT,
            expected="one attempt at a mail to have a second",
            happened=f"the history shows {in_seconds(one_attempt)}.",
            think="which unit that number has.",
        )
