"""Counting the stock: several people at once, by scans, sheets or files. Serves the guide's page "Count the stock".

Whoever works here may count; it takes a permission to post, once for the whole count. Every verb's ``record_id`` is the
stock count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.stock import LedgerKind
from posim_desktop.domain.changes import Change, Done, Record, done, each_of, some_new
from posim_desktop.domain.errors import Cell, Field, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import MAX_QUANTITY, NO_UNITS, ONE, quantity_refusal
from posim_desktop.domain.receiving import stock_counts as rules
from posim_desktop.domain.receiving.stock_counts import Counted, CountStatus, Extent
from posim_desktop.domain.why import Why
from posim_desktop.orm import Department
from posim_desktop.queries.receiving import stock_counts as queries
from posim_desktop.queries.sales import till
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import stock, stock_count_rows
from posim_desktop.services.records.running_numbers import take_numbers
from posim_desktop.services.records.stock import ItemStock, LedgerEntry
from posim_desktop.services.records.stock_count_rows import StoredAside, StoredCount, StoredCountItem, Whose
from posim_desktop.services.session import Session, Stamp

MOST_OF_FILE = 20_000


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What was counted of an item, as it stands on a sheet."""

    item_id: int
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class FileLine:
    """What a file says was counted: a code or barcode, how many, and in which of its lines."""

    code: str
    quantity: Decimal
    line: int


@dataclass(frozen=True, slots=True)
class FoundHeld:
    """What somebody found of what an invoice holds of an item, and what it held when they looked."""

    item_id: int
    invoice_id: int
    held: Decimal
    found: Decimal


def start(session: Session, stamp: Stamp, *, extent: Extent, department_id: int | None = None, note: str = "") -> Done:
    """Begin a count of everything, of a department, or of what will be scanned.

    Raises:
        RefusedError: Names ``department`` or ``note``.
    """
    _require_person(stamp)
    require(rules.extent_refusal(extent, department_id))
    if department_id is not None:
        cards.require_usable(session, Department, {department_id}, "department", Record.DEPARTMENT)
    words = _note(note)
    count_id = stock_count_rows.insert(session, stamp, extent, department_id, words)
    return done(count_id, *_touched(count_id))


def set_note(session: Session, stamp: Stamp, *, stock_count_id: int, note: str) -> Done:
    """Write the note of a count.

    Raises:
        RefusedError: At ``note``; or the count is posted or discarded.
    """
    count = _lock(session, stamp, stock_count_id)
    stock_count_rows.write(session, count.id, note=_note(note))
    return done(count.id, *_touched(count.id))


def count_up(
    session: Session, stamp: Stamp, *, stock_count_id: int, item_id: int, quantity: Decimal = ONE, place: str = ""
) -> Done:
    """Count more of an item in a place; its figures are frozen with the first of it.

    Raises:
        RefusedError: At ``quantity`` or ``place``; or the item is gone or not stocked.
    """
    rules.clean_units(quantity)
    whose = _whose(stamp, place)
    count = _lock(session, stamp, stock_count_id)
    _add(session, stamp, count, whose, {item_id: quantity})
    return _counted(session, count)


def fill_in(
    session: Session, stamp: Stamp, *, stock_count_id: int, lines: tuple[SheetLine, ...], place: str = ""
) -> Done:
    """Write what one person counted in a place, instead of what they counted there before; nothing is a count, too.

    Raises:
        RefusedError: At ``Cell("quantity", item)`` or ``place``.
    """
    whose = _whose(stamp, place)
    count = _lock(session, stamp, stock_count_id)
    wanted = {each.item_id: rules.clean_units(each.quantity, each.item_id) for each in lines}
    for item in _lock_items(session, wanted).values():
        stock_count_rows.see_item(session, count.id, item)
        stock_count_rows.write_part(session, stamp, count.id, item.id, whose, wanted[item.id])
    return _counted(session, count)


