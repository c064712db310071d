"""Roles: nobody hands out more than they hold, and the Owner's stays as it is; on both databases."""

import json
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import NamedTuple
from uuid import uuid4

import pytest
import sqlalchemy as sa

from agreement import disagreements
from posim_desktop.domain.cards.cards import EmployeeFields, RoleFields
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.people.permissions import SHIPPED, Role
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import AuditEvent, Employee, ShopRole
from posim_desktop.queries.people import roles as stored_roles
from posim_desktop.services.cards import employees, roles
from posim_desktop.services.database import for_writing
from posim_desktop.services.people import pins
from posim_desktop.services.session import Session
from seeding import NO_PIN_HASH, Till, add_employee, inserted, stored, together

HELPER = RoleFields(name="Helper", permissions=frozenset({Permission.EDIT_EMPLOYEES, Permission.DISCOUNT}))


class Card(NamedTuple):
    """A role on file."""

    id: int
    version: int
    fields: RoleFields


def card_of(till: Till, code: str) -> Card:
    """Read a role by its code."""
    row = stored(till.engine, ShopRole, ShopRole.code == code)
    with till.engine.connect() as connection:
        details = stored_roles.details(connection, row.id)
    assert details is not None
    return Card(details.id, details.version, details.fields)


def hires(till: Till, code: str, role: str) -> int:
    """Put somebody on file."""
    with till.writing() as session:
        return add_employee(session, code, role=role)


def may_only(session: Session, code: str, *permissions: Permission, most_discount: str | None = None) -> int:
    """Put somebody on file whose role is their own: a supervisor with a few permissions."""
    inserted(
        session,
        ShopRole,
        code=code,
        name=code.title(),
        permissions=frozenset({Permission.EDIT_EMPLOYEES, *permissions}),
        most_discount=None if most_discount is None else Decimal(most_discount),
        price_floor=None,
        most_paid_out=None,
        archived=False,
        version=1,
    )
    return add_employee(session, code, role=code)


def as_(till: Till, employee_id: int, verb: partial[Done]) -> Done:
    """Do a verb as somebody."""
    return till.transactor.run(verb, key=uuid4(), employee_id=employee_id, workstation="till 1")


def why_not(till: Till, employee_id: int, verb: partial[Done]) -> Refusal:
    """Return why a verb is refused to somebody."""
    with pytest.raises(RefusedError) as refused:
        as_(till, employee_id, verb)
    return refused.value.refusal


def test_a_new_role_is_what_its_people_may_do_from_the_next_deed_on(till: Till) -> None:
    card_id = till.run(roles.add, fields=HELPER).record_id
    added = stored(till.engine, ShopRole, ShopRole.id == card_id)
    kim = till.run(employees.add, fields=EmployeeFields("KIM", "Kim", added.code)).record_id
    tea = partial(employees.add, fields=EmployeeFields("TEA", "Tea", added.code))
    assert as_(till, kim, tea).record_id

    without = replace(HELPER, permissions=frozenset({Permission.DISCOUNT}))
    till.run(roles.change, role_id=card_id, fields=without, version=1)
    refusal = why_not(till, kim, partial(employees.archive, employee_id=kim, version=1))
    assert (refusal.why, refusal.facts["role"]) == (Why.NOT_PERMITTED, "Helper")
    event = stored(till.engine, AuditEvent, AuditEvent.action == "change role")
    assert json.loads(event.before)["permissions"] == ["discount", "edit employees"]
    assert json.loads(event.after)["permissions"] == ["discount"]


def test_nobody_gives_a_permission_that_they_lack(till: Till) -> None:
    with till.writing() as session:
        lee = may_only(session, "lead", Permission.DISCOUNT)
    beyond = replace(HELPER, permissions=HELPER.permissions | {Permission.PAY_OUT})
    cashier = card_of(till, Role.CASHIER)
    wider = replace(cashier.fields, permissions=frozenset({Permission.DISCOUNT, Permission.RETURN_GOODS}))

    assert as_(till, lee, partial(roles.add, fields=HELPER)).record_id
    assert why_not(till, lee, partial(roles.add, fields=beyond)).why is Why.BEYOND_OWN_ROLE
    for fields in (wider, replace(wider, permissions=frozenset())):  # what reaches further is not taken away either
        change = partial(roles.change, role_id=cashier.id, fields=fields, version=cashier.version)
        assert why_not(till, lee, change).why is Why.BEYOND_OWN_ROLE
    assert card_of(till, Role.CASHIER) == cashier


