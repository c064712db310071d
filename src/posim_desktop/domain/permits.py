"""Permissions, and permits: a permission and how far it goes. Serves the guide's page on roles."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Permission(StrEnum):
    """Something that not everybody may do; the values are stored and never change their meaning."""

    SELL_BELOW_ZERO = "sell below zero"
    SELL_SET_ASIDE = "sell set aside"
    SELL_EARLY = "sell early"
    SELL_BELOW_COST = "sell below cost"
    CHANGE_PRICE = "change price"
    CHANGE_TAX = "change tax"
    DISCOUNT = "discount"
    RETURN_GOODS = "return goods"
    RETURN_WITHOUT_RECEIPT = "return without receipt"
    REFUND_OTHERWISE = "refund otherwise"
    PAY_OUT = "pay out"
    OPEN_DRAWER = "open drawer"
    CLOSE_DRAWER = "close drawer"
    PAY_FROM_DRAWER = "pay from drawer"
    SEE_EXPECTED = "see expected"
    CANCEL_BACKORDER = "cancel backorder"
    CANCEL_FEE = "cancel fee"
    ADJUST_STOCK = "adjust stock"
    WRITE_ORDERS = "write orders"
    POST_ORDERS = "post orders"
    RECEIVE = "receive"
    CORRECT_RECEIVING = "correct receiving"
    RETURN_TO_VENDOR = "return to vendor"
    SEE_COSTS = "see costs"
    LOWER_DEPOSIT = "lower deposit"
    EDIT_ITEMS = "edit items"
    EDIT_PRICES = "edit prices"
    EDIT_CUSTOMERS = "edit customers"
    MERGE_CUSTOMERS = "merge customers"
    FORGET_CUSTOMERS = "forget customers"
    SET_CREDIT_LIMIT = "set credit limit"
    EDIT_VENDORS = "edit vendors"
    EDIT_EMPLOYEES = "edit employees"
    CHANGE_PREFERENCES = "change preferences"
    IMPORT = "import"
    RESTORE = "restore"
    READ_AUDIT = "read audit"
    SEE_REPORTS = "see reports"


_CARD = Decimal(100)
LOWER_IS_MORE = frozenset({Permission.CHANGE_PRICE, Permission.SELL_BELOW_COST, Permission.LOWER_DEPOSIT})
"""Permissions that go further the lower their figure is: percent of the card's price, or of what will be paid."""


class Permit(NamedTuple):
    """A permission that a deed takes, and how far it must go.

    Attributes:
        permission: Which.
        extent: How far: percent of a discount, percent of the card's price that is left, money that is paid, the
            deposit in percent; None where there is no more or less of it.
        quantity: For how many units of a line; None where it is not about a line.
    """

    permission: Permission
    extent: Decimal | None = None
    quantity: Decimal | None = None


def reaches(need: Permit, most: Decimal | None) -> bool:
    """Return whether a need is within a limit; without a limit everything is; a boundless need is within none."""
    if most is None:
        return True
    if need.extent is None:
        return False
    return need.extent >= most if need.permission in LOWER_IS_MORE else need.extent <= most


def covers(allowed: Permit, need: Permit) -> bool:
    """Say whether what was allowed once covers a need: the same permission, no more of it, for no more units.

    Whoever allowed a price below the card's did not allow one above it.
    """
    return (
        allowed.permission is need.permission
        and _goes_as_far(allowed, need)
        and (need.quantity is None or allowed.quantity is None or need.quantity <= allowed.quantity)
    )


def _goes_as_far(allowed: Permit, need: Permit) -> bool:
    if need.permission is Permission.CHANGE_PRICE and need.extent is not None and need.extent > _CARD:
        return allowed.extent is None or allowed.extent >= need.extent
    return reaches(need, allowed.extent)
