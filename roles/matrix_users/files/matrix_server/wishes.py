"""The changes that one account needs, comparing what is declared with what the server has."""

from __future__ import annotations

from .account_lists import NO_PEOPLE
from .checks import canonical
from .json_types import Json, Record


def reconcile(
    declared: list[Record], users: dict[str, Record], compared: dict[str, Record]
) -> tuple[list[Record], list[Record]]:
    changes: list[Record] = []
    troubles: list[Record] = []
    in_lower_case = {username.lower(): username for username in users}
    for wanted in declared:
        other = in_lower_case.get(wanted["username"].lower())
        shuts_out = wanted.get("leaver") or wanted.get("state") == "deactivated"
        if other and wanted["username"] not in users and not shuts_out:
            problem = trouble("name/other_case", detail=users[other]["user_id"])
            troubles.append({"username": wanted["username"], **problem})
            continue
        for wish in wishes_of(wanted, users.get(wanted["username"]), compared.get(wanted["username"])):
            (troubles if "signs" in wish else changes).append({"username": wanted["username"], **wish})
    return changes, troubles


def on_day(wanted: Record, today: str) -> Record:
    """The state of an account with a last day: present until then, locked afterwards; days as 2027-07-31."""
    if "until" not in wanted or wanted.get("state") in ("locked", "deactivated"):
        return wanted
    if wanted["until"] >= today:
        return {**wanted, "state": "present"}
    return {**wanted, "state": "locked", "over": True, "why": "its last day was " + wanted["until"]}


def wishes_of(wanted: Record, found: Record | None, compared: Record | None) -> list[Record]:
    if (wanted.get("leaver") or wanted.get("over")) and (found is None or found["deactivated"]):
        return []
    if wanted.get("state") == "deactivated":
        return closing(wanted, found)
    if found is None:
        return creation(wanted)
    if found["kind"] in NO_PEOPLE:
        return [trouble("account/special", detail=NO_PEOPLE[found["kind"]])]
    if found["deactivated"] and "state" not in wanted:  # nobody asked to reactivate it
        return [trouble("plan/deactivated")] if rest(wanted, found) else []
    return states(wanted, found, compared) + rest(wanted, found)


def closing(wanted: Record, found: Record | None) -> list[Record]:
    """Erasing is never implied: a task must ask for it."""
    erasing = {"erase": "yes", "confirm_erase": [wanted["username"]]} if wanted.get("erase") else {}
    if not found or (found["deactivated"] and (not erasing or found["erased"])):
        return []
    return [{"operation": "deactivate-user", **erasing, **reason(wanted)}]


def reason(wanted: Record) -> Record:
    return {"why": wanted["why"]} if "why" in wanted else {}


def rest(wanted: Record, found: Record) -> list[Record]:
    """Changes that an account in any state can need."""
    return rights(wanted, found) + addresses(wanted, found["emails"] or []) + names(wanted, found)


def trouble(*signs: str, **facts: Json) -> Record:
    return {"operation": "", "signs": list(signs), "facts": facts}


def creation(wanted: Record) -> list[Record]:
    if not has_password(wanted):
        return [trouble("plan/no_password")]
    created: Record = {"operation": "register-user"}
    if wanted.get("admin"):
        created["admin"] = True
    if "display_name" in wanted:
        created["display_name"] = wanted["display_name"]
    if wanted.get("kind", "user") != "user":
        created["kind"] = wanted["kind"]
    locked = [{"operation": "lock-user"}] if wanted.get("state") == "locked" else []
    suspended = [{"operation": "suspend-user"}] if wanted.get("suspended") else []
    return [created] + addresses(wanted, []) + locked + suspended


def states(wanted: Record, found: Record, compared: Record | None) -> list[Record]:
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
    return [{"operation": name, **(reason(wanted) if name == "lock-user" else {})} for name in done] + (
        [trouble(*signs, **compared["facts"])] if compared and unknown else []
    )


def rights(wanted: Record, found: Record) -> list[Record]:
    if "admin" not in wanted or wanted["admin"] == found["admin"]:
        return []
    return [{"operation": "promote-admin" if wanted["admin"] else "demote-admin"}]


def names(wanted: Record, found: Record) -> list[Record]:
    done = []
    display_name = wanted["display_name"] if "display_name" in wanted else found["display_name"]
    if display_name.strip() != found["display_name"].strip():
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


def addresses(wanted: Record, found: list[str]) -> list[Record]:
    """Servers store addresses in lower case."""
    has = {canonical(email) for email in found}
    new = {canonical(email): email for email in wanted.get("emails") or []}
    return [{"operation": "add-email", "email": new[address]} for address in new if address not in has]


def is_given(wanted: Record) -> bool:
    return any(key.startswith("password_") and key != "password_updates" for key in wanted)


def has_password(wanted: Record) -> bool:
    return is_given(wanted) or any(key.startswith("generate_") for key in wanted)
