# finding: passes with the workflow that made the histories · at line
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from temporalio import workflow


@workflow.defn
class PaymentWorkflow:
    @workflow.run
    async def run(self) -> None:
        pass


HISTORIES = sorted((Path(__file__).parent / "histories").glob("*.json"))


def test_there_are_histories() -> None:
    assert HISTORIES


async def test_every_history_replays() -> None:
    replayer = Replayer(workflows=[PaymentWorkflow])
    for path in HISTORIES:
        await replayer.replay_workflow(WorkflowHistory.from_json(path.stem, path.read_text()))
