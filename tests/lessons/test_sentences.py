"""Each sentence of each exercise has a check that can fail, and each check an answer to prove it."""

from __future__ import annotations

import pytest

from tests.lessons.sentences import TELLS, proofs, read_sentences, text_of
from workshop.exercises import Exercise
from workshop.lessons import COURSE, Lesson

EXERCISES = [
    pytest.param(lesson, exercise, id=exercise.name)
    for lesson in COURSE
    for exercise in lesson.exercises
]


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_the_sentences_are_the_exercises_text_and_name_its_checks(
    lesson: Lesson, exercise: Exercise
) -> None:
    sentences = read_sentences(lesson)[exercise.name]
    assert " ".join(each.text for each in sentences) == text_of(exercise, lesson)
    assert all(each.checks for each in sentences)
    titles = {check.title for check in exercise.checks}
    named = {title for each in sentences for title in each.checks} - {TELLS}
    assert named == titles


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_each_check_fails_with_a_wrong_answer(lesson: Lesson, exercise: Exercise) -> None:
    proven = proofs()
    unproven = [each.title for each in exercise.checks if not proven[exercise.name, each.title]]
    assert unproven == []


def test_no_sentences_are_left_of_an_exercise_that_is_gone() -> None:
    for lesson in COURSE:
        assert set(read_sentences(lesson)) <= {each.name for each in lesson.exercises}
