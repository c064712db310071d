"""Item cards and corrections of the stock. Serves the guide's page on items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from decimal import Decimal
from typing import cast

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.cards.barcodes import one_form, spellings
from posim_desktop.domain.cards.cards import ItemFields, clean_item
from posim_desktop.domain.cards.stock import LedgerKind, Stock, adjustment, opening_refusal
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Field, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS, SMALLEST, quantity_refusal
from posim_desktop.domain.why import Why
from posim_desktop.orm import Barcode, Department, Item, ItemVendor, TaxCode, Vendor
from posim_desktop.queries.cards import still_has
from posim_desktop.queries.cards.still_has import Unfinished
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import cards
from posim_desktop.services.cards.cards import CardKind
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import barcode_rows, card_rows, stock, vendor_term_rows
from posim_desktop.services.records.barcode_rows import NO_BARCODES, Barcodes
from posim_desktop.services.records.card_rows import StoredCard
from posim_desktop.services.records.stock import LedgerEntry
from posim_desktop.services.records.vendor_term_rows import CardTerms
from posim_desktop.services.session import Session, Stamp

_CHOICES = (
    ("department_id", Department, Record.DEPARTMENT),
    ("tax_code_id", TaxCode, Record.TAX_CODE),
    ("preferred_vendor_id", Vendor, Record.VENDOR),
)


_NAMES = tuple(field.name for field in fields_of(ItemFields))
_IN_PARTS = frozenset({"barcodes", "packs", *CardTerms._fields})
KIND = CardKind(Record.ITEM, Item, prefix="I", parts=(Barcode, ItemVendor), in_parts=_IN_PARTS)


@dataclass(frozen=True, slots=True)
class NewItem:
    """An Item card to be written, and how much of it is in the shop already, in its units."""

    fields: ItemFields
    opening: Decimal = NO_UNITS


def add(session: Session, stamp: Stamp, *, fields: ItemFields, opening: Decimal = NO_UNITS) -> Done:
    """Write a new Item card with its opening stock; ``record_id`` is its id.

    Raises:
        RefusedError: Names the field (``opening`` for the stock), or the permission that is missing.
    """
    return add_many(session, stamp, items=(NewItem(fields, opening),))


def add_many(session: Session, stamp: Stamp, *, items: Sequence[NewItem]) -> Done:
    """Write many new Item cards with few statements; one refusal refuses them all.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    for new in items:
        require(quantity_refusal(new.opening, field="opening", zero=True))
        require(opening_refusal(new.opening, stocked=new.fields.stocked))
        if new.opening and stamp.employee_id is None:
            raise refuse(Why.OPENING_STOCK_UNSIGNED, Field("opening"))
    cleaned = [clean_item(new.fields) for new in items]
    if any(card.price for card in cleaned):
        require_permission(session, stamp, Permission.EDIT_PRICES, Field("price"))
    for card in cleaned:
        if card.cost:
            require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
        _require_costs_seen(session, stamp, card, ())
    ids, values = _write(session, stamp, items, cleaned)
    return cards.added(session, stamp, KIND, ids, values)


