"""An import taken back: countered, never erased.

Cards that it made are archived, fields that it changed get back what stood there, stock that it moved moves back. What
was used since, or written by somebody, is not touched: the undoing is refused with the list, unless the person leaves
it out. Serves the guide's page "Bring your shop over".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.cards import CustomerFields, DepartmentFields, ItemFields, TaxCodeFields, VendorFields
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, some_new
from posim_desktop.domain.errors import refuse
from posim_desktop.domain.exchange import kept_values
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.why import Why
from posim_desktop.orm import StockEntry
from posim_desktop.orm.base import table_of
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards, customers, departments, items, tax_codes, vendors
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.exchange.import_plans import fields_of, item_fields
from posim_desktop.services.exchange.imports import editing
from posim_desktop.services.people.permissions import require_all
from posim_desktop.services.records import card_rows, import_rows, stock
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.records.import_rows import TiedCard
from posim_desktop.services.records.stock import LedgerEntry
from posim_desktop.services.session import Session, Stamp

UNDONE = "import undone"
_OWN_ROWS = (LedgerKind.OPENING, LedgerKind.ADJUSTMENT)
_MOST_NAMED = 20
# Items first: those that stay keep their departments, vendors and tax codes.
_KINDS: dict[Record, CardKind] = {
    kind.record: kind for kind in (items.KIND, customers.KIND, vendors.KIND, departments.KIND, tax_codes.KIND)
}
_FIELDS: dict[Record, type[Any]] = {
    Record.ITEM: ItemFields,
    Record.CUSTOMER: CustomerFields,
    Record.VENDOR: VendorFields,
    Record.DEPARTMENT: DepartmentFields,
    Record.TAX_CODE: TaxCodeFields,
}


class UsedSince(NamedTuple):
    """A card that was used, moved or written since the import."""

    record: Record
    id: int
    code: str


class PutBack(NamedTuple):
    """A card on which fields get back what stood there."""

    record: Record
    id: int
    version: int
    before: dict[str, Any]


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What undoing an import does.

    Attributes:
        import_id: The import.
        archived: The cards that are archived.
        put_back: The cards that get back what stood on them.
        moves: By how much the stock of items moves back.
        used: What was used since, and stays as it is.
    """

    import_id: int
    archived: tuple[tuple[Record, int], ...]
    put_back: tuple[PutBack, ...]
    moves: tuple[tuple[int, Decimal], ...]
    used: tuple[UsedSince, ...]


def plan_undo(connection: sa.Connection, import_id: int, at: datetime) -> UndoPlan:
    """Work out what undoing an import does; reads only.

    Args:
        connection: The database.
        import_id: The import.
        at: When it was made.
    """
    tied = import_rows.tied(connection, import_id)
    archived: list[tuple[Record, int]] = []
    put_back: list[PutBack] = []
    moves: list[tuple[int, Decimal]] = []
    used: list[UsedSince] = []
    for record, kind in _KINDS.items():
        of_kind = [each for each in tied if each.record is record]
        stored = _stored(connection, kind, of_kind)
        kept = {each.id for each in used if each.record is Record.ITEM}
        busy = _busy(connection, kind, of_kind, import_id, at, kept)
        on_cards = _on_cards(
            connection, record, [stored[each.record_id] for each in of_kind if each.record_id in stored]
        )
        for each in of_kind:
            card = stored.get(each.record_id)
            if card is None:
                continue  # deleted since, so that there is nothing to counter
            before = {} if each.made else kept_values.read(each.before)
            after = {} if each.made else kept_values.read(each.after)
            current = on_cards[card.id]
            written = card.version != 1 if each.made else any(getattr(current, name) != after[name] for name in after)
            if card.id in busy or written:
                if not (each.made and card.archived):
                    used.append(UsedSince(record, card.id, card.code))
                continue
            if each.made:
                archived.append((record, card.id))
            if before:
                put_back.append(PutBack(record, card.id, card.version, before))
            if each.moved:
                moves.append((card.id, -each.moved))
    return UndoPlan(import_id, tuple(archived), tuple(put_back), tuple(moves), tuple(used))


