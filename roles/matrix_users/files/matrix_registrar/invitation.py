"""The text of an invitation."""

from __future__ import annotations

from matrix_server.reports import PLACE

from .work import Failure, Record

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
