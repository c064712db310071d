"""Logging in with a PIN: who is let in, how wrong ones count, what the audit tells, on both databases."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from pin_of import OTHER_PIN, PIN, pin_hash
from posim_desktop.domain.cards.cards import EmployeeFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, RefusedError
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.people.pins import TriedPin
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Employee, Operation, Pin
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.services.cards import employees
from posim_desktop.services.database import for_writing
from posim_desktop.services.people import pin_hashes, pins
from posim_desktop.services.transaction import Transactor
from posim_desktop.unforeseen import report
from seeding import OPENING_DAY, Till, add_employee, open_till, stored, together

WRONG = TriedPin(pin_hash(), fits=False)
RIGHT = TriedPin(pin_hash(), fits=True)


@pytest.fixture
def till(database_url: str) -> Iterator[Till]:
    """Give a shop that Sam owns, who has a PIN."""
    till = open_till(database_url, pin_hash())
    yield till
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


def at_the_door(till: Till, employee_id: int, tried: TriedPin | None) -> Done:
    """Try to log in at a workstation where nobody works."""
    verb = partial(pins.log_in, employee_id=employee_id, tried=tried)
    return till.transactor.run(verb, key=uuid4(), employee_id=None, workstation="till 2")


def why_not(till: Till, employee_id: int, tried: TriedPin | None) -> Why:
    """Return why somebody is not let in."""
    with pytest.raises(RefusedError) as refused:
        at_the_door(till, employee_id, tried)
    return refused.value.refusal.why


def hires(till: Till, code: str = "kim", role: Role = Role.CASHIER, *, archived: bool = False) -> int:
    """Put somebody on file who has no PIN."""
    with till.writing() as session:
        return add_employee(session, code, role=role, archived=archived)


def events(till: Till) -> list[tuple[str, int | None, int | None]]:
    """Read what the audit tells: action, by whom, about whom."""
    rows = sa.select(AuditEvent.action, AuditEvent.employee_id, AuditEvent.record_id).order_by(AuditEvent.id)
    with till.engine.connect() as connection:
        return [(action, by, about) for action, by, about in connection.execute(rows)]


def let_time_pass(till: Till, employee_id: int) -> None:
    """Bring a lock-out to its end; nobody waits half a minute for a test."""
    past = OPENING_DAY - timedelta(days=400)
    with for_writing(till.engine).begin() as connection:
        connection.execute(sa.update(Pin.__table__).where(Pin.employee_id == employee_id).values(not_before=past))


def test_a_pin_is_told_from_another() -> None:
    assert pin_hashes.held_against(pin_hash(), PIN) == RIGHT
    assert pin_hashes.held_against(pin_hash(), OTHER_PIN) == WRONG
    assert PIN not in pin_hash().removeprefix("$argon2id$")
    with pytest.raises(RefusedError):
        pin_hashes.make("1234")


def test_a_report_of_a_crash_while_hashing_holds_no_pin() -> None:
    with pytest.raises(pin_hashes.PinHashingError) as crash:
        pin_hashes.held_against("what is left of a damaged row", PIN)
    assert "held_against" in report(crash.value)
    assert PIN not in report(crash.value)


def test_who_has_the_pin_is_let_in_and_the_audit_tells_of_it(till: Till) -> None:
    assert at_the_door(till, till.employee_id, RIGHT).record_id == till.employee_id
    assert events(till)[-1] == ("log in", till.employee_id, till.employee_id)


def test_a_switch_names_who_worked_there_before(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash())
    assert till.run(pins.log_in, employee_id=kim, tried=RIGHT).record_id == kim
    event = stored(till.engine, AuditEvent, AuditEvent.action == "switch employee")
    assert (event.employee_id, json.loads(event.before)) == (kim, {"employee": till.employee_id})


def test_a_wrong_pin_lets_nobody_in_and_is_counted_until_a_right_one(till: Till) -> None:
    for failures in (1, 2):
        assert at_the_door(till, till.employee_id, WRONG).record_id == pins.WRONG
        assert stored(till.engine, Pin).failures == failures
    assert events(till)[-1] == ("wrong pin", None, till.employee_id)
    at_the_door(till, till.employee_id, RIGHT)
    assert stored(till.engine, Pin).failures == 0


def test_five_wrong_ones_lock_out_and_the_right_one_waits_too(till: Till) -> None:
    till = replace(till, transactor=Transactor(till.engine))  # by the clock that counts
    for _ in range(5):
        at_the_door(till, till.employee_id, WRONG)
    assert [event[0] for event in events(till)[-2:]] == ["wrong pin", "lock out"]
    locked = stored(till.engine, Pin)
    for tried in (RIGHT, WRONG):
        assert why_not(till, till.employee_id, tried) is Why.PIN_LOCKED
    assert stored(till.engine, Pin) == locked  # who goes on trying locks nobody out for longer
    with till.engine.connect() as connection:
        waits = stored_pins.state(connection, till.employee_id, till.transactor.now()).wait_seconds
    assert 1 <= waits <= 30

    let_time_pass(till, till.employee_id)
    at_the_door(till, till.employee_id, WRONG)
    lock_outs = [json.loads(event.after) for event in _lock_outs(till)]
    assert lock_outs == [{"seconds": 30}, {"seconds": 60}]
    let_time_pass(till, till.employee_id)
    assert at_the_door(till, till.employee_id, RIGHT).record_id == till.employee_id
    assert stored(till.engine, Pin).not_before is None


def _lock_outs(till: Till) -> list[sa.Row[tuple[str]]]:
    rows = sa.select(AuditEvent.after).where(AuditEvent.action == "lock out").order_by(AuditEvent.id)
    with till.engine.connect() as connection:
        return list(connection.execute(rows))


def test_nobody_locks_another_out(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash())
    for _ in range(5):
        at_the_door(till, kim, WRONG)
    assert why_not(till, kim, RIGHT) is Why.PIN_LOCKED
    assert at_the_door(till, till.employee_id, RIGHT).record_id == till.employee_id


def test_two_tills_that_guess_at_once_count_together(till: Till) -> None:
    with till.engine.connect() as connection:
        connection.execute(sa.select(1))
    ended: list[str] = []

    def guess() -> None:
        for _ in range(6):
            try:
                at_the_door(till, till.employee_id, WRONG)
            except RefusedError as error:
                ended.append(error.refusal.why)
            else:
                ended.append("wrong")

    together(guess, guess)
    assert sorted(ended) == [Why.PIN_LOCKED] * 7 + ["wrong"] * 5
    assert stored(till.engine, Pin).failures == 5


def test_a_pin_that_was_changed_meanwhile_lets_nobody_in(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash())
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash(OTHER_PIN))
    assert why_not(till, kim, RIGHT) is Why.PIN_CHANGED
    assert stored(till.engine, Pin, Pin.employee_id == kim).failures == 0


def test_once_an_owner_has_a_pin_nobody_is_let_in_without(till: Till) -> None:
    kim, left = hires(till), hires(till, "lee", archived=True)
    assert why_not(till, kim, None) is Why.PIN_MISSING
    assert why_not(till, till.employee_id, None) is Why.PIN_ASKED
    assert why_not(till, left, None) is Why.NO_LONGER_WORKS_HERE


def test_who_left_is_not_let_in_with_the_pin_they_had(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash())
    till.run(employees.archive, employee_id=kim, version=1)
    assert why_not(till, kim, RIGHT) is Why.NO_LONGER_WORKS_HERE


def test_one_changes_ones_own_pin_with_the_old_one(till: Till) -> None:
    assert till.refusal(pins.give, employee_id=till.employee_id, pin_hash=pin_hash(OTHER_PIN)).where == Field("old_pin")
    assert till.run(pins.change_own, tried=WRONG, pin_hash=pin_hash(OTHER_PIN)).record_id == pins.WRONG
    assert stored(till.engine, Pin).failures == 1
    assert till.run(pins.change_own, tried=RIGHT, pin_hash=pin_hash(OTHER_PIN)).record_id == till.employee_id
    assert stored(till.engine, Pin).pin_hash == pin_hash(OTHER_PIN)
    assert events(till)[-1] == ("change pin", till.employee_id, till.employee_id)


def test_a_manager_gives_another_pin_to_who_forgot_theirs_and_is_locked_out(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash())
    for _ in range(5):
        at_the_door(till, kim, WRONG)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash(OTHER_PIN))
    assert at_the_door(till, kim, TriedPin(pin_hash(OTHER_PIN), fits=True)).record_id == kim
    assert ("give pin", till.employee_id, kim) in events(till)


def test_a_cashier_gives_nobody_a_pin(till: Till) -> None:
    kim = hires(till)
    verb = partial(pins.give, employee_id=till.employee_id, pin_hash=pin_hash(OTHER_PIN))
    with pytest.raises(RefusedError) as refused:
        till.transactor.run(verb, key=uuid4(), employee_id=kim, workstation="till 1")
    assert refused.value.refusal.why is Why.NOT_PERMITTED


def test_a_card_that_is_deleted_takes_its_pin_along_and_tells_nobody(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash(OTHER_PIN))
    till.run(employees.delete, employee_id=kim, version=1)
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Employee)) == 1
        assert connection.scalar(sa.select(sa.func.count()).select_from(Pin)) == 1


def test_no_pin_and_no_hash_is_in_the_audit_or_the_operations(till: Till) -> None:
    kim = hires(till)
    till.run(pins.give, employee_id=kim, pin_hash=pin_hash(OTHER_PIN))
    at_the_door(till, kim, WRONG._replace(pin_hash=pin_hash(OTHER_PIN)))
    till.run(pins.change_own, tried=RIGHT, pin_hash=pin_hash(OTHER_PIN))
    till.run(employees.delete, employee_id=kim, version=1)
    told = (AuditEvent.before, AuditEvent.after, AuditEvent.reason, Operation.changes)
    with till.engine.connect() as connection:
        for column in told:
            written = " ".join(connection.scalars(sa.select(column)))
            assert "argon2" not in written
            assert f'"{PIN}"' not in written
            assert f'"{OTHER_PIN}"' not in written


@pytest.fixture
def old_shop(database_url: str) -> Iterator[Till]:
    """Give a shop that was just upgraded: Sam owns it, and nobody has a PIN."""
    till = open_till(database_url)
    with till.writing() as session:
        session.connection().execute(sa.delete(Pin))
    yield till
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
    till.engine.dispose()


def test_after_an_upgrade_the_owner_makes_a_pin_and_the_others_are_let_in_until_then(old_shop: Till) -> None:
    till, sam = old_shop, old_shop.employee_id
    kim, pat = hires(till), hires(till, "pat", Role.MANAGER)
    second_owner = hires(till, "lou", Role.OWNER)
    for other in (kim, pat):
        assert at_the_door(till, other, None).record_id == other
    assert why_not(till, sam, None) is Why.PIN_MISSING
    for anybody in (kim, pat, sam):  # nobody knows who is who
        till.employee_id = anybody
        assert till.refusal(employees.archive, employee_id=kim, version=1).why is Why.NOT_PERMITTED

    def makes_first(employee_id: int) -> Done:
        verb = partial(pins.make_first, employee_id=employee_id, pin_hash=pin_hash())
        return till.transactor.run(verb, key=uuid4(), employee_id=None, workstation="till 2")

    for other in (pat, second_owner):
        with pytest.raises(RefusedError):
            makes_first(other)
    assert makes_first(sam).record_id == sam
    assert [event[0] for event in events(till)[-2:]] == ["make pin", "log in"]
    for other in (kim, pat):
        assert why_not(till, other, None) is Why.PIN_MISSING
    with pytest.raises(RefusedError):
        makes_first(sam)


def test_two_who_are_the_owner_at_once_make_one_pin(old_shop: Till) -> None:
    till, ended = old_shop, []

    def make(pin: str) -> None:
        verb = partial(pins.make_first, employee_id=till.employee_id, pin_hash=pin_hash(pin))
        try:
            till.transactor.run(verb, key=uuid4(), employee_id=None, workstation="till 2")
        except RefusedError as error:
            ended.append(error.refusal.why)

    pin_hash(), pin_hash(OTHER_PIN)
    together(partial(make, PIN), partial(make, OTHER_PIN))
    assert ended == [Why.PIN_ASKED]


def test_a_forgotten_pin_is_replaced_by_who_has_the_database(till: Till) -> None:
    verb = partial(pins.replace_forgotten, employee_id=till.employee_id, pin_hash=pin_hash(OTHER_PIN))
    till.transactor.run(verb, key=uuid4(), employee_id=None, workstation="office")
    assert at_the_door(till, till.employee_id, TriedPin(pin_hash(OTHER_PIN), fits=True)).record_id == till.employee_id
    assert ("forgotten pin", None, till.employee_id) in events(till)


def test_a_badge_is_one_persons(till: Till) -> None:
    kim = till.run(employees.add, fields=EmployeeFields("kim", "Kim", Role.CASHIER, badge=" 4711 ")).record_id
    assert stored(till.engine, Employee, Employee.id == kim).badge == "4711"
    assert "4711" not in stored(till.engine, AuditEvent, AuditEvent.record_id == kim).after
    refusal = till.refusal(employees.add, fields=EmployeeFields("lee", "Lee", Role.CASHIER, badge="4711"))
    assert (refusal.why, refusal.where) == (Why.BADGE_TAKEN, Field("badge"))
    lee, _pat = (
        till.run(employees.add, fields=EmployeeFields(code, code, Role.CASHIER)).record_id for code in ("lee", "pat")
    )
    fields = EmployeeFields("lee", "lee", Role.CASHIER, badge="4711")
    assert till.refusal(employees.change, employee_id=lee, fields=fields, version=1).why is Why.BADGE_TAKEN
