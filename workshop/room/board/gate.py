"""Who is who at the board: the instructor by the hub's login, seats by their tokens.

The hub's login is OAuth 2 with PKCE; the steps are JupyterHub's (`HubOAuth`), which brings them for
Tornado. See jupyterhub.readthedocs.io, "Services".
"""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jupyterhub.services.auth import HubOAuth
from tornado.web import HTTPError

from workshop.room.tokens import Tokens

#: A request that changes something has this header: no form, and no page of another origin, sends it.
OWN_REQUESTS = "X-Workshop-Board"


class Gate:
    """Lets in who may.

    Args:
        auth: the hub's, as its environment has configured it.
        tokens: of the seats.
    """

    def __init__(self, auth: HubOAuth, tokens: Tokens) -> None:
        self._auth = auth
        self._tokens = tokens

    async def seat(self, request: Request) -> str:
        """Return the seat that a token is for.

        Raises:
            HTTPException: 401, there is none or it is worthless.
        """
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        seat = self._tokens.seat(token) if kind.lower() == "bearer" else None
        if seat is None:
            raise HTTPException(401, "This token isn't one of this room's, or it was revoked.")
        return seat

    def token_of(self, seat: str) -> str:
        """Return a seat's token, for a laptop that is to tell the board something."""
        return self._tokens.of(seat)

    def revoke(self, seat: str) -> None:
        """Make a seat's tokens worthless.

        Raises:
            OSError: that can't be written down.
        """
        self._tokens.revoke(seat)

    async def instructor(self, request: Request) -> None:
        """Let in the instructor.

        Raises:
            HTTPException: 401 for somebody who isn't logged in; 403 for somebody else, and for a
                request that changes something and doesn't come from the page.
        """
        if request.method != "GET" and OWN_REQUESTS not in request.headers:
            raise HTTPException(
                403, f"A request that changes something has the header {OWN_REQUESTS}."
            )
        token = request.cookies.get(self._auth.cookie_name, "")
        user = await self._user(token) if token else None
        if user is None:
            raise HTTPException(401, "Log in to the room as its instructor.")
        if not self._auth.check_scopes(self._auth.access_scopes, user):
            raise HTTPException(403, "The board is the instructor's.")

    async def page(self, request: Request, text: str) -> Response:
        """Answer the instructor with a page of HTML; send a browser without a login to the hub.

        Raises:
            HTTPException: 403, it's somebody else.
        """
        try:
            await self.instructor(request)
        except HTTPException as refused:
            if refused.status_code == 401:
                return self.to_login(request)
            raise
        return HTMLResponse(text)

    def to_login(self, request: Request) -> Response:
        """Return the answer that sends a browser to the hub, to come back to `came_back`."""
        verifier, challenge, method = self._auth.generate_pkce_code_challenge()
        state = self._auth.generate_state(request.url.path, code_verifier=verifier)
        asked = {"state": state, "code_challenge": challenge, "code_challenge_method": method}
        answer = RedirectResponse(f"{self._auth.login_url}&{urlencode(asked)}", 302)
        self._set(answer, request, self._auth.state_cookie_name, state, 600)
        return answer

    async def came_back(self, request: Request) -> Response:
        """Answer a browser that comes from the hub: let it go on to the page.

        Raises:
            HTTPException: 403, it didn't begin here.
        """
        state = request.query_params.get("state", "")
        verifier = self._auth.get_code_verifier(state)
        if not verifier or state != request.cookies.get(self._auth.state_cookie_name):
            raise HTTPException(403, "This login didn't begin here. Open the board again.")
        going_on = self._auth.get_next_url(state)
        self._auth.clear_oauth_state(state)
        try:
            token = await self._auth.token_for_code(
                request.query_params.get("code", ""), code_verifier=verifier, sync=False
            )
        except HTTPError as error:
            raise HTTPException(403, str(error.log_message)) from None
        answer = RedirectResponse(going_on, 302)
        self._set(answer, request, self._auth.cookie_name, token, None)
        answer.delete_cookie(self._auth.state_cookie_name, path=self._auth.base_url)
        return answer

    async def _user(self, token: str) -> dict[str, object] | None:
        try:
            user: dict[str, object] | None = await self._auth.user_for_token(token, sync=False)
        except HTTPError:
            raise HTTPException(503, "The room's hub doesn't answer. Try again.") from None
        return user

    def _set(
        self, answer: Response, request: Request, name: str, value: str, age: int | None
    ) -> None:
        secure = request.headers.get("x-forwarded-proto", "").split(",")[0] == "https"
        answer.set_cookie(
            name,
            value,
            max_age=age,
            path=self._auth.base_url,
            secure=secure,
            httponly=True,
            samesite="lax",
        )
