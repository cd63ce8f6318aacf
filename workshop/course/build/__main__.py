"""``python -m workshop.course.build``: build the notebooks, or prove that the course holds together."""

from __future__ import annotations

import argparse
import os
import sys

from workshop.course.build import decks
from workshop.course.build.execute import execute
from workshop.course.build.notebooks import as_bytes, notebook_for
from workshop.course.build.prove import prove
from workshop.course.build.source import read_source
from workshop.lessons import COURSE, Lesson
from workshop.notebook.built import course_folder


def built(lesson: Lesson) -> dict[str, bytes]:
    """Return the lesson's two notebooks by the kind of folder they belong in."""
    source = read_source(lesson)
    solution = notebook_for("solution", lesson, source)
    execute(solution)
    return {
        "notebooks": as_bytes(notebook_for("starter", lesson, source)),
        "solutions": as_bytes(solution),
    }


def main() -> int:
    """Build the lessons that are named, or all, or check; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m workshop.course.build", description=__doc__)
    parser.add_argument("lessons", nargs="*", help="names of lessons; default: all")
    parser.add_argument("--check", action="store_true", help="write nothing, prove everything")
    parser.add_argument("--slides", action="store_true", help="only the slides: no cell is run")
    arguments = parser.parse_args()
    lessons = [each for each in COURSE if not arguments.lessons or each.name in arguments.lessons]
    if arguments.check:
        return prove(lessons)
    for lesson in lessons:
        # Learners' sources first: exercises read their starters and solutions from built files.
        source = read_source(lesson)
        slides = course_folder("slides")
        slides.mkdir(exist_ok=True)
        (slides / lesson.slides).write_bytes(decks.as_bytes(decks.deck_of(lesson, source)))
        if arguments.slides:
            continue
        for kind, role in (("notebooks", "starter"), ("solutions", "solution")):
            folder = course_folder(kind)
            folder.mkdir(exist_ok=True)
            path = folder / lesson.notebook
            if kind == "notebooks" or not path.exists():
                path.write_bytes(as_bytes(notebook_for(role, lesson, source)))
        for kind, content in built(lesson).items():
            (course_folder(kind) / lesson.notebook).write_bytes(content)
        print(f"built {lesson.notebook}")
    return 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # a process that used the SDK can crash on its ordinary way out
