"""Homeservers and MAS as far as the programs ask them, in memory: what they answer when all is well."""

import json
import re
import time
from urllib.parse import parse_qs, unquote, urlsplit

DOMAIN = "example.org"
NAMES = ("boss", "chief", "john", "gone", "locked", "suspended")
JOHNS_SESSION, BOSS_SESSION = "01BRZ3NDEKTSV4RRFFQ69G0001", "01BRZ3NDEKTSV4RRFFQ69G0002"
ULIDS = iter("01ARZ3NDEKTSV4RRFFQ69G%04d" % number for number in range(9999))


def not_found(code="M_NOT_FOUND"):
    return 404, {"errcode": code, "error": "Not found"}


class Synapse:
    def __init__(self):
        self.users, self.passwords, self.tokens, self.devices = {}, {}, {}, {}
        for name in NAMES:
            self.users["@%s:%s" % (name, DOMAIN)] = {
                "name": "@%s:%s" % (name, DOMAIN),
                "displayname": name,
                "admin": name in ("boss", "chief"),
                "locked": name == "locked",
                "suspended": name == "suspended",
                "deactivated": name == "gone",
                "erased": False,
                "user_type": None,
                "creation_ts": 1700000000,
                "threepids": [],
            }
            self.passwords[name] = "old password"
            self.devices["@%s:%s" % (name, DOMAIN)] = ["OWN", "OTHER"]
        self.tokens["known"] = {
            "token": "known",
            "uses_allowed": 3,
            "pending": 0,
            "completed": 1,
            "expiry_time": None,
        }

    def answer(self, method, target, body, _headers):
        path, query = unquote(urlsplit(target).path), parse_qs(urlsplit(target).query)
        if path == "/_synapse/admin/v1/register":
            return (200, {"nonce": "nonce"}) if method == "GET" else self.register(body)
        if path == "/_matrix/client/v3/login":
            return self.log_in(body) if body else (200, {"flows": [{"type": "m.login.password"}]})
        if path in ("/_matrix/client/v3/logout", "/_matrix/client/versions"):
            return 200, {"versions": ["v1.1"]}
        if path == "/_matrix/client/v3/account/whoami":
            return 200, {"user_id": "@boss:" + DOMAIN, "device_id": "OWN"}
        if path == "/_synapse/admin/v1/server_version":
            return 200, {"server_version": "1.163.0"}
        if path == "/_synapse/admin/v2/users":
            name = query.get("name", [""])[0]
            return 200, {"users": [user for user in self.users.values() if name in user["name"]], "total": 3}
        if "registration_tokens" in path:
            return self.on_token(method, path.split("registration_tokens")[1], body)
        found = re.search(r"@[^/]*", path)
        user = self.users.get(found.group()) if found else None
        return self.on_user(method, path, body, user) if user else not_found()

    def register(self, body):
        user_id = "@%s:%s" % (body["username"], DOMAIN)
        if user_id in self.users:
            return 400, {"errcode": "M_USER_IN_USE", "error": "taken"}
        self.users[user_id] = {**self.users["@john:" + DOMAIN], "name": user_id, "admin": body["admin"]}
        self.passwords[body["username"]] = body["password"]
        self.devices[user_id] = []
        return 200, {"user_id": user_id, "home_server": DOMAIN, "access_token": "secret", "device_id": "D"}

    def log_in(self, body):
        name = body["identifier"]["user"].lower().lstrip("@").split(":")[0]
        if self.passwords.get(name) == body["password"]:
            return 200, {"access_token": "session", "user_id": "@%s:%s" % (name, DOMAIN), "device_id": "SESSION"}
        return 403, {"errcode": "M_FORBIDDEN", "error": "Invalid username or password"}

    def on_user(self, method, path, body, user):
        if path.endswith("/devices"):
            return 200, {"devices": [{"device_id": each} for each in self.devices[user["name"]]]}
        if path.endswith("/delete_devices"):
            self.devices[user["name"]] = [each for each in self.devices[user["name"]] if each not in body["devices"]]
            return 200, {}
        if path.endswith("/login"):
            return 200, {"access_token": "made"}
        if path.endswith("/admin"):
            user["admin"] = body["admin"]
            return 200, {}
        if "/v1/suspend/" in path:
            user["suspended"] = body["suspend"]
            return 200, {"user_%s_suspended" % user["name"]: body["suspend"]}
        if "/v1/deactivate/" in path:
            user.update(deactivated=True, erased=body["erase"])
            return 200, {"id_server_unbind_result": "success"}
        if "/v1/reset_password/" in path or "/resetPassword/" in path:
            self.passwords[user["name"][1:].split(":")[0]] = body.get("new_password") or body["password"]
            return 200, {"password_updated": True}
        if method == "PUT":
            user.update(body)
        return 200, dict(user)

    def on_token(self, method, path, body):
        name = path.lstrip("/")
        if path == "/new":
            made = body["token"]
            self.tokens[made] = {"pending": 0, "completed": 0, **body}
            return 200, self.tokens[made]
        if not name:
            return 200, {"registration_tokens": list(self.tokens.values())}
        if name not in self.tokens:
            return not_found()
        if method == "DELETE":
            del self.tokens[name]
            return 200, {}
        self.tokens[name].update(body or {})
        return 200, self.tokens[name]


class Dendrite(Synapse):
    """What differs is in its database, of which the tests have one."""


