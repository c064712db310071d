"""Department cards. Serves the guide's page on items."""

from collections.abc import Sequence
from dataclasses import asdict

from posim_desktop.domain.cards.cards import DepartmentFields, clean_department
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.permits import Permission
from posim_desktop.orm import Department
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.DEPARTMENT, Department)


def add(session: Session, stamp: Stamp, *, fields: DepartmentFields) -> Done:
    """Write a new Department card; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field, or the permission that is missing.
    """
    return add_many(session, stamp, departments=(fields,))


def add_many(session: Session, stamp: Stamp, *, departments: Sequence[DepartmentFields]) -> Done:
    """Write many new Department cards with few statements; one refusal refuses them all.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    values = [asdict(clean_department(fields)) for fields in departments]
    ids = cards.add(session, KIND, values)
    return cards.added(session, stamp, KIND, ids, values)


def change(session: Session, stamp: Stamp, *, department_id: int, fields: DepartmentFields, version: int) -> Done:
    """Rewrite a Department card.

    Raises:
        RefusedError: Names the field, or says who changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    card = cards.lock(session, KIND, department_id, version)
    return cards.change(session, stamp, KIND, card, asdict(clean_department(fields)))


def archive(session: Session, stamp: Stamp, *, department_id: int, version: int) -> Done:
    """Archive the Department card; its items stay in it."""
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    return cards.archive(session, stamp, KIND, department_id, version)


def bring_back(session: Session, stamp: Stamp, *, department_id: int, version: int) -> Done:
    """Use an archived Department card again."""
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    return cards.bring_back(session, stamp, KIND, department_id, version)


def delete(session: Session, stamp: Stamp, *, department_id: int, version: int) -> Done:
    """Delete a Department card that no item is in; any other one is archived instead."""
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    return cards.delete(session, stamp, KIND, department_id, version)
