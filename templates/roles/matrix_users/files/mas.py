class Mas(Server):
    """Matrix Authentication Service in front of Synapse: its Admin API, with the token of a client of its own."""

    def __init__(self, request):
        super().__init__(request)
        self.token, self.token_ends = None, 0

    def ready(self, _account):
        self.ask("GET", "/.well-known/openid-configuration", step="versions")
        return Seen("ready")

    def looks(self):
        return {"server": self.ready, "api": self.look_at_api, "accounts": self.look_at_accounts}

    def look_at_api(self, _account):
        self.api("GET", "/users?page[first]=1")
        return Seen("access/works")

    def look_at_accounts(self, _account):
        attributes = [each["attributes"] for each in self.pages("/users")]
        return Seen("accounts/listed", active={each["username"]: each["deactivated_at"] is None for each in attributes})

    def failure_in(self, answer):
        errors = answer.get("errors") or [{}]
        title = errors[0].get("title") or answer.get("error")
        return title, answer.get("error_description") or title

    def access_token(self):
        """Client-credentials tokens live five minutes; a long run asks for another."""
        if time.time() < self.token_ends:
            return self.token
        if not self.request.get("client_id") or not self.request.get("client_secret"):
            raise Seen("access/missing")
        answer = self.ask_as_client("/oauth2/token", {"grant_type": "client_credentials", "scope": "urn:mas:admin"})
        self.token, self.token_ends = answer["access_token"], time.time() + answer.get("expires_in", 300) - 30
        return self.token

    def close(self, _account):
        """The token would end by itself after minutes; this leaves none behind."""
        if self.token:
            self.ask_as_client("/oauth2/revoke", {"token": self.token})

    def ask_as_client(self, path, form):
        import base64

        pair = "%s:%s" % (quote(self.request["client_id"], safe=""), quote(self.request["client_secret"], safe=""))
        headers = {
            "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self.ask("POST", path, urlencode(form), step="oauth", headers=headers).body

    def api(self, method, path, body=None, step="api"):
        return self.ask(method, "/api/admin/v1" + path, body, step=step, token=self.access_token()).body

    def pages(self, path, filters=None):
        """Every record of a list; the next page starts after the last record of this one."""
        after = None
        while True:
            parameters = {"page[first]": PAGE, **({"page[after]": after} if after else {}), **(filters or {})}
            page = self.api("GET", "%s?%s" % (path, urlencode(parameters)))
            yield from page["data"]
            if len(page["data"]) < PAGE:
                return
            after = page["data"][-1]["id"]

    # Looking

    def show_user(self, account):
        user = self.known(account)
        emails = [each["attributes"]["email"] for each in self.emails(user)]
        return Seen("found", user={**self.from_record(user), "emails": emails})

    def list_users(self, account):
        filters = {"filter[admin]": "true"} if truth(account.get("admins")) else {}
        return Seen("found", users=list(wanted(account, map(self.from_record, self.pages("/users", filters)))))

    def find(self, username):
        """The account's record, or None. MAS finds names in any case; here only the exact one counts."""
        try:
            record = self.api("GET", "/users/by-username/" + quote(username, safe=""), step="find")["data"]
        except Seen as seen:
            if seen.signs[-1] == "find/404":
                return None
            raise
        return record if record["attributes"]["username"] == username else None

    def known(self, account):
        user = self.find(account["username"])
        if user is None:
            near = self.pages("/users", {"filter[search]": account["username"][:3]})
            raise absent(account["username"], [each["attributes"]["username"] for each in near])
        return user

    def emails(self, user):
        return self.pages("/user-emails", {"filter[user]": user["id"]})

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
        check_password(account["password"], self.request["password_rules"])
        addresses = [check_email(address) for address in words(account.get("email"))]
        user, unfinished = self.find(account["username"]), Unfinished(self.request["state"], self.user_id(account))
        if user and not unfinished:
            return Seen("register/exists")
        if self.check:
            return Seen("predict/absent")
        if user is None:
            unfinished.note()
            user = self.create(account, unfinished)
        self.give_password(user, account, step="password")
        for address in addresses:
            self.give_email(user, address)
        if truth(account.get("admin")):
            self.set(user, "set-admin", {"admin": True})
        unfinished.done()
        return Seen("register/no_email" if truth(self.request.get("email_required")) and not addresses else "register/created")

    def create(self, account, unfinished):
        try:
            return self.api("POST", "/users", {"username": account["username"]}, step="create")["data"]
        except Seen:
            unfinished.done()
            raise

    def give_password(self, user, account, step):
        body = {"password": account["password"], "skip_password_check": truth(account.get("accept_weak_password"))}
        self.api("POST", "/users/%s/set-password" % user["id"], body, step=step)

    def give_email(self, user, address):
        """Verified, since an operator vouches for it. Whether it changed anything."""
        if any(each["attributes"]["email"].lower() == address.lower() for each in self.emails(user)):
            return False
        self.api("POST", "/user-emails", {"user_id": user["id"], "email": address}, step="email")
        return True

    # Passwords and sessions

    def set_password(self, account):
        check_password(account["password"], self.request["password_rules"])
        user = self.known(account)
        if user["attributes"]["deactivated_at"]:
            raise Seen("account/deactivated")
        if not self.check:
            self.give_password(user, account, step="password_changed")
            if not truth(account.get("keep_sessions")):
                self.end_sessions(user)
            Unfinished(self.request["state"], self.user_id(account)).done()
        return Seen("done/changed")

    def logout_user(self, account):
        user = self.known(account)
        count = sum(1 for _ in self.sessions(user)) if self.check else self.end_sessions(user)
        return Seen("done/changed" if count else "done/unchanged", sessions=count)

    def sessions(self, user):
        for path in ("/compat-sessions", "/oauth2-sessions", "/user-sessions"):
            for session in list(self.pages(path, {"filter[user]": user["id"], "filter[status]": "active"})):
                yield "%s/%s/finish" % (path, session["id"])

    def end_sessions(self, user):
        count = 0
        for path in self.sessions(user):
            self.api("POST", path, step="session")
            count += 1
        return count

    def add_email(self, account):
        check_email(account["email"])
        user = self.known(account)
        if self.check:
            known = any(each["attributes"]["email"].lower() == account["email"].lower() for each in self.emails(user))
            return Seen("done/unchanged" if known else "done/changed")
        return Seen("done/changed" if self.give_email(user, account["email"]) else "done/unchanged")

    # Rights and states

    def promote_admin(self, account):
        return self.set_admin(account, True)

    def demote_admin(self, account):
        """A session that asked for admin rights keeps them until it ends: so all of them end, unless they are to be kept."""
        return self.set_admin(account, False)

    def set_admin(self, account, is_admin):
        user = self.known(account)
        if user["attributes"]["admin"] == is_admin:
            return Seen("done/unchanged")
        if not self.check:
            self.set(user, "set-admin", {"admin": is_admin})
            if not is_admin and not truth(account.get("keep_sessions")):
                self.end_sessions(user)
        return Seen("done/changed")

    def lock_user(self, account):
        return self.set_state(account, "locked_at", "lock", True)

    def unlock_user(self, account):
        return self.set_state(account, "locked_at", "unlock", False)

    def deactivate_user(self, account):
        """skip_erase is always said: without it MAS has the homeserver erase the account."""
        return self.set_state(account, "deactivated_at", "deactivate", True, {"skip_erase": not truth(account.get("erase"))})

    def reactivate_user(self, account):
        return self.set_state(account, "deactivated_at", "reactivate", False)

    def set_state(self, account, attribute, action, value, body=None):
        user = self.known(account)
        if (user["attributes"][attribute] is not None) == value:
            return Seen("done/unchanged")
        if attribute == "locked_at" and user["attributes"]["deactivated_at"]:
            raise Seen("account/deactivated")
        if not self.check:
            self.set(user, action, body)
        return Seen("done/changed")

    def set(self, user, action, body=None):
        """A deactivation may still be running as a job when its opposite is asked for: MAS then answers 500, for a while."""
        deadline = time.time() + TIMEOUT
        while True:
            try:
                return self.api("POST", "/users/%s/%s" % (user["id"], action), body, step="state")
            except Seen as seen:
                if action != "reactivate" or seen.signs[-1] != "state/500" or time.time() > deadline:
                    raise
            time.sleep(1)

    # Registration tokens

    def create_registration_token(self, asked):
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        body = {"usage_limit": uses, "expires_at": day(expires)}
        if asked.get("token"):
            body["token"] = asked["token"]
            if self.token_record(asked["token"]):
                raise Seen("token/exists")
        if self.check:
            return Seen("done/created", token=asked.get("token") or "(made by the server)")
        made = self.api("POST", TOKENS, {key: value for key, value in body.items() if value is not None}, step="token")
        return Seen("done/created", token=made["data"]["attributes"]["token"])

    def list_registration_tokens(self, _asked):
        return Seen("found", tokens=[self.from_token(each["attributes"]) for each in self.pages(TOKENS)])

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
            self.api("PUT", "%s/%s" % (TOKENS, known["id"]), body, step="token")
        return Seen("done/changed" if body else "done/unchanged", token=asked["token"])

    def revoke_registration_token(self, asked):
        known = self.known_token(asked)
        if known["attributes"]["revoked_at"]:
            return Seen("done/unchanged", token=asked["token"])
        if not self.check:
            self.api("POST", "%s/%s/revoke" % (TOKENS, known["id"]), step="token")
        return Seen("done/changed", token=asked["token"])

    def token_record(self, token):
        return next((each for each in self.pages(TOKENS) if each["attributes"]["token"] == token), None)

    def known_token(self, asked):
        known = self.token_record(asked["token"])
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


def without_fraction(moment):
    return moment and re.sub(r"\.[0-9]+", "", moment)


def words(value):
    """A list, or words with commas or spaces between them."""
    return value if isinstance(value, list) else re.split(r"[\s,]+", value.strip()) if value and value.strip() else []


class Unfinished:
    """A note on the host that registering an account was begun: MAS cannot tell an account without a password."""

    def __init__(self, directory, user_id):
        self.path = os.path.join(directory, "unfinished", quote(user_id, safe=""))

    def __bool__(self):
        return os.path.exists(self.path)

    def note(self):
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(self.path, "w", encoding="utf-8"):
                pass
        except OSError as error:
            raise Seen("state/unwritable", detail="%s: %s" % (self.path, error.strerror)) from None

    def done(self):
        try:
            os.remove(self.path)
        except OSError:
            pass


if __name__ == "__main__":
    main(Mas)
