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
        "One comparison of the whole `post.story` proves sentence 1 and sentence 2: who got which mail, "
        "and which heartbeat came after it. Don't forget what the activity returns.",
        "For a second attempt, replace `environment.info` before you run: the lesson's last given cell "
        "does it. Then look at who gets a mail, and at what is returned.",
        "For a cancel in the middle, let `Post` call `self.environment.cancel()` at the second mail and "
        "then `await asyncio.sleep(0.01)`. Around `environment.run`: "
        "`with pytest.raises(asyncio.CancelledError):`. Who has mail afterwards?",
    ],
)
judge_by_mutants(activity_alone, versions_in(MUTANTS / "mails"), "an activity")
