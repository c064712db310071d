"""The customer's money: what the shop holds for a backorder, or as their credit. Serves the guide's page on deposits.

The ledger only grows. What is left of a deposit, and a customer's credit, are sums of its rows and never stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.money import ZERO, money_refusal, to_cents
from posim_desktop.domain.permits import Permission, Permit
from posim_desktop.domain.why import Why

_HUNDRED = Decimal(100)


class MoneyKind(StrEnum):
    """What happens to a customer's money; the signs of the amounts stand in :data:`COMES_IN` and :data:`GOES_OUT`."""

    TAKEN = "taken"
    CREDITED = "credited"
    APPLIED = "applied"
    REFUNDED = "refunded"
    FORFEITED = "forfeited"
    MOVED = "moved"


COMES_IN = frozenset({MoneyKind.TAKEN, MoneyKind.CREDITED})
"""Kinds whose amounts are above zero: a deposit that is taken, a refund that is kept as credit."""

GOES_OUT = frozenset({MoneyKind.APPLIED, MoneyKind.REFUNDED, MoneyKind.FORFEITED})
"""Kinds whose amounts are below zero; MOVED is a pair, below zero where it leaves and above where it arrives."""


def share(balance: Decimal, units: Decimal, part: Decimal) -> Decimal:
    """Return how much of a deposit is for a part of what it is held for, rounded half up; all of it for all.

    It is the share of what is left, for what is left, so nothing that happened before matters.

    Args:
        balance: What is left of the deposit.
        units: How many units are outstanding or waiting.
        part: For how many of them.
    """
    if part >= units:
        return balance
    return to_cents(balance * part / units)


class Use(NamedTuple):
    """How much of the deposit of a backorder is used."""

    backorder_id: int
    amount: Decimal


def at_most(uses: Sequence[Use], most: Decimal) -> tuple[Use, ...]:
    """Use deposits in their order up to an amount; those of which nothing is used are left out."""
    cut = []
    for use in uses:
        amount = min(use.amount, most)
        if amount > 0:
            cut.append(use._replace(amount=amount))
            most -= amount
    return tuple(cut)


@dataclass(frozen=True, slots=True)
class Disposition:
    """Where the money goes that a cancellation frees; what of the freed money is not named stays on the backorder.

    Attributes:
        fee: What the shop keeps.
        refund: What is paid back at once.
        credit: What the customer keeps as credit.
    """

    fee: Decimal = ZERO
    refund: Decimal = ZERO
    credit: Decimal = ZERO

    @property
    def leaves(self) -> Decimal:
        """All that leaves the backorder."""
        return self.fee + self.refund + self.credit


def undecided(freed: Decimal, *, units_left: bool) -> Disposition:
    """Decide where freed money goes when nobody is there to ask: it stays while units remain, else it is credit."""
    return Disposition() if units_left else Disposition(credit=freed)


def disposition_refusal(freed: Decimal, wish: Disposition, *, units_left: bool) -> Refusal | None:
    """Return why freed money cannot be disposed of as somebody wishes, or None (M8, M5)."""
    for name in ("fee", "refund", "credit"):
        refusal = money_refusal(getattr(wish, name), field=name)
        if refusal is not None:
            return refusal
    if wish.leaves > freed:
        return Refusal(Why.MORE_THAN_FREED, Field("refund"), freed=freed)
    if not units_left and wish.leaves != freed:
        return Refusal(Why.DEPOSIT_WITHOUT_UNITS, Field("credit"), left=freed - wish.leaves)
    return None


def fee_needs(fee: Decimal, freed: Decimal, percent: int) -> tuple[Permit, ...]:
    """Say what keeping a fee needs that is more than the shop's percent of what is freed, rounded half up."""
    return (Permit(Permission.CANCEL_FEE),) if fee > to_cents(freed * percent / _HUNDRED) else ()


def take_refusal(amount: Decimal, units: Decimal | None) -> Refusal | None:
    """Return why a deposit cannot be taken, or None.

    Args:
        amount: How much.
        units: How many units of the backorder are outstanding or waiting; None where it is kept as credit.
    """
    refusal = money_refusal(amount, field="deposit", negative=True)
    if refusal is None and amount == 0:
        return Refusal(Why.DEPOSIT_MISSING, Field("deposit"))
    if refusal is None and units is not None and amount > 0 and units <= 0:
        return Refusal(Why.NOTHING_TO_DEPOSIT_FOR, Field("deposit"))
    return refusal


def above_cost_refusal(amount: Decimal, cost: Decimal, held: Decimal) -> Refusal | None:
    """Return that a deposit is more than the goods still cost, or None: the person is asked whether it is meant.

    Args:
        amount: How much is to be taken.
        cost: What is left of the goods costs, with its taxes of today.
        held: What is held for them already.
    """
    if amount + held <= cost:
        return None
    return Refusal(Why.DEPOSIT_ABOVE_COST, Field("deposit"), cost=cost, held=held)


def holding_refusal(wanted: Decimal, held: Decimal, limit: Decimal = ZERO) -> Refusal | None:
    """Return why an amount cannot leave what is held, or None: no balance falls below zero, credit to its limit (M4).

    Args:
        wanted: What is to leave.
        held: What is left of the deposit, or the credit.
        limit: How far credit may fall below zero for this customer.
    """
    if wanted <= 0 or wanted <= held + limit:
        return None
    if limit:
        return Refusal(Why.ABOVE_CREDIT_LIMIT, Field("tenders"), held=held, limit=limit)
    return Refusal(Why.MORE_THAN_HELD, Field("tenders"), held=max(ZERO, held))


def use_refusal(used: Decimal, goods: Decimal) -> Refusal | None:
    """Return why so much of the customer's money cannot pay an invoice, or None (M7).

    Args:
        used: What Deposit and Credit tenders come to; below zero it is a refund as credit.
        goods: What the invoice comes to without its D lines.
    """
    if used > max(ZERO, goods):
        return Refusal(Why.MORE_THAN_GOODS, Field("tenders"), goods=max(ZERO, goods))
    if used < min(ZERO, goods):
        return Refusal(Why.MORE_CREDITED_THAN_OWED, Field("tenders"), owed=max(ZERO, -goods))
    return None
