"""The permanent session of the admin whose token the host file refers to."""

from __future__ import annotations

from urllib.parse import quote

from .json_types import Record
from .results import Failed, Seen
from .server import Server
from .sessions import Sessions
from .shapes import USER_ID, WORD


def sign_in(server: Sessions, account: Record) -> Seen:
    """Logs in on a device of ours; the server ends an older session on it, which a killed run may have left."""
    device = {"device_id": account["device"], "initial_device_display_name": account["device_name"]}
    shape = {"access_token": WORD, "user_id": USER_ID}
    answer = server.new_session(server.user_id(account), account["password"], "sign_in", shape, **device)
    return Seen("found", access_token=answer["access_token"])


def whose(server: Server, account: Record) -> Seen:
    """The owner of the token; None: its session has ended."""
    shape = {"user_id": USER_ID}
    try:
        answer = server.ask(
            "GET", "/_matrix/client/v3/account/whoami", step="whose", token=account["token"], shape=shape
        )
    except Failed as failed:
        if failed.signs[0] != "whose/401/M_UNKNOWN_TOKEN":
            raise
        return Seen("found", user_id=None)
    return Seen("found", user_id=answer.body["user_id"])


def sign_out(server: Server, account: Record) -> Seen:
    """Ends the session, by deactivating the account if that is to be removed too."""
    path, body = "/_matrix/client/v3/logout", {}
    if account.get("deactivate"):
        path, body = "/_synapse/admin/v1/deactivate/" + quote(account["deactivate"], safe=""), {"erase": False}
    server.ask("POST", path, body, step="sign_out", token=account["token"])
    return Seen("found")
