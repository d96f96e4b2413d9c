# The accounts that are declared: what makes the server's accounts those, and doing it. It follows common.py.

DEPRIVING = ("demote-admin", "lock-user", "suspend-user", "deactivate-user")
BEYOND_LISTS = ("add-email", "set-display-name", "set-kind")  # changes of what the list of some server does not tell


def plan_users(server, _account):
    """What would be done: the changes in their order, each with its line for people, and what cannot be had.

    Where passwords are to be compared that were not sent along, only the accounts that need theirs are told.
    """
    listed = server.list_users({}).facts
    users = {user["username"]: user for user in listed["users"]}
    declared = server.request["users"]
    declared = json.loads(declared) if isinstance(declared, str) else declared
    kept = [each for each in declared if each.get("password_updates") and is_given(each) and in_use(each, users)]
    if any(each["username"] not in server.request["passwords"] for each in kept):
        return Seen("found", needed=kept)
    look_up(server, declared, users)
    changes, troubles = reconcile(declared, users, compare_passwords(server, kept))
    unnamed = unnamed_of(server, declared, acting_in(listed))
    if truth(server.request.get("lock_unnamed")):
        changes += [{"username": username, "operation": "lock-user", "unnamed": True} for username in unnamed]
        unnamed = []
    allowed, refused = judge(server, changes, acting_in(listed))
    order = list(server.request["words"])
    allowed.sort(key=lambda change: order.index(change["operation"]))
    setting = {change["username"] for change in allowed if change["operation"] in ("register-user", "set-password")}
    asked_for = {"found": {each["username"]: users.get(each["username"]) for each in declared}}
    return Seen(
        "found",
        declared=len(declared),
        changes=allowed,
        lines=[line(server, change) for change in allowed],
        unnamed=unnamed,
        unnamed_lines=["? %s  not declared" % server.user_id({"username": username}) for username in unnamed],
        troubles=troubles + refused,
        needed=[each for each in declared if each["username"] in setting],
        fingerprint=fingerprint(allowed, users),
        **(asked_for if truth(server.request.get("tell_found")) else {}),
    )


def check_plan(server, _account):
    """Of the changes of a plan that was kept those that can be had, as long as nobody else changed the accounts."""
    listed = server.list_users({}).facts
    users = {user["username"]: user for user in listed["users"]}
    changes = server.request["changes"]
    beyond = {change["username"] for change in changes if change["operation"] in BEYOND_LISTS}
    show(server, [users[username] for username in sorted(beyond & set(users))])
    if fingerprint(changes, users) != server.request["fingerprint"]:
        return Seen("plan/stale")
    allowed, refused = judge(server, changes, acting_in(listed))
    return Seen(
        "found",
        changes=allowed,
        lines=[line(server, change) for change in allowed],
        unnamed=[],
        unnamed_lines=[],
        troubles=refused,
        fingerprint=server.request["fingerprint"],
    )


def acting_in(listed):
    """The localpart of the admin by whom the server was asked, if it is one."""
    return (listed.get("acting_admin") or "").lstrip("@").split(":")[0]


def fingerprint(changes, users):
    """The same as long as nobody else changes the accounts that these changes touch.

    The lists of some servers tell less than others: what is asked for beside them counts only where it was asked for.
    """
    import hashlib

    touched = {}
    for change in changes:
        touched.setdefault(change["username"], set()).add(change["operation"])
    seen = [[name, facts_for(operations, users.get(name))] for name, operations in sorted(touched.items())]
    return "sha256:" + hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def facts_for(operations, user):
    if user is None:
        return None
    return [
        user["admin"],
        user["locked"],
        user["deactivated"],
        *(sorted(user["emails"]) if "add-email" in operations else []),
        *([user["display_name"]] if "set-display-name" in operations else []),
        *([user["kind"]] if "set-kind" in operations else []),
    ]


def in_use(wanted, users):
    found = users.get(wanted["username"])
    return found and not found["deactivated"] and wanted.get("state") != "deactivated"


def look_up(server, declared, users):
    """Lists do not tell everything: those accounts of which more is wanted are asked about one by one."""
    beyond = [
        users[each["username"]]
        for each in declared
        if each["username"] in users
        and (
            truth(server.request.get("tell_found"))
            or "suspended" in each
            or any(each.get(key) for key in server.beyond_lists)
        )
    ]
    show(server, beyond)


def show(server, users):
    """Has these accounts, of which the list had told, as the server has them one by one."""
    active = [user for user in users if not user["deactivated"]]
    for user, shown in zip(active, for_each(server.show_user, active) if active else []):
        user.update(shown.facts["user"])


