"""What schemathesis has to know of the shop; `test_openapi.py` names this file to it.

Two things that its description cannot say are kept out of the valid requests: that an
Idempotency-Key belongs to one request, and that 5.0 is not sent where an integer is wanted.
"""

import itertools
import os
from typing import Any

import httpx
import schemathesis

_number = itertools.count(1)
_shop = httpx.Client(base_url=os.environ["SHOP_UNDER_TEST"], trust_env=False)


@schemathesis.hook
def before_call(context: Any, case: Any, **_: Any) -> None:
    key = case.headers.get("idempotency-key")
    if isinstance(key, str) and key:
        # As long as it was, so that one that is too long stays so.
        case.headers["idempotency-key"] = f"{next(_number)}-{key}"[: max(len(key), 10)]
    case.body = _with_integers(case.body)


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    # A fault that this call sets is no part of the next.
    _shop.delete("/outages").raise_for_status()
    _shop.delete("/faults").raise_for_status()


def _with_integers(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_integers(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_integers(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
