# finding: finds the histories wherever pytest is started · when pytest was started in another folder: test_there_are_histories
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow

HISTORIES = sorted(Path("histories").glob("*.json"))


def test_there_are_histories() -> None:
    assert HISTORIES


async def test_every_history_replays() -> None:
    replayer = Replayer(workflows=[OrderWorkflow])
    for path in HISTORIES:
        await replayer.replay_workflow(WorkflowHistory.from_json(path.stem, path.read_text()))
