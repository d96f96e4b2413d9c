"""The text of an invitation, as generator/operations/invitation.ts makes it."""

from __future__ import annotations

import re

from .work import Failure, Record

PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")
MOST_CHARACTERS = 1 << 20


def read_template(path: str, placeholders: Record) -> str:
    """The operator's own text; one that cannot be filled is refused before there is a token."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read(MOST_CHARACTERS)
    except OSError as error:
        raise Failure("template_unreadable", detail="%s: %s" % (path, error.strerror)) from None
    except UnicodeDecodeError:
        raise Failure("template_unreadable", detail="%s: it is not UTF-8" % path) from None
    unknown = next((name for name in PLACE.findall(text) if name not in placeholders), None)
    if unknown is not None:
        raise Failure("template_unknown", detail=unknown, way=", ".join(placeholders))
    return text


def invitation_text(text: str, placeholders: Record, facts: Record) -> str:
    """Filled in; a line that names only what is not there, such as the link of a server without one, is left out."""
    values = {name: str(facts.get(fact) or "") for name, fact in placeholders.items()}
    names = {line: PLACE.findall(line) for line in text.split("\n")}
    kept = [line for line in text.split("\n") if not names[line] or any(map(values.get, names[line]))]
    return PLACE.sub(lambda place: values[place.group(1)], "\n".join(kept))
