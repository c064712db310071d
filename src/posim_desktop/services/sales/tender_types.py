"""The tenders that the shop takes and names itself. Serves the guide's page "Tenders"."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from posim_desktop.domain.changes import Done, Record, some_new
from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.folding import fold
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.tenders import MOST_TENDERS, TenderTypeFields, clean_tender_type
from posim_desktop.domain.why import Why
from posim_desktop.orm import TenderType
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import tender_type_rows
from posim_desktop.services.records.tender_type_rows import StoredType
from posim_desktop.services.session import Session, Stamp

KIND = CardKind(Record.TENDER_TYPE, TenderType, prefix="T")


def add(session: Session, stamp: Stamp, *, fields: TenderTypeFields) -> Done:
    """Take another tender from now on; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field, or the permission that is missing.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    stored = tender_type_rows.lock_all(session)
    cleaned = _placed(clean_tender_type(fields), len(stored) + 1)
    _require_room(stored)
    _require_free_name(stored, cleaned.name)
    values = asdict(cleaned)
    ids = cards.add(session, KIND, [values])
    _put(session, stored, ids[0], cleaned.position)
    return _with_order(cards.added(session, stamp, KIND, ids, [values]))


def change(session: Session, stamp: Stamp, *, tender_type_id: int, fields: TenderTypeFields, version: int) -> Done:
    """Rewrite the card of a tender; what was paid by it stays as it was.

    Raises:
        RefusedError: Names the field, or says who changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    stored = tender_type_rows.lock_all(session)
    card = cards.lock(session, KIND, tender_type_id, version)
    cleaned = _placed(clean_tender_type(fields), len(stored))
    if cleaned.kind != card.fields["kind"]:
        raise refuse(Why.TENDER_KIND_FIXED, Field("kind"))
    if not card.archived:
        _require_free_name(stored, cleaned.name, own=tender_type_id)
    changed = cards.change(session, stamp, KIND, card, asdict(cleaned))
    _put(session, stored, tender_type_id, cleaned.position)
    return _with_order(changed)


def archive(session: Session, stamp: Stamp, *, tender_type_id: int, version: int) -> Done:
    """Take a tender no longer; what stands on an invoice may still be posted.

    Raises:
        RefusedError: The shop takes no other one.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    _require_another(tender_type_rows.lock_all(session), tender_type_id)
    return cards.archive(session, stamp, KIND, tender_type_id, version)


def bring_back(session: Session, stamp: Stamp, *, tender_type_id: int, version: int) -> Done:
    """Take an archived tender again.

    Raises:
        RefusedError: Another one has its name meanwhile, or there are too many.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    stored = tender_type_rows.lock_all(session)
    card = cards.lock(session, KIND, tender_type_id, version)
    _require_room(stored)
    _require_free_name(stored, str(card.fields["name"]), own=tender_type_id)
    return cards.bring_back(session, stamp, KIND, tender_type_id, version)


def delete(session: Session, stamp: Stamp, *, tender_type_id: int, version: int) -> Done:
    """Delete a tender by which nobody ever paid; any other one is archived instead.

    Raises:
        RefusedError: The shop takes no other one.
    """
    require_permission(session, stamp, Permission.CHANGE_PREFERENCES)
    stored = tender_type_rows.lock_all(session)
    _require_another(stored, tender_type_id)
    return cards.delete(session, stamp, KIND, tender_type_id, version)


def _placed(fields: TenderTypeFields, places: int) -> TenderTypeFields:
    """Give a tender a place that there is: 0, and whatever is past the last one, is the last one."""
    return replace(fields, position=min(fields.position, places) if fields.position > 0 else places)


def _put(session: Session, stored: Sequence[StoredType], tender_type_id: int, position: int) -> None:
    """Put a tender at its place among the others, which make room."""
    ids = [each.id for each in stored if each.id != tender_type_id]
    ids.insert(position - 1, tender_type_id)
    tender_type_rows.put_in_order(session, ids, stored)


def _with_order(changed: Done) -> Done:
    """Say that the order of the others may have changed too."""
    return Done(changed.record_id, changed.changes | {some_new(Record.TENDER_TYPE)})


def _require_room(stored: Sequence[StoredType]) -> None:
    """Check that one more has a button in Pay."""
    if sum(not each.archived for each in stored) >= MOST_TENDERS:
        raise refuse(Why.TENDERS_TOO_MANY, most=MOST_TENDERS)


def _require_free_name(stored: Sequence[StoredType], name: str, *, own: int | None = None) -> None:
    """Check that a cashier can tell this tender from all others in use."""
    for each in stored:
        if not each.archived and each.id != own and fold(each.name) == fold(name):
            raise refuse(Why.TENDER_NAME_TAKEN, Field("name"), name=each.name)


def _require_another(stored: Sequence[StoredType], tender_type_id: int) -> None:
    if all(each.archived or each.id == tender_type_id for each in stored):
        raise refuse(Why.TENDER_LAST)
