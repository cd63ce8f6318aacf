# finding: fails with each change that breaks running orders · whether anything can make your tests fail
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow

HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.json"))


def test_there_are_histories() -> None:
    assert HISTORIES


async def test_every_history_replays() -> None:
    replayer = Replayer(workflows=[OrderWorkflow])
    for path in HISTORIES:
        assert replayer and path.read_text()
