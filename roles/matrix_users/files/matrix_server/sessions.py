"""Sessions on a homeserver, and requests as an admin."""

from __future__ import annotations

from functools import cached_property
from threading import Lock

from .json_types import Json, Record, Shape
from .results import Failed
from .server import Server
from .shapes import USER_ID, WORD, text


class Sessions(Server):
    """Signing in and out, with the admin's token or the one session that close() ends."""

    def __init__(self, request: Record) -> None:
        super().__init__(request)
        self.session: str | None = None
        self.logging_in = Lock()
        self.is_admin = False  # once a request that only admins may make was answered

    def log_in(self, username: str, password: str, step: str = "login") -> str:
        """The access token of a new session."""
        return str(self.new_session(username, password, step, {"access_token": WORD})["access_token"])

    def new_session(self, user: str, password: str, step: str, shape: Shape, **details: Json) -> Record:
        """The answer to a login with a password; `details` are those of the device."""
        identifier = {"type": "m.id.user", "user": user}
        login = {"type": "m.login.password", "identifier": identifier, "password": password, **details}
        return self.ask("POST", "/_matrix/client/v3/login", login, step=step, shape=shape).body

    def log_out(self, token: str | None) -> None:
        """End a session that was started for this run. The work is done by now, so a failure is ignored."""
        if token:
            try:
                self.ask("POST", "/_matrix/client/v3/logout", {}, step="logout", token=token)
            except Failed:
                pass

    def close(self, _account: Record) -> None:
        self.log_out(self.session)

    # As an admin

    def has_admin(self) -> bool:
        """Whether the host file gives a way to be an admin of this server."""
        return bool(
            self.request.get("admin_token")
            or (self.request.get("admin_username") and self.request.get("admin_password"))
        )

    def need_admin(self) -> None:
        if not self.has_admin():
            raise Failed("access/missing")

    def acting_admin(self) -> str | None:
        """The user ID of that admin, or None; an invalid token is reported by whatever needs it."""
        try:
            return self.acting_id
        except Failed:
            return None

    @cached_property
    def acting_id(self) -> str | None:
        if self.request.get("admin_token"):
            return str(self.who_am_i()["user_id"])
        username: str | None = self.request["admin_username"] if self.has_admin() else None
        return username if not username or username.startswith("@") else self.user_id({"username": username})

    def who_am_i(self) -> Record:
        shape = {"user_id": USER_ID, "device_id": (text, None)}
        return self.admin("GET", "/_matrix/client/v3/account/whoami", shape=shape)

    def admin(self, method: str, path: str, body: Json = None, shape: Shape = None) -> Record:
        """Calls the admin API, with the given token, or that of a session that close() ends."""
        token = self.request.get("admin_token") or self.session_token()
        try:
            answer = self.ask(method, path, body, step="admin", token=token, shape=shape)
        except Failed as failed:
            if self.is_admin and failed.signs[0] == "admin/403/M_FORBIDDEN":
                failed.signs = failed.signs[1:]  # what is refused to an admin has other reasons
            raise
        self.is_admin = self.is_admin or "/admin/" in path
        return answer.body

    def session_token(self) -> str:
        """The token of the one session that all accounts share, since they are worked on in parallel."""
        self.need_admin()
        with self.logging_in:
            if not self.session:
                self.session = self.log_in(
                    self.request["admin_username"], self.request["admin_password"], "admin_login"
                )
            return self.session
