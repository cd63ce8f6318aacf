"""The panel's addresses, on a Jupyter server with a prefix."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import cast

import httpx
import pytest

from tests.environment import persons_environment
from tests.families import wait_until
from workshop.desk.orders import EVERY, Message, Orders, write_orders
from workshop.desk.spool import IN_ROOM, Spool
from workshop.exercises.engine.progress import (
    read_hints,
    read_progress,
    record_hints,
    record_progress,
)
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.patience import slowness
from workshop.processes.ports import free_port

Server = tuple[httpx.Client, Workspace]


@contextmanager
def _serve(folder: Path, **more: str) -> Iterator[Server]:
    """Run a Jupyter server as JupyterHub starts one, under a prefix; return the workspace it shows."""
    workspace = Workspace(folder / "course")
    workspace.create()
    port = free_port(None)
    command = [
        *(sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser"),
        *("--port", str(port), "--ServerApp.port_retries=0", "--IdentityProvider.token=secret"),
        *("--ServerApp.base_url=/user/ada", f"--ServerApp.root_dir={workspace.root}"),
        "--ServerApp.jpserver_extensions={'workshop.panel': True}",
    ]
    environment = persons_environment(WORKSHOP_WORKSPACE=str(workspace.root), **more)
    with (
        Popen(
            command, stdout=DEVNULL, stderr=DEVNULL, cwd=workspace.root, env=environment
        ) as process,
        httpx.Client(
            base_url=f"http://127.0.0.1:{port}/user/ada",
            headers={"Authorization": "token secret"},
            trust_env=False,
        ) as client,
    ):

        def answers() -> bool:
            try:
                return client.get("/api/status").is_success
            except httpx.TransportError:
                return False

        assert wait_until(answers, 30 * slowness())
        yield client, workspace
        process.terminate()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a learner alone."""
    with _serve(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="module")
