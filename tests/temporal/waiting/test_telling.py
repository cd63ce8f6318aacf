from __future__ import annotations

import asyncio

import pytest
from temporalio.client import Client

from workshop.temporal.connect import connect
from workshop.temporal.waiting import Diagnosis, WorkflowStuckError
from workshop.temporal.waiting.silence import SILENT
from workshop.temporal.waiting.telling import Printer


def diagnosis(workflow_id: str, evidence: str = "It is busy.") -> Diagnosis:
    return Diagnosis(
        kind="no-worker",
        what=f"Nothing runs your workflow '{workflow_id}': no worker polls 'q'.",
        evidence=evidence,
        next_step="Wait.",
        can_move_by_itself=True,
    )


def test_what_holds_for_many_workflows_is_said_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Printer()
    for number in range(100):
        tell(diagnosis(f"order-{number}"))
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "Nothing runs your workflow 'order-0': no worker polls 'q'.",
        "  It is busy.",
        "  Wait.",
        "The same holds for other workflows that you wait for.",
    ]


def test_news_of_the_first_workflow_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Printer()
    for evidence in ("Attempt 1.", "Attempt 2."):
        tell(diagnosis("order-1", evidence))
    assert "Attempt 2." in capsys.readouterr().err


def test_another_matter_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Printer()
    tell(diagnosis("order-1"))
    tell(Diagnosis("waits", "Your workflow 'order-2' waits for a timer of 24 h.", "", "", True))
    assert "order-2" in capsys.readouterr().err


def test_it_is_said_again_when_the_first_has_said_nothing_for_a_while(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = Printer()
    tell(diagnosis("order-1"))
    monkeypatch.setattr("workshop.temporal.waiting.telling.SAID_LATELY", -1.0)
    tell(diagnosis("order-2"))
    assert "order-2" in capsys.readouterr().err


async def test_who_waits_for_twenty_workflows_is_not_told_twenty_times(
    server_address: str, plain_client: Client, unique: str, capsys: pytest.CaptureFixture[str]
) -> None:
    client = await connect(server_address)
    ids = [f"{unique}-{number}" for number in range(20)]
    await asyncio.gather(
        *(client.start_workflow("Any", id=each, task_queue=unique) for each in ids)
    )
    waits = [client.get_workflow_handle(each).result() for each in ids]
    ends = await asyncio.gather(*waits, return_exceptions=True)
    assert all(isinstance(end, WorkflowStuckError) for end in ends)
    assert capsys.readouterr().err.count("Nothing runs your workflow") == 1
    await asyncio.gather(*(plain_client.get_workflow_handle(each).terminate() for each in ids))


def test_a_silent_server_is_named_once_by_all_who_wait(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Printer()
    for _ in range(100):
        tell(SILENT)
    assert capsys.readouterr().err == f"{SILENT}\n"
