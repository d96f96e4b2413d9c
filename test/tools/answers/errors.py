"""Each error that a server's own sources have for a request of ours, given as the answer to it, and what is made of that.

Synapse: rest/admin/{users,devices,registration_tokens,_base}.py, rest/client/login.py, handlers/{register,set_password,
deactivate_account,device}.py, api/{auth/internal,auth_blocking,ratelimiting}.py, 1.163. Dendrite: clientapi/routing/
{routing,register,register_secret,admin,login}.go, clientapi/auth/{auth,password}.go, internal/{validate,httputil/httpapi}.go,
0.15.2. What does not depend on what we send is there once; an error for a malformed request, of which we make none, is not.

Prints what went wrong, as JSON.
"""

import json
import os
import re

import program
from operations import CHANGES, JOHN, LOOKS, NOT_ON_DENDRITE, signs_in

DEFINITIONS = os.path.join(os.path.dirname(__file__), "../../../roles/matrix_users/files/definitions.json")
BY_LOGIN = {"admin_token": "", "admin_username": "boss", "admin_password": "old password"}
OWN_WORDS = "refused_by_server"
LATER = 90_000  # milliseconds: longer than anybody waits

ADMIN = r"\w+ /_(synapse|dendrite)/admin/(?!v1/register$|v1/server_version)"
REGISTER = "POST /_synapse/admin/v1/register$"
NONCE = "GET /_synapse/admin/v1/register$"
LOGIN = "POST /_matrix/client/v3/login$"
ITSELF = "by the account itself: "  # before a request that no admin makes
OWN_LOGIN = ITSELF + LOGIN
USER = r"GET /_synapse/admin/v2/users/[^/]*$"

