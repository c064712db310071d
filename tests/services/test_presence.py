"""Nobody who does not work here does anything: asked of every verb, in one place."""

from functools import partial
from importlib import import_module
from uuid import uuid4

import pytest

from architecture.test_audited import VERBS
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.why import Why
from posim_desktop.services.cards import employees
from seeding import Till

AT_THE_DOOR = {
    "cards.shop.set_up": "founds a shop that nobody works in",
    "people.pins.log_in": "says for itself whom it lets in",
    "people.pins.make_first": "as above",
    "people.pins.replace_forgotten": "for whoever has the database itself",
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
