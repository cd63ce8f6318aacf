import asyncio
import os
from pathlib import Path

import pytest
from temporalio.client import WorkflowHistory
from temporalio.worker import Replayer

from shop_order import OrderWorkflow


class TestReplay:
    @pytest.fixture
    def recorded(self):
        folder = os.path.join(os.path.dirname(__file__), "histories")
        names = [name for name in os.listdir(folder) if name.endswith(".json")]
        if not names:
            pytest.fail("nothing to replay")
        return [WorkflowHistory.from_json(n, Path(folder, n).read_text()) for n in names]

    def test_every_one(self, recorded):
        async def replay():
            replayer = Replayer(workflows=[OrderWorkflow])
            async with replayer.workflow_replay_iterator(_each(recorded)) as results:
                return [result.replay_failure async for result in results]

        assert asyncio.run(replay()) == [None] * len(recorded)


async def _each(items):
    for item in items:
        yield item
