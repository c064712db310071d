"""From whom an item is bought and how: several vendors, one of them preferred. Serves the guide's page on items."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.money import cost_refusal, to_cost
from posim_desktop.domain.quantity import NO_UNITS, ONE, SMALLEST, plain, quantity_refusal
from posim_desktop.domain.why import Why

MAX_VENDORS = 20
MAX_DAYS = 999


class VendorTerms(NamedTuple):
    """How an item is bought from one vendor.

    Attributes:
        vendor_id: The vendor.
        vendor_item_number: What the vendor calls the item.
        cost: What one unit costs there, four places; None where it is the card's cost.
        pack_quantity: It comes in multiples of this.
        minimum_quantity: The vendor sends no fewer units of it; 0 for no minimum.
        usual_days: How many days it usually takes to come, or None.
    """

    vendor_id: int
    vendor_item_number: str = ""
    cost: Decimal | None = None
    pack_quantity: Decimal = ONE
    minimum_quantity: Decimal = NO_UNITS
    usual_days: int | None = None


def days_refusal(days: int | None, field: str) -> Refusal | None:
    """Say that nobody waits that long for goods, or None."""
    if days is None or 0 <= days <= MAX_DAYS:
        return None
    return Refusal(Why.USUAL_DAYS_OUT_OF_RANGE, Field(field), most=MAX_DAYS)


def clean_others(others: Iterable[VendorTerms], preferred_vendor_id: int | None) -> tuple[VendorTerms, ...]:
    """Clean the terms of an item's other vendors for storage.

    Raises:
        RefusedError: At ``other_vendors``: a vendor is named twice, there are too many, or a figure is out of range.
    """
    where = "other_vendors"
    cleaned = tuple(_cleaned(terms, where) for terms in others)
    if len(cleaned) > MAX_VENDORS:
        raise refuse(Why.TOO_MANY_VENDORS, Field(where), most=MAX_VENDORS)
    named = [terms.vendor_id for terms in cleaned] + ([] if preferred_vendor_id is None else [preferred_vendor_id])
    if len(set(named)) < len(named):
        raise refuse(Why.VENDOR_TWICE, Field(where))
    return cleaned


def told_of(others: Iterable[VendorTerms]) -> dict[str, object]:
    """Say for the audit who else sells an item: each vendor and its terms in one text; the costs apart."""
    terms = tuple(others)
    return {
        "other_vendors": [[each.vendor_id, _in_one_text(each)] for each in terms],
        "other_costs": {str(each.vendor_id): each.cost for each in terms if each.cost is not None},
    }


def _in_one_text(terms: VendorTerms) -> str:
    days = "" if terms.usual_days is None else str(terms.usual_days)
    parts = (terms.vendor_item_number, plain(terms.pack_quantity), plain(terms.minimum_quantity), days)
    return " / ".join(part or "–" for part in parts)


def numbers_of(terms: Iterable[VendorTerms]) -> tuple[str, ...]:
    """List what vendors call an item."""
    return tuple(each.vendor_item_number for each in terms if each.vendor_item_number)


def _cleaned(terms: VendorTerms, where: str) -> VendorTerms:
    if terms.cost is not None:
        require(cost_refusal(terms.cost, field=where))
    require(quantity_refusal(terms.pack_quantity, field=where))
    require(quantity_refusal(terms.minimum_quantity, field=where, zero=True))
    require(days_refusal(terms.usual_days, where))
    number = text.clean(terms.vendor_item_number, field=where, limit=text.SHORT, label=text.Label.VENDOR_ITEM_NUMBER)
    return terms._replace(
        vendor_item_number=number,
        cost=None if terms.cost is None else to_cost(terms.cost),
        pack_quantity=terms.pack_quantity.quantize(SMALLEST),
        minimum_quantity=terms.minimum_quantity.quantize(SMALLEST),
    )
