"""The addresses that the panel asks: ``…/workshop/course`` and ``…/workshop/exercises/NAME``; and
the pages ``…/workshop/slides/05`` and ``…/workshop/notes/05``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from workshop.course.slides.deck import Deck, deck, without_notes
from workshop.course.slides.pages import deck_page, notes_page
from workshop.desk.feedback import AnswerError, answer
from workshop.desk.spool import Event, Spool, room_of
from workshop.lab.workspace import Workspace, find_workspace
from workshop.notebook import built
from workshop.panel.answers import cells_of, difference, forget, keep, solution_locked, tell_not_run
from workshop.panel.course import course_of


class _Handler(APIHandler):
    def initialize(self, workspace: Workspace, root: Path) -> None:
        self.workspace = workspace
        self.root = root

    def done(self) -> None:
        """Answer that it is done, and nothing more."""
        self.set_status(204)
        self.finish()


class CourseHandler(_Handler):
    """``GET``: the course as the learner has it."""

    @web.authenticated
    def get(self) -> None:
        """Answer with `course_of`."""
        self.finish(json.dumps(course_of(self.workspace, self.root)))


class ExerciseHandler(_Handler):
    """An exercise: ``GET`` its cells, and how mine and ours differ; ``PUT`` mine aside; ``POST`` that
    its cell didn't run, and so wasn't checked; ``DELETE`` what is known of it: its outcome, and how
    many hints were given.
    """

    @web.authenticated
    def get(self, name: str) -> None:
        """Answer with `cells_of` and, in ``difference``, an HTML table."""
        try:
            cells = cells_of(self.workspace, name)
        except LookupError as error:
            raise web.HTTPError(404, str(error)) from None
        if locked := solution_locked(self.workspace, name):
            self.finish(json.dumps({**cells, "ours": None, "difference": "", "locked": locked}))
            return
        mine = cells["mine"] or cells["starter"]
        shown = difference(mine, cells["ours"])
        self.finish(json.dumps({**cells, "difference": shown, "locked": ""}))

    @web.authenticated
    def put(self, name: str) -> None:
        """Keep the text ``source`` in the backups; answer with where it is."""
        body: Any = self.get_json_body()
        if not isinstance(body, dict) or not isinstance(body.get("source"), str):
            raise web.HTTPError(400, 'expected the text of a cell, as {"source": …}')
        try:
            kept = keep(self.workspace, name, body["source"])
        except LookupError as error:
            raise web.HTTPError(404, str(error)) from None
        self.finish(json.dumps({"kept": kept}))

    @web.authenticated
    def post(self, name: str) -> None:
        """Tell the room, if there is one, of a check that came to nothing: the cell didn't run."""
        try:
            tell_not_run(self.workspace, name)
        except LookupError as error:
            raise web.HTTPError(404, str(error)) from None
        self.done()

    @web.authenticated
    def delete(self, name: str) -> None:
        """Forget the outcome and the hints, as ``reset()`` does."""
        try:
            forget(self.workspace, name)
        except LookupError as error:
            raise web.HTTPError(404, str(error)) from None
        self.done()


class RoomHandler(_Handler):
    """``PUT``: what the learner says to the room: ``raised``, ``tells``, or both. ``POST``: an answer to
    a question about a lesson, as ``notebook``, ``question`` and ``answer``.
    """

    def _said(self) -> tuple[Spool, Any]:
        """Return the room's spool, and what is said to it."""
        spool = room_of(self.workspace.state)
        body: Any = self.get_json_body()
        if spool is None:
            raise web.HTTPError(404, "this lab isn't part of a room")
        return spool, body

    @web.authenticated
    def put(self) -> None:
        """Raise or lower the hand; tell of checks from now on, or don't."""
        spool, body = self._said()
        if not isinstance(body, dict) or not all(isinstance(each, bool) for each in body.values()):
            raise web.HTTPError(400, 'expected {"raised": true or false, "tells": true or false}')
        if "tells" in body:
            spool.tells = body["tells"]
        if "raised" in body:
            spool.append(Event("hand", outcome="raised" if body["raised"] else "lowered"))
        self.done()

    @web.authenticated
    def post(self) -> None:
        """Tell the room how a lesson was."""
        spool, body = self._said()
        try:
            notebook, question, said = (body[each] for each in ("notebook", "question", "answer"))
            if notebook not in built.places().values():
                raise LookupError(f"there is no lesson {notebook}")
            answer(spool, built.lesson(notebook), built.sections(notebook), question, said)
        except (LookupError, TypeError, AnswerError) as error:
            raise web.HTTPError(400, str(error)) from None
        self.done()


class PageHandler(JupyterHandler):
    """``GET``: a lesson's slides, or its notes, by the lesson's number."""

    def initialize(self, page: Callable[[Deck], str]) -> None:
        """Say which of the two."""
        self.page = page

    @web.authenticated
    def get(self, number: str) -> None:
        """Answer with the page."""
        try:
            self.finish(self.page(deck(number)))
        except LookupError as error:
            raise web.HTTPError(404, str(error)) from None


def add_handlers(server: Any) -> None:
    """Add the panel's addresses to a Jupyter server."""
    base = server.web_app.settings["base_url"]
    root = Path(server.root_dir).resolve()
    workspace = find_workspace(root)
    given = {"workspace": workspace, "root": root}
    pages = {"slides": deck_page, "notes": notes_page}
    if room_of(workspace.state):  # there, the notes are on the instructor's board
        pages = {"slides": lambda deck: deck_page(without_notes(deck))}
    server.web_app.add_handlers(
        ".*$",
        [
            (url_path_join(base, "workshop", "course"), CourseHandler, given),
            (url_path_join(base, "workshop", "room"), RoomHandler, given),
            (url_path_join(base, "workshop", "exercises", r"(\w+)"), ExerciseHandler, given),
            *(
                (url_path_join(base, "workshop", kind, r"(\d+)"), PageHandler, {"page": page})
                for kind, page in pages.items()
            ),
        ],
    )
