"""Checks values from people: refuses what a server would cut, drop or misread."""

from __future__ import annotations

import re
import unicodedata

from .json_types import Json, Record
from .results import Failed

YES, NO = ("1", "yes", "true"), ("0", "no", "false")


def truth(word: Json) -> bool:
    """Whether a flag is set, in any spelling; anything else was refused before."""
    return str(word).lower() in YES


def words(value: Json) -> list[str]:
    """The words of a text, separated by commas or spaces, or of a list of such texts."""
    texts = value if isinstance(value, list) else [value or ""]
    return [word for text in texts for word in re.split(r"[\s,]+", str(text)) if word]


def check_password(password: str, rules: Record, pepper: str = "") -> None:
    """Refuses what the server would cut, drop or misread. Sizes are bytes of UTF-8, as the server counts them."""
    if not password:
        raise Failed("password/empty")
    if "\x00" in password:
        raise Failed("password/nul")
    try:
        password.encode()
    except UnicodeEncodeError:
        raise Failed("password/not_unicode") from None
    if rules.get("normalization"):
        password = unicodedata.normalize(rules["normalization"], password)
    size = len((password + pepper).encode())
    if size < rules.get("min_bytes", 0):
        raise Failed("password/too_short", size=size, limit=rules["min_bytes"])
    if rules.get("max_bytes") and size > rules["max_bytes"]:
        raise Failed("password/too_long", size=size, limit=rules["max_bytes"])


def check_email(address: str) -> str:
    """Refuses what is no address, by the syntax that MAS accepts (lettre, 0.11)."""
    word = r'[^\s@".<>(),:;\[\]\\\x00-\x1f]+'
    host = r"\[[0-9A-Fa-f.:]+\]|[\w-]+(\.[\w-]+)*"
    if not re.fullmatch(r'("[^"]*"|%s(\.%s)*)@(%s)' % (word, word, host), address):
        raise Failed("email/invalid", detail=address)
    return address


def canonical(address: str) -> str:
    """An address as Synapse keeps and compares it (canonicalise_email, 1.163)."""
    name, dummy, host = address.strip().rpartition("@")
    return name.casefold() + "@" + host.lower()


def check_display_name(name: str) -> str:
    """The name as Synapse keeps it: stripped, 1 to 256 characters (MAX_DISPLAYNAME_LEN, 1.163), no control characters."""
    name = name.strip()
    if not 1 <= len(name) <= 256 or re.search(r"[\x00-\x1f\x7f-\x9f]", name):
        raise Failed("display_name/invalid")
    return name


def check_names(account: Record) -> None:
    """Checks the other values of a new account."""
    if account.get("display_name"):
        account["display_name"] = check_display_name(account["display_name"])
    check_kind(account.get("kind") or "user")


KINDS = ("user", "bot", "support")


def check_kind(kind: str) -> str | None:
    """The user_type of Synapse: None for an ordinary user."""
    if kind not in KINDS:
        raise Failed("kind/invalid")
    return None if kind == "user" else kind
