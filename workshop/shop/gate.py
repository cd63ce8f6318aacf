"""Who is let in: programs that know the shop's address, and no web page.

The shop listens on loopback, but so can every user of the machine send to it, and every page that
is open in a browser on it. What is refused here never reaches the shop: its books stay as they are.
"""

import hmac
import re

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from workshop.shop.refusals import refusal

# A page of another site whose name was made to point here sends that name as the host.
_LOOPBACK = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)

# "none" is an address that a person typed or opened from a bookmark.
_OWN_SITES = ("none", "same-origin")


class Gate:
    """An ASGI middleware that answers for the shop whatever the shop should not see.

    With a secret, the shop is at ``/<secret>`` and nowhere else. It goes on as ASGI's root path, so
    that the shop's own paths and sentences are the same with and without it.
    """

    def __init__(self, app: ASGIApp, secret: str | None = None) -> None:
        self._app = app
        self._secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refusal(scope["path"], Headers(scope=scope))
        if refused is not None:
            await refused(scope, receive, send)
            return
        root = f"/{self._secret}" if self._secret else ""
        await self._app({**scope, "root_path": root}, receive, send)

    def _refusal(self, path: str, headers: Headers) -> JSONResponse | None:
        if not _LOOPBACK.fullmatch(headers.get("Host", "")):
            return refusal(
                421, "ForeignHost", "this shop is known as 127.0.0.1 or localhost, and only here"
            )
        if not self._knows_the_secret(path):
            return refusal(404, "NotFound", "there is nothing here")
        site = headers.get("Sec-Fetch-Site", "none")
        if "Origin" in headers or site.lower() not in _OWN_SITES:
            return refusal(
                403,
                "CrossOrigin",
                "the shop does not answer web pages; ask it from a program, without Origin",
            )
        return None

    def _knows_the_secret(self, path: str) -> bool:
        if self._secret is None:
            return True
        first = path.removeprefix("/").partition("/")[0]
        # Takes as long for a good guess as for a bad one.
        return hmac.compare_digest(first.encode(errors="replace"), self._secret.encode())
