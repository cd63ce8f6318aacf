"""The board's addresses, below its prefix.

::

    GET  /                  the page, for the instructor
    GET  /news              what it shows: all of it, then each change (server-sent events)
    GET  /results.csv       a row for each exercise that a learner has checked
    GET  /feedback.csv      how many gave which answer at the end of which lesson
    GET  /certificate/SEAT  what a learner has done, as a page to print
    GET  /slides/NUMBER     a lesson's slides; /notes/NUMBER, what the instructor has to know
    PUT  /rules             {what, exercise, rule}: when hints or solutions open
    PUT  /clock             {began | null, added}: when the session began, which slots last longer
    PUT  /pinned            {text}: what stands in everybody's course panel
    POST /deeds             {learner, what, lesson}: reset a lesson, or catch up with those before it
    POST /laptops           {name}: a token for somebody's laptop; answers {seat, token}
    DELETE /laptops/SEAT    make a seat's tokens worthless
    POST /messages          {learner | null, text}
    DELETE /hands/SEAT      somebody has seen to a raised hand
    PUT  /help/SEAT         let the instructor into a JupyterLab for a while; answers {url}
    DELETE /help/SEAT       no longer
    DELETE /learners/SEAT   forget what is known of a learner

    GET  /health            whether it serves; for everybody

    POST /seat/events       {spool, events}: a seat tells; answers {have}
    POST /seat/orders       {spool}: what a seat has to know, a line of JSON for each change
"""

import csv
import io
import json
import sqlite3
import time
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse
from fastapi.staticfiles import StaticFiles

from workshop.course.slides.deck import Deck, deck
from workshop.course.slides.pages import deck_page, notes_page
from workshop.desk.spool import Event
from workshop.lessons import COURSE, find_lesson
from workshop.notebook import built
from workshop.room.board import requests
from workshop.room.board.board import Board
from workshop.room.board.completion import certificate
from workshop.room.board.gate import Gate
from workshop.room.board.hub import Hub, HubError
from workshop.room.seats import INSTRUCTOR, SeatError, seat_for, usable_name

PAGE = Path(__file__).parent / "page"

#: Seconds that the instructor may stay in somebody's JupyterLab.
HELP_LASTS = 15 * 60.0

#: The columns of the results.
RESULTS = ("learner", "seat", "exercise", "outcome", "checks", "minutes", "done")

#: The columns of what was answered.
FEEDBACK = ("lesson", "question", "answer", "people")

#: Milliseconds after which a page that has lost the board looks for it again.
AGAIN = 500


def board_app(board: Board, gate: Gate, hub: Hub, prefix: str) -> FastAPI:
    """Return the whole service.

    Args:
        board: what it serves.
        gate: who may.
        hub: what lets the instructor into a JupyterLab.
        prefix: the path before all addresses, without a slash at the end.
    """
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    _add_health(app, prefix)
    _add_seats(app, board, gate, prefix)
    _add_page(app, board, gate, prefix)
    _add_lessons(app, gate, prefix)
    _add_wishes(app, board, gate, prefix)
    _add_help(app, board, gate, hub, prefix)
    return app


def _add_seats(app: FastAPI, board: Board, gate: Gate, prefix: str) -> None:
    Seat = Annotated[str, Depends(gate.seat)]

    @app.post(f"{prefix}/seat/events")
    async def tell(seat: Seat, telling: requests.Telling) -> dict[str, int]:
        events = [
            (each.number, Event(**each.model_dump(exclude={"number"}))) for each in telling.events
        ]
        try:
            return {"have": board.tell(seat, telling.spool, events)}
        except sqlite3.Error as error:
            raise HTTPException(507, f"The board can't keep it now: {error}.") from None

    @app.post(f"{prefix}/seat/orders")
    async def listen(seat: Seat, listening: requests.Listening) -> StreamingResponse:
        async def lines() -> AsyncIterator[str]:
            async for orders in board.listen(seat, listening.spool):
                yield "\n" if orders is None else json.dumps(orders) + "\n"

        return StreamingResponse(lines(), media_type="application/x-ndjson")


def _add_health(app: FastAPI, prefix: str) -> None:
    @app.get(f"{prefix}/health")
    async def health() -> dict[str, bool]:
        return {"serving": True}