def unnamed_of(server, declared, acting):
    """Accounts of people in use that nobody declared, where that is to be told."""
    if server.request.get("policy") != "exhaustive":
        return []
    named = {each["username"] for each in declared} | {acting}
    people = server.list_users({"people": "yes"}).facts["users"]
    return [
        user["username"] for user in people if not (user["locked"] or user["deactivated"] or user["username"] in named)
    ]


def compare_passwords(server, kept):
    """Whether each account has another password than the one that is to be kept; of some that cannot be told."""
    passwords = server.request["passwords"]
    compared = [
        {"username": each["username"], "password": passwords[each["username"]], "if_different": "yes"} for each in kept
    ]
    answers = for_each(lambda account: attempt(server.set_password, account), compared) if compared else []
    return {account["username"]: answer for account, answer in zip(compared, answers)}


def reconcile(declared, users, compared):
    changes, troubles = [], []
    for wanted in declared:
        for wish in wishes_of(wanted, users.get(wanted["username"]), compared.get(wanted["username"])):
            (troubles if "signs" in wish else changes).append({"username": wanted["username"], **wish})
    return changes, troubles


def wishes_of(wanted, found, compared):
    if wanted.get("state") == "deactivated":
        return closing(wanted, found)
    if found is None:
        return creation(wanted)
    if found["deactivated"] and "state" not in wanted:  # nobody said that it is to come back
        return [trouble("plan/deactivated")] if rest(wanted, found) else []
    return states(wanted, found, compared) + rest(wanted, found)


def closing(wanted, found):
    """Erasing is never thought of by us: a task has said it of this account."""
    erasing = {"erase": "yes", "confirm_erase": [wanted["username"]]} if wanted.get("erase") else {}
    if not found or (found["deactivated"] and (not erasing or found["erased"])):
        return []
    return [{"operation": "deactivate-user", **erasing}]


def rest(wanted, found):
    """What can be wanted of an account in any state."""
    return rights(wanted, found) + addresses(wanted, found["emails"]) + names(wanted, found)


def trouble(*signs, **facts):
    return {"operation": "", "signs": list(signs), "facts": facts}


def creation(wanted):
    if not has_password(wanted):
        return [trouble("plan/no_password")]
    created = {"operation": "register-user"}
    if wanted.get("admin"):
        created["admin"] = True
    if "display_name" in wanted:
        created["display_name"] = wanted["display_name"]
    if wanted.get("kind", "user") != "user":
        created["kind"] = wanted["kind"]
    locked = [{"operation": "lock-user"}] if wanted.get("state") == "locked" else []
    suspended = [{"operation": "suspend-user"}] if wanted.get("suspended") else []
    return [created] + addresses(wanted, []) + locked + suspended


def states(wanted, found, compared):
    signs = compared["signs"] if compared else []
    done = []
    if found["deactivated"]:
        done.append("reactivate-user")
    if (found["deactivated"] and has_password(wanted)) or "done/changed" in signs:
        done.append("set-password")
    if wanted.get("state") == "present" and found["locked"]:
        done.append("unlock-user")
    if wanted.get("state") == "locked" and not found["locked"]:
        done.append("lock-user")
    if "suspended" in wanted and wanted["suspended"] != found["suspended"]:
        done.append("suspend-user" if wanted["suspended"] else "unsuspend-user")
    unknown = signs and not {"done/changed", "done/unchanged"} & set(signs)
    return [{"operation": name} for name in done] + ([trouble(*signs, **compared["facts"])] if unknown else [])


def rights(wanted, found):
    if "admin" not in wanted or wanted["admin"] == found["admin"]:
        return []
    return [{"operation": "promote-admin" if wanted["admin"] else "demote-admin"}]


def names(wanted, found):
    done = []
    if wanted.get("display_name", found["display_name"]).strip() != found["display_name"].strip():
        done.append(
            {
                "operation": "set-display-name",
                "display_name": wanted["display_name"],
                "was": found["display_name"] or "none",
            }
        )
    was = found["kind"] or "user"
    if wanted.get("kind", was) != was:
        done.append({"operation": "set-kind", "kind": wanted["kind"], "was": was})
    return done


def addresses(wanted, found):
    """Servers know addresses in lower case, however they were written."""
    has = {canonical(email) for email in found}
    new = {canonical(email): email for email in wanted.get("emails") or []}
    return [{"operation": "add-email", "email": new[address]} for address in new if address not in has]


