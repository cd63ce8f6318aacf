"""Exercise activity_alone: an activity without a workflow."""

from __future__ import annotations

from workshop.exercises.own_tests.judging import judge_by_mutants
from workshop.exercises.own_tests.mutants import TestsExercise, versions_in
from workshop.lessons.testing.evidence import MUTANTS

activity_alone = TestsExercise(
    "activity_alone",
    lesson="testing",
    module="test_mails",
    tested="shop_mails",
    hints=[
        "Your `post` can write down to whom it was asked to write, and with which subject. "
        "`environment.on_heartbeat` can write into the same list: then the list says what came "
        "after what.",
        "A second attempt: `environment.info = dataclasses.replace(environment.info, "
        'heartbeat_details=[["mail-1"]])`. Then look at who gets a mail and what is returned.',
        "A cancel in the middle: a `post` that calls `environment.cancel()` at the second mail and "
        "then awaits something, for example `asyncio.sleep(0.01)`. Around `environment.run`: "
        "`with pytest.raises(asyncio.CancelledError):`. Afterwards nobody else may have mail.",
    ],
)
judge_by_mutants(activity_alone, versions_in(MUTANTS / "mails"), "an activity")