def _add_page(app: FastAPI, board: Board, gate: Gate, prefix: str) -> None:
    @app.get(f"{prefix}/")
    async def page(request: Request) -> Response:
        return await gate.page(request, (PAGE / "index.html").read_text(encoding="utf-8"))

    @app.get(f"{prefix}/oauth_callback")
    async def came_back(request: Request) -> Response:
        return await gate.came_back(request)

    @app.get(f"{prefix}/news", dependencies=[Depends(gate.instructor)])
    async def news() -> StreamingResponse:
        async def events() -> AsyncIterator[str]:
            yield f"retry: {AGAIN}\nevent: course\ndata: {json.dumps(_course())}\n\n"
            async for each in board.watch():
                yield ":\n\n" if each is None else f"data: {json.dumps(each)}\n\n"

        return StreamingResponse(
            events(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    @app.get(f"{prefix}/results.csv", dependencies=[Depends(gate.instructor)])
    async def results() -> Response:
        return _table(RESULTS, board.results())

    @app.get(f"{prefix}/feedback.csv", dependencies=[Depends(gate.instructor)])
    async def feedback() -> Response:
        return _table(FEEDBACK, board.answers())

    @app.get(f"{prefix}/certificate/{{seat}}", dependencies=[Depends(gate.instructor)])
    async def certify(seat: str) -> Response:
        try:
            return HTMLResponse(certificate(board.achieved(seat)))
        except LookupError as error:
            raise HTTPException(404, str(error)) from None

    app.mount(f"{prefix}/page", StaticFiles(directory=PAGE))


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Response:
    text = io.StringIO()
    table = csv.DictWriter(text, fieldnames=columns)
    table.writeheader()
    table.writerows(rows)
    return Response(text.getvalue(), media_type="text/csv; charset=utf-8")


def _add_lessons(app: FastAPI, gate: Gate, prefix: str) -> None:
    @app.get(f"{prefix}/slides/{{number}}")
    async def slides(request: Request, number: str) -> Response:
        return await gate.page(request, deck_page(_deck(number)))

    @app.get(f"{prefix}/notes/{{number}}")
    async def notes(request: Request, number: str) -> Response:
        return await gate.page(request, notes_page(_deck(number)))


def _deck(number: str) -> Deck:
    try:
        return deck(number)
    except LookupError as error:
        raise HTTPException(404, str(error)) from None


def _course() -> list[dict[str, Any]]:
    """Return the lessons and their exercises, as the page takes them."""
    return [
        {
            "number": lesson.number,
            "name": lesson.name,
            "title": lesson.title,
            "exercises": [
                f"{lesson.name}.{cell.name}" for cell in built.exercises_in(lesson.notebook)
            ],
        }
        for lesson in COURSE
    ]


def _add_wishes(app: FastAPI, board: Board, gate: Gate, prefix: str) -> None:
    of_instructor: Any = {"dependencies": [Depends(gate.instructor)], "status_code": 204}

    @app.put(f"{prefix}/rules", **of_instructor)
    async def set_rule(new: requests.NewRule) -> None:
        board.set_rule(new.what, new.exercise, new.rule)

    @app.put(f"{prefix}/pinned", **of_instructor)
    async def pin(new: requests.NewText) -> None:
        board.pin(new.text)

    @app.put(f"{prefix}/clock", **of_instructor)
    async def set_clock(new: requests.NewClock) -> None:
        board.set_clock(new.began, new.added)

    @app.post(f"{prefix}/messages", **of_instructor)
    async def send(new: requests.NewMessage) -> None:
        board.send(new.learner, new.text)

    @app.post(f"{prefix}/deeds", **of_instructor)
    async def do(new: requests.NewDeed) -> None:
        if find_lesson(new.lesson) is None:
            raise HTTPException(422, f"There is no lesson {new.lesson}.")
        board.do(new.learner, new.what, new.lesson)

    @app.post(f"{prefix}/laptops", dependencies=[Depends(gate.instructor)])
    async def give_token(new: requests.NewLaptop) -> dict[str, str]:
        try:
            seat = seat_for(usable_name(new.name), ())
        except SeatError as error:
            raise HTTPException(422, str(error)) from None
        return {"seat": seat, "token": gate.token_of(seat)}

    @app.delete(f"{prefix}/laptops/{{seat}}", **of_instructor)
    async def revoke(seat: str) -> None:
        gate.revoke(seat)

    @app.delete(f"{prefix}/hands/{{seat}}", **of_instructor)
    async def lower(seat: str) -> None:
        board.lower(seat)

    @app.delete(f"{prefix}/learners/{{seat}}", **of_instructor)
    async def forget(seat: str) -> None:
        board.forget(seat)


def _add_help(app: FastAPI, board: Board, gate: Gate, hub: Hub, prefix: str) -> None:
    of_instructor: Any = {"dependencies": [Depends(gate.instructor)]}

    @app.put(f"{prefix}/help/{{seat}}", **of_instructor)
    async def begin(seat: str) -> dict[str, str]:
        try:
            await hub.let_in(seat)
        except HubError as error:
            raise HTTPException(409, str(error)) from None
        board.help(seat, time.time() + HELP_LASTS)
        # A layout of its own: the learner's stays as it is.
        return {"url": f"/user/{seat}/lab/workspaces/{INSTRUCTOR}"}

    @app.delete(f"{prefix}/help/{{seat}}", **of_instructor, status_code=204)
    async def end(seat: str) -> None:
        try:
            await hub.shut_out(seat)
        except HubError as error:
            raise HTTPException(409, str(error)) from None
        board.leave(seat)
