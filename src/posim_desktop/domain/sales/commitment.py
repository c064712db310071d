"""Committing: when an invoice's goods are set aside, and what may still be done with them.

Serves the guide's pages "Pick up" and "Fill backorders".
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from posim_desktop.domain.errors import Field, Refusal, Where
from posim_desktop.domain.quantity import NO_UNITS, quantity_refusal
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.why import Why


def holds_goods(lines: Iterable[tuple[TransCode, bool]]) -> bool:
    """Say whether lines, each a code and whether its goods are stocked, have anything that can be set aside."""
    return any(code is TransCode.SALE and stocked for code, stocked in lines)


def commit_refusal(status: InvoiceStatus, *, committed: bool, codes: Sequence[TransCode]) -> Refusal | None:
    """Return why the goods of an invoice cannot be set aside, or None."""
    if status is InvoiceStatus.PROCESSED:
        return Refusal(Why.INVOICE_PROCESSED)
    if status is InvoiceStatus.DISCARDED:
        return Refusal(Why.INVOICE_DISCARDED)
    if committed:
        return Refusal(Why.INVOICE_ALREADY_COMMITTED)
    if TransCode.SALE not in codes:
        return Refusal(Why.NOTHING_TO_SET_ASIDE, Field("item"))
    return None


def uncommit_refusal(status: InvoiceStatus, *, committed: bool) -> Refusal | None:
    """Return why an invoice cannot be uncommitted, or None."""
    if status is not InvoiceStatus.WORKING or not committed:
        return Refusal(Why.INVOICE_NOT_COMMITTED)
    return None


def short_refusal(code: str, available: Decimal, wanted: Decimal, *, where: Where) -> Refusal | None:
    """Say that more of an item would be set aside than is available, or None."""
    if wanted <= available:
        return None
    return Refusal(Why.LESS_AVAILABLE, where, item=code, available=max(NO_UNITS, available), wanted=wanted)


def fill_refusal(quantity: Decimal, outstanding: Decimal, available: Decimal) -> Refusal | None:
    """Return why a quantity cannot be set aside for a backorder from the shelf, or None."""
    refusal = quantity_refusal(quantity)
    if refusal is not None:
        return refusal
    if quantity > outstanding:
        return Refusal(Why.MORE_THAN_OUTSTANDING, Field("quantity"), outstanding=outstanding)
    if quantity > available:
        return Refusal(Why.MORE_THAN_AVAILABLE, Field("quantity"), available=max(NO_UNITS, available))
    return None


def can_fill(outstanding: Decimal, available: Decimal) -> Refusal | None:
    """Return why nothing of a backorder can be filled from the shelf now, or None: what enables the button."""
    if outstanding <= 0:
        return Refusal(Why.NOTHING_OUTSTANDING, Field("quantity"))
    if available <= 0:
        return Refusal(Why.NOTHING_AVAILABLE, Field("quantity"))
    return None


def reduce_refusal(quantity: Decimal, left: Decimal) -> Refusal | None:
    """Return why a fill line cannot be reduced from ``quantity`` to ``left`` units (0 deletes it), or None."""
    refusal = quantity_refusal(left, zero=True)
    if refusal is None and left >= quantity:
        return Refusal(Why.NOT_LESS_THAN_ON_LINE, Field("quantity"), quantity=quantity)
    return refusal


def fill_line_refusal(*, changes_goods: bool, field: str) -> Refusal | None:
    """Say that a line which fills a backorder keeps its item, code and quantity, or None."""
    if not changes_goods:
        return None
    return Refusal(Why.LINE_FILLS_BACKORDER, Field(field))
