"""The special order: what is ordered for one customer, before it is anything else. Serves the guide's page on it.

A special order is written down while the customer stands there and makes nothing until it is posted: no item, no
invoice, no number and no money. Posting makes all of them at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal, require
from posim_desktop.domain.money import ZERO, cost_refusal, max_money, money_refusal, to_cents, to_cost
from posim_desktop.domain.numbers import places
from posim_desktop.domain.quantity import ONE, SMALLEST, quantity_refusal
from posim_desktop.domain.why import Why

MAX_LINES = 200
_HUNDRED = Decimal(100)
_PERCENT_PLACES = 2


class SpecialOrderStatus(StrEnum):
    """Where a special order stands: being written, posted, or given up before it was anything."""

    WORKING = "working"
    POSTED = "posted"
    DISCARDED = "discarded"


LEGAL_STEPS: dict[SpecialOrderStatus, frozenset[SpecialOrderStatus]] = {
    SpecialOrderStatus.WORKING: frozenset({SpecialOrderStatus.POSTED, SpecialOrderStatus.DISCARDED}),
    SpecialOrderStatus.POSTED: frozenset(),
    SpecialOrderStatus.DISCARDED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class SpecialOrderHead:
    """What is written at the head of a special order.

    Attributes:
        needed_by: The day by which the customer needs the goods; None when any day will do.
        reach: How and when to reach the customer about it.
        customer_order: The customer's own order number.
        note: Anything else.
        deposit_percent: The deposit asked, in percent of what will be paid; None where it is an amount.
        deposit: The deposit asked as an amount.
    """

    needed_by: date | None = None
    reach: str = ""
    customer_order: str = ""
    note: str = ""
    deposit_percent: Decimal | None = None
    deposit: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class SpecialLine:
    """One thing that is ordered: an item on file, or the card that becomes one when the order is posted.

    Attributes:
        item_id: The item on file; None for one that is not yet on file.
        code: The ID that the new item is to have; blank for an automatic one.
        description: What it is.
        department_id: Where the new item belongs.
        tax_code_id: What it is taxed as.
        vendor_id: Who has it.
        vendor_item_number: What the vendor calls it.
        cost: What one unit is expected to cost the shop.
        quantity: How many units.
        unit_price: What one unit will cost the customer.
        price_ceiling: Up to what the price may rise at pick-up; None when it is fixed.
        will_also_take: What the customer would take instead.
        question: What is still to be asked; blank when nothing is.
        one_piece: Whether it is wanted in one piece.
    """

    item_id: int | None = None
    code: str = ""
    description: str = ""
    department_id: int | None = None
    tax_code_id: int | None = None
    vendor_id: int | None = None
    vendor_item_number: str = ""
    cost: Decimal = ZERO
    quantity: Decimal = ONE
    unit_price: Decimal = ZERO
    price_ceiling: Decimal | None = None
    will_also_take: str = ""
    question: str = ""
    one_piece: bool = False

    @property
    def is_on_file(self) -> bool:
        """Whether the shop has a card of it already."""
        return self.item_id is not None


@dataclass(frozen=True, slots=True)
class PricePromise:
    """What was promised of the price of a unit, and up to what its customer agreed since.

    Attributes:
        unit_price: The price that was named.
        ceiling: Up to what it may rise; None when it is fixed.
        word: The highest price that the customer agreed to; None when they were never asked.
    """

    unit_price: Decimal
    ceiling: Decimal | None = None
    word: Decimal | None = None

    @property
    def most(self) -> Decimal:
        """The highest price that the promise allows."""
        return self.unit_price if self.ceiling is None else self.ceiling

    @property
    def agreed(self) -> Decimal:
        """The highest price that may be asked by now."""
        return self.most if self.word is None else max(self.most, self.word)


def price_refusal(promise: PricePromise, unit_price: Decimal, word: str) -> Refusal | None:
    """Return why a price cannot be asked at pick-up, or None: above the promise the customer is asked first."""
    if unit_price <= promise.agreed or word:
        return None
    return Refusal(Why.PRICE_ABOVE_PROMISE, Field("customer_word"), most=promise.agreed)


def clean_head(head: SpecialOrderHead) -> SpecialOrderHead:
    """Bring the head of a special order into the form that is stored.

    Raises:
        RefusedError: Names the field.
    """
    require(deposit_refusal(head.deposit_percent, head.deposit))
    return replace(
        head,
        reach=_words(head.reach, "reach", text.Label.REACH, text.REASON),
        customer_order=_words(head.customer_order, "customer_order", text.Label.CUSTOMER_ORDER, text.SHORT),
        note=text.clean(head.note, field="note", limit=text.NOTE, label=text.Label.NOTE, lines=True),
        deposit=ZERO if head.deposit_percent is not None else to_cents(head.deposit),
    )


def clean_line(line: SpecialLine) -> SpecialLine:
    """Bring a line into the form that is stored; what an item on file says of itself is not kept twice.

    Raises:
        RefusedError: Names the field.
    """
    require(line_refusal(line))
    return replace(
        line,
        code="" if line.is_on_file else _words(line.code.upper(), "code", text.Label.ITEM_ID, text.CODE),
        description=_words(line.description, "description", text.Label.DESCRIPTION, text.DESCRIPTION),
        department_id=None if line.is_on_file else line.department_id,
        vendor_item_number=_words(
            line.vendor_item_number, "vendor_item_number", text.Label.VENDOR_ITEM_NUMBER, text.SHORT
        ),
        cost=to_cost(line.cost),
        quantity=line.quantity.quantize(SMALLEST),
        unit_price=to_cents(line.unit_price),
        price_ceiling=None if line.price_ceiling is None else to_cents(line.price_ceiling),
        will_also_take=_words(line.will_also_take, "will_also_take", text.Label.WILL_ALSO_TAKE, text.REASON),
        question=_words(line.question, "question", text.Label.QUESTION, text.REASON),
    )


def edit_refusal(status: SpecialOrderStatus) -> Refusal | None:
    """Return why a special order cannot be changed, discarded or posted any more, or None."""
    if status is SpecialOrderStatus.POSTED:
        return Refusal(Why.SPECIAL_ORDER_POSTED)
    if status is SpecialOrderStatus.DISCARDED:
        return Refusal(Why.SPECIAL_ORDER_DISCARDED)
    return None


def line_refusal(line: SpecialLine) -> Refusal | None:
    """Say which figure of a line is wrong, or None."""
    refusal = (
        quantity_refusal(line.quantity)
        or money_refusal(line.unit_price, field="unit_price")
        or cost_refusal(line.cost, field="cost")
    )
    if refusal is not None:
        return refusal
    if line.quantity * line.unit_price > max_money():
        return Refusal(Why.LINE_TOO_LARGE, Field("quantity"), most=max_money())
    return ceiling_refusal(line.unit_price, line.price_ceiling)


def ceiling_refusal(unit_price: Decimal, ceiling: Decimal | None) -> Refusal | None:
    """Return why a price cannot be promised not to rise above another, or None."""
    if ceiling is None:
        return None
    refusal = money_refusal(ceiling, field="price_ceiling")
    if refusal is None and ceiling < unit_price:
        return Refusal(Why.CEILING_BELOW_PRICE, Field("price_ceiling"), price=unit_price)
    return refusal


def deposit_refusal(percent: Decimal | None, amount: Decimal) -> Refusal | None:
    """Return why a deposit cannot be asked, or None."""
    if percent is None:
        return money_refusal(amount, field="deposit")
    if not percent.is_finite() or not 0 <= percent <= _HUNDRED or places(percent) > _PERCENT_PLACES:
        return Refusal(Why.PERCENT_OUT_OF_RANGE, Field("deposit"))
    return None


def post_refusal(status: SpecialOrderStatus, *, has_customer: bool, lines: Sequence[SpecialLine]) -> Refusal | None:
    """Return why a special order cannot be posted, money aside, or None.

    A refusal about a line is at the line's field; who shows it knows the first line that is not ready.
    """
    refusal = edit_refusal(status)
    if refusal is not None:
        return refusal
    if not has_customer:
        return Refusal(Why.SPECIAL_ORDER_NEEDS_CUSTOMER, Field("customer"))
    if not lines:
        return Refusal(Why.SPECIAL_ORDER_EMPTY, Field("item"))
    return next((refusal for line in lines if (refusal := incomplete_refusal(line))), None)


def incomplete_refusal(line: SpecialLine) -> Refusal | None:
    """Say what a line still lacks before it can be posted, or None."""
    if not line.description:
        return Refusal(Why.SPECIAL_LINE_UNNAMED, Field("description"))
    if not line.is_on_file and line.unit_price == 0:
        return Refusal(Why.SPECIAL_LINE_UNPRICED, Field("unit_price"), item=line.description)
    return line_refusal(line)


def deposit_asked(percent: Decimal | None, amount: Decimal, total: Decimal, usual: Decimal = ZERO) -> Decimal:
    """Return the deposit that is asked: of a percentage what it comes to of what will be paid, rounded once.

    The amount that the shop usually asks (``usual``) nobody chose for these goods: no more of it than they cost.
    """
    if percent is not None:
        return to_cents(total * percent / _HUNDRED)
    return min(amount, total) if amount == usual else amount


def percent_of(deposit: Decimal, total: Decimal) -> Decimal:
    """Return what part of what will be paid a deposit is, in percent; all of it where nothing will be paid."""
    return _HUNDRED if total <= 0 else min(_HUNDRED, (deposit * _HUNDRED / total).quantize(Decimal("0.01")))


def shares(deposit: Decimal, weights: Sequence[Decimal], cent: Decimal) -> tuple[Decimal, ...]:
    """Share a deposit over lines in proportion to what they cost, to the cent: the largest remainders get one more.

    Args:
        deposit: What is shared.
        weights: What each line costs; where nothing costs anything the first line takes it all.
        cent: The smallest amount of money.
    """
    whole = sum(weights, ZERO)
    if not weights:
        return ()
    if whole == 0:
        return (deposit, *(ZERO for _ in weights[1:]))
    cents = int(deposit / cent)
    exact = [cents * weight / whole for weight in weights]
    given = [int(part) for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda place: (given[place] - exact[place], place))
    for place in by_remainder[: cents - sum(given)]:
        given[place] += 1
    return tuple(part * cent for part in given)


def _words(typed: str, field: str, label: text.Label, limit: int) -> str:
    return text.clean(typed, field=field, limit=limit, label=label)
