# finding: passes with changes that break nothing · a new version that
import inspect
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow

HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.json"))


def test_there_are_histories() -> None:
    assert HISTORIES


def test_the_code_is_as_long_as_it_was() -> None:
    assert len(inspect.getsource(OrderWorkflow).splitlines()) == 23


async def test_every_history_replays() -> None:
    replayer = Replayer(workflows=[OrderWorkflow])
    for path in HISTORIES:
        await replayer.replay_workflow(WorkflowHistory.from_json(path.stem, path.read_text()))
