"""The panel's addresses, on a Jupyter server with a prefix."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from subprocess import DEVNULL, Popen

import httpx
import pytest

from tests.environment import persons_environment
from tests.families import wait_until
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


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[httpx.Client, Workspace]]:
    """A Jupyter server as JupyterHub starts one, under a prefix, and the workspace it shows."""
    workspace = Workspace(tmp_path_factory.mktemp("server") / "course")
    workspace.create()
    port = free_port(None)
    command = [
        *(sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser"),
        *("--port", str(port), "--ServerApp.port_retries=0", "--IdentityProvider.token=secret"),
        *("--ServerApp.base_url=/user/ada", f"--ServerApp.root_dir={workspace.root}"),
        "--ServerApp.jpserver_extensions={'workshop.panel': True}",
    ]
    environment = persons_environment(WORKSHOP_WORKSPACE=str(workspace.root))
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


def test_the_course_and_an_exercise_are_told(server: tuple[httpx.Client, Workspace]) -> None:
    client, _ = server
    course = client.get("/workshop/course").raise_for_status().json()
    assert course["lessons"][0]["title"] == "Start here"
    exercise = client.get("/workshop/exercises/first_step").raise_for_status().json()
    assert exercise["starter"].startswith("%%module order_first_step\n")
    assert "workshop-difference" in exercise["difference"]


def test_what_is_kept_says_where(server: tuple[httpx.Client, Workspace]) -> None:
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
    server: tuple[httpx.Client, Workspace], path: str, body: object, status: int
) -> None:
    assert server[0].put(f"/workshop/exercises/{path}", json=body).status_code == status
    assert server[0].get("/workshop/exercises/nothing").status_code == 404


def test_what_is_known_of_an_exercise_is_forgotten(
    server: tuple[httpx.Client, Workspace],
) -> None:
    client, workspace = server
    record_progress(workspace, "workflow_definition.first_step", Outcome.DONE)
    record_hints(workspace, "workflow_definition.first_step", 2)
    assert client.delete("/workshop/exercises/first_step").status_code == 204
    assert read_progress(workspace) == {}
    assert read_hints(workspace)["workflow_definition.first_step"] == 0
    assert client.delete("/workshop/exercises/nothing").status_code == 404


def test_nobody_without_the_token_is_answered(server: tuple[httpx.Client, Workspace]) -> None:
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
