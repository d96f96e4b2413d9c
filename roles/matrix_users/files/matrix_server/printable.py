"""Makes text from servers safe to print, in one place for Ansible and the host command."""

from __future__ import annotations

import re
import unicodedata

from .json_types import Json


def printable(text: str) -> str:
    """Escapes what could move the cursor, change the writing direction, command a CI runner or end a Markdown block."""
    shown = "".join(map(spelt_out, text))
    shown = re.sub(r"^(\s*)(:(?=:)|`(?=``)|~(?=~~))", lambda found: found.group(1) + spelt(found.group(2)), shown)
    return re.sub(r"#(?=#(\[|vso\[))", lambda found: spelt(found.group()), shown)


def spelt_out(character: str) -> str:
    is_joiner = character in "\u200c\u200d"  # emoji and some scripts need them
    is_hidden = unicodedata.category(character)[0] == "C" or character in "\u2028\u2029"
    return spelt(character) if is_hidden and not is_joiner else character


def spelt(character: str) -> str:
    return "\\u{%x}" % ord(character)


FOR_PROGRAMS = ("changes", "needed")  # facts that are passed on unchanged


def for_people(value: Json) -> Json:
    """An answer with all its texts printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [for_people(each) for each in value]
    if isinstance(value, dict):
        return {key: each if key in FOR_PROGRAMS else for_people(each) for key, each in value.items()}
    return value
