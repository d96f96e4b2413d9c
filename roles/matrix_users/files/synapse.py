class Synapse(Homeserver):
    """Synapse: its admin API where the host file gives an admin, else its database."""

    only_for_admins = "/_synapse/admin/v2/users?limit=1&guests=false"
    counting = "SELECT count(*) AS accounts FROM users"

    def configured_domain(self):
        return self.config.get("server_name")

    def looks(self):
        both = {"accounts": self.look_at_accounts} if truth(self.request.get("compare")) else {}
        return {**super().looks(), **both}

    def look_at_accounts(self, _account):
        """Whether each account is active; those of bridges and of the server's own notices are Synapse's affair."""
        rows = query(
            self.database(), "SELECT name, deactivated FROM users WHERE is_guest = 0 AND appservice_id IS NULL"
        )
        active = {row["name"][1:].split(":")[0]: not row["deactivated"] for row in rows}
        active.pop(self.config.get("server_notices", "system_mxid_localpart"), None)
        return Seen("accounts/listed", active=active)

    def by_database(self):
        return truth(self.request.get("prefer_database")) or not self.has_admin()

    def configured_secret(self):
        path = self.config.get("registration_shared_secret_path")
        secret = self.config.get("registration_shared_secret")
        return read_text(path).strip() if path and not secret else secret

    def pepper(self):
        return str(self.config.get("password_config", "pepper") or "")

    # Looking

    def show_user(self, account):
        return Seen("found", user=self.user(account))

    def list_users(self, account):
        users = self.users(account)
        if truth(account.get("people")):
            is_owned = self.ownership()
            users = (user for user in users if not is_owned(user["user_id"]))
        return Seen("found", users=wanted(account, users), acting_admin=self.acting_admin())

    def ownership(self):
        """Tells whether a bridge or the server itself has an account: by the database, and by what bridges have reserved."""
        owned = {
            row["name"] for row in query(self.database(), "SELECT name FROM users WHERE appservice_id IS NOT NULL")
        }
        owned.add(self.user_id({"username": self.config.get("server_notices", "system_mxid_localpart") or ""}))
        reserved = []
        for path in self.config.get("app_service_config_files") or []:
            bridge = parse(read_text(path), path)
            owned.add(self.user_id({"username": bridge(("sender_localpart",)) or ""}))
            reserved += [
                re.compile(each["regex"]) for each in bridge(("namespaces", "users")) or [] if each.get("exclusive")
            ]
        return lambda user_id: user_id in owned or any(pattern.match(user_id) for pattern in reserved)

    def users(self, account):
        if self.by_database():
            rows = rows_by_page(self.database(), USERS + " WHERE users.name LIKE '@%' AND is_guest = 0", "name")
            return map(self.from_row, rows)
        return self.pages({"admins": "true"} if truth(account.get("admins")) else {})

    def pages(self, filters):
        """Every account, in large pages, since Synapse counts all of them for each; guests=false, since the default is refused where MAS is in front."""
        start, known = "0", set()
        while start is not None:
            parameters = {
                "from": start,
                "limit": 4 * PAGE,
                "guests": "false",
                "deactivated": "true",
                "locked": "true",
                **filters,
            }
            page = self.admin("GET", "/_synapse/admin/v2/users?" + urlencode(parameters), shape=USERS_PAGE)
            for record in page["users"]:
                yield self.from_record(record)
            known.add(start)
            start = page.get("next_token")
            if start in known or len(known) >= MOST_PAGES or (start is not None and not page["users"]):
                raise Seen("answer/odd", detail="its list of accounts does not end, after %d pages" % len(known))

    def user(self, account):
        """The account's record; none is Seen, with the names that look like it."""
        if self.by_database():
            row = self.row(account["username"])
            if row is None:
                names = query(self.database(), "SELECT name FROM users")
                raise absent(account["username"], [row["name"][1:].split(":")[0] for row in names])
            emails = query(
                self.database(),
                "SELECT address FROM user_threepids WHERE user_id = :name AND medium = 'email'",
                name=self.user_id(account),
            )
            return self.from_row(row, [each["address"] for each in emails])
        try:
            return self.from_record(self.record(account))
        except Seen as seen:
            if seen.signs[0] != "admin/404/M_NOT_FOUND":
                raise
        raise absent(account["username"], [each["username"] for each in self.pages({"name": account["username"][:3]})])

    def record(self, account):
        """What the admin API has of it, and of no other account."""
        try:
            return self.admin("GET", self.path("v2/users", account), shape=self.shape_of(account))
        except Seen as seen:
            if seen.signs[-1] == "admin/400":  # "Can only look up local users"
                raise Seen("domain/other", detail=seen.facts["detail"]) from None
            raise

    def shape_of(self, account):
        return {**USER, "name": exactly(self.user_id(account))}

    def change(self, account, body):
        """An account's record, changed."""
        self.admin("PUT", self.path("v2/users", account), body, shape=self.shape_of(account))

    def path(self, route, account, rest=""):
        return "/_synapse/admin/%s/%s%s" % (route, quote(self.user_id(account), safe=""), rest)

    def from_record(self, record):
        if not record["name"].endswith(":" + self.domain):
            raise Seen("domain/other", detail="it has the account %s" % record["name"])
        seconds = record.get("creation_ts") or 0
        emails = [each["address"] for each in record.get("threepids") or [] if each["medium"] == "email"]
        return {
            "user_id": record["name"],
            "username": record["name"][1:].split(":")[0],
            "display_name": record.get("displayname") or "",
            "admin": bool(record.get("admin")),
            "locked": bool(record.get("locked")),
            "suspended": bool(record.get("suspended")),
            "deactivated": bool(record.get("deactivated")),
            "erased": bool(record.get("erased")),
            "kind": record.get("user_type") or "",
            "emails": emails,
            "created": day(
                seconds / 1000 if seconds > 10**11 else seconds
            ),  # milliseconds in a list, seconds by itself (1.163)
        }

    # Passwords and sessions

    def set_password(self, account):
        check_password(account["password"], self.request["password_rules"], self.pepper())
        keep = truth(account.get("keep_sessions"))
        if truth(account.get("if_different")) and self.has_password(account):
            return Seen("done/unchanged")
        by_database = self.by_database()
        if by_database and not keep:
            raise Seen("access/sessions")
        user = self.user(account)
        if user["deactivated"]:
            raise Seen("account/deactivated")
        if self.check:
            return Seen("done/changed")
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
        return Seen("done/changed")

    def hashed(self, password):
        """As hash_password does it."""
        import bcrypt

        rounds = int(self.config.get("bcrypt_rounds") or 12)
        return bcrypt.hashpw(self.peppered(password), bcrypt.gensalt(rounds)).decode()

    def has_password(self, account):
        """Compared with the hash in the database: a login would leave a trace, and be one of few that are allowed."""
        import bcrypt

        rows = query(self.database(), "SELECT password_hash FROM users WHERE name = :name", name=self.user_id(account))
        known = rows[0]["password_hash"] if rows else None
        return bool(known) and bcrypt.checkpw(self.peppered(account["password"]), known.encode())

    def peppered(self, password):
        return (unicodedata.normalize("NFKC", password) + self.pepper()).encode()

    def protect(self, action, account):
        if action != "logout-user":
            super().protect(action, account)

    def list_sessions(self, account):
        self.need_admin()
        self.user(account)
        listed = self.admin("GET", self.path("v2/users", account, "/devices"), shape={"devices": [DEVICE]})
        return Seen("found", sessions=[session_record(each) for each in listed["devices"]])

    def logout_user(self, account):
        """All sessions but the one in use, where it is the admin's own account; one that was begun for this ends with it."""
        self.need_admin()
        self.user(account)
        listed = self.admin("GET", self.path("v2/users", account, "/devices"), shape={"devices": [{"device_id": text}]})
        own = self.who_am_i().get("device_id") if self.is_acting(account) else None
        devices = [each["device_id"] for each in listed["devices"] if each["device_id"] != own]
        if devices and not self.check:
            self.admin("POST", self.path("v2/users", account, "/delete_devices"), {"devices": devices})
        if not devices:
            return Seen("done/unchanged", sessions=0)
        is_kept = own is not None and self.request.get("admin_token")
        return Seen("done/changed_but_acting" if is_kept else "done/changed", sessions=len(devices))

    # Rights and states

    def set_admin(self, account, is_admin):
        user = self.user(account)
        if user["admin"] == is_admin:
            return Seen("done/unchanged")
        if user["deactivated"] and is_admin:
            raise Seen("account/deactivated")
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

    def lock_user(self, account):
        return self.set_state(account, "locked", True)

    def unlock_user(self, account):
        return self.set_state(account, "locked", False)

    def suspend_user(self, account):
        return self.set_state(account, "suspended", True)

    def unsuspend_user(self, account):
        return self.set_state(account, "suspended", False)

    def set_state(self, account, state, value):
        self.need_admin()
        user = self.user(account)
        if user[state] == value:
            return Seen("done/unchanged")
        if user["deactivated"]:
            raise Seen("account/deactivated")
        if not self.check and state == "locked":
            self.change(account, {"locked": value})
        elif not self.check:
            shape = {"user_%s_suspended" % self.user_id(account): flag}
            self.admin("PUT", self.path("v1/suspend", account), {"suspend": value}, shape=shape)
        return Seen("done/changed")

    def deactivate_user(self, account):
        self.need_admin()
        self.check_erasing(account)
        user, erase = self.user(account), truth(account.get("erase"))
        if user["deactivated"] and (user["erased"] or not erase):
            return Seen("done/unchanged")
        if not self.check:
            shape = {"id_server_unbind_result": text}
            self.admin("POST", self.path("v1/deactivate", account), {"erase": erase}, shape=shape)
        return Seen("done/changed")

    def reactivate_user(self, account):
        self.need_admin()
        if not self.user(account)["deactivated"]:
            return Seen("done/unchanged")
        if not self.check:
            self.change(account, {"deactivated": False})
        return Seen("done/changed")

    def add_email(self, account):
        self.need_admin()
        address = canonical(check_email(account["email"]))
        if address in map(canonical, self.user(account)["emails"]):
            return Seen("done/unchanged")
        owner = self.owner_of(address)
        if owner:  # whom Synapse would take it from, without a word
            raise Seen("email/taken", detail=owner)
        if not self.check:
            known = self.record(account).get("threepids") or []
            kept = [{"medium": each["medium"], "address": each["address"]} for each in known]
            self.change(account, {"threepids": kept + [{"medium": "email", "address": address}]})
        return Seen("done/changed")

    def owner_of(self, address):
        path = "/_synapse/admin/v1/threepid/email/users/" + quote(canonical(address), safe="")
        try:
            return self.admin("GET", path, shape={"user_id": USER_ID})["user_id"]
        except Seen as seen:
            if seen.signs[-1] != "admin/404":
                raise
        return None

    def set_display_name(self, account):
        return self.set_value(account, "display_name", check_display_name(account["display_name"]), "displayname")

    def set_kind(self, account):
        return self.set_value(account, "kind", check_kind(account["kind"]), "user_type")

    def set_value(self, account, name, value, key):
        """A value of the account's record, by the key that changes it."""
        self.need_admin()
        user = self.user(account)
        if (user[name] or None) == value:
            return Seen("done/unchanged")
        if user["deactivated"]:
            raise Seen("account/deactivated")
        if not self.check:
            self.change(account, {key: value})
        return Seen("done/changed")

    # Registration tokens

    def create_registration_token(self, asked):
        self.need_admin()
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        body = {"uses_allowed": uses, "expiry_time": expires and expires * 1000}
        if asked.get("token") and self.token(check_token(asked["token"])):
            raise Seen("token/exists")
        if self.check:
            return Seen("done/created", token=asked.get("token") or "(made by the server)")
        body["token"] = asked["token"] = asked.get("token") or new_token()
        shape = {"token": exactly(asked["token"])}
        return Seen("done/created", token=self.admin("POST", TOKENS + "/new", body, shape=shape)["token"])

    def list_registration_tokens(self, _asked):
        self.need_admin()
        tokens = self.admin("GET", TOKENS, shape={"registration_tokens": [TOKEN]})["registration_tokens"]
        return Seen("found", tokens=[token_record(each) for each in tokens])

    def update_registration_token(self, asked):
        self.need_admin()
        uses = check_uses(asked["uses"]) if asked.get("uses") else UNSAID
        expires = check_expiry(asked["expires"]) if asked.get("expires") else UNSAID
        known = self.known_token(asked)
        body = {}
        if uses is not UNSAID and uses != known["uses_allowed"]:
            body["uses_allowed"] = uses
        if expires is not UNSAID and (expires and expires * 1000) != known["expiry_time"]:
            body["expiry_time"] = expires and expires * 1000
        if body and not self.check:
            self.admin("PUT", "%s/%s" % (TOKENS, quote(asked["token"], safe="")), body, shape=TOKEN)
        return Seen("done/changed" if body else "done/unchanged", token=asked["token"])

    def revoke_registration_token(self, asked):
        self.need_admin()
        self.known_token(asked)
        if not self.check:
            self.admin("DELETE", "%s/%s" % (TOKENS, quote(asked["token"], safe="")))
        return Seen("done/changed", token=asked["token"])

    def token(self, token):
        try:
            return self.admin("GET", "%s/%s" % (TOKENS, quote(token, safe="")), shape=TOKEN)
        except Seen as seen:
            if seen.signs[0] != "admin/404/M_NOT_FOUND":
                raise
        return None

    def known_token(self, asked):
        known = self.token(check_token(asked["token"]))
        if not known:
            raise Seen("token/absent")
        return known

    def need_admin(self):
        if not self.has_admin():
            raise Seen("access/missing")

    # The database

    def database(self):
        self.check_domain()
        database = self.config.get("database") or {}
        arguments = dict(database.get("args") or {}) if isinstance(database, dict) else {}
        return Sqlite(str(arguments.get("database"))) if database.get("name") == "sqlite3" else Psycopg(arguments)

    def row(self, username):
        rows = query(self.database(), USERS + " WHERE users.name = :name", name="@%s:%s" % (username, self.domain))
        return rows[0] if rows else None

    def from_row(self, row, emails=()):
        threepids = [{"medium": "email", "address": address} for address in emails]
        return self.from_record({**row, "threepids": threepids})


