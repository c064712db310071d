"""Employees: who may do what, who signs. Serves the guide's page on employees."""

from collections.abc import Collection, Sequence
from dataclasses import asdict

from posim_desktop.domain.cards.cards import EmployeeFields, clean_employee
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import Employee, Pin
from posim_desktop.orm.base import table_of
from posim_desktop.queries.people import pins as stored_pins
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission, require_reach_of
from posim_desktop.services.records import card_rows, signatures
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.EMPLOYEE, Employee, parts=(Pin,))
_badge = table_of(Employee).c.badge


def add(session: Session, stamp: Stamp, *, fields: EmployeeFields) -> Done:
    """Write a new Employee card; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field, or the permission that is missing.
    """
    return add_many(session, stamp, employees=(fields,))


def add_many(session: Session, stamp: Stamp, *, employees: Sequence[EmployeeFields]) -> Done:
    """Write many new Employee cards; one refusal refuses them all.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept, or the shop's first people have no Owner.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    values = [_values(fields) for fields in employees]
    if all(card["role"] != Role.OWNER for card in values) and not card_rows.lock_owners(session):
        raise refuse(Why.FIRST_EMPLOYEE_IS_OWNER, Field("role"))
    given = {str(card["role"]) for card in values}
    for role in given:
        require_reach_of(session, stamp, role)
    _hold_roles(session, given)
    for card in values:
        _require_free_badge(session, card["badge"])
    ids = cards.add(session, KIND, values)
    return cards.added(session, stamp, KIND, ids, values)


def change(session: Session, stamp: Stamp, *, employee_id: int, fields: EmployeeFields, version: int) -> Done:
    """Rewrite an Employee card.

    Raises:
        RefusedError: Names the field, says who changed the card meanwhile, or the shop would be left without an Owner,
            or either role goes further than the acting employee's own.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    values = _values(fields)
    owners = _other_owners(session, employee_id)
    card = cards.lock(session, KIND, employee_id, version)
    require_reach_of(session, stamp, str(card.fields["role"]))
    if values["role"] != card.fields["role"]:
        require_reach_of(session, stamp, str(values["role"]))
        _hold_roles(session, {str(values["role"])})
    if card.fields["role"] == Role.OWNER and values["role"] != Role.OWNER and not card.archived and not owners:
        raise refuse(Why.ONLY_OWNER, Field("role"))
    if values["badge"] != card.fields["badge"]:
        _require_free_badge(session, values["badge"])
    return cards.change(session, stamp, KIND, card, values)


def archive(session: Session, stamp: Stamp, *, employee_id: int, version: int) -> Done:
    """Archive the card of somebody who left; what they signed stays.

    Raises:
        RefusedError: The shop would be left without an Owner, or their role goes further than one's own.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    _require_reach_of_person(session, stamp, employee_id)
    _require_owner_left(session, employee_id)
    return cards.archive(session, stamp, KIND, employee_id, version)


def bring_back(session: Session, stamp: Stamp, *, employee_id: int, version: int) -> Done:
    """Use the card of somebody who works here again.

    Raises:
        RefusedError: Their role is archived, or goes further than one's own.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    role = str(cards.lock(session, KIND, employee_id, version).fields["role"])
    require_reach_of(session, stamp, role)
    _hold_roles(session, {role})
    return cards.bring_back(session, stamp, KIND, employee_id, version)


def delete(session: Session, stamp: Stamp, *, employee_id: int, version: int) -> Done:
    """Delete the card of somebody who never did anything here; any other one is archived instead.

    Raises:
        RefusedError: The shop would be left without an Owner, or their role goes further than one's own.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    _require_reach_of_person(session, stamp, employee_id)
    _require_owner_left(session, employee_id)
    return cards.delete(session, stamp, KIND, employee_id, version)


def _values(fields: EmployeeFields) -> dict[str, object]:
    """Give what is stored: nobody's badge is the same as nobody else's."""
    cleaned = asdict(clean_employee(fields))
    return {**cleaned, "badge": cleaned["badge"] or None}


def _require_free_badge(session: Session, badge: object) -> None:
    if badge is None:
        return
    for card in card_rows.holding(session.connection(), _badge, [badge]):
        raise refuse(Why.BADGE_TAKEN, Field("badge"), name=str(card.fields["name"]))


def _hold_roles(session: Session, roles: Collection[str]) -> None:
    if not signatures.hold_roles(session, roles):
        raise refuse(Why.CHOOSE_USABLE_CARD, Field("role"), card=Record.ROLE)


def _require_reach_of_person(session: Session, stamp: Stamp, employee_id: int) -> None:
    role = signatures.role_of(session, employee_id)
    if role is not None:
        require_reach_of(session, stamp, role)


def _require_owner_left(session: Session, employee_id: int) -> None:
    if not _other_owners(session, employee_id) and signatures.role_of(session, employee_id) == Role.OWNER:
        raise refuse(Why.ONLY_OWNER)


def _other_owners(session: Session, employee_id: int) -> bool:
    """Return whether somebody else is an Owner and has a PIN; without it whoever comes next would make the first.

    All Owners stay locked, so that no two demote each other at once.
    """
    others = [owner for owner in card_rows.lock_owners(session) if owner != employee_id]
    return any(stored_pins.has_pin(session.connection(), owner) for owner in others)
