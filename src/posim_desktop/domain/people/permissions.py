"""Who may do what: roles, each a set of permissions with limits. Serves the guide's page on roles."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.permits import Permission, Permit, reaches
from posim_desktop.domain.why import Why


class Role(StrEnum):
    """The roles that every shop begins with, by their codes; a shop can write others beside them."""

    OWNER = "owner"
    MANAGER = "manager"
    CLERK = "clerk"
    CASHIER = "cashier"


class Rights(NamedTuple):
    """What a role lets its people do.

    Attributes:
        permissions: Which deeds.
        most_discount: The largest discount, in percent of a line; None for any.
        price_floor: What must be left of the card's price, in percent, after price change and discount; None for
            nothing.
        most_paid_out: The most money that goes out in one invoice; None for any.
        most_returned: The most that a line gives back for goods; None for any.
        most_without_receipt: The most that a line gives back for goods of which no sale is named; None for any.
        least_deposit: The smallest deposit that a special order may ask, in percent of what will be paid; None for
            none at all.
        most_fee: The largest cancellation fee, in percent of the deposit that a cancel frees; None for any.
    """

    permissions: frozenset[Permission] = frozenset()
    most_discount: Decimal | None = None
    price_floor: Decimal | None = None
    most_paid_out: Decimal | None = None
    most_returned: Decimal | None = None
    most_without_receipt: Decimal | None = None
    least_deposit: Decimal | None = None
    most_fee: Decimal | None = None

    def may(self, permission: Permission) -> bool:
        """Say whether a deed is allowed at all."""
        return permission in self.permissions

    def allows(self, need: Permit) -> bool:
        """Say whether a deed is allowed as far as it goes."""
        return self.may(need.permission) and reaches(need, self._limit(need.permission))

    def reach(self, others: "Rights") -> bool:
        """Say whether everything that others may do is allowed here, too: nobody hands out more than they hold."""
        return others.permissions <= self.permissions and not self.limits_beyond(others)

    def limits_beyond(self, others: "Rights") -> tuple[str, ...]:
        """Name the limits with which others may go further in what they may do."""
        limited = {
            "most_discount": Permit(Permission.DISCOUNT, _or_any(others.most_discount)),
            "price_floor": Permit(Permission.CHANGE_PRICE, others.price_floor or Decimal(0)),
            "most_paid_out": Permit(Permission.PAY_OUT, _or_any(others.most_paid_out)),
            "most_returned": Permit(Permission.RETURN_GOODS, _or_any(others.most_returned)),
            "most_without_receipt": Permit(Permission.RETURN_WITHOUT_RECEIPT, _or_any(others.most_without_receipt)),
            "least_deposit": Permit(Permission.LOWER_DEPOSIT, others.least_deposit or Decimal(0)),
            "most_fee": Permit(Permission.CANCEL_FEE, _or_any(others.most_fee)),
        }
        return tuple(name for name, need in limited.items() if others.may(need.permission) and not self.allows(need))

    def _limit(self, permission: Permission) -> Decimal | None:
        match permission:
            case Permission.DISCOUNT:
                return self.most_discount
            case Permission.CHANGE_PRICE:
                return self.price_floor
            case Permission.PAY_OUT:
                return self.most_paid_out
            case Permission.RETURN_GOODS:
                return self.most_returned
            case Permission.RETURN_WITHOUT_RECEIPT:
                return self.most_without_receipt
            case Permission.LOWER_DEPOSIT:
                return self.least_deposit
            case Permission.CANCEL_FEE:
                return self.most_fee
            case _:
                return None


LIMITS = tuple(name for name in Rights._fields if name != "permissions")
"""The names of all limits, in the order of :class:`Rights`."""

EVERYTHING = Rights(frozenset(Permission))
NOTHING = Rights()

_CASHIER = Rights(
    frozenset(
        {
            *(Permission.DISCOUNT, Permission.CANCEL_BACKORDER, Permission.EDIT_CUSTOMERS),
            Permission.CLOSE_DRAWER,
        }
    ),
    most_discount=Decimal(10),
)
_CLERK = Rights(
    _CASHIER.permissions
    | {
        *(Permission.ADJUST_STOCK, Permission.WRITE_ORDERS, Permission.POST_ORDERS, Permission.RECEIVE),
        *(Permission.SEE_COSTS, Permission.EDIT_ITEMS, Permission.EDIT_PRICES, Permission.EDIT_VENDORS),
        *(Permission.SELL_BELOW_ZERO, Permission.IMPORT),
    },
    most_discount=Decimal(10),
)

SHIPPED: dict[Role, Rights] = {
    Role.OWNER: EVERYTHING,
    Role.MANAGER: EVERYTHING,
    Role.CLERK: _CLERK,
    Role.CASHIER: _CASHIER,
}
"""What the roles of a new shop let their people do; all but the Owner's can be changed."""


def missing(rights: Rights, needs: Iterable[Permit]) -> tuple[Permit, ...]:
    """List what somebody needs for a deed and does not hold."""
    return tuple(need for need in needs if not rights.allows(need))


def permission_refusal(role_name: str, rights: Rights, permission: Permission) -> Refusal | None:
    """Say that a role lacks a permission, or None."""
    if rights.may(permission):
        return None
    return Refusal(Why.NOT_PERMITTED, role=role_name, permission=permission, needs=(Permit(permission),))


def needs_of(refused: Refusal) -> tuple[Permit, ...]:
    """Tell what somebody else could approve of what was refused; nothing where no approval helps."""
    needs = refused.facts.get("needs", ())
    return tuple(need for need in needs if isinstance(need, Permit)) if isinstance(needs, tuple) else ()


def _or_any(limit: Decimal | None) -> Decimal:
    return Decimal("Infinity") if limit is None else limit
