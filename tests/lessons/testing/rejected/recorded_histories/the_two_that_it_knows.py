# finding: fails with each change that breaks running orders · writes to a customer whose payment was declined
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow

FOLDER = Path(__file__).parent / "histories"
HISTORIES = [FOLDER / "completed.json", FOLDER / "no_stock.json"]


def test_there_are_histories() -> None:
    assert HISTORIES


async def test_every_history_replays() -> None:
    replayer = Replayer(workflows=[OrderWorkflow])
    for path in HISTORIES:
        await replayer.replay_workflow(WorkflowHistory.from_json(path.stem, path.read_text()))
