"""What a line of an invoice needs that not everybody may do. Serves the guide's page on roles."""

from decimal import Decimal
from typing import NamedTuple

from posim_desktop.domain.money import ZERO, cent, to_cents
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.sales.invoice import Line, TransCode, discount_from_percent

_HUNDRED = Decimal(100)
_TWO_PLACES = Decimal("0.01")


class OnHand(NamedTuple):
    """How much of an item there is for a line: what other lines of its invoice take is not in it."""

    on_hand: Decimal
    available: Decimal


def is_unpriced(line: Line) -> bool:
    """Say whether goods are sold or promised at no price at all, which the till asks about."""
    return line.trans_code in {TransCode.SALE, TransCode.BACKORDER} and line.unit_price == 0


def price_needs(
    line: Line, list_price: Decimal, percent: Decimal | None, sale_percent: Decimal = ZERO
) -> tuple[Permit, ...]:
    """Say what a line's discount and price need.

    What has no price of its own is asked for at the till, and anybody may.

    Args:
        line: As it is to be.
        list_price: What the card asked when the line was made; of a line that fills a promise, when it was promised.
        percent: The discount as it was typed, where it was typed as a percentage.
        sale_percent: The discount on the whole sale.
    """
    if line.trans_code is TransCode.COMMENT or line.back is not None:
        return ()
    gross = line.quantity * line.unit_price
    needs = []
    if line.off > 0 and gross > 0:
        own = discount_percent(line, percent) if line.discount > 0 else ZERO
        needs.append(Permit(Permission.DISCOUNT, both_percents(own, sale_percent), line.quantity))
    if list_price > 0 and line.unit_price != list_price:
        needs.append(Permit(Permission.CHANGE_PRICE, left_of_price(line, list_price), line.quantity))
    return tuple(needs)


def discount_percent(line: Line, typed: Decimal | None) -> Decimal:
    """Return how much of a discounted line's price is taken off, in percent: as it was typed, or worked out.

    What was typed stands for what it comes to, rounding apart: a part of a split line may have a cent more.
    """
    gross = line.quantity * line.unit_price
    if typed is not None and line.discount <= discount_from_percent(line.quantity, line.unit_price, typed) + cent():
        return typed
    return _percent(line.discount, gross) if gross > 0 else _HUNDRED


def percent_asked(discount: Decimal, units: Decimal, unit_price: Decimal) -> Decimal | None:
    """Return the percentage that a discount in money takes off its units; None when they cost nothing."""
    gross = units * unit_price
    return _percent(discount, gross) if discount > 0 and gross > 0 else None


def both_percents(own: Decimal, sale_percent: Decimal) -> Decimal:
    """Return the percentage that two discounts take off together, the second off what the first left."""
    return (own + sale_percent - own * sale_percent / _HUNDRED).quantize(_TWO_PLACES)


def cost_needs(line: Line, list_price: Decimal, cost: Decimal) -> tuple[Permit, ...]:
    """Say what a line needs that is sold below what it cost; a price of the card that is below it is the shop's own."""
    charged = line.quantity * line.unit_price - line.off
    sells = line.trans_code in {TransCode.SALE, TransCode.BACKORDER}
    if not sells or charged >= line.quantity * cost or charged >= line.quantity * list_price:
        return ()
    return (Permit(Permission.SELL_BELOW_COST, left_of_price(line, list_price), line.quantity),)


def return_needs(line: Line) -> tuple[Permit, ...]:
    """Say what taking goods back needs, and for how much money; more where no sale is named."""
    if line.trans_code is not TransCode.RETURN:
        return ()
    if line.back is not None:
        return (Permit(Permission.RETURN_GOODS, line.back.amount, line.quantity),)
    amount = to_cents(line.quantity * line.unit_price - line.discount)
    return (
        Permit(Permission.RETURN_GOODS, amount, line.quantity),
        Permit(Permission.RETURN_WITHOUT_RECEIPT, amount, line.quantity),
    )


def stock_needs(quantity: Decimal, stock: OnHand) -> tuple[Permit, ...]:
    """Say what selling needs when there is less for a line than it sells: goods of others, goods that are not there."""
    takes_of_others = stock.available < min(quantity, stock.on_hand)
    of_others = (Permit(Permission.SELL_SET_ASIDE, None, quantity),) if takes_of_others else ()
    return (*of_others, *below_zero_needs(quantity, stock.on_hand))


def below_zero_needs(quantity: Decimal, on_hand: Decimal) -> tuple[Permit, ...]:
    """Say what selling more than is on hand needs."""
    return (Permit(Permission.SELL_BELOW_ZERO, None, quantity),) if quantity > on_hand else ()


def payout_needs(total: Decimal) -> tuple[Permit, ...]:
    """Say what an invoice needs on which the shop pays."""
    return (Permit(Permission.PAY_OUT, -total),) if total < ZERO else ()


def left_of_price(line: Line, list_price: Decimal) -> Decimal:
    """Return what is left of the card's price after price change and discount, in percent."""
    if list_price <= 0:
        return _HUNDRED
    return _percent(line.quantity * line.unit_price - line.off, line.quantity * list_price)


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * _HUNDRED / whole).quantize(_TWO_PLACES)
