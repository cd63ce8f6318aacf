"""A session laid out: it adds up, it leaves nobody sitting, and what doesn't fit is named."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from workshop.commands.agenda import print_agenda
from workshop.course.agenda import (
    BREAK,
    LONG_SESSION,
    LUNCH,
    SITTING,
    AgendaError,
    Slot,
    agenda,
    needed_minutes,
    read_results,
)
from workshop.lessons import COURSE, TRACKS
from workshop.notebook import built

SESSIONS = (90, 180, 360)


def laid_out(minutes: int, track: str) -> tuple[list[Slot], set[int]]:
    """A session, after having left out what was to be left out; and which lessons that were."""
    try:
        return agenda(minutes, track), set()
    except AgendaError as error:
        without = {
            int(each) for each in re.findall(r"--without ([\d,]+)", str(error))[0].split(",")
        }
        return agenda(minutes, track, without=without), without


@pytest.mark.parametrize("minutes", SESSIONS)
@pytest.mark.parametrize("track", TRACKS)
def test_a_session_adds_up_and_has_what_its_track_has(minutes: int, track: str) -> None:
    slots, without = laid_out(minutes, track)
    assert sum(slot.minutes for slot in slots) == minutes
    assert all(slot.minutes > 0 for slot in slots)
    for number in TRACKS[track]:
        lesson = COURSE[number]
        own = [slot for slot in slots if slot.lesson == number]
        assert sum(slot.minutes for slot in own) == (0 if number in without else lesson.minutes)
        practised = [slot.exercise for slot in own if slot.kind == "exercise"]
        exercises = [each for each in built.exercise_cells() if each.notebook == lesson.notebook]
        names = [f"{lesson.name}.{each.name}" for each in exercises]
        assert practised == ([] if number in without else names)


@pytest.mark.parametrize("minutes", SESSIONS)
@pytest.mark.parametrize("track", TRACKS)
def test_nobody_sits_for_too_long_and_no_break_is_before_or_after_nothing(
    minutes: int, track: str
) -> None:
    slots, _ = laid_out(minutes, track)
    sat = 0
    for before, slot in zip([Slot("break", 0), *slots], slots, strict=False):
        if slot.kind in ("break", "lunch"):
            assert before.kind not in ("break", "lunch")
            assert slot.minutes == (BREAK if slot.kind == "break" else LUNCH)
            sat = 0
        elif slot.kind != "questions":
            sat += slot.minutes
            assert sat <= SITTING, slot
        if slot.kind == "exercise":
            assert (before.kind, before.lesson) == ("teaching", slot.lesson)
    filled = [slot for slot in slots if slot.kind != "questions"]
    is_long = sum(slot.minutes for slot in filled) >= LONG_SESSION
    assert sum(slot.kind == "lunch" for slot in slots) == is_long
    if is_long:
        at = [slot.kind for slot in filled].index("lunch")
        morning = sum(slot.minutes for slot in filled[:at])
        assert abs(morning + LUNCH / 2 - sum(slot.minutes for slot in filled) / 2) < SITTING


@pytest.mark.parametrize("track", TRACKS)
def test_a_track_has_what_its_lessons_need_before_them(track: str) -> None:
    numbers = {lesson.notebook: lesson.number for lesson in COURSE}
    for at, number in enumerate(TRACKS[track]):
        lead = COURSE[number].source.read_text(encoding="utf-8").partition("```")[0]
        needs = re.search(r"You need \[.*?(?:\n\n|\Z)", lead, re.DOTALL)
        for notebook in re.findall(r"\]\((\w+\.ipynb)\)", needs[0] if needs else ""):
            assert numbers[notebook] in TRACKS[track][:at], (track, number, notebook)


def test_each_exercise_has_its_minutes_and_a_lesson_has_more_than_exercises() -> None:
    for lesson in COURSE:
        exercises = [each for each in built.exercise_cells() if each.notebook == lesson.notebook]
        assert len(lesson.practice) == len(exercises), lesson
        assert sum(lesson.practice) < lesson.minutes
        longest = 42 if lesson.name == "capstone" else 12  # the capstone has five milestones
        assert max(lesson.practice) <= longest


def test_what_a_room_needed_takes_the_place_of_the_estimates(tmp_path: Path) -> None:
    exercise = "workflow_definition.first_step"
    file = tmp_path / "results.csv"
    with file.open("w", newline="") as opened:
        table = csv.DictWriter(opened, ["learner", "exercise", "minutes"])
        table.writeheader()
        for minutes in (4.0, 8.0, 12.0, 16.0, ""):
            table.writerow({"learner": "ada", "exercise": exercise, "minutes": minutes})
        for minutes in (30.0, 31.0):
            table.writerow({"learner": "ada", "exercise": "timers.ask_back", "minutes": minutes})
    needed = needed_minutes(read_results(file))
    assert needed == {exercise: 13}, "the slowest quarter, and only where enough have done it"
    slots = agenda(180, "first-steps", needed=needed)
    assert Slot("exercise", 13, 1, exercise) in slots
    assert sum(slot.minutes for slot in slots) == 180


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "exercise,minutes\nx,long\n"])
def test_what_isnt_a_boards_results_is_said(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.csv"
    file.write_text(text or "minutes\n1\n")
    with pytest.raises(AgendaError, match="isn't a board's results"):
        read_results(file)
    with pytest.raises(AgendaError, match="isn't a board's results"):
        read_results(tmp_path / "nothing.csv")


def test_too_few_minutes_for_anything() -> None:
    with pytest.raises(AgendaError, match="5 minutes are too few for Start here: it takes 10"):
        agenda(5, "first-steps")
    with pytest.raises(AgendaError, match="nothing"):
        agenda(90, "first-steps", without=TRACKS["first-steps"])


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ({}, 0, "09:17    6  Exercise: first_step"),
        ({"begins": "13:30"}, 0, "13:30    5  00 Start here"),
        ({"minutes": 90}, 2, "--minutes 90 --track first-steps --without 02"),
        ({"minutes": 90, "without": "02"}, 0, "10:30       End"),
        ({"track": "tea"}, 2, "There is no track tea. There are: first-steps, reliability"),
        ({"begins": "9 o'clock"}, 2, "9 o'clock isn't a time of day"),
        ({"begins": "24:00"}, 2, "isn't a time of day"),
        ({"without": "two"}, 2, "Name lessons by their numbers"),
        ({"room": Path("no room")}, 2, "There is no room in no room."),
        ({"results": Path("none.csv")}, 2, "none.csv isn't a board's results."),
    ],
)
def test_the_sheet(
    options: dict[str, object], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {"minutes": 180, "track": "first-steps", "begins": "09:00", "without": ""}
    assert print_agenda(**{**given, "results": None, "room": None, **options}) == code  # type: ignore[arg-type]
    assert said in capsys.readouterr().out
