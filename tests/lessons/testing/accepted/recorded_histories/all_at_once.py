import json
from pathlib import Path

from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow


async def histories():
    for path in Path(__file__).with_name("histories").iterdir():
        if path.suffix == ".json":
            yield WorkflowHistory.from_json(path.name, json.loads(path.read_text()))


async def test_all_histories_replay():
    results = await Replayer(workflows=[OrderWorkflow]).replay_workflows(
        histories(), raise_on_replay_failure=False
    )
    assert not results.replay_failures
    assert [each async for each in histories()]
