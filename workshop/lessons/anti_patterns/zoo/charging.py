"""A helper that charges by HTTP, outside of the sandbox once it is passed through."""

import json
import urllib.request


def charge(shop_url: str, order_id: str, amount: int) -> None:
    """Take the money; every call takes it again."""
    order = json.dumps({"order_id": order_id, "amount": amount}).encode()
    request = urllib.request.Request(
        f"{shop_url}/charges", order, {"Content-Type": "application/json"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request):
        pass
