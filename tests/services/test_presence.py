"""Nobody who does not work here does anything: asked of every verb, in one place."""

from functools import partial
from importlib import import_module
from uuid import uuid4

import pytest
import sqlalchemy as sa

from architecture.test_audited import VERBS
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Done, done
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.why import Why
from posim_desktop.services.cards import employees
from posim_desktop.services.session import Session, Stamp
from seeding import Till

AT_THE_DOOR = {
    "cards.shop.choose_currency": "before anybody works in the shop",
    "cards.shop.set_up": "founds a shop that nobody works in",
    "people.pins.log_in": "says for itself whom it lets in",
    "people.pins.make_first": "as above",
    "people.pins.replace_forgotten": "for whoever has the database itself",
    "exchange.backups.begin": "done by the workstation, also after the last of them logged out",
    "exchange.backups.end": "as above",
    "exchange.restored.go_on": "done to a copy in which nobody works yet",
    "mails.outgoing.end": "done by the workstation, whoever works there meanwhile",
    "mails.outgoing.take": "as above: what was handed over is sent also while the program is locked",
    "sales.print_jobs.end": "done by the workstation, whoever works there meanwhile",
    "sales.print_jobs.take": "as above: what was posted is printed also while the till is locked",
}


def why(till: Till, verb: str, employee_id: int | None) -> Why | None:
    """Tell why somebody may not do a verb, before it looks at any of its content."""
    module, _, name = verb.rpartition(".")
    does = partial(getattr(import_module(f"posim_desktop.services.{module}"), name))
    try:
        till.transactor.run(does, key=uuid4(), employee_id=employee_id, workstation="till 1")
    except RefusedError as error:
        return error.refusal.why
    except TypeError:
        return None  # it would have begun
    return None


def test_who_left_does_nothing_and_neither_does_nobody(till: Till) -> None:
    lee = till.run(employees.add, fields=EmployeeFields("lee", "Lee", Role.MANAGER)).record_id
    asked = sorted(VERBS.keys() - AT_THE_DOOR.keys())
    assert not {why(till, verb, lee) for verb in asked} & {Why.NO_LONGER_WORKS_HERE, Why.LOG_IN_FIRST}
    till.run(employees.archive, employee_id=lee, version=1)
    assert {verb: why(till, verb, lee) for verb in asked} == dict.fromkeys(asked, Why.NO_LONGER_WORKS_HERE)
    assert {verb: why(till, verb, None) for verb in asked} == dict.fromkeys(asked, Why.LOG_IN_FIRST)


@pytest.mark.parametrize("verb", AT_THE_DOOR)
def test_who_is_at_the_door_is_asked_nothing_before(till: Till, verb: str) -> None:
    assert why(till, verb, None) is None


def does_nothing(_session: Session, _stamp: Stamp) -> Done:
    """A verb without a statement of its own."""
    return done(7)


def test_that_somebody_works_here_costs_no_statement_of_its_own(till: Till) -> None:
    asked: list[str] = []
    sa.event.listen(till.engine, "before_cursor_execute", lambda *given: asked.append(given[2].split()[0]))
    till.run(does_nothing)
    assert [word for word in asked if word != "BEGIN"] == ["INSERT", "UPDATE"]


def test_what_was_done_is_told_again_to_whoever_left_meanwhile(till: Till) -> None:
    lee = till.run(employees.add, fields=EmployeeFields("lee", "Lee", Role.MANAGER)).record_id
    key = uuid4()
    asks = partial(till.transactor.run, partial(does_nothing), employee_id=lee, workstation="till 1")
    first = asks(key=key)
    till.run(employees.archive, employee_id=lee, version=1)
    assert asks(key=key) == first
    with pytest.raises(RefusedError):
        asks(key=uuid4())
