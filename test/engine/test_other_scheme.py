"""A server that says nothing to TLS, as Synapse does: it waits for the end of a line."""

import http.server
import socket
import socketserver
import threading
import time

import pytest
from matrix_server import http_api
from matrix_server.http_api import HttpApi
from matrix_server.results import Failed


class Patient(http.server.BaseHTTPRequestHandler):
    def handle(self):
        if self.request.recv(1, socket.MSG_PEEK) == b"\x16":
            time.sleep(3)
        else:
            super().handle()

    def do_GET(self):
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_words):
        pass


class Leaving(Patient):
    def handle(self):
        self.rfile.readline()


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def handle_error(self, *_words):
        pass


@pytest.mark.parametrize(
    "handler, scheme, sign, says",
    [
        (Patient, "https", "address/unusable", "it speaks plain HTTP; write http://"),
        (Leaving, "http", "connect/failed", "RemoteDisconnected"),
    ],
)
def test_what_is_told_of_a_server_that_does_not_answer(monkeypatch, handler, scheme, sign, says):
    monkeypatch.setattr(http_api, "HANDSHAKE", 1)
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = "%s://127.0.0.1:%d" % (scheme, server.server_address[1])
    with pytest.raises(Failed) as raised:
        HttpApi({"url": url}).ask_once("POST", "/path", {})
    server.shutdown()
    server.server_close()
    assert (raised.value.signs[0], raised.value.facts["detail"]) == (sign, "%s: %s" % (url, says))
