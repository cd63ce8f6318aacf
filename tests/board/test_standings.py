"""What events mean: done, trying, stuck, spinning, a hand that is up."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.desk.spool import Event
from workshop.room.board.standings import (
    AWAY,
    SPINNING,
    Standing,
    Stuck,
    answered,
    hands,
    results,
    stuck_on,
)
from workshop.room.board.store import Received

REFUNDS, PAYS = "saga.refunds", "saga.pays"


def standing(learner: str, *events: Event) -> Standing:
    found = Standing(learner)
    for each in events:
        found.take(Received(learner, each.at, each))
    return found


def checks(exercise: str, *outcomes: str, title: str = "refunds", at: float = 1.0) -> list[Event]:
    """Checks, one a second; each that isn't met has the title."""
    return [
        Event("check", exercise, each, title if each == "not_yet" else "", at=at + seconds)
        for seconds, each in enumerate(outcomes)
    ]


def attempt(events: Sequence[Event], exercise: str = REFUNDS) -> dict[str, object]:
    found: dict[str, object] = standing("ada", *events).as_json()["attempts"][exercise]
    return found


def test_a_learner_who_tries() -> None:
    assert attempt(checks(REFUNDS, "not_attempted", "not_yet", "not_yet")) == {
        "outcome": "not_yet",
        "tries": 2,
        "began": 2.0,
        "ended": None,
        "title": "refunds",
        "spinning": False,
    }


def test_results_say_how_long_an_exercise_took_from_the_check_before() -> None:
    minute = 60.0
    events = [
        *checks(REFUNDS, "done", at=10 * minute),
        *checks(PAYS, "not_yet", at=15 * minute),
        *checks(PAYS, "done", at=22 * minute),
        *checks("timers.late", "done", at=22 * minute + AWAY),  # after the lunch break
        *checks("timers.later", "not_yet", at=90 * minute),
    ]
    done = "1970-01-01T00:22:00+00:00"
    assert results([standing("ada", *events)])[1] == {
        "seat": "ada",
        "exercise": PAYS,
        "outcome": "done",
        "checks": 2,
        "minutes": 12.0,
        "done": done,
    }
    assert [row["minutes"] for row in results([standing("ada", *events)])] == [0.0, 12.0, 0.0, ""]


def test_what_is_done_stays_done() -> None:
    found = attempt(checks(REFUNDS, "not_yet", "done", "not_yet", "not_yet"))
    assert (found["outcome"], found["tries"], found["ended"], found["title"]) == (
        "done",
        1,
        2.0,
        "",
    )


def test_the_same_check_again_and_again_is_spinning() -> None:
    same = checks(REFUNDS, *["not_yet"] * SPINNING)
    assert attempt(same)["spinning"]
    assert not attempt(same[1:])["spinning"]
    another = checks(REFUNDS, "not_yet", title="pays", at=2.5)
    assert not attempt(sorted([*same, *another], key=lambda each: each.at))["spinning"]
    assert not attempt([*same, *checks(REFUNDS, "done", at=99)])["spinning"]


def test_a_lesson_begun_anew_is_not_begun_and_what_is_given_isnt_done() -> None:
    anew = [
        *checks(REFUNDS, "done"),
        *checks("timers.late", "not_yet", at=5),
        Event("reset", "saga", at=6),
        Event("given", PAYS, at=7),
    ]
    found = standing("ada", *anew).as_json()["attempts"]
    assert {name: each["outcome"] for name, each in found.items()} == {
        "timers.late": "not_yet",
        PAYS: "given",
    }
    again = standing("ada", *anew, *checks(PAYS, "not_yet", "done", at=8))
    assert again.as_json()["attempts"][PAYS]["outcome"] == "done"
    done = standing("ada", *checks(PAYS, "done"), Event("given", PAYS, at=9))
    assert done.as_json()["attempts"][PAYS]["outcome"] == "done"


def test_what_could_not_be_judged_is_no_try_and_changes_no_title() -> None:
    found = attempt(checks(REFUNDS, "not_yet", "not_judged", "not_yet"))
    assert (found["tries"], found["title"]) == (2, "refunds")


def test_the_same_trouble_in_several_seats_is_one_group_and_the_largest_comes_first() -> None:
    room = [
        standing("cy", *checks(REFUNDS, "not_yet", title="order")),
        standing("bob", *checks(REFUNDS, "not_yet")),
        standing("ada", *checks(REFUNDS, "not_yet")),
        standing("eve", *checks(PAYS, "not_yet")),
        standing("kim", *checks(REFUNDS, "not_yet", "done")),
        standing("lee"),
    ]
    assert stuck_on(room) == [
        Stuck(REFUNDS, "refunds", ("ada", "bob")),
        Stuck(PAYS, "refunds", ("eve",)),
        Stuck(REFUNDS, "order", ("cy",)),
    ]


def test_one_who_has_gone_on_is_not_stuck_on_what_was_before() -> None:
    moved = [*checks(REFUNDS, "not_yet"), *checks(PAYS, "done", at=5)]
    assert stuck_on([standing("ada", *moved)]) == []


def test_what_was_answered_is_counted_without_names_and_only_what_was_asked() -> None:
    pace, lesson = "How was the pace?", "messages"

    def said(learner: str, *answers: str, question: str = pace) -> Standing:
        return standing(learner, *(Event("feedback", lesson, question, each) for each in answers))

    assert answered(
        [
            said("ada", "too slow", "too fast"),
            said("bob", "too fast"),
            said("cleo", "about right"),
            said("dora", "=1+1"),
            said("emil", "too fast", question="What is your password?"),
            standing("fay", Event("feedback", "no_lesson", pace, "too fast")),
        ]
    ) == [
        {"lesson": lesson, "question": pace, "answer": "too fast", "people": 2},
        {"lesson": lesson, "question": pace, "answer": "about right", "people": 1},
    ]
    assert said("ada", "too fast").at is None, "an answer is no check"


def test_who_has_waited_longest_is_the_first() -> None:
    room = [
        standing("ada", Event("hand", outcome="raised", at=9)),
        standing("bob", Event("hand", outcome="raised", at=3)),
        standing("cy", *(Event("hand", outcome=each, at=1) for each in ("raised", "lowered"))),
    ]
    assert hands(room) == ["bob", "ada"]