@pytest.mark.parametrize("more", [None, Decimal(11)])
def test_nobody_gives_a_larger_limit_than_their_own(till: Till, more: Decimal | None) -> None:
    with till.writing() as session:
        lee = may_only(session, "lead", Permission.DISCOUNT, most_discount="10")
    ten = replace(HELPER, most_discount=Decimal(10))

    assert as_(till, lee, partial(roles.add, fields=ten)).record_id
    refusal = why_not(till, lee, partial(roles.add, fields=replace(ten, most_discount=more)))
    assert (refusal.why, refusal.where) == (Why.BEYOND_OWN_ROLE, Field("most_discount"))


def test_nobody_gives_or_takes_a_role_that_may_do_more(till: Till) -> None:
    with till.writing() as session:
        lee = may_only(session, "lead", Permission.DISCOUNT)
    kim = hires(till, "kim", Role.CLERK)
    clerk = EmployeeFields("kim", "Kim", Role.CLERK)
    for verb in (
        partial(employees.add, fields=EmployeeFields("TEA", "Tea", Role.MANAGER)),
        partial(employees.change, employee_id=lee, fields=EmployeeFields("LEE", "Lee", Role.MANAGER), version=1),
        partial(employees.change, employee_id=kim, fields=clerk, version=1),
        partial(employees.change, employee_id=kim, fields=replace(clerk, role="lead"), version=1),
        partial(employees.archive, employee_id=kim, version=1),
        partial(employees.delete, employee_id=kim, version=1),
        partial(pins.give, employee_id=kim, pin_hash="another"),
    ):
        assert why_not(till, lee, verb).why is Why.BEYOND_OWN_ROLE
    with till.engine.connect() as connection:
        within = {choice.code for choice in stored_roles.choices(connection, lee) if choice.may_be_given}
    assert within == {"lead"}


def test_only_an_owner_touches_an_owner(till: Till) -> None:
    pat, owner = hires(till, "pat", Role.MANAGER), till.employee_id
    sam = EmployeeFields("sam", "Sam", Role.CASHIER)
    hires(till, "ann", Role.OWNER)
    for verb in (
        partial(employees.add, fields=EmployeeFields("TEA", "Tea", Role.OWNER)),
        partial(employees.change, employee_id=pat, fields=EmployeeFields("PAT", "Pat", Role.OWNER), version=1),
        partial(employees.change, employee_id=owner, fields=sam, version=1),
        partial(employees.change, employee_id=owner, fields=replace(sam, role=Role.OWNER, name="Boss"), version=1),
        partial(employees.archive, employee_id=owner, version=1),
        partial(employees.delete, employee_id=owner, version=1),
        partial(pins.give, employee_id=owner, pin_hash="another"),
    ):
        assert why_not(till, pat, verb).why is Why.BEYOND_OWN_ROLE
    with till.engine.connect() as connection:
        within = {choice.code for choice in stored_roles.choices(connection, pat) if choice.may_be_given}
    assert within == {Role.MANAGER, Role.CLERK, Role.CASHIER}


def test_the_owners_role_stays_as_it_is(till: Till) -> None:
    owner = card_of(till, Role.OWNER)
    content = {"role_id": owner.id, "version": owner.version}
    poorer = replace(owner.fields, permissions=frozenset())
    assert till.refusal(roles.change, fields=poorer, **content).why is Why.OWNER_ROLE_FIXED
    assert till.refusal(roles.archive, **content).why is Why.OWNER_ROLE_FIXED
    assert till.refusal(roles.delete, **content).why is Why.OWNER_ROLE_FIXED


def test_a_role_that_somebody_has_stays(till: Till) -> None:
    kim = hires(till, "kim", Role.CLERK)
    clerk = card_of(till, Role.CLERK)
    content = {"role_id": clerk.id, "version": clerk.version}
    for verb in (roles.archive, roles.delete):
        refusal = till.refusal(verb, **content)
        assert (refusal.why, refusal.facts["names"]) == (Why.ROLE_IN_USE, ("Kim",))

    till.run(employees.archive, employee_id=kim, version=1)
    till.run(roles.delete, **content)
    assert stored(till.engine, ShopRole, ShopRole.id == clerk.id).archived  # Kim's card names it
    assert till.refusal(employees.bring_back, employee_id=kim, version=2).where == Field("role")
    new = EmployeeFields("TEA", "Tea", Role.CLERK)
    assert till.refusal(employees.add, fields=new).where == Field("role")
    till.run(roles.bring_back, role_id=clerk.id, version=2)
    till.run(employees.bring_back, employee_id=kim, version=2)


def test_a_role_that_nobody_ever_had_is_deleted(till: Till) -> None:
    card_id = till.run(roles.add, fields=HELPER).record_id
    till.run(roles.delete, role_id=card_id, version=1)
    with till.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(ShopRole)) == len(SHIPPED)
        told = sa.select(AuditEvent.action).where(AuditEvent.record_kind == "role").order_by(AuditEvent.id)
        assert connection.scalars(told).all() == ["add role", "delete role"]


