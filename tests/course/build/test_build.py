"""From lesson.md to two notebooks: what goes where, and what the proof finds."""

from __future__ import annotations

import contextlib
import itertools
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from workshop.course.build import prove
from workshop.course.build.execute import read_replacements
from workshop.course.build.notebooks import as_bytes, notebook_for
from workshop.course.build.predictions import for_notebooks
from workshop.course.build.source import LessonSourceError, read_source
from workshop.exercises import Exercise
from workshop.lessons import COURSE, Lesson, find_lesson
from workshop.notebook.built import course_folder

LESSON = COURSE[1]


@pytest.fixture(scope="module")
def source() -> NotebookNode:
    return read_source(LESSON)


def test_two_builds_give_the_same_bytes(source: NotebookNode) -> None:
    one = as_bytes(notebook_for("starter", LESSON, source))
    other = as_bytes(notebook_for("starter", LESSON, read_source(LESSON)))
    assert one == other


def test_learners_get_starters_and_no_solution(source: NotebookNode) -> None:
    learners = notebook_for("starter", LESSON, source)
    solutions = notebook_for("solution", LESSON, source)
    named = [cell.metadata.exercise for cell in learners.cells if "exercise" in cell.metadata]
    assert named == [exercise.name for exercise in LESSON.exercises]
    assert len(learners.cells) == len(solutions.cells)
    differing = [
        (mine.id, theirs.id)
        for mine, theirs in zip(learners.cells, solutions.cells, strict=True)
        if mine.source != theirs.source
    ]
    assert len(differing) == len(LESSON.exercises)


def test_every_module_of_an_exercise_is_the_cell_it_belongs_to(source: NotebookNode) -> None:
    modules = {exercise.name: exercise.module for exercise in LESSON.exercises}
    for cell in source.cells:
        if cell.cell_type == "code" and "exercise" in cell.metadata:
            assert cell.source.startswith(f"%%module {modules[cell.metadata.exercise]}\n")


def test_what_would_give_an_answer_away_is_folded(source: NotebookNode) -> None:
    cells = [nbformat.v4.new_code_cell("x = 1", metadata={"folded_until": "first_step"})]
    cells.append(nbformat.v4.new_code_cell("y = 2", metadata={"jupyter": {"source_hidden": True}}))
    folded = notebook_for("starter", LESSON, nbformat.v4.new_notebook(cells=cells))
    assert [cell.metadata for cell in folded.cells] == [
        {"jupyter": {"source_hidden": True}, "workshop": {"folded_until": "first_step"}},
        {"jupyter": {"source_hidden": True}},
    ]
    cells = notebook_for("starter", LESSON, source).cells
    exercises = [cell for cell in cells if "exercise" in cell.metadata]
    assert exercises[0].metadata["workshop"] == {"hints": 3, "builds_on": None}


@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
def test_a_lesson_has_one_title_and_headings_in_order(lesson: Lesson) -> None:
    levels = [
        len(line) - len(line.lstrip("#"))
        for cell in read_source(lesson).cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("#")
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in itertools.pairwise(levels))


def test_an_exercise_without_a_solution_is_refused(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    cell = nbformat.v4.new_code_cell(
        "%%module x", metadata={"exercise": "lonely", "role": "starter"}
    )
    notebook = nbformat.v4.new_notebook(cells=[cell])
    monkeypatch.setattr("jupytext.read", lambda *_, **__: notebook)
    with pytest.raises(LessonSourceError, match="'lonely' needs a cell with role: starter"):
        read_source(LESSON)


def test_the_proof_names_a_doubled_name_and_an_empty_hint(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [Exercise("same", lesson="x", module=f"m{n}", hints=[" "]) for n in range(2)]
    monkeypatch.setattr(Lesson, "exercises", property(lambda _: twice))
    faults = list(prove.in_exercises([LESSON]))
    assert "the name same belongs to 2 exercises" in faults
    assert "same has no hints, or an empty one" in faults
    assert "same has no checks" in faults


@pytest.fixture
def built_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], AbstractContextManager[NotebookNode]]:
    """Give a built notebook of the lesson to be changed; the proof reads it as it is then."""
    for kind in ("notebooks", "solutions"):
        (tmp_path / kind).mkdir()
        shutil.copy(course_folder(kind) / LESSON.notebook, tmp_path / kind)
    monkeypatch.setattr(prove, "course_folder", lambda kind: tmp_path / kind)

    @contextlib.contextmanager
    def changed(kind: str) -> Iterator[NotebookNode]:
        notebook = nbformat.read(tmp_path / kind / LESSON.notebook, as_version=4)
        yield notebook
        nbformat.write(notebook, tmp_path / kind / LESSON.notebook)

    return changed


def test_the_proof_names_a_built_file_that_differs_from_its_source(
    built_files: Callable[[str], AbstractContextManager[NotebookNode]],
) -> None:
    assert list(prove.in_built_files(LESSON)) == []
    for kind in ("notebooks", "solutions"):
        with built_files(kind) as notebook:
            notebook.cells[-1].source += " And one word more."
    faults = list(prove.in_built_files(LESSON))
    assert [fault.partition("/")[0] for fault in faults] == ["notebooks", "solutions"]


