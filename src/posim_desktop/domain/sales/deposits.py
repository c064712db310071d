"""What a deposit is asked as, and what of it is kept as a fee. Serves the guide's page "Deposits and credit"."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from posim_desktop.domain.money import ZERO, to_cents
from posim_desktop.domain.permits import Permission, Permit

_HUNDRED = Decimal(100)
_HUNDREDTH = Decimal("0.01")


def asked(price: Decimal, percent: Decimal | int, at_least: Decimal = ZERO) -> Decimal:
    """Return the deposit to ask for goods: a percentage rounded once, or the least; never above the price.

    Args:
        price: What will be paid for the goods as of today, with tax.
        percent: How much of it is asked.
        at_least: The least that is asked; cheaper goods are paid whole.
    """
    return min(max(to_cents(price * percent / _HUNDRED), at_least), price)


def lower_deposit_needs(deposit: Decimal, price: Decimal, asked_for: Decimal) -> tuple[Permit, ...]:
    """Return what taking a deposit needs: nothing when it is all that the shop asks.

    A limit is held by what is truly taken, so the percentage is rounded down.
    """
    if deposit >= asked_for or price <= 0:
        return ()
    taken = (deposit * _HUNDRED / price).quantize(_HUNDREDTH, ROUND_FLOOR)
    return (Permit(Permission.LOWER_DEPOSIT, taken),)


def usual_fee(freed: Decimal, percent: int) -> Decimal:
    """Return the largest fee that everybody may keep of the money that a cancel frees."""
    return to_cents(freed * percent / _HUNDRED)


def fee_needs(fee: Decimal, freed: Decimal, percent: int) -> tuple[Permit, ...]:
    """Return what keeping a fee needs: nothing up to the shop's percentage.

    A limit is held by what is truly kept, so the percentage is rounded up.
    """
    if fee <= usual_fee(freed, percent):
        return ()
    kept = (fee * _HUNDRED / freed).quantize(_HUNDREDTH, ROUND_CEILING)
    return (Permit(Permission.CANCEL_FEE, kept),)
