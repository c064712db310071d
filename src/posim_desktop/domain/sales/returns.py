"""Goods that come back: how many, for how much, and by which tenders. Serves the guide's page "Returns".

What a line gives back is worked out from all that came back of it so far, less what was given back before. So all of it
back is all of the money, to the cent, in however many parts it comes.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales.invoice import GivenBack, Line, TransCode
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.domain.tax import Taxes
from posim_desktop.domain.why import Why


class SoldLine(NamedTuple):
    """A sold line of a processed invoice, and what came back of it.

    Attributes:
        id: The line.
        description: What was sold.
        quantity: How many.
        extension: For how much, all discounts taken off.
        tax_code_id: Its tax code; None where no tax was paid.
        taxes: The taxes of that code when it was sold.
        returned: How many came back by now.
    """

    id: int
    description: str
    quantity: Decimal
    extension: Decimal
    tax_code_id: int | None
    taxes: Taxes
    returned: Decimal = NO_UNITS

    @property
    def left(self) -> Decimal:
        """How many can still come back."""
        return self.quantity - self.returned

    @property
    def given(self) -> Decimal:
        """What was given back for those that came back."""
        return back(self.extension, self.quantity, self.returned)


class Wanted(NamedTuple):
    """Goods that are to come back: so many of a sold line."""

    line_id: int
    quantity: Decimal


class Paid(NamedTuple):
    """What one of the shop's tenders took of a sale, and what was refunded by it; cash rounding apart."""

    name: str
    took: Decimal
    gave: Decimal = ZERO
    type_id: int | None = None

    @property
    def left(self) -> Decimal:
        """What can still be refunded by it."""
        return self.took - self.gave


def back(extension: Decimal, sold: Decimal, quantity: Decimal) -> Decimal:
    """Return what is given back for so many of a sold line in all, rounded half up."""
    return to_cents(extension * quantity / sold)


def worked_out(sold: Sequence[SoldLine], wanted: Sequence[Wanted]) -> list[GivenBack]:
    """Work out what each of several lines gives back, one after the other."""
    lines = {line.id: line for line in sold}
    before: dict[tuple[int | None, Taxes], Decimal] = {}
    for line in sold:
        code = (line.tax_code_id, line.taxes)
        before[code] = before.get(code, ZERO) + line.given
    given = []
    for each in wanted:
        line = lines[each.line_id]
        now = line._replace(returned=line.returned + each.quantity)
        given.append(GivenBack(now.given - line.given, before[line.tax_code_id, line.taxes]))
        lines[line.id] = now
    return given


def more_than_sold_refusal(sold: Sequence[SoldLine], wanted: Sequence[Wanted]) -> Refusal | None:
    """Say that more is to come back than was sold and did not come back yet, or None."""
    for line in sold:
        comes = sum((each.quantity for each in wanted if each.line_id == line.id), NO_UNITS)
        if comes > line.left:
            return Refusal(
                Why.MORE_BACK_THAN_SOLD, Field("quantity"), item=line.description, left=line.left, sold=line.quantity
            )
    return None


def reason_refusal(reason: str) -> Refusal | None:
    """Say that nobody told why goods come back, or None."""
    return None if reason else Refusal(Why.RETURN_REASON_MISSING, Field("return_reason"))


def clean_reason(typed: str) -> str:
    """Bring the reason of a return into the form that is stored.

    Raises:
        RefusedError: At ``return_reason``.
    """
    return text.clean(typed, field="return_reason", limit=text.REASON, label=text.Label.REASON)


def price_refusal(line: Line, list_price: Decimal) -> Refusal | None:
    """Say that goods without a receipt would be given back for more than they cost today, or None.

    No permission lifts it: whoever may change prices would otherwise pay out what nobody ever paid.
    """
    is_bare = line.trans_code is TransCode.RETURN and line.back is None
    if is_bare and ZERO < list_price < line.unit_price:
        return Refusal(Why.RETURN_ABOVE_PRICE, Field("unit_price"), most=list_price)
    return None


def customer_refusal(lines: Sequence[Line], *, has_customer: bool, above: int) -> Refusal | None:
    """Say that so much comes back without a receipt that the shop wants to know from whom, or None.

    Args:
        lines: Those of the invoice.
        has_customer: Whether a customer is attached.
        above: The amount above which one is, in whole units of money; 0 asks of nobody.
    """
    bare = sum((without_receipt(line) for line in lines), ZERO)
    if has_customer or not above or bare <= above:
        return None
    return Refusal(Why.RETURN_NEEDS_CUSTOMER, Field("customer"), most=Decimal(above))


def without_receipt(line: Line) -> Decimal:
    """Return what a line gives back for goods of which no sale is named."""
    if line.trans_code is not TransCode.RETURN or line.back is not None:
        return ZERO
    return to_cents(max(ZERO, line.quantity * line.unit_price - line.discount))


def kept_refusal(*, of_a_sale: bool, field: str) -> Refusal | None:
    """Refuse to change on a line what the sale says that it gives back, or return None."""
    return Refusal(Why.RETURN_KEEPS_PRICE, Field(field)) if of_a_sale else None


def road_needs(paid: Mapping[int, Paid], refunds: Sequence[Tender], rounding: Decimal) -> tuple[Permit, ...]:
    """Say what refunding needs by another way than the sale was paid, and for how much money.

    Args:
        paid: What each tender of the shop took and gave back, by its id.
        refunds: What is refunded now, below zero.
        rounding: How much more, below zero less, is paid because it is in cash; the first cash takes it.
    """
    beyond = ZERO
    for type_id, amount in refunded(refunds, rounding).items():
        road = paid.get(type_id)
        beyond += max(ZERO, amount - (road.left if road else ZERO))
    return (Permit(Permission.REFUND_OTHERWISE, beyond),) if beyond > 0 else ()


def proposed(due: Decimal, paid: Sequence[Paid], type_id: int, handed_over: Sequence[Tender]) -> Decimal:
    """Say how much of a refund, below zero, goes back by a tender: what it took of the sale and did not give back yet.

    A tender that took nothing, or gave all of it back, is asked for the whole: that needs a permission.
    """
    left = sum((road.left for road in paid if road.type_id == type_id), ZERO)
    left -= refunded(handed_over, ZERO).get(type_id, ZERO)
    return max(due, -left) if left > 0 else due


def refunded(refunds: Sequence[Tender], rounding: Decimal) -> dict[int, Decimal]:
    """Add up what goes back by each tender of the shop, above zero, as it was before cash was rounded."""
    gone: dict[int, Decimal] = {}
    for tender in refunds:
        if tender.type_id is None:
            continue
        unrounded = tender.amount
        if tender.does.rounds:
            unrounded, rounding = unrounded - rounding, ZERO
        gone[tender.type_id] = gone.get(tender.type_id, ZERO) - unrounded
    return gone
