"""Employees: who may do what, who signs. Serves the guide's page on employees."""

from collections.abc import Sequence
from dataclasses import asdict

from posim_desktop.domain.cards.cards import EmployeeFields, clean_employee
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.people.permissions import Permission, Role
from posim_desktop.domain.why import Why
from posim_desktop.orm import Employee, Pin
from posim_desktop.orm.base import table_of
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import card_rows
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
        RefusedError: Names the field of the first card that cannot be kept, or the shop's first people have no manager.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    values = [_values(fields) for fields in employees]
    if all(card["role"] != Role.MANAGER for card in values) and not _other_managers(session, 0):
        raise refuse(Why.FIRST_EMPLOYEE_IS_MANAGER, Field("role"))
    for card in values:
        _require_free_badge(session, card["badge"])
    ids = cards.add(session, KIND, values)
    return cards.added(session, stamp, KIND, ids, values)


def change(session: Session, stamp: Stamp, *, employee_id: int, fields: EmployeeFields, version: int) -> Done:
    """Rewrite an Employee card.

    Raises:
        RefusedError: Names the field, says who changed the card meanwhile, or the shop would be left without a manager.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    values = _values(fields)
    managers = _other_managers(session, employee_id)
    card = cards.lock(session, KIND, employee_id, version)
    if card.fields["role"] == Role.MANAGER and values["role"] != Role.MANAGER and not card.archived and not managers:
        raise refuse(Why.ONLY_MANAGER, Field("role"))
    if values["badge"] != card.fields["badge"]:
        _require_free_badge(session, values["badge"])
    return cards.change(session, stamp, KIND, card, values)


def archive(session: Session, stamp: Stamp, *, employee_id: int, version: int) -> Done:
    """Archive the card of somebody who left; what they signed stays.

    Raises:
        RefusedError: The shop would be left without a manager.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    _require_manager_left(session, employee_id)
    return cards.archive(session, stamp, KIND, employee_id, version)


def bring_back(session: Session, stamp: Stamp, *, employee_id: int, version: int) -> Done:
    """Use the card of somebody who works here again."""
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    return cards.bring_back(session, stamp, KIND, employee_id, version)


def delete(session: Session, stamp: Stamp, *, employee_id: int, version: int) -> Done:
    """Delete the card of somebody who never did anything here; any other one is archived instead.

    Raises:
        RefusedError: The shop would be left without a manager.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    _require_manager_left(session, employee_id)
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


def _require_manager_left(session: Session, employee_id: int) -> None:
    if not _other_managers(session, employee_id):
        raise refuse(Why.ONLY_MANAGER)


def _other_managers(session: Session, employee_id: int) -> bool:
    """Return whether somebody else is a manager; all managers stay locked, so that no two demote each other at once."""
    return any(manager != employee_id for manager in card_rows.lock_managers(session))