# The request, the status, the error code, the server's words, and what they mean: of the first request to the admin API,
# and of a later one, where that differs.
OF_BOTH = [
    (ADMIN, 401, "M_UNKNOWN_TOKEN", "Invalid access token passed.", "access_rejected"),
    (ADMIN, 401, "M_MISSING_TOKEN", "Missing access token", "access_rejected"),
    (ADMIN, 403, "M_FORBIDDEN", "You are not a server admin", "access_not_admin", OWN_WORDS),
    (ADMIN, 404, "M_UNRECOGNIZED", "Unrecognized request", "request_unknown"),
    (ADMIN, 429, "M_LIMIT_EXCEEDED", "Too Many Requests", "rate_limited"),
    (ADMIN, 500, "M_UNKNOWN", "Internal server error", "server_error"),
    (REGISTER, 400, "M_USER_IN_USE", "User ID already taken.", "exists"),
    (REGISTER, 400, "M_EXCLUSIVE", "This user ID is reserved by an application service.", "reserved_namespace"),
    (REGISTER, 400, "M_INVALID_USERNAME", "User ID may not begin with _", "invalid_username"),
    (REGISTER, 400, "M_BAD_JSON", "nonce must be specified", OWN_WORDS),
    (REGISTER, 429, "M_LIMIT_EXCEEDED", "Too Many Requests", "rate_limited"),
    (REGISTER, 500, "M_UNKNOWN", "Internal server error", "server_error"),
    (LOGIN, 403, "M_FORBIDDEN", "Invalid username or password", "access_rejected"),
    (LOGIN, 429, "M_LIMIT_EXCEEDED", "Too Many Requests", "rate_limited"),
    (LOGIN, 500, "M_UNKNOWN", "Unable to fetch account by password.", "server_error"),
]
OF_SYNAPSE = [
    *OF_BOTH,
    (ADMIN, 401, "M_USER_LOCKED", "User account has been locked", "acting_admin_shut_out"),
    (ADMIN, 403, "ORG_MATRIX_EXPIRED_ACCOUNT", "User account has expired", OWN_WORDS),
    (ADMIN, 403, "M_GUEST_ACCESS_FORBIDDEN", "Guest access not allowed", OWN_WORDS),
    (ADMIN, 400, "M_INVALID_PARAM", "Query parameter 'limit' must be an integer", OWN_WORDS),
    (ADMIN, 413, "M_TOO_LARGE", "Request content is too large", OWN_WORDS),
    (NONCE, 404, "M_UNRECOGNIZED", "Unrecognized request", "delegated"),
    (REGISTER, 400, "M_UNKNOWN", "Shared secret registration is not enabled", "secret_mismatch"),
    (REGISTER, 400, "M_UNKNOWN", "unrecognised nonce", "nonce_unknown"),
    (REGISTER, 400, "M_UNKNOWN", "Invalid user type", OWN_WORDS),
    (REGISTER, 400, "M_EXCLUSIVE", "This user ID is reserved.", "reserved_namespace"),
    (REGISTER, 400, "M_INVALID_USERNAME", "Numeric user IDs are reserved for guest users.", "invalid_username"),
    (REGISTER, 400, "M_INVALID_USERNAME", "User ID may not be longer than 255 characters", "invalid_username"),
    (REGISTER, 403, "M_UNKNOWN", "HMAC incorrect", "secret_mismatch"),
    (REGISTER, 403, "M_RESOURCE_LIMIT_EXCEEDED", "Monthly Active User Limit Exceeded", OWN_WORDS),
    (REGISTER, 429, "M_UNKNOWN", "Rate limited", "rate_limited"),
    (REGISTER, 500, "M_UNKNOWN", "Unable to find a suitable guest user ID", "server_error"),
    (LOGIN, 403, "M_USER_DEACTIVATED", "This account has been deactivated", "acting_admin_shut_out"),
    (LOGIN, 401, "M_USER_LOCKED", "User account has been locked", "acting_admin_shut_out"),
    (LOGIN, 403, "M_RESOURCE_LIMIT_EXCEEDED", "Monthly Active User Limit Exceeded", OWN_WORDS),
    (LOGIN, 403, "ORG_MATRIX_MSC3866_USER_AWAITING_APPROVAL", "This account is pending approval", OWN_WORDS),
    (LOGIN, 400, "M_UNKNOWN", "Unknown login type m.login.password", OWN_WORDS),
    (USER, 400, "M_UNKNOWN", "Can only look up local users", "other_server"),
    (USER, 404, "M_NOT_FOUND", "User not found", "no_such_user"),
    ("PUT /_synapse/admin/v2/users/", 400, "M_UNKNOWN", "An user can't be deactivated and locked", OWN_WORDS),
    ("PUT /_synapse/admin/v2/users/", 400, "M_UNKNOWN", "Displayname is too long (max 256)", OWN_WORDS),
    ("PUT /_synapse/admin/v2/users/", 403, "M_UNKNOWN", "User creation via the Admin API is not available", OWN_WORDS),
    ("PUT /_synapse/admin/v2/users/", 500, "M_UNKNOWN", "Failed to remove threepids", "server_error"),
    ("PUT .*/admin$", 400, "M_UNKNOWN", "You may not demote yourself.", OWN_WORDS),
    ("PUT .*/admin$", 400, "M_UNKNOWN", "Only local users can be admins of this homeserver", OWN_WORDS),
    ("POST .*/reset_password/", 403, "M_FORBIDDEN", "Password change disabled", OWN_WORDS),
    ("POST .*/reset_password/", 404, "M_NOT_FOUND", "Unknown user", "no_such_user"),
    ("POST .*/deactivate/", 403, "M_FORBIDDEN", "Deactivation of this user is forbidden", OWN_WORDS),
    ("POST .*/deactivate/", 404, "M_NOT_FOUND", "User not found", "no_such_user"),
    ("POST .*/deactivate/", 400, "M_UNKNOWN", "Failed to remove threepid from ID server", OWN_WORDS),
    ("PUT .*/suspend/", 400, "M_UNKNOWN", "Can only suspend local users", OWN_WORDS),
    ("PUT .*/suspend/", 404, "M_NOT_FOUND", "User not found", "no_such_user"),
    (".*/devices$", 404, "M_NOT_FOUND", "Unknown user", "no_such_user"),
    (".*/delete_devices$", 404, "M_NOT_FOUND", "Unknown user", "no_such_user"),
    (".*/delete_devices$", 400, "M_UNKNOWN", "Can only lookup local users", OWN_WORDS),
    ("POST .*/v1/users/[^/]*/login$", 400, "M_UNKNOWN", "Cannot use admin API to login as self", OWN_WORDS),
    ("POST .*/v1/users/[^/]*/login$", 404, "M_NOT_FOUND", "User not found", "no_such_user"),
    ("POST .*/registration_tokens/new$", 400, "M_INVALID_PARAM", "Token already exists: welcome", OWN_WORDS),
    ("POST .*/registration_tokens/new$", 400, "M_INVALID_PARAM", "expiry_time must not be in the past", OWN_WORDS),
    ("GET .*/registration_tokens/", 404, "M_NOT_FOUND", "No such registration token: known", "no_such_token"),
    ("(PUT|DELETE) .*/registration_tokens/", 404, "M_NOT_FOUND", "No such registration token: known", "no_such_token"),
    ("PUT .*/registration_tokens/", 400, "M_INVALID_PARAM", "expiry_time must not be in the past", OWN_WORDS),
]
OF_DENDRITE = [
    *OF_BOTH,
    (NONCE, 404, "M_UNRECOGNIZED", "Unrecognized request", "secret_mismatch"),
    (REGISTER, 400, "M_WEAK_PASSWORD", "password too weak: min 8 characters", "weak_password"),
    (REGISTER, 400, "M_BAD_JSON", "password too long: max 512 characters", OWN_WORDS),
    (REGISTER, 400, "M_BAD_JSON", "username exceeds the maximum length of 254 characters", OWN_WORDS),
    (REGISTER, 403, "M_FORBIDDEN", "bad mac", "secret_mismatch"),
    (REGISTER, 500, None, "incorrect or expired nonce: x", "server_error"),
    (LOGIN, 401, "M_INVALID_USERNAME", "The server name is not known.", OWN_WORDS),
    (LOGIN, 401, "M_BAD_JSON", "A password must be supplied.", OWN_WORDS),
    (
        OWN_LOGIN,
        403,
        "M_FORBIDDEN",
        "The username or password was incorrect or the account does not exist.",
        "password_wrong",
    ),
    (OWN_LOGIN, 401, "M_INVALID_USERNAME", "The server name is not known.", "other_server"),
    (OWN_LOGIN, 401, "M_BAD_JSON", "A password must be supplied.", OWN_WORDS),
    (OWN_LOGIN, 429, "M_LIMIT_EXCEEDED", "You are sending too many requests too quickly!", "rate_limited"),
    (OWN_LOGIN, 500, "M_UNKNOWN", "failed to create device: x", "server_error"),
    ("POST .*/resetPassword/", 400, "M_INVALID_PARAM", "Unable to split user ID", OWN_WORDS),
    ("POST .*/resetPassword/", 400, "M_UNKNOWN", "Failed to perform password update: x", OWN_WORDS),
    ("POST .*/resetPassword/", 400, "M_WEAK_PASSWORD", "password too weak: min 8 characters", OWN_WORDS),
    ("POST .*/resetPassword/", 404, "M_UNKNOWN", "User does not exist", OWN_WORDS),
    ("POST .*/resetPassword/", 500, None, "Internal Server Error", "server_error"),
]
ERRORS = {"synapse": OF_SYNAPSE, "dendrite": OF_DENDRITE}

