"""What start_service.sh prints decides what comes of a server that does not answer."""

import pytest
from matrix_registrar.work import Done, Failure, Work, read_definitions

HOST = {"authority": "synapse", "host": "h", "domain": "example.org", "element_url": "", "ready_timeout": 2}
NOT_READY = {"outcome": "failed", "class": "not_ready"}


class Stopped(Work):
    """On a host that prints `printed`; the server answers after that, unless `ready` says otherwise."""

    def __init__(self, printed, check=False, ready="ready"):
        super().__init__(read_definitions(), HOST, check)
        self.printed, self.ready, self.commands = printed, ready, []

    def setting(self, name):
        return {"service": "a.service"}[name]

    def run(self, argv, stdin):
        self.commands.append(argv)
        return Done(0, self.printed, " Unit is masked.\n")

    def ask(self, action, naming, modules=(), **more):
        return {"outcome": self.ready, "class": "not_ready"}

    def perform(self):
        return {"outcome": "created"} if self.commands else NOT_READY


@pytest.mark.parametrize("around", ["%s", "Welcome%s", "Welcome\n%s", "%slogout\n"])
@pytest.mark.parametrize(("found", "started"), [("running", False), ("started", True)])
def test_a_service_that_runs_is_asked_again_whatever_a_login_shell_prints(around, found, started):
    work = Stopped(around % ("service/%s\n" % found))
    assert work.attempt(work.perform) == {"outcome": "created"}
    assert work.started is started
    assert work.commands == [["/bin/sh", "-s", "--", "a.service"]]


def test_a_start_stays_a_change_when_the_service_runs_later():
    work = Stopped("service/started\n")
    work.attempt(work.perform)
    work.printed, work.commands = "service/running\n", []
    work.attempt(work.perform)
    assert work.started


@pytest.mark.parametrize(
    ("found", "started", "failure", "detail"),
    [
        ("missing", False, "not_installed", ""),
        ("failed", False, "service_failed", "Unable to start service a.service: Unit is masked."),
        ("would_start", True, "cannot_predict", "a.service is stopped and would be started first"),
    ],
)
def test_else_the_failure_says_why(found, started, failure, detail):
    work = Stopped("service/%s\n" % found, check=True)
    with pytest.raises(Failure) as raised:
        work.attempt(work.perform)
    assert (raised.value.name, raised.value.facts) == (failure, {"detail": detail})
    assert work.started is started
    assert work.commands == [["/bin/sh", "-s", "--", "a.service", "check"]]


def test_the_server_does_not_answer_where_systemd_says_nothing():
    work = Stopped("")
    assert work.attempt(work.perform) == NOT_READY


def test_it_is_waited_for_no_longer_than_the_host_says(clock):
    work = Stopped("service/running\n", ready="failed")
    assert work.attempt(work.perform) == NOT_READY
    assert sum(clock) == 2