def make(session: Session, stamp: Stamp, *, new: Sequence[ItemFields]) -> tuple[list[int], list[AuditEntry]]:
    """Write the cards of items that were promised to somebody before they were on file.

    Whoever calls has asked for the permission to promise them, and appends the events when all else is done.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    cleaned = [clean_item(fields) for fields in new]
    ids, values = _write(session, stamp, [NewItem(fields) for fields in cleaned], cleaned)
    return ids, cards.entries_of_added(KIND, ids, values)


def bring_in(session: Session, stamp: Stamp, *, items: Sequence[NewItem]) -> tuple[list[int], list[AuditEntry]]:
    """Write Item cards that an import has cleaned, some with less than nothing in stock.

    Whoever calls has asked for the permissions, and appends the events when all else is done.

    Raises:
        RefusedError: Names the field of the first card that cannot be kept.
    """
    ids, values = _write(session, stamp, items, [new.fields for new in items])
    return ids, cards.entries_of_added(KIND, ids, values)


def _write(
    session: Session, stamp: Stamp, items: Sequence[NewItem], cleaned: Sequence[ItemFields]
) -> tuple[list[int], list[dict[str, object]]]:
    """Write clean cards; return their ids and what is on them."""
    values = [_values(card) for card in cleaned]
    for name, entity, record in _CHOICES:
        chosen: set[int] = {getattr(card, name) for card in cleaned} - {None}
        if chosen:
            cards.require_usable(session, entity, chosen, name, record)
    _require_vendors(session, {terms.vendor_id for card in cleaned for terms in card.other_vendors})
    _require_free_barcodes(session, cleaned)
    _require_code_is_no_barcode(session, [card.code for card in cleaned if card.code])
    rows = [
        card | {"on_hand": new.opening.quantize(SMALLEST), "committed": NO_UNITS, "on_order": NO_UNITS}
        for card, new in zip(values, items, strict=True)
    ]
    ids = cards.add(session, KIND, rows)
    _write_parts(session, stamp, ids, items, cleaned)
    return ids, values


def change(session: Session, stamp: Stamp, *, item_id: int, fields: ItemFields, version: int) -> Done:
    """Rewrite an Item card; its stock is changed by :func:`adjust_stock` only.

    Raises:
        RefusedError: Names the field, or says who changed the card meanwhile.
    """
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    cleaned = clean_item(fields)
    card = cards.lock(session, KIND, item_id, version)
    if cleaned.price != card.fields["price"]:
        require_permission(session, stamp, Permission.EDIT_PRICES, Field("price"))
    if cleaned.cost != card.fields["cost"]:
        require_permission(session, stamp, Permission.SEE_COSTS, Field("cost"))
    if cleaned.stocked != card.fields["stocked"]:
        _require_nothing_left(session, item_id)
    for name, entity, record in _CHOICES:
        chosen = getattr(cleaned, name)
        # A card keeps what it has, even when that was archived since.
        if chosen is not None and chosen != card.fields[name]:
            cards.require_usable(session, entity, {chosen}, name, record)
    terms = vendor_term_rows.of_items(session.connection(), [item_id]).get(item_id, ())
    on_card = vendor_term_rows.on_card(terms, _preferred(card))
    _require_costs_seen(session, stamp, cleaned, terms)
    had = {each.vendor_id for each in terms}
    _require_vendors(session, {each.vendor_id for each in cleaned.other_vendors} - had)
    before = barcode_rows.of_items(session.connection(), [item_id]).get(item_id, NO_BARCODES)
    kept = {row.barcode for row in before.rows}
    added = tuple(barcode for barcode in cleaned.barcodes if barcode not in kept)
    packs = tuple(pack for pack in cleaned.packs if pack.barcode not in kept)
    _require_free_barcodes(session, [replace(cleaned, barcodes=added, packs=packs)], item_id)
    _require_code_is_no_barcode(session, [cleaned.code], item_id)
    barcode_rows.replace(session, item_id, Barcodes(cleaned.barcodes, cleaned.packs))
    vendor_term_rows.replace(session, item_id, terms, cleaned.vendors)
    changed = cards.change(session, stamp, KIND, card, _values(cleaned), _told(before) | on_card._asdict())
    if cleaned.cost != card.fields["cost"]:
        stock.note_cost(session, stamp, item_id)
    return changed


def archive(session: Session, stamp: Stamp, *, item_id: int, version: int) -> Done:
    """Put an Item card away: it is not sold any more; its stock and its open backorders stay as they are."""
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    return cards.archive(session, stamp, KIND, item_id, version)


def bring_back(session: Session, stamp: Stamp, *, item_id: int, version: int) -> Done:
    """Use an archived Item card again."""
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    return cards.bring_back(session, stamp, KIND, item_id, version)


def delete(session: Session, stamp: Stamp, *, item_id: int, version: int) -> Done:
    """Delete an Item card that was never in stock, sold or ordered; any other one is archived instead."""
    require_permission(session, stamp, Permission.EDIT_ITEMS)
    return cards.delete(session, stamp, KIND, item_id, version)


def adjust_stock(
    session: Session,
    stamp: Stamp,
    *,
    item_id: int,
    reason: str,
    counted: Decimal | None = None,
    by: Decimal | None = None,
) -> Done:
    """Correct the quantity on hand after a count (``counted``) or by what was lost or found (``by``, signed).

    Raises:
        RefusedError: Names ``counted``, ``by`` or ``reason``; or the permission that is missing.
    """
    require_permission(session, stamp, Permission.ADJUST_STOCK)
    words = text.clean(reason, field="reason", limit=text.REASON, label=text.Label.REASON, blank=False)
    if stamp.employee_id is None:
        raise refuse(Why.ADJUSTMENT_UNSIGNED)
    item = stock.lock(session, [item_id]).get(item_id)
    if item is None:
        raise refuse(Why.ITEM_DELETED)
    if not item.stocked:
        raise refuse(Why.NOT_STOCKED_NO_STOCK)
    before = Stock(item.on_hand, item.committed)
    moved = adjustment(before, counted=counted, by=by)
    after = Stock(before.on_hand + moved, before.committed)
    if moved:
        # The version stays the same: a stock adjustment must not disturb somebody editing the card.
        ledger = LedgerEntry(item_id, LedgerKind.ADJUSTMENT, moved, stamp.employee_id, stamp.at, reason=words)
        stock.move(session, ledger=[ledger])
    entries = [
        AuditEntry(
            AuditAction.ADJUST_STOCK,
            Record.ITEM,
            item_id,
            {"on_hand": before.on_hand},
            {"on_hand": after.on_hand},
            words,
        )
    ]
    if moved < 0 and after.available < 0:
        # Goods that are set aside for somebody are gone: accounted for as when they are sold.
        short = {"available": before.available}, {"available": after.available}
        entries.append(AuditEntry(AuditAction.OVERSELL, Record.ITEM, item_id, *short, words))
    append(session, stamp, entries)
    return done(item_id, Change(Record.ITEM, item_id))


def _values(card: ItemFields) -> dict[str, object]:
    """Return the fields of a card; its packs as the audit writes them."""
    values: dict[str, object] = {name: getattr(card, name) for name in _NAMES}
    return values | _told(Barcodes(card.barcodes, card.packs))


def _told(barcodes: Barcodes) -> dict[str, object]:
    return {"barcodes": barcodes.barcodes, "packs": tuple(pack.written for pack in barcodes.packs)}


def _preferred(card: StoredCard) -> int | None:
    return cast("int | None", card.fields["preferred_vendor_id"])


def _require_vendors(session: Session, vendor_ids: set[int]) -> None:
    if vendor_ids:
        cards.require_usable(session, Vendor, vendor_ids, "other_vendors", Record.VENDOR)


def _require_costs_seen(session: Session, stamp: Stamp, card: ItemFields, before: Iterable[VendorTerms]) -> None:
    """See that whoever writes another cost of a vendor may see costs; what a vendor no longer sells has none."""
    had = {terms.vendor_id: terms.cost for terms in before}
    for terms in card.vendors:
        if terms.cost not in {None, had.get(terms.vendor_id)}:
            preferred = terms.vendor_id == card.preferred_vendor_id
            require_permission(
                session, stamp, Permission.SEE_COSTS, Field("vendor_cost" if preferred else "other_vendors")
            )


def _require_nothing_left(session: Session, item_id: int) -> None:
    """See that a locked item has no stock and none on its way, before it becomes stocked or stops being so.

    Raises:
        RefusedError: At ``stocked``; says what there still is.
    """
    left = {each.what: each.count for each in still_has.of_item(session.connection(), item_id)}
    if left:
        documents = sum((left.get(what, NO_UNITS) for what in still_has.DOCUMENTS), NO_UNITS)
        raise refuse(
            Why.STOCKED_STAYS,
            Field("stocked"),
            on_hand=left.get(Unfinished.ON_HAND, NO_UNITS),
            set_aside=left.get(Unfinished.SET_ASIDE, NO_UNITS),
            on_order=left.get(Unfinished.ON_ORDER, NO_UNITS),
            backordered=left.get(Unfinished.BACKORDERED, NO_UNITS),
            documents=int(documents),
        )


def _write_parts(
    session: Session, stamp: Stamp, ids: Sequence[int], items: Sequence[NewItem], cleaned: Sequence[ItemFields]
) -> None:
    """Write the barcodes and the opening stock of new items."""
    barcodes = {item_id: Barcodes(card.barcodes, card.packs) for item_id, card in zip(ids, cleaned, strict=True)}
    barcode_rows.insert(session, barcodes)
    vendor_term_rows.insert(session, {item_id: card.vendors for item_id, card in zip(ids, cleaned, strict=True)})
    openings = [
        LedgerEntry(item_id, LedgerKind.OPENING, new.opening.quantize(SMALLEST), stamp.employee_id, stamp.at)
        for item_id, new in zip(ids, items, strict=True)
        if new.opening
    ]
    stock.enter_openings(session, openings)


def _require_free_barcodes(session: Session, cleaned: Sequence[ItemFields], item_id: int = 0) -> None:
    """See that each barcode leads to one item only.

    Raises:
        RefusedError: Names the other item.
    """
    own: dict[str, tuple[str, ItemFields]] = {}
    places: dict[str, Field] = {}
    for card in cleaned:
        for barcode in card.codes:
            form = one_form(barcode)
            place = places[form] = Field("barcodes" if barcode in card.barcodes else "packs")
            if form in own:
                raise refuse(Why.BARCODE_TAKEN, place, barcode=barcode, item=own[form][1].description)
            own[form] = barcode, card
    written = [barcode for barcode, _ in own.values()]
    for row in barcode_rows.held(session.connection(), written):
        if row.item_id != item_id:
            place = places[one_form(row.barcode)]
            raise refuse(Why.BARCODE_TAKEN, place, barcode=row.barcode, item=f"{row.description} ({row.code})")
    ids = {code: form for form, (barcode, _) in own.items() for code in (barcode.upper(), *spellings(form))}
    for item in card_rows.holding(session.connection(), KIND.table.c.code, sorted(ids)):
        if item.id != item_id:
            where = places[ids[item.code]]
            raise refuse(Why.BARCODE_IS_AN_ID, where, barcode=item.code, item=str(item.fields["description"]))


def _require_code_is_no_barcode(session: Session, codes: Sequence[str], item_id: int = 0) -> None:
    for row in barcode_rows.held(session.connection(), codes):
        if row.item_id != item_id:
            raise refuse(
                Why.ID_IS_A_BARCODE, Field("code"), barcode=row.barcode, item=f"{row.description} ({row.code})"
            )
