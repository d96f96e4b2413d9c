"""A session that is kept: that of the admin whose token the host file refers to."""

from __future__ import annotations

from urllib.parse import quote

from .homeserver import Homeserver
from .json_types import Record
from .results import Failed, Seen
from .shapes import USER_ID, WORD


def sign_in(server: Homeserver, account: Record) -> Seen:
    """A session on a device of ours; the server ends an older one on it, which a run that was killed may have left."""
    login = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": server.user_id(account)},
        "password": account["password"],
        "device_id": account["device"],
        "initial_device_display_name": account["device_name"],
    }
    shape = {"access_token": WORD, "user_id": USER_ID}
    answer = server.ask("POST", "/_matrix/client/v3/login", login, step="sign_in", shape=shape)
    return Seen("found", access_token=answer.body["access_token"])


def sign_out(server: Homeserver, account: Record) -> Seen:
    """Where the account is to go, too, that ends all its sessions. A session that has ended already is as it should be."""
    try:
        if account.get("deactivate"):
            who = server.ask("GET", WHO_AM_I, step="sign_out", token=account["token"], shape={"user_id": USER_ID})
            path = "/_synapse/admin/v1/deactivate/" + quote(who.body["user_id"], safe="")
            server.ask("POST", path, {"erase": False}, step="sign_out", token=account["token"])
        else:
            server.ask("POST", "/_matrix/client/v3/logout", {}, step="sign_out", token=account["token"])
    except Failed as failed:
        if failed.signs[0] != "sign_out/401/M_UNKNOWN_TOKEN":
            raise
        return Seen("found", was_over=True)
    return Seen("found")


WHO_AM_I = "/_matrix/client/v3/account/whoami"