def in_a_room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of a seat; the test is its room."""
    with _serve(tmp_path_factory.mktemp("seat"), **{IN_ROOM: "1"}) as server:
        Spool(server[1].state).create()
        yield server


def test_the_course_and_an_exercise_are_told(server: Server) -> None:
    client, _ = server
    course = client.get("/workshop/course").raise_for_status().json()
    assert course["lessons"][0]["title"] == "Start here"
    exercise = client.get("/workshop/exercises/first_step").raise_for_status().json()
    assert exercise["starter"].startswith("%%module order_first_step\n")
    assert "workshop-difference" in exercise["difference"]


def test_what_is_kept_says_where(server: Server) -> None:
    client, workspace = server
    answer = client.put("/workshop/exercises/first_step", json={"source": "mine"})
    assert (workspace.root / answer.json()["kept"]).read_text() == "mine"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("nothing", {"source": "x"}, 404),
        ("first_step", {"text": "x"}, 400),
        ("first_step", ["x"], 400),
    ],
)
def test_what_cannot_be_kept_is_refused(
    server: Server, path: str, body: object, status: int
) -> None:
    assert server[0].put(f"/workshop/exercises/{path}", json=body).status_code == status
    assert server[0].get("/workshop/exercises/nothing").status_code == 404


def test_what_is_known_of_an_exercise_is_forgotten(
    server: Server,
) -> None:
    client, workspace = server
    record_progress(workspace, "workflow_definition.first_step", Outcome.DONE)
    record_hints(workspace, "workflow_definition.first_step", 2)
    assert client.delete("/workshop/exercises/first_step").status_code == 204
    assert read_progress(workspace) == {}
    assert read_hints(workspace)["workflow_definition.first_step"] == 0
    assert client.delete("/workshop/exercises/nothing").status_code == 404


def test_nobody_without_the_token_is_answered(server: Server) -> None:
    client, _ = server
    for method, path in (
        ("GET", "course"),
        ("GET", "exercises/first_step"),
        ("PUT", "exercises/first_step"),
        ("DELETE", "exercises/first_step"),
    ):
        answer = httpx.request(
            method,
            f"{client.base_url}workshop/{path}",
            content=json.dumps({"source": "x"}),
            trust_env=False,
        )
        assert answer.status_code == 403


def test_a_lessons_slides_and_notes_are_pages(server: Server) -> None:
    client, _ = server
    for kind in ("slides", "notes"):
        answer = client.get(f"/workshop/{kind}/5")
        assert answer.headers["Content-Type"].startswith("text/html")
        assert f"<title>05 Saga compensation · {kind}</title>" in answer.text
        assert client.get(f"/workshop/{kind}/99").status_code == 404
        stranger = httpx.get(f"{client.base_url}workshop/{kind}/5", trust_env=False)
        assert (stranger.status_code, "/login" in stranger.headers["Location"]) == (302, True)


def test_a_learner_alone_has_no_room(server: Server) -> None:
    client, _ = server
    assert client.get("/workshop/course").json()["room"] is None
    assert client.put("/workshop/room", json={"raised": True}).status_code == 404
    assert client.post("/workshop/room", json={}).status_code == 404


def test_a_seat_has_what_the_instructor_wants_and_says_something(in_a_room: Server) -> None:
    client, workspace = in_a_room
    write_orders(workspace.state, Orders(messages=(Message(3, "Break"),), pinned="p", reached=True))
    room = client.get("/workshop/course").json()["room"]
    assert room == {
        "messages": [{"number": 3, "text": "Break"}],
        "pinned": "p",
        "helped": False,
        "raised": False,
        "reached": True,
        "tells": True,
        "asks": {},
    }
    for said in ({"raised": True}, {"tells": False}):
        assert client.put("/workshop/room", json=said).status_code == 204
    room = client.get("/workshop/course").json()["room"]
    assert (room["raised"], room["tells"]) == (True, False)
    write_orders(workspace.state, Orders(reached=True, revoked=True, have=1))
    room = client.get("/workshop/course").json()["room"]
    assert (room["raised"], room["reached"]) == (False, False)
    assert client.put("/workshop/room", json={"tells": True}).status_code == 204
    assert Spool(workspace.state).tells


@pytest.mark.parametrize("body", ["[]", "{", "1", '{"raised": "yes"}', "null"])
def test_what_no_seat_says_is_refused(in_a_room: Server, body: str) -> None:
    client, workspace = in_a_room
    before = Spool(workspace.state).read()
    assert client.put("/workshop/room", content=body).status_code == 400
    assert Spool(workspace.state).read() == before


def test_a_lesson_that_is_done_is_asked_about_until_all_is_answered(in_a_room: Server) -> None:
    client, workspace = in_a_room
    lesson = "00_start_here.ipynb"

    def asked() -> dict[str, list[dict[str, object]]]:
        found: dict[str, list[dict[str, object]]]
        found = client.get("/workshop/course").json()["room"]["asks"]
        return found

    record_progress(workspace, "start_here.say_hello", Outcome.DONE)
    first, *others = asked()[lesson]
    assert first == {
        "question": "How was the pace?",
        "answers": ["too slow", "about right", "too fast"],
        "said": None,
    }
    answer = {"notebook": lesson, "question": first["question"], "answer": "too slow"}
    assert client.post("/workshop/room", json=answer).status_code == 204
    assert asked()[lesson][0]["said"] == "too slow"
    for wrong in ({"answer": "a text"}, {"question": "x"}, {"notebook": "../x"}, {"notebook": 1}):
        assert client.post("/workshop/room", json={**answer, **wrong}).status_code == 400
    assert client.post("/workshop/room", content="[]").status_code == 400
    for each in others:
        choices = cast(list[str], each["answers"])
        told = {**answer, "question": each["question"], "answer": choices[-1]}
        assert client.post("/workshop/room", json=told).status_code == 204
    assert asked() == {}


def test_a_check_that_came_to_nothing_is_told(in_a_room: Server, server: Server) -> None:
    client, workspace = in_a_room
    assert client.post("/workshop/exercises/first_step").status_code == 204
    _, told = Spool(workspace.state).read()[-1]
    assert (told.kind, told.exercise) == ("check", "workflow_definition.first_step")
    assert (told.outcome, told.title) == ("not_yet", "can be run")
    assert client.post("/workshop/exercises/nothing").status_code == 404
    assert server[0].post("/workshop/exercises/first_step").status_code == 204, "told to nobody"


def test_in_a_room_the_notes_are_the_instructors(in_a_room: Server, server: Server) -> None:
    notes = "Goes wrong."
    assert notes in server[0].get("/workshop/slides/5").text
    assert in_a_room[0].get("/workshop/notes/5").status_code == 404
    slides = in_a_room[0].get("/workshop/slides/5")
    assert (slides.status_code, notes in slides.text) == (200, False)


def test_a_locked_solution_is_told_by_no_address(in_a_room: Server) -> None:
    client, workspace = in_a_room
    write_orders(workspace.state, Orders({"solution": {EVERY: None}}))
    cells = client.get("/workshop/exercises/first_step").json()
    assert (cells["ours"], cells["difference"]) == (None, "")
    assert "isn't open yet" in cells["locked"]
    assert cells["starter"]
    record_progress(workspace, "workflow_definition.first_step", Outcome.DONE)
    cells = client.get("/workshop/exercises/first_step").json()
    assert (bool(cells["ours"]), cells["locked"]) == (True, "")