def take_file(
    session: Session, stamp: Stamp, *, stock_count_id: int, lines: tuple[FileLine, ...], place: str = ""
) -> Done:
    """Count what a file says, on top of what is counted; codes that nobody knows are kept to be solved.

    Raises:
        RefusedError: At ``Cell("quantity", line)`` or ``place``; or the file is too long. Nothing is counted then.
    """
    if len(lines) > MOST_OF_FILE:
        raise refuse(Why.COUNT_TOO_MANY_IN_FILE, most=MOST_OF_FILE)
    whose = _whose(stamp, place)
    count = _lock(session, stamp, stock_count_id)
    known: dict[int, Decimal] = {}
    strays: dict[str, Decimal] = {}
    codes = {each.code: None for each in lines}
    goods = {code: till.item_of_code(session.connection(), code) for code in codes}
    for each in lines:
        rules.clean_units(each.quantity, each.line)
        item = goods[each.code]
        if item is None or not item.stocked:
            strays[each.code] = strays.get(each.code, NO_UNITS) + each.quantity
        else:
            known[item.id] = known.get(item.id, NO_UNITS) + each.quantity * item.units
    for scanned, quantity in strays.items():
        if quantity:
            _keep(session, stamp, count, whose, _code(scanned), quantity)
    _add(session, stamp, count, whose, known)
    return _counted(session, count)


def keep_unknown(
    session: Session, stamp: Stamp, *, stock_count_id: int, scanned: str, quantity: Decimal = ONE, place: str = ""
) -> Done:
    """Keep a scanned code that nobody knows until somebody solves it.

    Raises:
        RefusedError: At ``quantity``, ``code`` or ``place``.
    """
    require(quantity_refusal(quantity))
    whose = _whose(stamp, place)
    count = _lock(session, stamp, stock_count_id)
    _keep(session, stamp, count, whose, _code(scanned), quantity)
    return _counted(session, count)


def identify(session: Session, stamp: Stamp, *, stock_count_id: int, scanned: str, item_id: int) -> Done:
    """Say of which item a code is that nobody knew: what was scanned of it counts where it was scanned.

    Raises:
        RefusedError: It is solved already, or the item is gone or not stocked.
    """
    count = _lock(session, stamp, stock_count_id)
    strays = _strays(session, count, scanned)
    for each in strays:
        _add(session, stamp, count, Whose(each.employee_id, each.place), {item_id: each.quantity})
    stock_count_rows.solve_strays(session, [each.id for each in strays], item_id=item_id, word="")
    return _counted(session, count)


def dismiss(session: Session, stamp: Stamp, *, stock_count_id: int, scanned: str, word: str) -> Done:
    """Say what became of goods whose code nobody knew; they count nowhere.

    Raises:
        RefusedError: At ``word``; or it is solved already.
    """
    words = text.clean(word, field="word", limit=text.REASON, label=text.Label.REASON, blank=False)
    count = _lock(session, stamp, stock_count_id)
    strays = _strays(session, count, scanned)
    stock_count_rows.solve_strays(session, [each.id for each in strays], item_id=None, word=words)
    return _counted(session, count)


def take_off(session: Session, stamp: Stamp, *, stock_count_id: int, item_id: int) -> Done:
    """Forget all that was counted of an item: it is as if nobody had looked."""
    count = _lock(session, stamp, stock_count_id)
    stock_count_rows.take_off(session, count.id, item_id)
    return _counted(session, count)


def find_held(session: Session, stamp: Stamp, *, stock_count_id: int, found: tuple[FoundHeld, ...]) -> Done:
    """Write what was found of the goods that wait for customers.

    Raises:
        RefusedError: At ``Cell("found", place in the list)``: more than is held; or what is held is other goods by now.
    """
    count = _lock(session, stamp, stock_count_id)
    _lock_items(session, {each.item_id for each in found})
    now = {
        (each.item_id, each.invoice_id): each.held
        for each in queries.held_now(session.connection(), {each.item_id for each in found})
    }
    for line, each in enumerate(found):
        held = now.get((each.item_id, each.invoice_id), NO_UNITS)
        if held != each.held:
            raise refuse(Why.COUNT_HELD_CHANGED, Cell("found", line))
        if rules.clean_units(each.found, line) > held:
            raise refuse(Why.MORE_FOUND_THAN_HELD, Cell("found", line), held=held)
    rows = [StoredAside(each.item_id, each.invoice_id, each.held, each.found) for each in found]
    stock_count_rows.write_held(session, stamp, count.id, rows)
    return _counted(session, count)


