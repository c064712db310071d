"""The day of a drawer: from its float to its Z. Serves the guide's page "The drawer and the day".

What a day took and gave is the sum of its rows, which only grow. Once it is counted nothing is added until somebody
counts again; once it is closed, nothing ever is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from posim_desktop.domain import text
from posim_desktop.domain.errors import Cell, Field, Refusal, refuse, require
from posim_desktop.domain.money import ZERO, money_refusal
from posim_desktop.domain.sales.tenders import Tender, TenderKind
from posim_desktop.domain.why import Why

OFFICE = "Office"
"""The name, as stored, of the drawer of workstations that have none."""
MOST_PIECES = 99_999
"""How many notes or coins of one kind a count can name."""


class DayStatus(StrEnum):
    """Where a day stands; the values are stored and never change their meaning."""

    OPEN = "open"
    COUNTED = "counted"
    CLOSED = "closed"


class RowKind(StrEnum):
    """What happened in a day; the values are stored and never change their meaning."""

    TENDER = "tender"
    """What was handed over for an invoice, or below zero paid out."""
    CHANGE = "change"
    """Cash that went back of it."""
    GIVEN_BACK = "given back"
    """A tender that was given back before its invoice was posted."""
    PAID_IN = "paid in"
    PAID_OUT = "paid out"
    DROP = "drop"
    """Cash that was taken out of the drawer and put somewhere safe."""
    NO_SALE = "no sale"
    VOID = "void"
    """An invoice that was discarded; its amount moves no money."""
    COUNT = "count"
    COUNT_AGAIN = "count again"
    STANDING = "standing"
    """A tender of an invoice that was not posted when the day closed; its money is in the drawer already."""


MOVES_MONEY = frozenset(
    {RowKind.TENDER, RowKind.CHANGE, RowKind.GIVEN_BACK, RowKind.PAID_IN, RowKind.PAID_OUT, RowKind.DROP}
)
"""Kinds whose amounts are money that came, or below zero went."""

BY_HAND = (RowKind.PAID_IN, RowKind.PAID_OUT, RowKind.DROP)
"""Kinds that somebody writes without a sale."""

LEGAL_STEPS: dict[DayStatus, frozenset[DayStatus]] = {
    DayStatus.OPEN: frozenset({DayStatus.COUNTED}),
    DayStatus.COUNTED: frozenset({DayStatus.OPEN, DayStatus.CLOSED}),
    DayStatus.CLOSED: frozenset(),
}


class Pieces(NamedTuple):
    """How many notes or coins of a value were counted."""

    value: Decimal
    how_many: int


@dataclass(frozen=True, slots=True)
class CashMove:
    """Cash that comes into the drawer or leaves it without a sale; ``amount`` is above zero.

    Attributes:
        kind: Paid in, paid out or drop.
        amount: How much.
        reason: What for.
    """

    kind: RowKind
    amount: Decimal
    reason: str = ""

    @property
    def moved(self) -> Decimal:
        """What it adds to the drawer, below zero what it takes out."""
        return self.amount if self.kind is RowKind.PAID_IN else -self.amount


def clean_move(move: CashMove) -> CashMove:
    """Bring what somebody pays in or out into the form that is stored.

    Raises:
        RefusedError: At ``amount``: none, or out of range; or at ``reason``: it is missing, but a drop needs none.
    """
    if move.kind not in BY_HAND:
        raise ValueError(f"{move.kind} is not written by hand")
    require(money_refusal(move.amount, field="amount"))
    if move.amount == 0:
        raise refuse(Why.AMOUNT_MISSING, Field("amount"))
    reason = text.clean(
        move.reason,
        field="reason",
        limit=text.REASON,
        label=text.Label.REASON,
        blank=move.kind is RowKind.DROP,
    )
    return CashMove(move.kind, move.amount, reason)


def takes_more_than_is_there(move: CashMove, there: Decimal) -> bool:
    """Return whether cash is to be taken out that should not be in the drawer.

    Args:
        move: What somebody pays in or out.
        there: The cash that should be there before.
    """
    return move.moved < 0 and there + move.moved < 0


def counted_sum(pieces: Sequence[Pieces]) -> Decimal:
    """Add up what was counted."""
    return sum((each.value * each.how_many for each in pieces), ZERO)


def pieces_refusal(pieces: Sequence[Pieces], rest: Decimal, total: Decimal, *, is_office: bool) -> Refusal | None:
    """Return why a count cannot be kept, or None: its amounts make no sense, or Office would have cash.

    Args:
        pieces: What was counted, by value.
        rest: What was counted in one sum.
        total: What it comes to, with what is counted in one sum.
        is_office: Whether it is the drawer of those who have none.
    """
    for row, each in enumerate(pieces):
        if not 0 <= each.how_many <= MOST_PIECES:
            return Refusal(Why.PIECES_OUT_OF_RANGE, Cell("pieces", row), most=MOST_PIECES)
    refusal = money_refusal(rest, field="rest") or money_refusal(total, field="counted")
    if refusal is None and is_office and total:
        return Refusal(Why.NO_CASH_IN_OFFICE, Field("counted"))
    return refusal


def post_refusal(status: DayStatus) -> Refusal | None:
    """Return why nothing can be written into a day, or None."""
    match status:
        case DayStatus.OPEN:
            return None
        case DayStatus.COUNTED:
            return Refusal(Why.DRAWER_IS_COUNTED)
        case DayStatus.CLOSED:
            return Refusal(Why.DAY_IS_CLOSED)


def cash_refusal(tenders: Sequence[Tender], *, is_office: bool) -> Refusal | None:
    """Return why tenders cannot be taken at a drawer, or None: Office has no cash (Z6)."""
    if is_office and any(tender.kind is TenderKind.CASH and tender.amount for tender in tenders):
        return Refusal(Why.NO_CASH_IN_OFFICE, Field("tenders"))
    return None


def open_refusal(
    status: DayStatus | None, opened_with: Decimal, left: Decimal | None, reason: str, *, is_office: bool = False
) -> Refusal | None:
    """Return why a drawer cannot be opened, or None.

    Args:
        status: Of its newest day; None before it has one.
        opened_with: The float that was counted.
        left: What its last day left in it; None before it has one.
        reason: Why the float is another.
        is_office: Whether it is the drawer of those who have none.
    """
    if status in {DayStatus.OPEN, DayStatus.COUNTED}:
        return Refusal(Why.DRAWER_IS_OPEN)
    refusal = money_refusal(opened_with, field="float")
    if refusal is not None:
        return refusal
    if is_office and opened_with:
        return Refusal(Why.NO_CASH_IN_OFFICE, Field("float"))
    if left is not None and opened_with != left and not reason:
        return Refusal(Why.FLOAT_NEEDS_REASON, Field("reason"), left=left)
    return None


def count_refusal(status: DayStatus, *, terminals_asked: int) -> Refusal | None:
    """Return why a day cannot be counted, or None: it is not open, or a card terminal has not answered yet."""
    if status is DayStatus.CLOSED:
        return Refusal(Why.DAY_IS_CLOSED)
    if status is DayStatus.COUNTED:
        return Refusal(Why.DRAWER_IS_COUNTED)
    return Refusal(Why.TERMINAL_ASKED_AT_COUNT) if terminals_asked else None


def recount_refusal(status: DayStatus) -> Refusal | None:
    """Return why a day cannot be counted again, or None."""
    if status is DayStatus.CLOSED:
        return Refusal(Why.DAY_IS_CLOSED)
    return Refusal(Why.COUNT_FIRST) if status is DayStatus.OPEN else None


def report_refusal(status: DayStatus, *, is_z: bool) -> Refusal | None:
    """Return why a day has no Z yet, or no X any more, or None."""
    if is_z:
        return None if status is DayStatus.CLOSED else Refusal(Why.Z_OF_AN_OPEN_DAY)
    return Refusal(Why.X_OF_A_CLOSED_DAY) if status is DayStatus.CLOSED else None


def close_refusal(status: DayStatus, counted: Decimal, kept: Decimal) -> Refusal | None:
    """Return why a day cannot be closed, or None.

    Args:
        status: Where it stands.
        counted: What was counted.
        kept: What of it stays in the drawer.
    """
    refusal = recount_refusal(status) or money_refusal(kept, field="kept")
    if refusal is None and kept > counted:
        return Refusal(Why.MORE_KEPT_THAN_COUNTED, Field("kept"), counted=counted)
    return refusal


def leave_refusal(status: DayStatus | None, *, others: int) -> Refusal | None:
    """Return why a workstation cannot use another drawer, or None: nobody would be left to close the one it has.

    Args:
        status: Of the newest day of the drawer that it has; None before there is one.
        others: How many other workstations use that drawer.
    """
    if others or status in {None, DayStatus.CLOSED}:
        return None
    return Refusal(Why.CLOSE_DRAWER_FIRST, Field("drawer"))
