"""What a document's new line takes from an Item card. The stock of the items is kept in :mod:`stock`."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards import stock as stock_rules
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, RefusedError, refuse, require
from posim_desktop.domain.ids import archived_refusal
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.tax import UNTAXED, Taxes
from posim_desktop.domain.why import Why
from posim_desktop.orm import Item, ItemVendor, TaxCode
from posim_desktop.orm.base import chunks, table_of
from posim_desktop.services.session import Session


class SoldItem(NamedTuple):
    """What an invoice line takes from a card; ``taxes`` are those of the card's tax code today."""

    id: int
    code: str
    description: str
    price: Decimal
    archived: bool
    cost: Decimal
    on_hand: Decimal
    committed: Decimal
    stocked: bool
    serials: str
    unit: str
    smallest_cut: Decimal
    on_sale_on: date | None
    tax_code_id: int | None
    taxes: Taxes


class BoughtItem(NamedTuple):
    """What a purchase order line or a receiving line takes from a card, by the terms of a vendor of the item's.

    ``cost`` is what a unit costs at that vendor, ``minimum_quantity`` how many it sends at least.
    """

    id: int
    code: str
    description: str
    vendor_item_number: str
    cost: Decimal
    pack_quantity: Decimal
    archived: bool
    stocked: bool
    serials: str
    minimum_quantity: Decimal
    unit: str
    smallest_cut: Decimal
    pack_unit: str

    @property
    def packing(self) -> Packing:
        """How its goods come now."""
        return Packing(self.pack_quantity, self.pack_unit, self.unit)


_items = table_of(Item)
_terms = table_of(ItemVendor)
_tax_codes = table_of(TaxCode)
_SOLD = (
    sa.select(*(_items.c[name] for name in SoldItem._fields[:-1]), _tax_codes.c.taxes)
    .outerjoin(_tax_codes, _tax_codes.c.id == _items.c.tax_code_id)
    .where(_items.c.id == sa.bindparam("item"))
)
_TAXES = sa.select(_tax_codes.c.id, _tax_codes.c.taxes)
_USABLE_TAXES = sa.select(_tax_codes.c.taxes).where(_tax_codes.c.id == sa.bindparam("tax_code"), ~_tax_codes.c.archived)
_VENDOR = sa.select(_items.c.preferred_vendor_id).where(_items.c.id == sa.bindparam("item"))
_ON_SALE = sa.select(_items.c.on_sale_on).where(_items.c.id == sa.bindparam("item"))
# An item of no vendor yet says what is known of it; one of other vendors is nameless at this one.
_number = sa.case(
    (_terms.c.id.is_not(None), _terms.c.vendor_item_number),
    (_items.c.preferred_vendor_id.is_(None), _items.c.vendor_item_number),
    else_="",
)
_BY_TERMS: Mapping[str, sa.ColumnElement[Any]] = {
    "vendor_item_number": _number,
    "cost": sa.func.coalesce(_terms.c.cost, _items.c.cost),
    "pack_quantity": sa.func.coalesce(_terms.c.pack_quantity, _items.c.pack_quantity),
    "minimum_quantity": sa.func.coalesce(
        _terms.c.minimum_quantity, sa.literal(NO_UNITS, _terms.c.minimum_quantity.type)
    ),
}
_BOUGHT: sa.Select[*tuple[Any, ...]] = (
    sa.select(*(_BY_TERMS[name].label(name) if name in _BY_TERMS else _items.c[name] for name in BoughtItem._fields))
    .outerjoin(
        _terms,
        (_terms.c.item_id == _items.c.id)
        & (
            _terms.c.vendor_id
            == sa.func.coalesce(sa.bindparam("vendor", type_=sa.BigInteger()), _items.c.preferred_vendor_id)
        ),
    )
    .where(_items.c.id.in_(sa.bindparam("ids", expanding=True)))
    .order_by(_items.c.id)
)


def sold_item(session: Session, item_id: int) -> SoldItem:
    """Read what an invoice line takes from a card, archived or not.

    Raises:
        RefusedError: The item is not on file.
    """
    row = session.connection().execute(_SOLD, {"item": item_id}).one_or_none()
    if row is None:
        raise _unknown()
    return SoldItem._make((*row[:-1], row.taxes or UNTAXED))


def bought_items(
    session: Session, item_ids: Iterable[int], vendor_id: int | None, *, archived: bool = False
) -> dict[int, BoughtItem]:
    """Read what lines take from cards, by a vendor's terms.

    Args:
        session: The transaction.
        item_ids: The items.
        vendor_id: From whom; None for each item's preferred vendor.
        archived: Whether archived items will do, as for goods that go back.

    Raises:
        RefusedError: An item is not on file, archived or not stocked.
    """
    wanted = set(item_ids)
    cards = terms_of(session, wanted, vendor_id)
    if len(cards) < len(wanted):
        raise _unknown()
    for card in cards.values():
        if not archived:
            require_not_archived(card)
        require(stock_rules.order_refusal(card.code, stocked=card.stocked))
    return cards


def terms_of(session: Session, item_ids: Iterable[int], vendor_id: int | None) -> dict[int, BoughtItem]:
    """Read how items, archived ones too, are bought from a vendor, or each from its preferred one."""
    return {
        row.id: BoughtItem._make(row)
        for chunk in chunks(sorted(set(item_ids)))
        for row in session.connection().execute(_BOUGHT, {"ids": chunk, "vendor": vendor_id})
    }


def vendor_numbers(session: Session, item_ids: Iterable[int], vendor_id: int) -> dict[int, str]:
    """Read what a vendor calls items, by item."""
    found = dict[int, str]()
    for chunk in chunks(sorted(set(item_ids))):
        rows = session.connection().execute(_BOUGHT, {"ids": chunk, "vendor": vendor_id})
        found |= {card.id: card.vendor_item_number for card in map(BoughtItem._make, rows)}
    return found


def preferred_vendor(session: Session, item_id: int) -> int | None:
    """Read from whom an item is bought first; None for nobody in particular."""
    vendor: int | None = session.connection().scalar(_VENDOR, {"item": item_id})
    return vendor


def on_sale_on(session: Session, item_id: int) -> date | None:
    """Read from when on goods may be handed out; None for any day."""
    day: date | None = session.connection().scalar(_ON_SALE, {"item": item_id})
    return day


def taxes_today(session: Session) -> dict[int, Taxes]:
    """Read the taxes of every tax code as they are today."""
    return tax_codes_today(session.connection())


def tax_codes_today(connection: sa.Connection) -> dict[int, Taxes]:
    """Read the taxes of every tax code as they are today."""
    return dict(connection.execute(_TAXES).all())


def taxes_of(session: Session, tax_code_id: int | None) -> Taxes:
    """Read the taxes of a tax code that may be chosen now; none are the taxes of no code.

    Raises:
        RefusedError: At ``tax_code_id``: it is not on file, or archived.
    """
    if tax_code_id is None:
        return UNTAXED
    taxes: Taxes | None = session.connection().scalar(_USABLE_TAXES, {"tax_code": tax_code_id})
    if taxes is None:
        raise refuse(Why.CHOOSE_USABLE_CARD, Field("tax_code_id"), card=Record.TAX_CODE)
    return taxes


def require_not_archived(card: SoldItem | BoughtItem) -> None:
    """See that an item may be put on new lines.

    Raises:
        RefusedError: At ``item``.
    """
    if card.archived:
        require(archived_refusal(Record.ITEM, card.code))


def _unknown() -> RefusedError:
    return refuse(Why.ITEM_NOT_ON_FILE, Field("item"))
