"""Runs work on accounts, and collects the results."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from .json_types import Act, Item, Record, Thing
from .results import Failed, Seen, Unknown


def attempt(act: Act, account: Record) -> Record:
    """The result of work on an account; None if there is nothing to report."""
    try:
        return result(account, act(account))
    except Failed as failed:
        return result(account, failed)
    except Unknown as unknown:
        return result(account, Failed("database/unavailable", detail=str(unknown)))
    except ImportError as error:  # a module of Synapse's own Python
        detail = "%s has no module %s, which Synapse's Python has" % (sys.executable, error.name)
        return result(account, Failed("tool/missing", detail=detail))
    except Exception as error:  # its text could contain a secret: only its type and place are reported
        return result(account, Failed("program/failed", detail="%s, %s" % (type(error).__name__, place_of(error))))


def result(account: Record, end: Seen | Failed | None) -> Record:
    if not end:
        return {}
    general = end.general if isinstance(end, Failed) else []
    return {"username": account.get("username"), "signs": [*end.signs, *general], "facts": end.facts}


def place_of(error: BaseException) -> str:
    """The file and line where an exception was raised."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    return "%s:%d" % (os.path.basename(place.tb_frame.f_code.co_filename), place.tb_lineno) if place else "nowhere"


def for_each(work: Callable[[Item], Thing], accounts: Sequence[Item]) -> list[Thing]:
    """One account in this thread, several up to eight at a time: hashing passwords on the server takes most of the time."""
    if len(accounts) <= 1:
        return [work(account) for account in accounts]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(work, accounts))


def meanwhile(work: Callable[[], Thing]) -> Callable[[], Thing]:
    """Begins work in a thread of its own; returns what waits for its result."""
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1)
    begun = pool.submit(work)
    pool.shutdown(wait=False)
    return begun.result


def ahead(pages: Iterator[list[Item]]) -> Iterator[Item]:
    """The items of each page; meanwhile the next page is fetched."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        upcoming = pool.submit(next, pages, None)
        while True:
            page = upcoming.result()
            if page is None:
                return
            upcoming = pool.submit(next, pages, None)
            yield from page
