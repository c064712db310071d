"""Rule A4: a card says what the audit last told of it, and is there unless the audit says that it was deleted."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction, CardDeed
from posim_desktop.domain.audit_fields import CHANGED
from posim_desktop.domain.changes import Record
from posim_desktop.domain.tax import Tax, written
from posim_desktop.orm import (
    AuditEvent,
    Customer,
    Department,
    Employee,
    Item,
    ItemCost,
    Operation,
    ShopRole,
    TaxCode,
    TenderType,
    Vendor,
)
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.verify.accounted import amount, told_in
from posim_desktop.queries.verify.violation import Violation

_AT_ONCE = 1000
_CARDS: Mapping[Record, type[Base]] = {
    Record.CUSTOMER: Customer,
    Record.DEPARTMENT: Department,
    Record.EMPLOYEE: Employee,
    Record.ITEM: Item,
    Record.ROLE: ShopRole,
    Record.TAX_CODE: TaxCode,
    Record.TENDER_TYPE: TenderType,
    Record.VENDOR: Vendor,
}
_BY_OTHERS = frozenset({"on_hand", "committed", "on_order", "position"})
"""What changes with the stock, as its ledger says, and with the place of another tender."""

_Told = dict[int, dict[str, object]]
_events = table_of(AuditEvent)
_operations = table_of(Operation)
# The upgrade to this revision made one of the managers the Owner and told nobody.
_ROLES_ARE_KNOWN = sa.select(sa.func.min(_operations.c.at)).where(_operations.c.revision >= "0006")
_NO_CARD: dict[str, object] = {}


def cards(connection: sa.Connection) -> Iterator[Violation]:
    """A4: read what the audit tells of cards from the first event to the last, and lay it beside the cards."""
    for record, entity in _CARDS.items():
        table = table_of(entity)
        told = _told(connection, record, frozenset(table.c.keys()) - _BY_OTHERS)
        by_delivery = set(connection.scalars(sa.select(ItemCost.item_id).distinct())) if record is Record.ITEM else ()
        kind = record.replace("_", " ")
        for card in connection.execute(sa.select(table).order_by(table.c.id).execution_options(yield_per=_AT_ONCE)):
            stored = card._mapping  # noqa: SLF001 - the row by the names of its columns
            for field, value in told.pop(card.id, _NO_CARD).items():
                if field == "cost" and card.id in by_delivery:
                    continue  # the history of costs says it
                if field == "archived" and stored.get("merged_into") is not None:
                    continue  # the event of the merging says it
                if not _agree(value, stored[field]):
                    problem = f"{field} is {_plain(stored[field])}, but the audit last said {value}"
                    yield Violation("A4", kind, card.id, card.code, problem)
        for card_id in sorted(told):
            yield Violation("A4", kind, card_id, "", "is gone, but the audit does not say that it was deleted")


def _told(connection: sa.Connection, record: Record, fields: frozenset[str]) -> _Told:
    """Collect what the audit last said of the fields of each card that is there."""
    roles_are_known = connection.scalar(_ROLES_ARE_KNOWN)
    deleted = str(CardDeed.DELETE.to(record))
    told: _Told = {}
    for event in connection.execute(_of_cards(record)):
        if event.action == deleted:
            told.pop(event.record_id, None)
            continue
        card = told.setdefault(event.record_id, {})
        after = told_in(event.after)
        card.update({field: value for field, value in after.items() if field in fields})
        if card.get("role") == "manager" and (roles_are_known is None or event.at < roles_are_known):
            del card["role"]
        unsaid = after.get(CHANGED)
        for field in unsaid if isinstance(unsaid, list) else ():
            card.pop(field, None)
    return told


@cache
def _of_cards(record: Record) -> sa.Select[Any]:
    return (
        sa.select(_events.c.record_id, _events.c.action, _events.c.after, _events.c.at)
        .where(_events.c.record_kind == str(record), _events.c.record_id.is_not(None))
        .where(_events.c.action.in_(_deeds(record)))
        .order_by(_events.c.id)
        .execution_options(yield_per=_AT_ONCE)
    )


def _deeds(record: Record) -> list[str]:
    deeds = [str(deed.to(record)) for deed in CardDeed]
    return [*deeds, str(AuditAction.SET_CREDIT_LIMIT)] if record is Record.CUSTOMER else deeds


def _agree(told: object, stored: object) -> bool:
    if isinstance(stored, Decimal):
        return amount(told) == stored
    return told == _plain(stored)


def _plain(stored: Any) -> object:  # noqa: ANN401 - of any column of a card
    """Write what is on a card as the audit tells it."""
    if isinstance(stored, date):
        return stored.isoformat()
    if isinstance(stored, frozenset):
        return sorted(stored)
    if isinstance(stored, tuple):
        return [written((part,)) if isinstance(part, Tax) else part for part in stored]
    return stored
