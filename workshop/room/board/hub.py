"""What the board asks of the room's hub: to let the instructor into a learner's JupyterLab for a while.

JupyterHub calls that a share (jupyterhub.readthedocs.io, "Sharing access to your server"). A share has
no end of its own: the board takes it back.
"""

from __future__ import annotations

import httpx

from workshop.errors import LabError
from workshop.room.seats import INSTRUCTOR


class HubError(LabError):
    """The hub doesn't do it; the message says why."""


class Hub:
    """The room's hub.

    Args:
        url: of its API, without a slash at the end.
        token: what it knows the board by.
    """

    def __init__(self, url: str, token: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, headers={"Authorization": f"token {token}"}, trust_env=False
        )

    async def let_in(self, seat: str) -> None:
        """Let the instructor into a learner's JupyterLab.

        Raises:
            HubError: it isn't open, or the hub doesn't answer.
        """
        answer = await self._ask("POST", seat)
        if answer.status_code == httpx.codes.NOT_FOUND:
            raise HubError("This learner hasn't opened JupyterLab yet.")
        if answer.is_error:
            raise HubError(f"The room's hub refused it ({answer.status_code}).")

    async def shut_out(self, seat: str) -> None:
        """Take that back. A page that is open there is refused within a minute.

        Raises:
            HubError: the hub doesn't answer.
        """
        answer = await self._ask("PATCH", seat)
        if answer.is_server_error:
            raise HubError(f"The room's hub failed ({answer.status_code}).")

    async def _ask(self, method: str, seat: str) -> httpx.Response:
        try:
            return await self._client.request(method, f"/shares/{seat}/", json={"user": INSTRUCTOR})
        except httpx.HTTPError:
            raise HubError("The room's hub doesn't answer. Try again.") from None