def post(session: Session, stamp: Stamp, *, stock_count_id: int) -> Done:
    """Make what was counted what is on hand; what moved since then stays moved.

    Raises:
        RefusedError: The permission is missing, nothing is counted, a code is unsolved, or goods that wait for a
            customer were not looked at.
    """
    require_permission(session, stamp, Permission.ADJUST_STOCK)
    count = _lock(session, stamp, stock_count_id)
    counted = stock_count_rows.items_of(session, count.id)
    items = stock.lock(session, (each.item_id for each in counted))
    answers = stock_count_rows.held_of(session, count.id)
    _require_postable(session, count, counted, answers)
    held = stock_count_rows.held_by_item(answers)
    differences = {
        each.id: rules.difference(Counted(each.shelf, each.expected), held.get(each.item_id, ())) for each in counted
    }
    _move(session, stamp, counted, items, differences)
    number = take_numbers(session, "stock_count")
    stock_count_rows.step(
        session,
        count,
        CountStatus.POSTED,
        number=number,
        posted_at=stamp.at,
        posted_by=stamp.employee_id or 0,
    )
    append(session, stamp, list(_entries(count.id, number, counted, items, differences)))
    moved = each_of(Record.ITEM, (each.item_id for each in counted if differences[each.id]))
    return Done(count.id, frozenset({*_touched(count.id), *moved}))


def discard(session: Session, stamp: Stamp, *, stock_count_id: int, reason: str) -> Done:
    """Give a count up for good, and say why: it changes nothing.

    Raises:
        RefusedError: At ``reason``; the permission is missing, or it is posted or discarded.
    """
    require_permission(session, stamp, Permission.ADJUST_STOCK)
    words = text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    count = _lock(session, stamp, stock_count_id)
    counted = len(stock_count_rows.items_of(session, count.id))
    stock_count_rows.step(session, count, CountStatus.DISCARDED, discard_reason=words)
    before = {"items": counted}
    gone = AuditEntry(AuditAction.DISCARD_STOCK_COUNT, Record.STOCK_COUNT, count.id, before=before, reason=words)
    append(session, stamp, [gone])
    return done(count.id, *_touched(count.id))


def _require_person(stamp: Stamp) -> None:
    if stamp.employee_id is None:
        raise refuse(Why.ADJUSTMENT_UNSIGNED)


def _lock(session: Session, stamp: Stamp, stock_count_id: int) -> StoredCount:
    """Lock a count that is still being counted."""
    _require_person(stamp)
    count = stock_count_rows.lock(session, stock_count_id)
    require(rules.edit_refusal(count.status))
    return count


def _lock_items(session: Session, item_ids: Iterable[int]) -> dict[int, ItemStock]:
    """Lock items that can be counted.

    Raises:
        RefusedError: One is gone, or not stocked.
    """
    wanted = set(item_ids)
    items = stock.lock(session, wanted)
    if len(items) < len(wanted):
        raise refuse(Why.ITEM_DELETED)
    if not all(item.stocked for item in items.values()):
        raise refuse(Why.NOT_STOCKED_NO_STOCK, Field("item"))
    return items


def _whose(stamp: Stamp, place: str) -> Whose:
    _require_person(stamp)
    return Whose(stamp.employee_id or 0, rules.clean_place(place))


