"""Limits of time and size, so that nothing is waited for or read forever."""

HANDSHAKE = 5  # seconds, for a connection of TLS
AT_ONCE = 2  # seconds, for simple requests
TIMEOUT = 30  # seconds of silence in one HTTP request, and for one command
PATIENCE = 60  # seconds, for a request that is retried
PAGE = 500  # accounts in one answer
MOST_SECONDS = 60  # for one whole answer
MOST_WORK = 3600  # seconds, for all of a request
MOST_BYTES = 8 << 20  # of one answer, and of what one command prints
MOST_PAGES = 10_000  # of one list