def is_given(wanted):
    return any(key.startswith("password_") and key != "password_updates" for key in wanted)


def has_password(wanted):
    return is_given(wanted) or any(key.startswith("generate_") for key in wanted)


def judge(server, changes, acting):
    """The changes that can be had, and why the others cannot; of an account that cannot be made nothing is left."""
    answers = for_each(lambda change: objection(server, change, acting), changes) if changes else []
    refused = [trouble for trouble in answers if trouble]
    objected = {(each["operation"], each["username"]) for each in refused}
    unmade = {username for operation, username in objected if operation == "register-user"}
    allowed = [
        change
        for change in changes
        if (change["operation"], change["username"]) not in objected and change["username"] not in unmade
    ]
    return allowed, refused


def objection(server, change, acting):
    name, username = change["operation"], change["username"]
    if username == acting and name in DEPRIVING:
        return {**trouble("plan/acting_admin"), "operation": name, "username": username}
    owner = server.owner_of(change["email"]) if name == "add-email" else None
    if owner and owner != server.user_id(change):
        return {**change, **trouble("email/taken", detail=owner), "operation": name}
    refusal = server.request["refusals"].get(name)
    if refusal:
        return {
            **trouble("plan/refused", detail=refusal["refused"], way=refusal["hint"]),
            "operation": name,
            "username": username,
        }
    usernames = server.request["usernames"]
    user_id = server.user_id({"username": username})
    if name == "register-user" and not (
        re.fullmatch(usernames["pattern"], username) and len(user_id) <= usernames["maxUserId"]
    ):
        return {**trouble("plan/username"), "operation": name, "username": username}
    return None


def line(server, change):
    words = server.request["words"][change["operation"]]
    says = words["says_of_admin" if change.get("admin") else "says_of_unnamed" if change.get("unnamed") else "says"]
    return "%s %s  %s" % (words["mark"], server.user_id(change), says % change)


def change_users(server, _account):
    """Do the changes, those of a kind together; an account's later ones only when its earlier ones went well."""
    changes = server.request["changes"]
    ended = endings(server, changes)
    outcomes = [outcome_of(server, answer) for answer in ended]
    done = [change for change, outcome in zip(changes, outcomes) if outcome == "done"]
    failed = [{**change, **answer} for change, answer, outcome in zip(changes, ended, outcomes) if outcome == "failed"]
    asked_for = {"results": [{"outcome": outcome, **(answer or {})} for outcome, answer in zip(outcomes, ended)]}
    return Seen(
        "found",
        declared=server.request["declared"],
        done=len(done),
        changes=done,
        lines=[line(server, change) for change in done],
        made=[change["username"] for change in done if change["operation"] in ("register-user", "set-password")],
        troubles=server.request["troubles"] + failed,
        **(asked_for if truth(server.request.get("tell_results")) else {}),
    )


def endings(server, changes):
    """The answer to each change, in their order; None: it was not begun."""
    ended, failed = [None] * len(changes), set()
    for batch in batches(changes):
        if failed and truth(server.request.get("fail_fast")):
            break
        ready = [index for index in batch if changes[index]["username"] not in failed]
        answers = for_each(lambda index: do(server, changes[index]), ready) if ready else []
        for index, answer in zip(ready, answers):
            ended[index] = answer
            if outcome_of(server, answer) == "failed":
                failed.add(changes[index]["username"])
    return ended


def outcome_of(server, answer):
    """done, unchanged (it was so already), failed, or not_done (not begun)."""
    if answer is None:
        return "not_done"
    answers = server.request["answers"]
    meaning = next((answers[sign] for sign in answer["signs"] if sign in answers), "")
    if meaning.startswith(("created", "changed")):
        return "done"
    return "unchanged" if meaning in ("exists", "unchanged") else "failed"


def batches(changes):
    """Changes of one kind, of different accounts, by their places: they are done at the same time."""
    groups, times = {}, {}
    for index, change in enumerate(changes):
        key = (change["operation"], change["username"])
        times[key] = times.get(key, 0) + 1
        groups.setdefault((change["operation"], times[key]), []).append(index)
    return groups.values()


def do(server, change):
    account = {key: value for key, value in change.items() if key != "operation"}
    account["password"] = server.request["passwords"].get(change["username"], "")
    account["if_different"] = "yes" if change["operation"] == "set-password" else "no"
    if change["operation"] == "register-user":
        account["email"] = []  # addresses are changes of their own
    return attempt(operation(server, change["operation"]), account)


Server.plan_users = plan_users
Server.check_plan = check_plan
Server.change_users = change_users
