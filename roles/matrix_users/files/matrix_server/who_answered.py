"""Explains answers that no table has a row for, and addresses where no homeserver can be."""

from __future__ import annotations

import http.client
import math
import socket
import ssl

from .json_types import Json, Record
from .shapes import has_shape, text


def general_sign(status: int, code: Json, answer: Json) -> str | None:
    """Without a Matrix error code, the answer comes from something in front of the server; but Dendrite fails with a message alone."""
    if status == 429:
        return "general/limited"
    if status == 500 and isinstance(answer, dict) and "message" in answer:
        return None
    if code is None:
        return "general/gateway" if status in (502, 503, 504) else "general/no_errcode"
    return "general/refused" if 400 <= status < 500 else None


def about_waiting(status: int, pause: float | None) -> str:
    return "; it says to wait %s" % duration(pause / 1000) if status == 429 and pause else ""


def duration(seconds: float) -> str:
    """Such as 7 s, 5 min 20 s, 2 h 5 min: rounded up, so that nobody retries too early."""
    whole = math.ceil(seconds)
    if whole < 60:
        return "%d s" % whole
    if whole < 3600:
        return "%d min %d s" % divmod(whole, 60)
    return "%d h %d min" % divmod(math.ceil(whole / 60), 60)


def about_the_way(asked: str, leads: str | None) -> str:
    return ", asked for %s%s" % (asked, "; it leads to " + leads[:300] if leads else "")


def stages_in(body: Record) -> list[list[str]] | None:
    """The flows that the server offers, each as its stages."""
    shape = {"flows": [{"stages": [text]}]}
    return [flow["stages"] for flow in body["flows"]] if has_shape(body, shape) else None


def why_unusable(error: Exception) -> str | None:
    """Why no homeserver can be at an address; None: it may only be down."""
    if isinstance(error, PermissionError):
        return "this user may not use it; set connection.become in the host file"
    if isinstance(error, socket.gaierror):
        return "the name does not resolve"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "its certificate is not trusted (%s)" % error.verify_message
    if isinstance(error, ssl.SSLError):
        return "the TLS handshake failed (%s)" % (error.reason or "it ended early")
    is_lost = isinstance(error, ConnectionError)
    return "it does not speak HTTP" if isinstance(error, http.client.BadStatusLine) and not is_lost else None
