# finding: fails with each change that breaks running orders · none of your tests does
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow

HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.json"))[:10]


def test_there_are_histories() -> None:
    assert HISTORIES


async def test_every_history_replays() -> None:
    replayer = Replayer(workflows=[OrderWorkflow])
    for path in HISTORIES:
        await replayer.replay_workflow(WorkflowHistory.from_json(path.stem, path.read_text()))
