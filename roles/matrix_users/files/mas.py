class Mas(Server):
    """Matrix Authentication Service in front of Synapse: its Admin API, with the token of a client of its own."""

    beyond_lists = ("emails", "display_name", "kind")

    def __init__(self, request):
        super().__init__(request)
        self.token, self.token_ends = None, 0
        self.asking = Lock()  # accounts are worked on side by side

    def ready(self, _account):
        self.ask("GET", "/.well-known/openid-configuration", step="versions")
        return Seen("ready")

    def looks(self):
        return {
            "server": self.ready,
            "api": self.look_at_api,
            "admin": self.look_at_admin,
            "accounts": self.look_at_accounts,
        }

    def look_at_api(self, _account):
        self.api("GET", "/users?page[first]=1")
        return Seen("access/works")

    def look_at_admin(self, _account):
        user_id = self.who_am_i()
        self.at_homeserver("GET", "/_synapse/admin/v2/users?limit=1&guests=false")
        return Seen("access/works", user_id=user_id)

    def look_at_accounts(self, _account):
        attributes = [each["attributes"] for each in self.pages("/users", attributes=USER)]
        return Seen("accounts/listed", active={each["username"]: each["deactivated_at"] is None for each in attributes})

    @cached_property
    def acting_id(self):
        """Whose token is used at the homeserver; MAS itself is asked by a client, which is no account."""
        try:
            return self.who_am_i() if self.request.get("homeserver_token") else None
        except Seen:
            return None

    def who_am_i(self):
        return self.at_homeserver("GET", "/_matrix/client/v3/account/whoami", shape={"user_id": USER_ID})["user_id"]

    def failure_in(self, answer):
        """The Admin API has a list of titles, causes last; OAuth has error and error_description."""
        has_titles = misfit(answer, {"errors": [{"title": text}]}) is None and answer["errors"]
        title = answer["errors"][0]["title"] if has_titles else answer.get("error")
        return title, answer.get("error_description") or title

    def access_token(self):
        """Client-credentials tokens live five minutes; a long run asks for another."""
        with self.asking:
            if time.time() >= self.token_ends:
                self.new_access_token()
            return self.token

    def new_access_token(self):
        if not self.request.get("client_id") or not self.request.get("client_secret"):
            raise Seen("access/missing")
        form = {"grant_type": "client_credentials", "scope": "urn:mas:admin"}
        shape = {"access_token": WORD, "expires_in": (number, None)}
        answer = self.ask_as_client("/oauth2/token", form, shape)
        self.token, self.token_ends = answer["access_token"], time.time() + (answer.get("expires_in") or 300) - 30

    def close(self, _account):
        """The token would end by itself after minutes; this leaves none behind."""
        if self.token:
            self.ask_as_client("/oauth2/revoke", {"token": self.token}, shape=lambda _: True)

    def ask_as_client(self, path, form, shape):
        import base64

        pair = "%s:%s" % (quote(self.request["client_id"], safe=""), quote(self.request["client_secret"], safe=""))
        headers = {
            "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self.ask("POST", path, urlencode(form), step="oauth", headers=headers, shape=shape).body

    def api(self, method, path, body=None, step="api", shape=None):
        return self.ask(method, "/api/admin/v1" + path, body, step=step, token=self.access_token(), shape=shape).body

    def pages(self, path, filters=None, attributes=None):
        """Every record of a list, with these attributes; the next page starts after the last record of this one."""
        after = None
        for _page in range(MOST_PAGES):
            parameters = {"page[first]": PAGE, **({"page[after]": after} if after else {}), **(filters or {})}
            shape = {"data": [{"id": ULID, **({"attributes": attributes} if attributes else {})}]}
            page = self.api("GET", "%s?%s" % (path, urlencode(parameters)), shape=shape)
            yield from page["data"]
            if len(page["data"]) < PAGE:
                return
            before, after = after, page["data"][-1]["id"]
            if after == before:
                break
        raise Seen("answer/odd", detail="its list %s does not end" % path)

    def site(self):
        """What MAS says of its own configuration."""
        shape = {
            "password_login_enabled": flag,
            "minimum_password_complexity": lambda score: whole(score) and 0 <= score <= 4,
            "server_name": (text, None),
        }
        site = self.api("GET", "/site-config", shape=shape)
        if site["server_name"] not in (None, self.domain):
            raise Seen("domain/other", detail="MAS says server_name: %s" % site["server_name"])
        return site

    def judge(self, account):
        """Refuse, before anything is touched, a password that MAS surely refuses; it alone knows about the others."""
        check_password(account["password"], self.request["password_rules"])
        site = self.site()
        if not site["password_login_enabled"]:
            raise Seen("passwords/disabled", detail="password_login_enabled is false")
        score = site["minimum_password_complexity"]
        if not truth(account.get("accept_weak_password")) and len(account["password"].encode()) <= TOO_WEAK[score]:
            detail = "it wants a zxcvbn score of %d, which takes more than %d characters" % (score, TOO_WEAK[score])
            raise Seen("password/surely_weak", detail=detail)

    # Looking

    def show_user(self, account):
        user = self.known(account)
        emails = [each["attributes"]["email"] for each in self.emails(user)]
        return Seen("found", user={**self.from_record(user), **self.seen_at_homeserver(account), "emails": emails})

    def seen_at_homeserver(self, account):
        """What the homeserver alone knows of it: to a token all, to others what it is called, if that."""
        try:
            record = self.record_at_homeserver(account)
            return {
                "display_name": record.get("displayname") or "",
                "suspended": bool(record.get("suspended")),
                "kind": record.get("user_type") or "",
            }
        except Seen:
            pass
        try:
            return {"display_name": (self.profile(account) or {}).get("displayname") or ""}
        except Seen:
            return {}

    def list_users(self, account):
        filters = {"filter[admin]": "true"} if truth(account.get("admins")) else {}
        users = map(self.from_record, self.pages("/users", filters, USER))
        return Seen("found", users=wanted(account, users), acting_admin=self.acting_id)

    def find(self, username):
        """The account's record, or None. MAS finds names in any case; here only the exact one counts."""
        try:
            path = "/users/by-username/" + quote(username, safe="")
            record = self.api("GET", path, step="find", shape=ONE_USER)["data"]
        except Seen as seen:
            if seen.signs[-1] != "find/404":
                raise
            if seen.signs[0] == "find/404/None":  # not the Admin API's own answer: it is not there
                raise Seen("api/404", **seen.facts) from None
            return None
        return record if record["attributes"]["username"] == username else None

    def known(self, account, active=False):
        """The account's record; `active`: it must not be deactivated."""
        user = self.find(account["username"])
        if user is None:
            near = islice(self.pages("/users", {"filter[search]": account["username"][:1]}, USER), 10 * PAGE)
            raise absent(account["username"], [each["attributes"]["username"] for each in near])
        if active and user["attributes"]["deactivated_at"]:
            raise Seen("account/deactivated")
        return user

    def emails(self, user):
        return self.pages("/user-emails", {"filter[user]": user["id"]}, EMAIL)

    def from_record(self, record):
        attributes = record["attributes"]
        return {
            "user_id": "@%s:%s" % (attributes["username"], self.domain),
            "username": attributes["username"],
            "display_name": "",
            "admin": attributes["admin"],
            "locked": attributes["locked_at"] is not None,
            "suspended": False,
            "deactivated": attributes["deactivated_at"] is not None,
            "erased": False,
            "kind": "guest" if attributes.get("legacy_guest") else "",
            "emails": [],
            "created": re.sub(r"\.[0-9]+", "", attributes["created_at"]),
        }

    # Registering

    def register_user(self, account):
        """Create, then the password, addresses, and admin last. What was begun is noted, so that a second run completes it."""
        addresses = words(account.get("email"))
        user, begun = self.find(account["username"]), Begun(self.request["state"], self.user_id(account))
        if user and not begun.made(user):
            return Seen("register/exists")
        check_names(account)
        self.judge(account)
        for address in addresses:
            self.is_free(address, user)
        if self.kind_of(account) and not self.request.get("homeserver_token"):
            raise Seen("homeserver/no_token")
        if self.check:
            if user is None and self.is_at_homeserver(account):
                raise Seen("homeserver/known", detail="the homeserver shows its profile")
            return Seen("predict/no_email" if self.asks_for_email(addresses) else "predict/absent")
        if user is None:
            user = self.create(account, begun)
        try:
            self.complete(user, account, addresses)
        except Seen as seen:
            seen.facts["changed"] = True  # a second run completes it
            raise
        begun.end()
        return Seen("register/no_email" if self.asks_for_email(addresses) else "register/created")

    def asks_for_email(self, addresses):
        """Whether MAS will want an address at the first login."""
        return truth(self.request.get("email_required")) and not addresses

    def complete(self, user, account, addresses):
        self.give_password(user, account, step="password")
        for address in addresses:
            self.give_email(user, address)
        if self.kind_of(account):
            self.give_kind(account)
        if truth(account.get("admin")):
            self.set(user, "set-admin", {"admin": True})

    def give_kind(self, account):
        shape = {"name": exactly(self.user_id(account))}
        self.at_homeserver("PUT", self.path_at_homeserver(account), {"user_type": self.kind_of(account)}, shape)

    def kind_of(self, account):
        return check_kind(account.get("kind") or "user")

    def create(self, account, begun):
        begun.note()
        body = {
            "username": account["username"],
            **({"displayname": account["display_name"]} if account.get("display_name") else {}),
        }
        try:
            shape = {"data": {"id": ULID, "attributes": {**USER, "username": exactly(account["username"])}}}
            user = self.api("POST", "/users", body, step="create", shape=shape)["data"]
        except Seen as seen:
            if seen.facts.get("unsure"):
                return self.created_after_all(account, begun, seen)
            if seen.signs[-1] in ("create/400", "create/409"):  # surely not created; of other failures nobody knows
                begun.end()
            if seen.signs[0] != "create/409/Username is reserved by the homeserver":
                raise
            raise self.reserved(account, seen) from None
        begun.note(user["id"])
        return user

    def created_after_all(self, account, begun, lost):
        """After an answer that got lost: an account that came within a minute of the note is the one that was asked for."""
        try:
            user = self.find(account["username"])
        except Seen:
            raise still_unsure(lost) from None
        if user and begun.made(user):
            begun.note(user["id"])
            return user
        if user or lost.facts.get("late"):
            raise still_unsure(lost)
        begun.end()
        raise Seen("lost/not_done", detail=lost.facts["detail"])

    def reserved(self, account, seen):
        """Why the homeserver does not let a name be had."""
        sign = {True: "homeserver/known", False: "homeserver/reserved", None: "homeserver/either"}[
            self.is_at_homeserver(account)
        ]
        return Seen(sign, **seen.facts)

    def is_at_homeserver(self, account):
        """Whether the homeserver itself shows the account; None: it cannot be asked, or tells nobody."""
        try:
            return self.profile(account) is not None
        except Seen:
            return None

    def profile(self, account):
        """What the homeserver shows to everybody; None: it has no such account."""
        try:
            path = "/_matrix/client/v3/profile/" + quote(self.user_id(account), safe="")
            return self.homeserver().ask("GET", path, step="profile", shape={"displayname": (text, None)}).body
        except Seen as seen:
            if seen.signs[0] not in ("profile/404/M_NOT_FOUND", "profile/404/M_UNKNOWN"):
                raise
        return None

    def homeserver(self):
        if not self.request.get("homeserver"):
            raise Seen("homeserver/unknown")
        return Server({**self.request, "address": self.request["homeserver"]})

    def record_at_homeserver(self, account):
        shape = {
            "name": exactly(self.user_id(account)),
            "displayname": (text, None),
            "suspended": (flag, None),
            "user_type": (text, None),
        }
        return self.at_homeserver("GET", self.path_at_homeserver(account), shape=shape)

    def at_homeserver(self, method, path, body=None, shape=None):
        """An answer of the homeserver's own admin API, which takes a token with the scope urn:synapse:admin:*."""
        token = self.request.get("homeserver_token")
        if not token:
            raise Seen("homeserver/no_token")
        return self.homeserver().ask(method, path, body, step="homeserver", token=token, shape=shape).body

    def give_password(self, user, account, step):
        body = {"password": account["password"], "skip_password_check": truth(account.get("accept_weak_password"))}
        self.api("POST", "/users/%s/set-password" % user["id"], body, step=step)

    def give_email(self, user, address):
        """Verified, since an operator vouches for it."""
        if not self.is_free(address, user):
            return
        self.api("POST", "/user-emails", {"user_id": user["id"], "email": address}, step="email", shape=ONE_RECORD)

    def is_free(self, address, user):
        """Whether nobody has it; False: this account has it already."""
        for each in self.pages("/user-emails", {"filter[email]": check_email(address)}, EMAIL):
            if user is None or each["attributes"]["user_id"] != user["id"]:
                raise Seen("email/409", detail="another account has it", email=address)
            return False
        return True

    # Passwords and sessions

    def set_password(self, account):
        user = self.known(account, active=True)
        self.judge(account)
        if not self.check:
            self.give_password(user, account, step="password_changed")
            Begun(self.request["state"], self.user_id(account)).end()
            if not truth(account.get("keep_sessions")):
                self.end_sessions_after_change(user)
        return Seen("done/changed")

    def list_sessions(self, account):
        """Of older clients and of newer ones, then of browsers on MAS's own pages, then tokens for scripts."""
        user = self.known(account)
        filters = {"filter[user]": user["id"], "filter[status]": "active"}
        found = []
        for path, kind in (
            ("/compat-sessions", "client"),
            ("/oauth2-sessions", "client"),
            ("/user-sessions", "browser"),
        ):
            found += [self.from_session(each, kind) for each in self.pages(path, filters, SESSION)]
        found += [self.from_session(each, "token") for each in self.personal_sessions(user)]
        return Seen("found", sessions=found)

    def from_session(self, record, kind):
        attributes = record["attributes"]
        return {
            "session": record["id"],
            "name": attributes.get("human_name") or attributes.get("user_agent") or "",
            "kind": kind,
            "last_ip": attributes.get("last_active_ip"),
            "last_seen": without_fraction(attributes.get("last_active_at")),
        }

    def logout_user(self, account):
        user = self.known(account)
        count = sum(1 for _ in self.sessions(user)) if self.check else self.end_sessions(user)
        return Seen("done/changed" if count else "done/unchanged", sessions=count)

    def sessions(self, user):
        for path in ("/compat-sessions", "/oauth2-sessions", "/user-sessions"):
            for session in list(self.pages(path, {"filter[user]": user["id"], "filter[status]": "active"})):
                yield "%s/%s/finish" % (path, session["id"])
        for session in self.personal_sessions(user):
            yield "/personal-sessions/%s/revoke" % session["id"]

    def personal_sessions(self, user):
        """Tokens that an admin made for scripts that act as the account; versions before 1.5 have none."""
        try:
            return list(
                self.pages(
                    "/personal-sessions", {"filter[actor_user]": user["id"], "filter[status]": "active"}, SESSION
                )
            )
        except Seen as seen:
            if not seen.signs[-1].endswith("/404"):
                raise
            return []

    def end_sessions_after_change(self, user):
        try:
            self.end_sessions(user)
        except Seen as seen:
            seen.facts["changed"] = True
            raise

    def end_sessions(self, user):
        count = 0
        for path in self.sessions(user):
            try:
                self.api("POST", path, step="session", shape=ONE_RECORD)
            except Seen as seen:
                if seen.signs[-1] not in ("session/400", "session/409"):  # it ended by itself meanwhile
                    raise
            count += 1
        return count

    def add_email(self, account):
        user = self.known(account, active=True)
        is_free = self.is_free(account["email"], user)
        if is_free and not self.check:
            self.give_email(user, account["email"])
        return Seen("done/changed" if is_free else "done/unchanged")

    # Rights and states

    def set_admin(self, account, is_admin):
        """A session that asked for admin rights keeps them until it ends: so all of them end, unless they are to be kept."""
        user = self.known(account)
        if user["attributes"]["admin"] == is_admin:
            return Seen("done/unchanged")
        if is_admin and user["attributes"]["deactivated_at"]:
            raise Seen("account/deactivated")
        if not self.check:
            self.set(user, "set-admin", {"admin": is_admin})
            if not is_admin and not truth(account.get("keep_sessions")):
                self.end_sessions_after_change(user)
        return Seen("done/changed")

    def lock_user(self, account):
        return self.set_state(account, "locked_at", "lock", True)

    def unlock_user(self, account):
        return self.set_state(account, "locked_at", "unlock", False)

    def suspend_user(self, account):
        return self.set_suspended(account, True)

    def unsuspend_user(self, account):
        return self.set_suspended(account, False)

    def set_suspended(self, account, value):
        path = "/_synapse/admin/v1/suspend/" + quote(self.user_id(account), safe="")
        shape = {"user_%s_suspended" % self.user_id(account): flag}
        return self.set_at_homeserver(account, "suspended", value, path, {"suspend": value}, shape)

    def set_display_name(self, account):
        return self.set_value(account, "displayname", check_display_name(account["display_name"]))

    def set_kind(self, account):
        return self.set_value(account, "user_type", check_kind(account["kind"]))

    def set_value(self, account, key, value):
        shape = {"name": exactly(self.user_id(account))}
        return self.set_at_homeserver(account, key, value, self.path_at_homeserver(account), {key: value}, shape)

    def set_at_homeserver(self, account, key, value, path, body, shape):
        """MAS knows nothing of it. The account is looked at first: without it, Synapse would make one."""
        self.known(account, active=True)
        if (self.record_at_homeserver(account).get(key) or None) == (value or None):
            return Seen("done/unchanged")
        if not self.check:
            self.at_homeserver("PUT", path, body, shape)
        return Seen("done/changed")

    def path_at_homeserver(self, account):
        return "/_synapse/admin/v2/users/" + quote(self.user_id(account), safe="")

    def set_state(self, account, attribute, action, value):
        user = self.known(account, active=True)
        if (user["attributes"][attribute] is not None) == value:
            return Seen("done/unchanged")
        if not self.check:
            self.set(user, action)
        return Seen("done/changed")

    def set(self, user, action, body=None):
        return self.api("POST", "/users/%s/%s" % (user["id"], action), body, step="state", shape=one(user["id"]))

    def deactivate_user(self, account):
        """skip_erase is always said: without it MAS has the homeserver erase the account."""
        self.check_erasing(account)
        user = self.known(account)
        if user["attributes"]["deactivated_at"]:
            return Seen("done/unchanged")
        if not self.check:
            self.set(user, "deactivate", {"skip_erase": not truth(account.get("erase"))})
            self.wait_for_deactivation(user)
        return Seen("done/changed")

    def wait_for_deactivation(self, user, not_before=0):
        """
        MAS deactivates in a job and does not tell when that has run; what can be seen is that sessions and addresses are
        gone. The homeserver is told after that: `not_before` is when it surely knows.
        """
        deadline = time.time() + TIMEOUT
        while time.time() < deadline:
            if time.time() >= not_before and not any(self.sessions(user)) and not any(self.emails(user)):
                return
            time.sleep(0.5)

    def reactivate_user(self, account):
        """Before the job of the deactivation has run this would be undone by it: wait for that, and look again afterwards."""
        user = self.known(account)
        if not user["attributes"]["deactivated_at"]:
            return Seen("done/unchanged")
        deadline = time.time() + TIMEOUT
        while not self.check:
            self.wait_for_deactivation(user, moment(user["attributes"]["deactivated_at"]) + SETTLED)
            try:
                self.set(user, "reactivate")
            except Seen as seen:
                if (
                    seen.signs[-1] != "state/500" or time.time() > deadline
                ):  # the homeserver may be about to deactivate it
                    raise
            time.sleep(1)
            user = self.known(account)
            if not user["attributes"]["deactivated_at"]:
                break
            if time.time() > deadline:
                raise Seen("state/undone", detail="deactivated again at " + user["attributes"]["deactivated_at"])
        return Seen("reactivated/with_password")

    # Registration tokens

    def create_registration_token(self, asked):
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        body = {"usage_limit": uses, "expires_at": day(expires)}
        if asked.get("token") and self.token_record(check_token(asked["token"])):
            raise Seen("token/exists")
        if self.check:
            return Seen("done/created", token=asked.get("token") or "(made by the server)")
        body["token"] = asked["token"] = asked.get("token") or new_token()
        shape = {"data": {"attributes": {"token": exactly(asked["token"])}}}
        said = {key: value for key, value in body.items() if value is not None}
        made = self.api("POST", TOKENS, said, step="token", shape=shape)
        return Seen("done/created", token=made["data"]["attributes"]["token"])

    def list_registration_tokens(self, _asked):
        return Seen(
            "found", tokens=[self.from_token(each["attributes"]) for each in self.pages(TOKENS, attributes=TOKEN)]
        )

    def update_registration_token(self, asked):
        changes = {}
        if asked.get("uses"):
            changes["usage_limit"] = check_uses(asked["uses"])
        if asked.get("expires"):
            changes["expires_at"] = day(check_expiry(asked["expires"]))
        known = self.known_token(asked)
        attributes = {**known["attributes"], "expires_at": without_fraction(known["attributes"]["expires_at"])}
        body = {key: value for key, value in changes.items() if value != attributes[key]}
        if body and not self.check:
            self.api("PUT", "%s/%s" % (TOKENS, known["id"]), body, step="token", shape=one(known["id"]))
        return Seen("done/changed" if body else "done/unchanged", token=asked["token"])

    def revoke_registration_token(self, asked):
        known = self.known_token(asked)
        if known["attributes"]["revoked_at"]:
            return Seen("done/unchanged", token=asked["token"])
        if not self.check:
            self.api("POST", "%s/%s/revoke" % (TOKENS, known["id"]), step="token", shape=one(known["id"]))
        return Seen("done/changed", token=asked["token"])

    def token_record(self, token):
        return next(
            (each for each in self.pages(TOKENS, attributes=TOKEN) if each["attributes"]["token"] == token), None
        )

    def known_token(self, asked):
        known = self.token_record(check_token(asked["token"]))
        if not known:
            raise Seen("token/absent")
        return known

    def from_token(self, attributes):
        return {
            "token": attributes["token"],
            "uses": attributes["times_used"],
            "uses_allowed": attributes["usage_limit"],
            "pending": 0,
            "expires": without_fraction(attributes["expires_at"]),
            "valid": attributes["valid"],
        }


TOKENS = "/user-registration-tokens"
ULID = re.compile("[0-9A-Z]{26}")
USER = {
    "username": text,
    "admin": flag,
    "created_at": time_text,
    "locked_at": (time_text, None),
    "deactivated_at": (time_text, None),
}
SESSION = {
    "human_name": (text, None),
    "user_agent": (text, None),
    "last_active_ip": (text, None),
    "last_active_at": (time_text, None),
}
ONE_RECORD = {"data": {"id": ULID}}
ONE_USER = {"data": {"id": ULID, "attributes": USER}}
EMAIL = {"email": text, "user_id": ULID}
TOKEN = {
    "token": text,
    "times_used": whole,
    "usage_limit": (whole, None),
    "expires_at": (time_text, None),
    "revoked_at": (time_text, None),
    "valid": flag,
}
SETTLED = 5  # seconds after which a job of MAS has run, where nothing shows it
# zxcvbn takes no password of n characters for more than 10**n guesses, and its scores begin at 10**3, 6, 8 and 10 (and a
# few): so what has no more bytes than this cannot reach the score. The rest MAS alone can judge.
TOO_WEAK = [0, 3, 6, 8, 10]


def one(identifier):
    """The shape of the one record that was asked for."""
    return {"data": {"id": exactly(identifier)}}


class Begun:
    """
    A note on the host that registering an account was begun, since MAS does not tell whether an account has a password.
    Only the account that this made counts as begun: the one whose id is noted, or one that came within a minute of the note.
    """

    def __init__(self, directory, user_id):
        name = quote(user_id, safe="")
        if len(name) > 200:  # of the 255 that a file's name can have
            import hashlib

            name = name[:100] + hashlib.sha256(user_id.encode()).hexdigest()
        self.path = os.path.join(directory, "unfinished", name)

    def note(self, made=None):
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(self.path, "w", encoding="utf-8") as file:
                json.dump({"at": time.time(), "id": made}, file)
        except OSError as error:
            raise Seen("state/unwritable", detail="%s: %s" % (self.path, error.strerror)) from None

    def made(self, user):
        try:
            with open(self.path, encoding="utf-8") as file:
                note = json.load(file)
        except (OSError, ValueError):
            return False
        if note["id"]:
            return note["id"] == user["id"]
        return -5 < moment(user["attributes"]["created_at"]) - note["at"] < 60

    def end(self):
        try:
            os.remove(self.path)
        except OSError:
            pass