def test_no_two_roles_in_use_have_the_same_name(till: Till) -> None:
    helper = till.run(roles.add, fields=HELPER).record_id
    taken = replace(HELPER, name=" hELPER ")
    cashier = card_of(till, Role.CASHIER)
    refusal = till.refusal(roles.add, fields=taken)
    assert (refusal.why, refusal.where, refusal.facts["name"]) == (Why.ROLE_NAME_TAKEN, Field("name"), "Helper")
    named = replace(cashier.fields, name="Helper")
    refusal = till.refusal(roles.change, role_id=cashier.id, version=cashier.version, fields=named)
    assert refusal.where == Field("name")
    till.run(roles.change, role_id=helper, fields=replace(taken, most_discount=Decimal(5)), version=1)

    till.run(roles.archive, role_id=helper, version=2)
    till.run(roles.add, fields=HELPER)
    assert till.refusal(roles.bring_back, role_id=helper, version=3).where == Field("name")


def test_two_who_write_a_role_of_the_same_name_at_once_leave_one(till: Till) -> None:
    ended: list[str] = []

    def adds() -> None:
        try:
            till.do(partial(roles.add, fields=HELPER))
        except RefusedError as error:
            ended.append(error.refusal.why)
        else:
            ended.append("done")

    together(adds, adds)
    assert set(ended) == {"done", Why.ROLE_NAME_TAKEN}


def test_a_limit_that_cannot_be_is_named(till: Till) -> None:
    for field, limit in (("most_discount", "100.01"), ("price_floor", "-1"), ("most_discount", "1.234")):
        wrong = RoleFields(
            "", "Helper", frozenset({Permission.DISCOUNT, Permission.CHANGE_PRICE}), **{field: Decimal(limit)}
        )
        assert till.refusal(roles.add, fields=wrong).where == Field(field)
    assert till.refusal(roles.add, fields=replace(HELPER, most_paid_out=Decimal("0.001"))).where == Field(
        "most_paid_out"
    )
    assert till.refusal(roles.add, fields=replace(HELPER, name=" ")).where == Field("name")


def test_a_permission_that_the_program_does_not_know_is_none(till: Till) -> None:
    role = till.run(roles.add, fields=HELPER).record_id
    with for_writing(till.engine).begin() as connection:
        written = {"permissions": "discount,fly,edit employees,", "id": role}
        connection.execute(sa.text("UPDATE roles SET permissions = :permissions WHERE id = :id"), written)
    assert stored(till.engine, ShopRole, ShopRole.id == role).permissions == HELPER.permissions


def test_a_limit_of_what_is_not_allowed_is_none(till: Till) -> None:
    fields = replace(HELPER, price_floor=Decimal(80), most_paid_out=Decimal(5))
    added = stored(till.engine, ShopRole, ShopRole.id == till.run(roles.add, fields=fields).record_id)
    assert (added.price_floor, added.most_paid_out) == (None, None)


def test_two_owners_who_demote_each_other_at_once_leave_one(till: Till) -> None:
    ann = hires(till, "ann", Role.OWNER)
    till.run(pins.give, employee_id=ann, pin_hash=NO_PIN_HASH)
    ended: list[str] = []

    def demotes(acting: int, other: int, name: str) -> None:
        fields = EmployeeFields(name, name.title(), Role.CASHIER)
        try:
            as_(till, acting, partial(employees.change, employee_id=other, fields=fields, version=1))
        except RefusedError as error:
            ended.append(error.refusal.why)
        else:
            ended.append("done")

    together(partial(demotes, ann, till.employee_id, "sam"), partial(demotes, till.employee_id, ann, "ann"))
    assert ended.count("done") == 1
    with till.engine.connect() as connection:
        owners = sa.select(sa.func.count()).where(Employee.role == Role.OWNER)
        assert connection.scalar(owners) == 1


def test_a_role_is_not_archived_while_it_is_given(till: Till) -> None:
    card_id = till.run(roles.add, fields=HELPER).record_id
    code = stored(till.engine, ShopRole, ShopRole.id == card_id).code
    kim = hires(till, "kim", Role.CASHIER)
    ended: list[str] = []

    def tries(verb: partial[Done]) -> None:
        try:
            till.do(verb)
        except RefusedError as error:
            ended.append(error.refusal.why)
        else:
            ended.append("done")

    gives = partial(employees.change, employee_id=kim, fields=EmployeeFields("KIM", "Kim", code), version=1)
    together(partial(tries, gives), partial(tries, partial(roles.archive, role_id=card_id, version=1)))
    assert ended.count("done") == 1
    with till.engine.connect() as connection:
        assert disagreements(connection) == ()
