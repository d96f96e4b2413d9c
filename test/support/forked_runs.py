"""Runs in forks of one Python, which starts once, each with clocks that do not depend on how fast the machine is."""

import gc
import json
import os
import sys
import time

LOOK_SECONDS = 0.05  # at most, between two looks of Python's own whether a process has ended


def answer_each_line(run):
    """For each line on standard input, which is what `run` is called with in a fork, print what that returns as JSON."""
    gc.freeze()  # a fork that collects what it got copies it
    for line in sys.stdin.buffer:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            with os.fdopen(writer, "w") as pipe:
                json.dump(run(line), pipe)
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
        print(answer, flush=True)


def sleep_without_waiting():
    """The seconds of each sleep from now on: the clock of deadlines goes on by these alone."""
    sleeps = []
    sleep, now = time.sleep, time.time
    time.sleep = lambda seconds: sleeps.append(seconds) if seconds > LOOK_SECONDS else sleep(seconds)
    time.monotonic = lambda: sum(sleeps)
    time.time = lambda: now() + sum(sleeps)
    return sleeps
