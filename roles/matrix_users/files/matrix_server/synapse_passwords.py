"""The passwords of a Synapse's accounts."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from .checks import check_password, truth
from .database import query
from .json_types import Record
from .results import Failed, Seen, still_shut_out
from .synapse_records import refuse_special
from .synapse_users import SynapseUsers


class SynapsePasswords(SynapseUsers):
    @cached_property
    def notes_on_logins(self) -> Record:
        """Where it compares no passwords of its own, those that others compare are offered for logins all the same."""
        notes = super().notes_on_logins
        return notes or ({"notes": ["passwords_elsewhere"]} if self.unread_passwords() else {})

    def unread_passwords(self) -> str:
        """The setting by which nobody reads the passwords that Synapse itself has, if there is one."""
        try:
            off = [key for key in ("enabled", "localdb_enabled") if self.config.get("password_config", key) is False]
        except Failed:
            return ""  # an admin's token works without the configuration, and the server says so itself
        return "password_config.%s is false" % off[0] if off else ""

    def set_password(self, account: Record) -> Seen:
        check_password(account["password"], self.request["password_rules"], self.pepper())
        keep = truth(account.get("keep_sessions"))
        if truth(account.get("if_different")) and self.has_password(account):
            return Seen("done/unchanged")
        if self.unread_passwords():
            raise Failed("passwords/disabled", detail=self.unread_passwords())
        by_database = self.by_database()
        if by_database and not keep:
            raise Failed("access/sessions")
        user = self.user(account)
        if user["deactivated"]:
            raise Failed("account/deactivated")
        refuse_special(user)
        facts = self.notes_beside(still_shut_out(user["locked"], user["suspended"]))
        if self.check:
            return Seen("done/changed", **facts)
        if by_database:
            query(
                self.database(),
                "UPDATE users SET password_hash = :hash WHERE name = :name",
                True,
                hash=self.hashed(account["password"]),
                name=self.user_id(account),
            )
        else:
            body = {"new_password": account["password"], "logout_devices": not keep}
            self.admin("POST", self.path("v1/reset_password", account), body)
        return Seen("done/changed", **facts)

    def hashed(self, password: str) -> str:
        """As Synapse's hash_password does."""
        import bcrypt

        rounds = int(self.config.get("bcrypt_rounds") or 12)
        return str(bcrypt.hashpw(self.peppered(password), bcrypt.gensalt(rounds)).decode())

    def has_password(self, account: Record) -> bool:
        """Compared with the hash in the database: a login would leave a trace and count against the rate limit."""
        import bcrypt

        rows = query(self.database(), "SELECT password_hash FROM users WHERE name = :name", name=self.user_id(account))
        stored: str = (rows[0]["password_hash"] if rows else None) or ""
        try:
            return stored != "" and bool(bcrypt.checkpw(self.peppered(account["password"]), stored.encode()))
        except ValueError:
            return False  # it is no hash of bcrypt, so no password has it

    def peppered(self, password: str) -> bytes:
        return (unicodedata.normalize("NFKC", password) + self.pepper()).encode()
