"""Whether an address for HTTPS answers in plain HTTP, or the other way round."""

from __future__ import annotations

import http.client
import socket
import ssl
from urllib.parse import SplitResult

from .bounds import AT_ONCE


def about_other_scheme(url: SplitResult) -> str | None:
    """What to do about an address that answers with the other scheme; None: it does not."""
    host = url.hostname or ""
    try:
        if url.scheme == "https":
            return "it speaks plain HTTP; write http://" if speaks_http(host, url.port or 443) else None
        return "it speaks HTTPS alone; write https://" if speaks_tls(host, url.port or 80) else None
    except (OSError, ValueError, http.client.HTTPException):
        return None


def speaks_http(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=AT_ONCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status != 400  # how HTTPS servers answer plain HTTP
    finally:
        connection.close()


def speaks_tls(host: str, port: int) -> bool:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # create_default_context reads every certificate of the system
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # nothing is sent
    with socket.create_connection((host, port), AT_ONCE) as plain, context.wrap_socket(plain, server_hostname=host):
        return True
