import asyncio
import json
import os

import nats
from nats.aio.msg import Msg
from temporalio.client import Client
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import WorkflowAlreadyStartedError

from temporalio.service import RPCError, RPCStatusCode

from market_order import MarketOrder
from workshop.orders import OrderInput, OrderItem


def order_in(message: Msg) -> OrderInput:
    body = json.loads(message.data)
    items = [OrderItem(**item) for item in body["items"]]
    return OrderInput(message.headers["Nats-Msg-Id"], body["customer"], items)


class Intake:
    def __init__(self, client: Client) -> None:
        self._client = client

    async def take(self, message: Msg) -> None:
        order = order_in(message)
        if not await self._is_known(order.order_id):
            try:
                await self._client.start_workflow(
                    MarketOrder.run,
                    order,
                    id=order.order_id,
                    task_queue="market-orders",
                    id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
                )
            except WorkflowAlreadyStartedError:
                pass  # somebody was faster
        await message.ack()

    async def _is_known(self, workflow_id: str) -> bool:
        try:
            await self._client.get_workflow_handle(workflow_id).describe()
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND and "amespace" not in error.message:
                return False
            raise
        return True


async def main() -> None:
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    intake = Intake(client)
    broker = await nats.connect(os.environ["NATS_URL"])
    orders = await broker.jetstream().pull_subscribe_bind("order-service", "ORDERS")
    while True:
        try:
            [message] = await orders.fetch(1, timeout=2)
        except nats.errors.TimeoutError:
            continue
        await intake.take(message)


asyncio.run(main())
