"""How an activity asks the shop: where the shop is, the idempotency key, which errors to retry.

This is what makes an activity safe to run more than once. Temporal runs an activity at least once:
when an answer is lost, the next attempt asks again, and only the key tells the shop that it is the
same request and not a second one.
"""

import functools
import os
import ssl
from typing import Any
from urllib.parse import quote

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

SHOP_URL = "WORKSHOP_SHOP_URL"

# "Come again later": the only client errors that another attempt can cure.
_WORTH_ANOTHER_ATTEMPT = (httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_MANY_REQUESTS)


async def post(path: str, body: dict[str, Any], *, key: str) -> dict[str, Any]:
    """Ask the shop to do something, once for this key however often it is asked.

    Raises:
        ApplicationError: non-retryable, when the shop refuses for good: `type` says why; retryable,
            of type "ShopUnavailable", when another attempt may have better luck.
        httpx.TransportError: no answer. Temporal retries it.
    """
    return await _ask("POST", path, body, {"Idempotency-Key": key})


async def put(path: str, body: dict[str, Any]) -> dict[str, Any]:
    """Bring the thing at this path into this state; needs no key. Raises what `post` raises."""
    return await _ask("PUT", path, body, {})


def order_path(order_id: str, action: str = "") -> str:
    """`/orders/{order_id}`, or the path of what can be done with that order."""
    path = f"/orders/{quote(order_id, safe='')}"
    return f"{path}/{action}" if action else path


def idempotency_key(*step: str) -> str:
    """A key that is the same for every attempt of this activity and for nothing else.

    `step` says which request of the activity it is for, beginning with the order's id.
    """
    info = activity.info()
    # Activity ids count 1, 2, 3 … within one *run*. The workflow id alone would therefore not do:
    # run again, retried or continued as new, it would find the keys of the run before used up, and
    # be handed that run's charge, which may be refunded by now. The price: a workflow that is reset
    # gets a new run id, and repeats the steps after the reset point as new requests.
    # The step is there for ActivityEnvironment, where run and activity have one id for all tests.
    parts = (info.workflow_run_id or "no-workflow", info.activity_id, *step)
    return "/".join(quote(part, safe="") for part in parts)


async def _ask(
    method: str, path: str, body: dict[str, Any], headers: dict[str, str]
) -> dict[str, Any]:
    # A client a request: an activity may run on any event loop. How long an attempt may take is
    # Temporal's to say (start_to_close_timeout), so this timeout is only a last resort. The shop is
    # on this machine: a proxy set in the environment has no part in it.
    async with httpx.AsyncClient(
        base_url=_shop_url(), timeout=60, verify=_tls(), trust_env=False
    ) as client:
        response = await client.request(method, path, json=body, headers=headers)
    if response.is_client_error and response.status_code not in _WORTH_ANOTHER_ATTEMPT:
        raise _refusal(response)
    if response.is_error:
        # Not raise_for_status(): its message holds the port, and would be another on each machine.
        raise ApplicationError(
            f"the shop answered {response.status_code} {response.reason_phrase}",
            type="ShopUnavailable",
        )
    answer: dict[str, Any] = response.json()
    return answer


def _refusal(response: httpx.Response) -> ApplicationError:
    said = response.json()
    activity.logger.warning("The shop refused: %s", said["detail"])
    return ApplicationError(said["detail"], type=said["type"], non_retryable=True)


def _shop_url() -> str:
    url = os.environ.get(SHOP_URL)
    if not url:
        raise ApplicationError(
            f"the environment variable {SHOP_URL} is not set, so this worker does not know where the"
            " shop is; start the worker from the lab, or set it to the address in lab.shop.url",
            type="ShopNotConfigured",
            non_retryable=True,
        )
    return url


@functools.cache
def _tls() -> ssl.SSLContext:
    # Made once: it takes 20 ms, and httpx would make a new one for each client.
    return httpx.create_ssl_context(trust_env=False)