def test_the_proof_names_a_solution_whose_check_shows_no_tick(
    built_files: Callable[[str], AbstractContextManager[NotebookNode]],
) -> None:
    assert list(prove.in_cells(LESSON)) == []
    with built_files("solutions") as notebook:
        check = next(each for each in notebook.cells if ".check()" in each.source)
        check.outputs[0]["data"]["text/plain"] = "✗ first_step · 0 of 3"
    (fault,) = prove.in_cells(LESSON)
    assert fault.endswith(f"the check in cell {check.id} shows no ✓")


def test_the_proof_names_an_exercise_with_a_long_cell(
    built_files: Callable[[str], AbstractContextManager[NotebookNode]],
) -> None:
    with built_files("notebooks") as notebook:
        cell = next(each for each in notebook.cells if "exercise" in each.metadata)
        cell.source += "\n\nx = 1" * prove.MOST_LINES
    (fault,) = prove.in_cells(LESSON)
    assert fault.startswith("the cell of first_step has ")


def test_pictures_and_ports_may_differ_between_runs() -> None:
    html = (
        'a <figure class="workshop-timeline">one\ntwo</figure> b '
        '<a href="http://127.0.0.1:4711/temporal">c</a>'
    )
    for pattern, replacement in read_replacements():
        html = pattern.sub(replacement, html)
    assert "two" not in html
    assert "4711" not in html
    assert html.startswith("a <figure") and html.endswith("</a>")


@pytest.mark.parametrize(
    "wanted",
    ["1", "01", "workflow_definition", "01_workflow_definition", "01_workflow_definition.ipynb"],
)
def test_a_lesson_is_found_by_number_and_name(wanted: str) -> None:
    assert find_lesson(wanted) is LESSON


@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
def test_every_link_to_a_notebook_leads_to_one(lesson: Lesson) -> None:
    links = set(re.findall(r"\]\(([^)]*\.ipynb)[^)]*\)", lesson.source.read_text(encoding="utf-8")))
    assert links <= {each.notebook for each in COURSE}


def test_the_readme_lists_the_course_with_its_minutes() -> None:
    readme = (course_folder("notebooks").parent / "README.md").read_text(encoding="utf-8")
    for lesson in COURSE:
        row = f"| [{lesson.title}](notebooks/{lesson.notebook}) | {lesson.minutes} |"
        assert f"| {lesson.number:02d} {row}" in readme


def test_predictions_and_what_happened_are_plain_markdown() -> None:
    text, known = for_notebooks("**Predict.** Will it?\n\n- [ ] no\n- [x] yes, `x`")
    assert text == "**Predict.** Will it?\n\n- no\n- yes, `x`"
    assert known == {"prediction": {"happens": [1]}}
    text, known = for_notebooks(
        ":::{dropdown} What happened\nIt did.\n\nTwice.\n:::\n\n**Predict.** And now?"
    )
    assert text == (
        "<details>\n<summary>What happened</summary>\n\nIt did.\n\nTwice.\n\n</details>"
        "\n\n**Predict.** And now?"
    )
    assert known == {"explains": True, "prediction": {"happens": []}}
    assert for_notebooks(":::{dropdown} Our way\nIt is short.\n:::")[1] == {}
    assert for_notebooks("Nothing to predict.\n\n- one") == ("Nothing to predict.\n\n- one", {})


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("**Predict.** Will it?\n\n- [ ] no\n- [ ] yes", "none of these choices comes true"),
        ("Which?\n\n- [ ] no\n- [x] yes", "choices without"),
        (":::{dropdown} What happened\nIt did.", "belongs to no"),
    ],
)
def test_a_prediction_that_can_not_come_true_is_refused(source: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        for_notebooks(source)


@pytest.mark.parametrize(
    ("minutes", "lead", "faults"),
    [
        (30, "In about 30 minutes you can\n\n- a (10 minutes),\n- b (20 minutes).\n", []),
        (30, "In about 20 minutes you can", ["tea does not begin with its 30 minutes"]),
        (3, "In about 3 minutes: (1 minute), (3 minutes)", ["the parts of tea take 4 minutes"]),
        (61, "In about 61 minutes", ["tea takes 61 minutes, and no lesson may take over 60"]),
    ],
)
def test_the_minutes_of_a_lesson_add_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutes: int, lead: str, faults: list[str]
) -> None:
    (tmp_path / "lesson.md").write_text(
        f"# Tea\n\n{lead}\n\n```{{code-cell}}\n# (99 minutes)\n```\n"
    )
    monkeypatch.setattr(Lesson, "source", tmp_path / "lesson.md")
    found = list(prove.in_minutes(Lesson(1, "tea", "Tea", minutes, practice=())))
    assert len(found) == len(faults)
    assert all(each.startswith(fault) for each, fault in zip(found, faults, strict=True))
