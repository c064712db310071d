"""The invoice: its states, its lines and what they come to. Serves the guide's pages on selling."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO, max_money, money_refusal, to_cents
from posim_desktop.domain.numbers import places
from posim_desktop.domain.quantity import quantity_refusal
from posim_desktop.domain.tax import TaxDue, TaxedLine, Taxes, due, without_tax
from posim_desktop.domain.why import Why

_HUNDRED = Decimal(100)
MAX_LINES = 500


class TransCode(StrEnum):
    """What a line does: **S** sale, **B** backorder, **R** return, **C** comment, **D** deposit."""

    SALE = "S"
    BACKORDER = "B"
    RETURN = "R"
    COMMENT = "C"
    DEPOSIT = "D"


class InvoiceStatus(StrEnum):
    """Where an invoice stands."""

    WORKING = "working"
    PROCESSED = "processed"
    DISCARDED = "discarded"


class Origin(StrEnum):
    """What an invoice came from."""

    SALE = "sale"
    FILL_RECEIVING = "fill_receiving"
    FILL_MANUAL = "fill_manual"
    SPECIAL_ORDER = "special_order"


LEGAL_STEPS: dict[InvoiceStatus, frozenset[InvoiceStatus]] = {
    InvoiceStatus.WORKING: frozenset({InvoiceStatus.PROCESSED, InvoiceStatus.DISCARDED}),
    InvoiceStatus.PROCESSED: frozenset(),
    InvoiceStatus.DISCARDED: frozenset(),
}


class GivenBack(NamedTuple):
    """What a line gives back of a sale: the money for its goods, and what of their tax code came back before."""

    amount: Decimal
    before: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """The part of an invoice line that rules look at; ``taxes`` are those of its tax code when the line was made.

    ``discount`` is the line's own, in money for the whole line, ``sale_discount`` its share of the sale's.
    ``back`` is what it gives back of a sale, if it names one.
    """

    trans_code: TransCode
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    tax_code_id: int | None
    taxes: Taxes
    fills_backorder: bool = False
    sale_discount: Decimal = ZERO
    back: GivenBack | None = None

    @property
    def off(self) -> Decimal:
        """All that is taken off the line."""
        return self.discount + self.sale_discount


@dataclass(frozen=True, slots=True)
class Totals:
    """What an invoice comes to. ``total`` is what the customer owes now, below zero when the shop owes.

    ``deposits`` is what of it its D lines take, below zero what they pay back.
    """

    subtotal: Decimal
    tax: Decimal
    total: Decimal
    taxes: tuple[TaxDue, ...]
    deposits: Decimal = ZERO

    @property
    def goods(self) -> Decimal:
        """What the invoice comes to without its deposits."""
        return self.total - self.deposits


def extension(code: TransCode, quantity: Decimal, unit_price: Decimal, discount: Decimal) -> Decimal:
    """Return a line's extended amount: quantity × price − discount; negative for a return, 0 for B and C.

    A deposit comes to its price, which is below zero where it is paid back.
    """
    match code:
        case TransCode.SALE:
            return charge(quantity, unit_price, discount)
        case TransCode.RETURN:
            return -charge(quantity, unit_price, discount)
        case TransCode.BACKORDER | TransCode.COMMENT:
            return ZERO
        case TransCode.DEPOSIT:
            return to_cents(quantity * unit_price)


def charge(quantity: Decimal, unit_price: Decimal, discount: Decimal) -> Decimal:
    """Return what goods cost: quantity × price − discount, rounded half up, and no less than nothing."""
    # Discounting all of 1.5 × 3.33 takes off 5.00 from 4.995: the line is free, never negative.
    return to_cents(max(ZERO, quantity * unit_price - discount))


def discount_from_percent(quantity: Decimal, unit_price: Decimal, percent: Decimal) -> Decimal:
    """Convert a line's percentage discount into money."""
    return to_cents(quantity * unit_price * percent / _HUNDRED)


def discount_for(asked: Decimal, asked_for: Decimal, quantity: Decimal, unit_price: Decimal) -> Decimal:
    """Return what is left of a discount in money when the line's quantity differs from the one it was asked for.

    Fewer units keep their share of it, rounded half up; more units get no more than was asked. It is worked out from
    what was asked each time, so a quantity that goes down and up again has the very discount that it had.
    """
    if quantity >= asked_for:
        return asked
    return min(to_cents(asked * quantity / asked_for), to_cents(quantity * unit_price))


def split_discount(quantity: Decimal, unit_price: Decimal, discount: Decimal, part: Decimal) -> tuple[Decimal, Decimal]:
    """Share a line's discount between a part of it and the rest, in proportion and to the cent.

    Neither part's discount exceeds its cost, so rounding may lose one cent.
    """
    share = min(to_cents(discount * part / quantity), to_cents(part * unit_price))
    return share, min(discount - share, to_cents((quantity - part) * unit_price))


