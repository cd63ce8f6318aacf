"""The namespaces that people work in, on a development server and on a cluster.

On a development server learners work in one; checks try answers in the other, so that the Web UI
shows a learner's own workflows only. On a cluster each learner has a namespace.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from google.protobuf.duration_pb2 import Duration
from temporalio.api.workflowservice.v1 import RegisterNamespaceRequest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from workshop.errors import LabError
from workshop.patience import Countdown

DEFAULT, CHECKS = "default", "checks"

#: How long a cluster keeps a learner's workflows after their end.
RETENTION = timedelta(days=3)

#: Seconds until all of a cluster knows a new namespace. Its services look every two, older ones
#: every ten (``system.namespaceCacheRefreshInterval``; temporalio/temporal, common/dynamicconfig).
KNOWN_WITHIN = 60.0


class NamespaceError(LabError):
    """There is no such namespace, and it can't be made; the message says why."""


async def make_namespace(client: Client) -> None:
    """Make the client's namespace unless it is there; return when it can be used.

    Raises:
        NamespaceError: the cluster does not let us, or does not answer.
    """
    retention = Duration()
    retention.FromTimedelta(RETENTION)
    request = RegisterNamespaceRequest(
        namespace=client.namespace, workflow_execution_retention_period=retention
    )
    try:
        await client.workflow_service.register_namespace(request)
    except RPCError as error:
        if error.status is not RPCStatusCode.ALREADY_EXISTS:
            raise NamespaceError(
                f"The namespace {client.namespace} can't be made: {error.message}"
            ) from error
    countdown = Countdown(KNOWN_WITHIN)
    while True:
        try:
            await client.count_workflows()
            return
        except RPCError as error:
            if countdown.is_over:
                raise NamespaceError(
                    f"The namespace {client.namespace} can't be used: {error.message}"
                ) from error
        await asyncio.sleep(0.1)