TOKENS = "/_synapse/admin/v1/registration_tokens"
UNSAID = object()
USER = {
    "name": USER_ID,
    "displayname": (text, None),
    "admin": (flag, None),
    "locked": (flag, None),
    "suspended": (flag, None),
    "deactivated": (flag, None),
    "erased": (flag, None),
    "user_type": (text, None),
    "creation_ts": (number, None),
    "threepids": ([{"medium": text, "address": text}], None),
}
USERS_PAGE = {"users": [USER], "next_token": (WORD, None)}
TOKEN = {
    "token": text,
    "uses_allowed": (whole, None),
    "pending": whole,
    "completed": whole,
    "expiry_time": (number, None),
}
DEVICE = {
    "device_id": text,
    "display_name": (text, None),
    "last_seen_ip": (text, None),
    "last_seen_ts": (number, None),
}
USERS = (
    "SELECT users.name, users.admin, users.deactivated, users.locked, users.suspended, users.user_type, users.creation_ts,"
    " profiles.displayname, erased_users.user_id IS NOT NULL AS erased FROM users"
    " LEFT JOIN profiles ON profiles.full_user_id = users.name LEFT JOIN erased_users ON erased_users.user_id = users.name"
)


def session_record(device):
    seen = device.get("last_seen_ts")
    return {
        "session": device["device_id"],
        "name": device.get("display_name") or "",
        "kind": "client",
        "last_ip": device.get("last_seen_ip"),
        "last_seen": day(seen and seen / 1000),
    }


def token_record(token):
    expires = token["expiry_time"]
    return {
        "token": token["token"],
        "uses": token["completed"],
        "uses_allowed": token["uses_allowed"],
        "pending": token["pending"],
        "expires": day(expires and expires / 1000),
        "valid": (token["uses_allowed"] is None or token["completed"] + token["pending"] < token["uses_allowed"])
        and (not expires or expires / 1000 > time.time()),
    }
