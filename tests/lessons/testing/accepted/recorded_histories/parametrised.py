from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

import shop_order

FILES = list(Path(__file__).with_name("histories").glob("*.json"))


def test_something_is_recorded():
    assert len(FILES) > 0, "record some histories first"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_replay(file):
    history = WorkflowHistory.from_json(workflow_id=file.stem, history=file.read_text())
    result = await Replayer(workflows=[shop_order.OrderWorkflow]).replay_workflow(
        history, raise_on_replay_failure=False
    )
    assert result.replay_failure is None
