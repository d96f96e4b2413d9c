"""Operations on the accounts of a Synapse."""

from __future__ import annotations

from urllib.parse import quote

from .checks import canonical, check_display_name, check_email, check_kind, truth
from .database import query
from .homeserver import Homeserver
from .json_types import Act, Json, Record
from .results import Failed, Seen, still_shut_out
from .shapes import USER_ID, WORD, flag, text
from .synapse_passwords import SynapsePasswords
from .synapse_records import DEVICE, refuse_special, session_record
from .synapse_tokens import SynapseTokens
from .token_checks import check_expiry
from .who_answered import duration

# What Synapse has no code for, and says in English alone (1.98 to 1.163).
IN_ENGLISH = {"unrecognised nonce": "nonce/unknown", "registration is not enabled": "secret/unknown"}

LOOKING = ("ready", "doctor", "show-user", "list-users", "list-sessions")


def server_for(request: Record) -> Homeserver:
    if request.get("token_page"):
        from .matrix_registration import SynapseWithTokenPage

        return SynapseWithTokenPage(request)
    return Synapse(request)


class Synapse(SynapsePasswords, SynapseTokens):
    def looks(self) -> dict[str, Act]:
        both = {"accounts": self.look_at_accounts} if truth(self.request.get("compare")) else {}
        limits = {"limits": self.look_at_limits} if self.request.get("admin_username") else {}
        return {**super().looks(), **both, **limits}

    def look_at_limits(self, _account: Record) -> Seen:
        """The rate limit of the admin's logins: how many at once, and then how far apart; Synapse's default if not set."""
        limits = [self.config.get("rc_login", kind) or {} for kind in ("address", "account")]
        burst = min(each.get("burst_count", 5) for each in limits)
        rate = min(each.get("per_second", 0.003) for each in limits)
        return Seen("limits/found", burst=burst, every=duration(1 / rate) if rate else None)

    def look_at_accounts(self, _account: Record) -> Seen:
        """Whether each account is active; those of bridges and server notices are Synapse's own."""
        rows = query(
            self.database(), "SELECT name, deactivated FROM users WHERE is_guest = 0 AND appservice_id IS NULL"
        )
        active = {row["name"][1:].split(":")[0]: not row["deactivated"] for row in rows}
        active.pop(self.config.get("server_notices", "system_mxid_localpart"), None)
        return Seen("accounts/listed", active=active)

    def protect(self, action: str, account: Record) -> None:
        """Refuses if MAS owns the accounts: what Synapse stores of them has no effect."""
        if action not in LOOKING and self.is_delegating():
            raise Failed("owner/mas", detail="by the configuration of the homeserver")
        if action != "logout-user":
            super().protect(action, account)

    def is_delegating(self) -> bool:
        try:
            if not self.config.names("matrix_authentication_service", "msc3861"):
                return False
            keys = (("matrix_authentication_service", "enabled"), ("experimental_features", "msc3861", "enabled"))
            return any(truth(self.config.get(*each)) for each in keys)
        except Failed:
            return False  # an admin's token works without the configuration, and the server reports this itself

    def sign_of(self, failed: Failed) -> list[str]:
        is_unnamed = failed.signs[0] == "register/400/M_UNKNOWN"
        return [sign for words, sign in IN_ENGLISH.items() if is_unnamed and words in failed.facts["detail"]]

    # Sessions

    def list_sessions(self, account: Record) -> Seen:
        self.need_admin()
        self.user(account)
        listed = self.admin("GET", self.path("v2/users", account, "/devices"), shape={"devices": [DEVICE]})
        return Seen("found", sessions=[session_record(each) for each in listed["devices"]])

    def logout_user(self, account: Record) -> Seen:
        """Ends all sessions, except the one in use if it is the admin's own account; a session of this run ends later.

        Synapse does not know ended sessions.
        """
        self.need_admin()
        self.user(account)
        listed = self.admin("GET", self.path("v2/users", account, "/devices"), shape={"devices": [{"device_id": text}]})
        own = self.who_am_i().get("device_id") if self.is_acting(account) else None
        devices = [each["device_id"] for each in listed["devices"] if each["device_id"] != own]
        session = account.get("session")
        if session:
            if session == own:
                raise Failed("session/acting")
            if session not in devices:
                raise Failed("session/absent")
            devices = [session]
        if devices and not self.check:
            self.admin("POST", self.path("v2/users", account, "/delete_devices"), {"devices": devices})
        if session:
            return Seen("done/changed_session")
        is_kept = own is not None and self.request.get("admin_token")
        sign = "done/changed" if devices else "done/unchanged"
        return Seen(sign + "_but_acting" if is_kept else sign, sessions=len(devices))

    def create_access_token(self, account: Record) -> Seen:
        """A token that an admin gets for an account has no device."""
        self.need_admin()
        expires = check_expiry(account["expires"])
        if self.is_acting(account):
            raise Failed("token/acting")
        if self.user(account)["deactivated"]:
            raise Failed("account/deactivated")
        if self.check:
            return Seen("done/created_without_session")
        body = {"valid_until_ms": expires * 1000} if expires else {}
        made = self.admin("POST", self.path("v1/users", account, "/login"), body, shape={"access_token": WORD})
        return Seen("done/created_without_session", access_token=self.sealed(made["access_token"]))

    # Rights and states

    def set_admin(self, account: Record, is_admin: bool) -> Seen:
        user = self.user(account)
        if user["admin"] == is_admin:
            return Seen("done/unchanged")
        if user["deactivated"] and is_admin:
            raise Failed("account/deactivated")
        refuse_special(user, is_admin)
        by_database = self.by_database()
        if not self.check and by_database:
            query(
                self.database(),
                "UPDATE users SET admin = :admin WHERE name = :name",
                True,
                admin=int(is_admin),
                name=self.user_id(account),
            )
        elif not self.check:
            self.admin("PUT", self.path("v1/users", account, "/admin"), {"admin": is_admin})
        return Seen("database/changed" if by_database else "done/changed")

    def lock_user(self, account: Record) -> Seen:
        return self.set_state(account, "locked", True)

    def unlock_user(self, account: Record) -> Seen:
        return self.set_state(account, "locked", False)

    def suspend_user(self, account: Record) -> Seen:
        return self.set_state(account, "suspended", True)

    def unsuspend_user(self, account: Record) -> Seen:
        return self.set_state(account, "suspended", False)

    def set_state(self, account: Record, state: str, value: Json) -> Seen:
        self.need_admin()
        user = self.user(account)
        if user[state] == value:
            return Seen("done/unchanged")
        refuse_special(user, value)
        if user["deactivated"]:
            raise Failed("account/deactivated")
        if not self.check and state == "locked":
            self.change(account, {"locked": value})
        elif not self.check:
            shape = {"user_%s_suspended" % self.user_id(account): flag}
            self.admin("PUT", self.path("v1/suspend", account), {"suspend": value}, shape=shape)
        left = {**user, state: value}
        return Seen("done/changed", notes=[] if value else still_shut_out(left["locked"], left["suspended"]))

    def deactivate_user(self, account: Record) -> Seen:
        self.need_admin()
        self.check_erasing(account)
        user, erase = self.user(account), truth(account.get("erase"))
        if user["deactivated"] and (user["erased"] or not erase):
            return Seen("done/unchanged")
        if not self.check:
            shape = {"id_server_unbind_result": text}
            self.admin("POST", self.path("v1/deactivate", account), {"erase": erase}, shape=shape)
        return Seen("done/changed")

    def reactivate_user(self, account: Record) -> Seen:
        self.need_admin()
        user = self.user(account)
        if not user["deactivated"]:
            return Seen("done/unchanged")
        if not self.check:
            self.activate(account)
        return Seen("done/changed", notes=still_shut_out(user["locked"], user["suspended"]))

    def activate(self, account: Record) -> None:
        try:
            self.change(account, {"deactivated": False})
        except Failed as failed:
            if failed.signs[0] != "admin/400/M_UNKNOWN" or "password" not in failed.facts["detail"]:
                raise
            import secrets

            # Synapse 1.98 requires a password here: a random one that nobody knows, where later versions take none
            self.change(account, {"deactivated": False, "password": secrets.token_urlsafe(32)})

    # Details

    def add_email(self, account: Record) -> Seen:
        self.need_admin()
        address = canonical(check_email(account["email"]))
        if address in map(canonical, self.user(account)["emails"]):
            return Seen("done/unchanged")
        owner = self.owner_of(address)
        if owner:  # Synapse would silently move the address
            raise Failed("email/taken", detail=owner)
        if not self.check:
            addresses = self.record(account).get("threepids") or []
            kept = [{"medium": each["medium"], "address": each["address"]} for each in addresses]
            self.change(account, {"threepids": kept + [{"medium": "email", "address": address}]})
        return Seen("done/changed")

    def owner_of(self, address: str) -> str | None:
        path = "/_synapse/admin/v1/threepid/email/users/" + quote(canonical(address), safe="")
        try:
            return str(self.admin("GET", path, shape={"user_id": USER_ID})["user_id"])
        except Failed as failed:
            if failed.signs[-1] != "admin/404":
                raise
        return None

    def set_display_name(self, account: Record) -> Seen:
        return self.set_value(account, "display_name", check_display_name(account["display_name"]), "displayname")

    def set_kind(self, account: Record) -> Seen:
        return self.set_value(account, "kind", check_kind(account["kind"]), "user_type")

    def set_value(self, account: Record, name: str, value: Json, key: str) -> Seen:
        """A value of the account's record, by the key that changes it."""
        self.need_admin()
        user = self.user(account)
        if (user[name] or None) == value:
            return Seen("done/unchanged")
        refuse_special(user, name == "kind")
        if user["deactivated"]:
            raise Failed("account/deactivated")
        if not self.check:
            self.change(account, {key: value})
        return Seen("done/changed")
