# finding: fails when there is no history to replay · pytest skipped them
from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "histories").glob("*.json")))
async def test_replays(path: Path) -> None:
    history = WorkflowHistory.from_json(path.stem, path.read_text())
    await Replayer(workflows=[OrderWorkflow]).replay_workflow(history)
