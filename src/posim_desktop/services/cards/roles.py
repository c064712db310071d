"""Roles: what their people may do. Nobody hands out more than they hold. Serves the guide's page on roles."""

from dataclasses import asdict

from posim_desktop.domain.cards.cards import RoleFields, clean_role
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.folding import fold
from posim_desktop.domain.people.permissions import Role
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.why import Why
from posim_desktop.orm import ShopRole
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission, require_reach
from posim_desktop.services.records import signatures
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.ROLE, ShopRole, prefix="R")


def add(session: Session, stamp: Stamp, *, fields: RoleFields) -> Done:
    """Write a new role; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field, or what the acting employee may not do themselves.
    """
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    cleaned = clean_role(fields)
    require_reach(session, stamp, cleaned.rights)
    signatures.keep_role_names(session)
    _require_free_name(session, cleaned.name)
    values = asdict(cleaned)
    return cards.added(session, stamp, KIND, cards.add(session, KIND, [values]), [values])


def change(session: Session, stamp: Stamp, *, role_id: int, fields: RoleFields, version: int) -> Done:
    """Rewrite a role; whoever has it may do what it says from the next deed on.

    Raises:
        RefusedError: Names the field, says who changed the role meanwhile, or it is the Owner's, or it goes further
            than the acting employee's own.
    """
    signatures.keep_role_names(session)
    card = _lock(session, stamp, role_id, version)
    cleaned = clean_role(fields)
    require_reach(session, stamp, cleaned.rights)
    _require_free_name(session, cleaned.name, own=role_id)
    return cards.change(session, stamp, KIND, card, asdict(cleaned))


def archive(session: Session, stamp: Stamp, *, role_id: int, version: int) -> Done:
    """Archive a role that nobody who works here has.

    Raises:
        RefusedError: Somebody has it, or it is the Owner's.
    """
    card = _lock(session, stamp, role_id, version)
    _require_unused(session, card)
    return cards.archive(session, stamp, KIND, role_id, version)


def bring_back(session: Session, stamp: Stamp, *, role_id: int, version: int) -> Done:
    """Use an archived role again.

    Raises:
        RefusedError: Another role has its name meanwhile.
    """
    signatures.keep_role_names(session)
    card = _lock(session, stamp, role_id, version)
    _require_free_name(session, str(card.fields["name"]), own=role_id)
    return cards.bring_back(session, stamp, KIND, role_id, version)


def delete(session: Session, stamp: Stamp, *, role_id: int, version: int) -> Done:
    """Delete a role that nobody ever had; any other one is archived instead.

    Raises:
        RefusedError: Somebody who works here has it, or it is the Owner's.
    """
    card = _lock(session, stamp, role_id, version)
    _require_unused(session, card)
    return cards.delete(session, stamp, KIND, role_id, version)


def _lock(session: Session, stamp: Stamp, role_id: int, version: int) -> StoredCard:
    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)
    card = cards.lock(session, KIND, role_id, version)
    if card.code == Role.OWNER:
        raise refuse(Why.OWNER_ROLE_FIXED)
    require_reach(session, stamp, signatures.rights_of(card.fields))
    return card


def _require_free_name(session: Session, name: str, *, own: int | None = None) -> None:
    """Check that an Employee card can tell this role from all others in use."""
    for role_id, taken in signatures.role_names(session).items():
        if role_id != own and fold(taken) == fold(name):
            raise refuse(Why.ROLE_NAME_TAKEN, Field("name"), name=taken)


def _require_unused(session: Session, card: StoredCard) -> None:
    names = signatures.who_has(session, card.code)
    if names:
        raise refuse(Why.ROLE_IN_USE, Field("name"), names=names)
