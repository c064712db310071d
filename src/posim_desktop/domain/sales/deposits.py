"""What of a deposit may be kept as a fee when somebody cancels. Serves the guide's page "Deposits and credit"."""

from decimal import ROUND_CEILING, Decimal

from posim_desktop.domain.money import to_cents
from posim_desktop.domain.permits import Permission, Permit

_HUNDRED = Decimal(100)
_HUNDREDTH = Decimal("0.01")


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
