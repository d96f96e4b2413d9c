"""Commands on this machine, within bounds of size and time."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from threading import Thread

from .bounds import MOST_BYTES, TIMEOUT
from .json_types import Json
from .results import Exceeded


def run(
    argv: Sequence[str | bytes],
    stdin: str = "",
    env: Mapping[str, str] | None = None,
    seconds: float = TIMEOUT,
    most: int = MOST_BYTES,
) -> subprocess.CompletedProcess[str]:
    """What a command printed, and how it ended, within bounds of size and time."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, env=env)
    if not (process.stdin and process.stdout and process.stderr):
        raise AssertionError("all three are pipes")
    stdin_pipe, printed = process.stdin, {process.stdout: b"", process.stderr: b""}
    too_much: list[Json] = []

    def write() -> None:
        try:
            stdin_pipe.write(stdin.encode())
            stdin_pipe.close()
        except OSError:
            pass  # it reads no further

    def read(stream: Json) -> None:
        chunks, size = [], 0
        for chunk in iter(lambda: stream.read1(65536), b""):
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                too_much.append(stream)
                process.kill()
                stream.close()  # its children may still write, and keep the other stream open
                return
        printed[stream] = b"".join(chunks)

    work = [Thread(target=write, daemon=True)]
    work += [Thread(target=read, args=[stream], daemon=True) for stream in printed]
    ends = time.monotonic() + seconds
    for thread in work:
        thread.start()
    try:
        for thread in work[1:]:
            thread.join(max(0, ends - time.monotonic()))
        process.wait(max(0.1, ends - time.monotonic()))
        if any(thread.is_alive() for thread in work[1:]):
            raise subprocess.TimeoutExpired(argv[0], seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        if not too_much:
            raise Exceeded("%s did not end within %d s" % (os.fsdecode(argv[0]), seconds)) from None
    if too_much:
        raise Exceeded("%s printed more than %d MiB" % (os.fsdecode(argv[0]), most >> 20))
    out, err = (each.decode("utf-8", "replace") for each in printed.values())
    return subprocess.CompletedProcess(argv, process.returncode, out, err)