class Mas:
    def __init__(self):
        self.homeserver = Synapse()
        self.users, self.emails, self.sessions, self.tokens, self.passwords = {}, {}, {}, {}, {}
        for name in NAMES:
            user = self.make(name)
            user["admin"] = name in ("boss", "chief")
            user["locked_at"] = now(-60) if name == "locked" else None
            user["deactivated_at"] = now(-60) if name == "gone" else None
        self.sessions, self.ended = {JOHNS_SESSION: "john", BOSS_SESSION: "boss"}, {}
        self.tokens[next(ULIDS)] = {
            "token": "known",
            "times_used": 1,
            "usage_limit": 3,
            "expires_at": None,
            "revoked_at": None,
            "valid": True,
        }

    def make(self, name):
        user = {
            "username": name,
            "created_at": now(),
            "locked_at": None,
            "deactivated_at": None,
            "admin": False,
            "legacy_guest": False,
        }
        self.users[next(ULIDS)] = user
        return user

    def answer(self, method, target, body, headers):
        path, query = unquote(urlsplit(target).path), parse_qs(urlsplit(target).query)
        if path.startswith(("/_matrix", "/_synapse")):
            return self.homeserver.answer(method, target, body, headers)
        if path == "/oauth2/token":
            return 200, {"access_token": "mas", "expires_in": 300, "token_type": "Bearer"}
        if path in ("/oauth2/revoke", "/.well-known/openid-configuration"):
            return 200, {}
        path = path.replace("/api/admin/v1", "")
        if path == "/site-config":
            return 200, {"password_login_enabled": True, "minimum_password_complexity": 3}
        if method == "GET" and "/by-username/" in path:
            return self.one(
                "users", [each for each in self.users if self.users[each]["username"] == path.split("/")[-1]]
            )
        kind, _, rest = path.lstrip("/").partition("/")
        if method == "GET" and kind.endswith("-sessions") and rest:
            return self.session(kind, rest)
        if method == "GET":
            return self.listed(kind, query)
        return self.change(kind, rest, body or {})

    def records(self, kind):
        return {"users": self.users, "user-emails": self.emails, "user-registration-tokens": self.tokens}.get(kind, {})

    def one(self, kind, ids):
        if not ids:
            return 404, {"errors": [{"title": "User not found"}]}
        return 200, {"data": {"type": kind, "id": ids[0], "attributes": self.records(kind)[ids[0]]}}

    def session(self, kind, key):
        name = {**self.sessions, **self.ended}.get(key)
        if kind != "compat-sessions" or not name:
            return 404, {"errors": [{"title": "Session not found"}]}
        owner = next(each for each, user in self.users.items() if user["username"] == name)
        ended = now() if key in self.ended else None
        return 200, {"data": {"type": kind, "id": key, "attributes": {"user_id": owner, "finished_at": ended}}}

    def listed(self, kind, query):
        if kind.endswith("-sessions"):
            owners = query.get("filter[user]", list(self.users))
            found = [(each, owner) for owner in owners for each in self.sessions_of(owner) if kind == "compat-sessions"]
            return 200, {
                "data": [
                    {"type": kind, "id": each, "attributes": {"user_id": owner, "created_at": now()}}
                    for each, owner in found
                ]
            }
        wanted = query.get("filter[email]", [None])[0]
        owner = query.get("filter[user]", [None])[0]
        found = [
            {"type": kind, "id": each, "attributes": attributes}
            for each, attributes in self.records(kind).items()
            if wanted in (None, attributes.get("email")) and owner in (None, attributes.get("user_id"))
        ]
        return 200, {"data": found}

    def sessions_of(self, owner):
        return [each for each, name in self.sessions.items() if name == self.users[owner]["username"]]

    def change(self, kind, rest, body):
        key, _, action = rest.partition("/")
        if kind == "users" and not rest:
            if any(each["username"] == body["username"] for each in self.users.values()):
                return 409, {"errors": [{"title": "User already exists"}]}
            self.make(body["username"])
            return self.one("users", [list(self.users)[-1]])
        if kind == "user-emails":
            made = next(ULIDS)
            self.emails[made] = {"email": body["email"], "user_id": body["user_id"]}
            return 201, {"data": {"type": kind, "id": made, "attributes": self.emails[made]}}
        if kind == "personal-sessions" and not rest:
            return 201, {"data": {"type": kind, "id": next(ULIDS), "attributes": {"access_token": "made"}}}
        if kind.endswith("-sessions"):
            if key in self.sessions:
                self.ended[key] = self.sessions.pop(key)
            return 200, {"data": {"type": kind, "id": key, "attributes": {}}}
        if kind == "user-registration-tokens" and not rest:
            made = next(ULIDS)
            self.tokens[made] = {**self.tokens[list(self.tokens)[0]], "token": body["token"], "times_used": 0}
            return self.one(kind, [made])
        if kind == "user-registration-tokens":
            self.tokens[key].update({"revoked_at": now()} if action == "revoke" else body)
            return self.one(kind, [key])
        user = self.users[key]
        if action == "set-password":
            self.passwords[user["username"]] = body["password"]
            return 204, None
        changes = {
            "lock": {"locked_at": now()},
            "unlock": {"locked_at": None},
            "deactivate": {"deactivated_at": now()},
            "reactivate": {"deactivated_at": None},
            "set-admin": {"admin": body.get("admin")},
        }
        if action == "deactivate":
            self.sessions = {each: name for each, name in self.sessions.items() if name != user["username"]}
        user.update(changes[action])
        return self.one("users", [key])


def now(seconds=0):
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() + seconds))


def content_of(answer):
    return b"" if answer is None else json.dumps(answer).encode()
