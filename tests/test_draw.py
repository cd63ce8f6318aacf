"""CI tries what the change touches and a part of the rest; three parts are the whole."""

from __future__ import annotations

import pytest

from tests import draw
from tests.draw import Candidate, choose

COMMITS = ("00000000", "00000001", "00000002")  # one for each third


def answer(lesson: str, exercise: str, name: str) -> Candidate:
    file = f"tests/lessons/{lesson}/rejected/{exercise}/{name}.py"
    return Candidate(f"{file}::it", lesson=lesson, exercise=exercise, file=file)


BANK = [
    answer(lesson, exercise, f"answer_{number}")
    for lesson, exercise in (
        ("activities", "long_work"),
        ("activities", "lost_answer"),
        ("testing", "mocked_order"),
        ("worker_and_client", "typed_client"),
        ("worker_and_client", "change_update"),
    )
    for number in range(30)
]


def exercises(chosen: set[str]) -> dict[str, int]:
    counts = {
        each.exercise: sum(it.id in chosen for it in BANK if it.exercise == each.exercise)
        for each in BANK
    }
    return {str(name): number for name, number in counts.items() if number == 30}


def test_three_thirds_are_the_whole_and_none_is_in_two() -> None:
    thirds = [choose(BANK, [], commit) for commit in COMMITS]
    assert sum(map(len, thirds)) == len(BANK)
    assert set().union(*thirds) == {each.id for each in BANK}


def test_the_same_commit_draws_the_same() -> None:
    assert choose(BANK, [], "1234abcd") == choose(BANK, [], "1234abcd")


def test_an_answer_that_was_changed_is_tried() -> None:
    for commit in COMMITS:
        assert BANK[7].id in choose(BANK, [BANK[7].file or ""], commit)


@pytest.mark.parametrize(
    ("changed", "whole"),
    [
        ("workshop/lessons/activities/long_work.py", {"long_work"}),
        ("workshop/lessons/activities/evidence.py", {"long_work", "lost_answer"}),
        ("workshop/lessons/activities/lesson.md", {"long_work", "lost_answer"}),
        ("workshop/exercises/own_tests/mutants.py", {"mocked_order"}),
        ("workshop/exercises/programs/program.py", {"typed_client"}),
        ("workshop/exercises/programs/caller.py", {"typed_client"}),
        ("README.md", set()),
    ],
)
def test_all_answers_of_what_a_change_touches_are_tried(changed: str, whole: set[str]) -> None:
    assert set(exercises(choose(BANK, [changed], COMMITS[0]))) == whole


def test_no_more_is_chosen_than_can_be_afforded_and_the_change_comes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(draw, "AFFORDABLE", 40)
    chosen = choose(BANK, ["workshop/lessons/testing/lesson.md"], COMMITS[0])
    assert len(chosen) == 40
    assert set(exercises(chosen)) == {"mocked_order"}


def test_a_long_test_counts_for_as_much_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draw, "AFFORDABLE", 40)
    long = Candidate("tests/long.py::it", weight=35, lesson="testing")
    chosen = choose([long, *BANK], ["workshop/lessons/testing/lesson.md"], COMMITS[0])
    assert long.id not in chosen or len(chosen) <= 6


def test_the_change_is_what_was_committed_last() -> None:
    assert all("\n" not in each for each in draw.changed_files())
    assert len(draw.tested_commit()) == 40