def undo(session: Session, stamp: Stamp, *, import_id: int, leave_used: bool = False) -> Done:
    """Take an import back; ``record_id`` is the import's.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        import_id: The import.
        leave_used: Whether what was used since stays as it is, and all else is taken back.

    Raises:
        RefusedError: There is no such import, it was undone, a permission is missing, or something was used since;
            names it.
    """
    held = import_rows.lock(session, import_id)
    if held.undone_at is not None:
        raise refuse(Why.IMPORT_ALREADY_UNDONE, number=import_id)
    tied = import_rows.tied(session.connection(), import_id)
    touched = {each.record for each in tied}
    asked = [Permission.IMPORT, *(editing(record) for record in _KINDS if record in touched)]
    asked += [Permission.ADJUST_STOCK] if any(each.moved for each in tied) else []
    require_all(session, stamp, *(Permit(each) for each in asked))
    _lock(session, tied)
    plan = plan_undo(session.connection(), import_id, held.at)
    if plan.used and not leave_used:
        named = tuple(each.code for each in plan.used[:_MOST_NAMED])
        raise refuse(Why.IMPORT_USED_SINCE, number=import_id, count=len(plan.used), named=named)
    if plan.moves and stamp.employee_id is None:
        raise refuse(Why.ADJUSTMENT_UNSIGNED)
    entries = [*_move_back(session, stamp, plan), *_archive(session, plan)]
    _put_back(session, stamp, plan)
    import_rows.note_undone(session, stamp, import_id)
    told = {"archived": len(plan.archived), "put_back": len(plan.put_back), "left": len(plan.used)}
    entries.append(AuditEntry(AuditAction.UNDO_IMPORT, Record.FILE_IMPORT, import_id, after=told))
    append(session, stamp, entries)
    return Done(import_id, frozenset({Change(Record.FILE_IMPORT, import_id), *map(some_new, touched)}))


def _stored(connection: sa.Connection, kind: CardKind, tied: Iterable[TiedCard]) -> dict[int, StoredCard]:
    ids = [each.record_id for each in tied]
    return {card.id: card for card in card_rows.holding(connection, kind.table.c.id, ids)}


def _on_cards(connection: sa.Connection, record: Record, rows: list[StoredCard]) -> dict[int, Any]:
    if record is Record.ITEM:
        return dict(item_fields(connection, rows))
    return {row.id: fields_of(_FIELDS[record], row) for row in rows}


def _busy(
    connection: sa.Connection, kind: CardKind, tied: list[TiedCard], import_id: int, at: datetime, kept: set[int]
) -> set[int]:
    """Find what other records name that the import made, and what stock it moved that moved again."""
    made = sorted(each.record_id for each in tied if each.made)
    apart = {*kind.part_tables, table_of(StockEntry)} if kind is items.KIND else set(kind.part_tables)
    busy = import_rows.referred_among(connection, kind.table, made, apart, import_id, kept) if made else set()
    if kind is items.KIND:
        counted = sorted(each.record_id for each in tied if each.moved or each.made)
        busy |= stock.moved_but_by(connection, counted, at, [str(each) for each in _OWN_ROWS])
    return busy


def _lock(session: Session, tied: list[TiedCard]) -> None:
    """Lock all that an import touched: the tables of cards by name, items last."""
    for kind in sorted(_KINDS.values(), key=lambda each: (each is items.KIND, each.table.name)):
        ids = [each.record_id for each in tied if each.record is kind.record]
        if ids:
            card_rows.lock(session, kind.table, ids)


def _move_back(session: Session, stamp: Stamp, plan: UndoPlan) -> Iterator[AuditEntry]:
    moves = dict(plan.moves)
    held = stock.lock(session, moves)
    who, at = stamp.employee_id, stamp.at
    ledger = [
        LedgerEntry(each, LedgerKind.ADJUSTMENT, by, who, at, reason=UNDONE) for each, by in sorted(moves.items())
    ]
    stock.move(session, ledger=ledger)
    for item_id, by in sorted(moves.items()):
        on_hand = held[item_id].on_hand
        told = {"on_hand": on_hand}, {"on_hand": on_hand + by}
        yield AuditEntry(AuditAction.ADJUST_STOCK, Record.ITEM, item_id, *told, UNDONE)


def _archive(session: Session, plan: UndoPlan) -> Iterator[AuditEntry]:
    for record, kind in _KINDS.items():
        ids = [card_id for of, card_id in plan.archived if of is record]
        if ids:
            yield from cards.archive_many(session, kind, ids, UNDONE)


def _put_back(session: Session, stamp: Stamp, plan: UndoPlan) -> None:
    """Write on each card what stood there, by the card's own verb: its rules hold here, too."""
    connection = session.connection()
    for each in plan.put_back:
        row = next(card_rows.holding(connection, _KINDS[each.record].table.c.id, [each.id]))
        current = _on_cards(connection, each.record, [row])[each.id]
        card = replace(current, **each.before)
        match each.record:
            case Record.ITEM:
                items.change(session, stamp, item_id=each.id, fields=card, version=row.version)
            case Record.CUSTOMER:
                customers.change(session, stamp, customer_id=each.id, fields=card, version=row.version)
            case Record.VENDOR:
                vendors.change(session, stamp, vendor_id=each.id, fields=card, version=row.version)
            case Record.DEPARTMENT:
                departments.change(session, stamp, department_id=each.id, fields=card, version=row.version)
            case Record.TAX_CODE:
                tax_codes.change(session, stamp, tax_code_id=each.id, fields=card, version=row.version)
            case _:
                raise AssertionError(each.record)