def extended(line: Line, *, net: bool = False) -> Decimal:
    """Return a line's extended amount after all discounts.

    Args:
        line: The line.
        net: Whether the price includes a tax that is not paid: it is taken out of the extended amount.
    """
    if line.back is not None:
        return -line.back.amount  # what was paid, in the words of that sale
    amount = extension(line.trans_code, line.quantity, line.unit_price, line.off)
    return without_tax(amount, line.taxes) if net else amount


def totals(lines: Iterable[Line], *, tax_inclusive: bool, exempt: bool = False) -> Totals:
    """Add an invoice up; with tax-inclusive prices the tax is contained in the extensions.

    Who is exempt pays the extensions without tax; what a sale gives back is taxed as that sale was.
    """
    net = exempt and tax_inclusive
    lines = tuple(lines)
    taxed = [
        TaxedLine(line.tax_code_id or 0, line.taxes, extended(line, net=net), line.back and line.back.before)
        for line in lines
    ]
    subtotal = sum((line.extension for line in taxed), ZERO)
    due_on = [line for line in taxed if line.tax_code_id and not (exempt and line.given_before is None)]
    taxes = due(due_on, inclusive=tax_inclusive)
    tax = sum((each.tax for each in taxes), ZERO)
    deposits = sum((extended(line) for line in lines if line.trans_code is TransCode.DEPOSIT), ZERO)
    return Totals(subtotal, tax, subtotal if tax_inclusive else subtotal + tax, taxes, deposits)


def total_refusal(sums: Totals) -> Refusal | None:
    """Say that an invoice comes to more than can be held, or None."""
    if max(abs(sums.subtotal), abs(sums.tax), abs(sums.total)) > max_money():
        return Refusal(Why.INVOICE_TOTAL_TOO_LARGE, Field("quantity"), most=max_money())
    return None


def room_refusal(lines: int) -> Refusal | None:
    """Say that an invoice would have more lines than it can hold, or None."""
    return Refusal(Why.TOO_MANY_INVOICE_LINES, Field("item"), most=MAX_LINES) if lines > MAX_LINES else None


def edit_refusal(status: InvoiceStatus, *, committed: bool) -> Refusal | None:
    """Return why the lines, customer or note of an invoice cannot be changed now, or None."""
    if status is InvoiceStatus.PROCESSED:
        return Refusal(Why.INVOICE_PROCESSED)
    if status is InvoiceStatus.DISCARDED:
        return Refusal(Why.INVOICE_DISCARDED)
    if committed:
        return Refusal(Why.INVOICE_COMMITTED)
    return None


def is_blank(status: InvoiceStatus, *, lines: int, note: str, tenders: int) -> bool:
    """Return whether a working invoice holds nothing that is worth keeping: no line, no note and no money."""
    return status is InvoiceStatus.WORKING and lines == 0 and tenders == 0 and not note


def in_hand_refusal(workstation: str | None, known: Collection[str | None]) -> Refusal | None:
    """Refuse when an invoice is in hand at a workstation that the person does not know of, or return None."""
    if workstation is None or workstation in known:
        return None
    return Refusal(Why.INVOICE_OPEN_ELSEWHERE, workstation=workstation)


def line_refusal(line: Line) -> Refusal | None:
    """Say which field of a line is wrong, or None."""
    is_deposit = line.trans_code is TransCode.DEPOSIT
    price_refusal = money_refusal(line.unit_price, field="unit_price", negative=is_deposit)
    refusal = quantity_refusal(line.quantity) or price_refusal
    if refusal is not None:
        return refusal
    gross = to_cents(line.quantity * line.unit_price)
    if gross > max_money():
        return Refusal(Why.LINE_TOO_LARGE, Field("quantity"), most=max_money())
    refusal = money_refusal(line.discount, field="discount")
    if refusal is None and line.discount > gross and not is_deposit:
        return Refusal(Why.DISCOUNT_ABOVE_LINE, Field("discount"), gross=gross)
    return refusal


def percent_refusal(percent: Decimal) -> Refusal | None:
    """Return why a percentage is no discount, or None."""
    if not percent.is_finite() or not 0 <= percent <= _HUNDRED or places(percent) > 2:  # noqa: PLR2004
        return Refusal(Why.PERCENT_OUT_OF_RANGE, Field("discount"))
    return None


def post_refusal(
    status: InvoiceStatus, *, committed: bool, lines: Sequence[Line], has_customer: bool
) -> Refusal | None:
    """Return why an invoice cannot be posted, payments aside, or None."""
    refusal = edit_refusal(status, committed=committed)
    if refusal is not None:
        return refusal
    if all(line.trans_code is TransCode.COMMENT for line in lines):
        return Refusal(Why.NOTHING_TO_POST, Field("item"))
    if any(line.trans_code is TransCode.BACKORDER for line in lines) and not has_customer:
        return Refusal(Why.BACKORDER_NEEDS_CUSTOMER, Field("customer"))
    if any(line.trans_code is TransCode.DEPOSIT for line in lines) and not has_customer:
        return Refusal(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer"))
    return next((refusal for line in lines if (refusal := line_refusal(line))), None)