# What is asked beside the work, and whose failure is no failure of it.
ASIDE = re.compile(r".*(threepid|whoami|v3/logout|v3/register|GET /_matrix/client/v3/login)")


def main():
    program.prepare()
    wrong, unused = [], {(kind, row) for kind, rows in ERRORS.items() for row in rows}
    for kind, rows in ERRORS.items():
        answers = answers_of(kind)
        for name, account in operations_of(kind):
            for way in ({}, BY_LOGIN):
                asked = requests_of(kind, name, account, way)
                for index, request in enumerate(asked):
                    for row in rows:
                        is_proof = row[0] == LOGIN and name == "register-user"  # of Dendrite, by the account itself
                        if is_proof or not re.match(row[0], request) or ASIDE.match(request):
                            continue
                        is_later = any(re.match(ADMIN, each) and "whoami" not in each for each in asked[:index])
                        expected = row[-1] if is_later else row[4]
                        result = program.run(kind, name, dict(account), refusing(index, row), **way)
                        means = next((answers[sign] for sign in result["signs"] if sign in answers), "server_error")
                        detail = result["facts"].get("detail", "")
                        if means != expected or (means == OWN_WORDS and row[3].rstrip(".") not in detail):
                            wrong.append([kind, name, request, row, means, result])
                        unused.discard((kind, row))
    print(json.dumps([*wrong, *(["nothing asks that", *each] for each in sorted(unused, key=str))]))


def operations_of(kind):
    for name, account in {**CHANGES[kind], **LOOKS}.items():
        is_there = kind == "synapse" or name not in NOT_ON_DENDRITE
        if is_there and name not in ("ready", "doctor"):
            yield name, account
    if kind == "dendrite":
        yield "set-password differently", {**JOHN, "password": "new password", "keep_sessions": "yes"}


def answers_of(kind):
    with open(DEFINITIONS, encoding="utf-8") as file:
        definitions = json.load(file)
    return {**definitions["answers"], **definitions["authorities"][kind]["answers"]}


def requests_of(kind, name, account, way):
    asked = []

    def interfere(method, path, honestly):
        asked.append((ITSELF if signs_in(kind, name) else "") + "%s %s" % (method, path.split("?")[0]))
        return honestly()

    program.run(kind, name, dict(account), interfere, **way)
    return asked


def refusing(index, row):
    """From this request on, so that a second try does no better."""
    _request, status, code, words = row[:4]
    answer = {"errcode": code, "error": words} if code else {"message": words}
    later = {"retry_after_ms": LATER} if code == "M_LIMIT_EXCEEDED" else {}
    left = [index]

    def interfere(method, path, honestly):
        left[0] -= 1
        if left[0] >= 0 or not re.match(row[0].replace(ITSELF, ""), "%s %s" % (method, path.split("?")[0])):
            return honestly()
        return program.Response(status, json.dumps({**answer, **later}).encode())

    return interfere


if __name__ == "__main__":
    main()
