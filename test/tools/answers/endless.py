"""Servers on real sockets that never come to an end: each is left in time, and the bound is named. Prints what went wrong, as JSON."""

import json
import os
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import program
from matrix_server.commands import run
from matrix_server.results import Exceeded, Failed

program.http_api.MOST_SECONDS, program.http_api.TIMEOUT = 3, 0.5

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


def drip(connection, first, each):
    connection.sendall(first)
    for _ in range(100):
        time.sleep(0.1)
        connection.sendall(each)


def pour(connection, first, each):
    connection.sendall(first)
    while True:
        connection.sendall(each * 4096)


def trickle(connection, each):
    while True:
        connection.sendall(each * 64)
        time.sleep(0.01)  # what never ends keeps no core busy


SERVERS = {
    "drips its answer": (lambda c: drip(c, HEAD + b"\r\n[", b" "), "did not end within 3 s"),
    "drips its headers": (lambda c: drip(c, HEAD, b"X: y\r\n"), "did not end within 3 s"),
    "drips a chunk": (lambda c: drip(c, HEAD + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n", b" "), "within 3 s"),
    "goes on continuing": (lambda c: trickle(c, b"HTTP/1.1 100 Continue\r\n\r\n"), "did not end within 3 s"),
    "pours": (lambda c: pour(c, HEAD + b"\r\n[", b" "), "it has more than 8 MiB"),
    "pours chunks": (
        lambda c: pour(c, HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"100\r\n" + b" " * 256 + b"\r\n"),
        "more than 8 MiB",
    ),
    "announces more than it sends": (
        lambda c: c.sendall(HEAD + b"Content-Length: 99999999999\r\n\r\n{}"),
        "IncompleteRead",
    ),
    "hangs up": (lambda c: None, "RemoteDisconnected"),
    "says nothing": (lambda c: time.sleep(3), "TimeoutError"),
    "has a line without end": (lambda c: pour(c, b"HTTP/1.1 200 ", b"x"), "LineTooLong"),
    "has headers without end": (lambda c: pour(c, HEAD, b"X: y\r\n"), "HTTPException"),
    "speaks another language": (lambda c: c.sendall(b"SSH-2.0-OpenSSH\r\n"), "does not speak HTTP"),
}
COMMANDS = {
    "prints without end": (["sh", "-c", "yes"], "printed more than 1 MiB"),
    "complains without end": (["sh", "-c", "yes >&2"], "printed more than 1 MiB"),
    "does not end": (["sleep", "60"], "did not end within 1 s"),
    "leaves another one behind": (["sh", "-c", "sleep 5 & exit 0"], "did not end within 1 s"),
}


def main():
    with ThreadPoolExecutor(len(SERVERS) + len(COMMANDS)) as pool:
        wrong = [*pool.map(wrong_with_server, SERVERS), *pool.map(wrong_with_command, COMMANDS)]
    print(json.dumps([each for each in wrong if each]))
    sys.stdout.flush()
    os._exit(0)  # whatever still drips


def wrong_with_server(what):
    serve, expected = SERVERS[what]
    begun = time.monotonic()
    printed = ask(serve)
    took = time.monotonic() - begun
    return [what, printed, took] if expected not in printed or took > 8 else None


def wrong_with_command(what):
    argv, expected = COMMANDS[what]
    try:
        printed = str(run(argv, seconds=1, most=1 << 20))
    except Exceeded as exceeded:
        printed = str(exceeded)
    return None if expected in printed else [what, printed]


def ask(serve):
    listener = socket.create_server(("127.0.0.1", 0))

    def work():
        connection, _ = listener.accept()
        try:
            connection.recv(65536)
            serve(connection)
        except OSError:
            pass
        connection.close()

    threading.Thread(target=work, daemon=True).start()
    server = program.http_api.HttpApi({"url": "http://127.0.0.1:%d" % listener.getsockname()[1]})
    try:
        return str(server.ask_once("GET", "/", step="step").body)
    except Failed as failed:
        return str(failed.facts)
    finally:
        listener.close()


if __name__ == "__main__":
    main()