def _add(session: Session, stamp: Stamp, count: StoredCount, whose: Whose, more: Mapping[int, Decimal]) -> None:
    for item in _lock_items(session, more).values():
        before = stock_count_rows.part(session, count.id, item.id, whose) or NO_UNITS
        total = rules.clean_units(before + more[item.id])
        stock_count_rows.see_item(session, count.id, item)
        stock_count_rows.write_part(session, stamp, count.id, item.id, whose, total)


def _keep(session: Session, stamp: Stamp, count: StoredCount, whose: Whose, scanned: str, quantity: Decimal) -> None:
    """Count a code that nobody knows; what was scanned before it was identified is counted already."""
    total = rules.clean_units(stock_count_rows.stray(session, count.id, whose, scanned) + quantity)
    stock_count_rows.write_stray(session, stamp, count.id, whose, scanned, total)


def _strays(session: Session, count: StoredCount, scanned: str) -> list[stock_count_rows.StrayRow]:
    strays = stock_count_rows.strays_with(session, count.id, scanned)
    if not strays:
        raise refuse(Why.COUNT_STRAY_GONE)
    return strays


def _code(scanned: str) -> str:
    return text.clean(scanned, field="code", limit=text.DESCRIPTION, label=text.Label.BARCODE, blank=False)


def _note(note: str) -> str:
    return text.clean(note, field="note", limit=text.NOTE, label=text.Label.NOTE, lines=True)


def _require_postable(
    session: Session, count: StoredCount, counted: list[StoredCountItem], answers: list[StoredAside]
) -> None:
    looked_at = {(each.item_id, each.invoice_id) for each in answers}
    unasked = [
        (each.customer, each.held)
        for each in queries.held_now(session.connection(), {each.item_id for each in counted})
        if (each.item_id, each.invoice_id) not in looked_at
    ]
    unidentified = stock_count_rows.unsolved(session, count.id)
    require(rules.post_refusal(counted=len(counted), unidentified=unidentified, unasked=unasked))


def _move(
    session: Session,
    stamp: Stamp,
    counted: list[StoredCountItem],
    items: Mapping[int, ItemStock],
    differences: Mapping[int, Decimal],
) -> None:
    ledger = []
    for each in counted:
        difference, item = differences[each.id], items[each.item_id]
        if item.on_hand + difference > MAX_QUANTITY:
            raise refuse(Why.TOO_MUCH_OF_ITEM_ON_HAND, item=item.code, most=MAX_QUANTITY)
        if difference:
            entry = LedgerEntry(
                item.id, LedgerKind.COUNTED, difference, stamp.employee_id, stamp.at, count_item_id=each.id
            )
            ledger.append(entry)
    stock.move(session, ledger=ledger)
    stock_count_rows.write_differences(
        session, {each.id: (differences[each.id], items[each.item_id].cost) for each in counted}
    )


def _entries(
    count_id: int,
    number: int,
    counted: list[StoredCountItem],
    items: Mapping[int, ItemStock],
    differences: Mapping[int, Decimal],
) -> Iterable[AuditEntry]:
    after = {
        "number": number,
        "items": len(counted),
        "found_more": sum((each for each in differences.values() if each > 0), NO_UNITS),
        "missing": -sum((each for each in differences.values() if each < 0), NO_UNITS),
    }
    yield AuditEntry(AuditAction.POST_STOCK_COUNT, Record.STOCK_COUNT, count_id, after=after)
    for each in counted:
        item, difference = items[each.item_id], differences[each.id]
        if difference < 0 and item.available + difference < 0:
            # Goods that are set aside for somebody, or were sold since, are not there: accounted for as when sold.
            short = {"available": item.available}, {"available": item.available + difference}
            yield AuditEntry(AuditAction.OVERSELL, Record.ITEM, item.id, *short)


def _counted(session: Session, count: StoredCount) -> Done:
    stock_count_rows.write(session, count.id)
    return done(count.id, *_touched(count.id))


def _touched(count_id: int) -> tuple[Change, ...]:
    return Change(Record.STOCK_COUNT, count_id), some_new(Record.STOCK_COUNT)
