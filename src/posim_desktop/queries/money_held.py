"""The customer's money as it stands: figures that add up, their rows, what is held. Serves "Deposits and credit"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.orm import Backorder, CustomerMoney, Employee, Invoice, InvoiceLine, Item, TenderPaid
from posim_desktop.orm.base import table_of

_money = table_of(CustomerMoney)
_other = _money.alias("other_half")


class MoneyTerm(StrEnum):
    """The terms of the sum: taken + from credit = on deposit + used + refunded + to credit + fees."""

    TAKEN = "taken"
    FROM_CREDIT = "from_credit"
    ON_DEPOSIT = "on_deposit"
    USED = "used"
    REFUNDED = "refunded"
    TO_CREDIT = "to_credit"
    FEES = "fees"


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """What became of the deposits of a backorder, or of all of a customer's; no figure is below zero.

    Attributes:
        taken: What the customer paid ahead.
        from_credit: What was put on it from the customer's credit.
        on_deposit: What of it the shop still holds.
        used: What paid for goods that were picked up.
        refunded: What was paid back.
        to_credit: What the customer keeps as credit.
        fees: What the shop kept.
    """

    taken: Decimal = ZERO
    from_credit: Decimal = ZERO
    on_deposit: Decimal = ZERO
    used: Decimal = ZERO
    refunded: Decimal = ZERO
    to_credit: Decimal = ZERO
    fees: Decimal = ZERO

    def __bool__(self) -> bool:
        """Say whether there ever was a deposit."""
        return bool(self.taken or self.from_credit)

    @property
    def add_up(self) -> bool:
        """Whether what came in is what is there and what became of the rest."""
        left = self.on_deposit + self.used + self.refunded + self.to_credit + self.fees
        return self.taken + self.from_credit == left

    def of(self, figure: MoneyTerm) -> Decimal:
        """Return one of them."""
        amount: Decimal = getattr(self, figure)
        return amount


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of the ledger, with the document that it comes from.

    Attributes:
        amount: Above zero where money comes into what is held, below where it leaves.
        backorder_id: For which backorder it is held; None for credit.
        invoice_id: The invoice on which it was taken, paid back, used or given as credit.
        other_backorder_id: Of money that was moved: for which backorder it was held before, or is held now.
        other_backorder_number: Its number.
        is_between_cards: Whether it was moved because two cards became one.
        name: Who did it.
    """

    id: int
    at: datetime
    kind: MoneyKind
    amount: Decimal
    backorder_id: int | None
    backorder_number: int | None
    item: str
    invoice_id: int | None
    invoice_number: int | None
    other_backorder_id: int | None
    other_backorder_number: int | None
    is_between_cards: bool
    name: str
    reason: str


_KINDS: Mapping[MoneyTerm, MoneyKind] = MappingProxyType(
    {
        MoneyTerm.TAKEN: MoneyKind.TAKEN,
        MoneyTerm.FROM_CREDIT: MoneyKind.MOVED,
        MoneyTerm.USED: MoneyKind.APPLIED,
        MoneyTerm.REFUNDED: MoneyKind.REFUNDED,
        MoneyTerm.TO_CREDIT: MoneyKind.MOVED,
        MoneyTerm.FEES: MoneyKind.FORFEITED,
    }
)
_same = _money.alias("same_account")
_other_half = sa.or_(_other.c.id == _money.c.moved_from_id, _other.c.moved_from_id == _money.c.id)
_same_account = (
    sa.select(_same.c.id)
    .where(
        sa.or_(_same.c.id == _money.c.moved_from_id, _same.c.moved_from_id == _money.c.id),
        _same.c.backorder_id == _money.c.backorder_id,
    )
    .correlate(_money)
    .exists()
)
"""Of money that went along with a backorder to the card that its customer's was merged into."""
_real = sa.or_(_money.c.kind != str(MoneyKind.MOVED), ~_same_account)
_of_backorder = _money.c.backorder_id == sa.bindparam("of")
_of_customer = _money.c.backorder_id.in_(sa.select(Backorder.id).where(Backorder.customer_id == sa.bindparam("of")))


_is_credit = _money.c.backorder_id.is_(None)
_credit_of = sa.and_(_money.c.customer_id == sa.bindparam("of"), _is_credit)


def _sums(of: sa.ColumnElement[bool]) -> sa.Select[*tuple[Any, ...]]:
    is_in = _money.c.amount > ZERO
    whole = sa.func.sum(_money.c.amount, type_=_money.c.amount.type)
    return (
        sa.select(_is_credit, _money.c.kind, is_in, whole).where(of, _real).group_by(_is_credit, _money.c.kind, is_in)
    )


_SUMS_OF_BACKORDER, _SUMS_OF_CUSTOMER = _sums(_of_backorder), _sums(sa.or_(_of_customer, _credit_of))


def of_backorder(connection: sa.Connection, backorder_id: int) -> MoneyFigures:
    """Add up the deposits of a backorder."""
    return _figures(connection.execute(_SUMS_OF_BACKORDER, {"of": backorder_id}).all())


def of_customer(connection: sa.Connection, customer_id: int) -> tuple[MoneyFigures, Decimal]:
    """Add up the deposits of all of a customer's backorders, and their credit; below zero is owed on account."""
    sums = connection.execute(_SUMS_OF_CUSTOMER, {"of": customer_id}).all()
    credit = sum((row[3] for row in sums if row[0]), ZERO)
    return _figures([row for row in sums if not row[0]]), credit


def _figures(sums: Sequence[sa.Row[*tuple[Any, ...]]]) -> MoneyFigures:
    by_kind = {(MoneyKind(kind), bool(is_in)): amount for _is_credit, kind, is_in, amount in sums}

    def left(kind: MoneyKind) -> Decimal:
        amount: Decimal = by_kind.get((kind, False), ZERO)
        return -amount + ZERO

    return MoneyFigures(
        taken=by_kind.get((MoneyKind.TAKEN, True), ZERO),
        from_credit=by_kind.get((MoneyKind.MOVED, True), ZERO),
        on_deposit=sum(by_kind.values(), ZERO),
        used=left(MoneyKind.APPLIED),
        refunded=left(MoneyKind.REFUNDED),
        to_credit=left(MoneyKind.MOVED),
        fees=left(MoneyKind.FORFEITED),
    )


def _rows() -> sa.Select[*tuple[Any, ...]]:
    """Write the statement of :class:`MoneyRow`, for any part of the ledger."""
    other_backorder = table_of(Backorder).alias("other_backorder")
    of_line = sa.select(InvoiceLine.invoice_id).where(InvoiceLine.id == _money.c.line_id).scalar_subquery()
    of_tender = sa.select(TenderPaid.invoice_id).where(TenderPaid.id == _money.c.tender_id).scalar_subquery()
    return (
        sa.select(
            *(_money.c.id, _money.c.at, _money.c.kind, _money.c.amount, _money.c.backorder_id, Backorder.number),
            sa.func.coalesce(Item.code, ""),
            *(Invoice.id, Invoice.number, _other.c.backorder_id, other_backorder.c.number),
            sa.func.coalesce(_other.c.customer_id != _money.c.customer_id, sa.false()),
            *(Employee.name, _money.c.reason),
        )
        .join(Employee, Employee.id == _money.c.employee_id)
        .outerjoin(Backorder, Backorder.id == _money.c.backorder_id)
        .outerjoin(Item, Item.id == Backorder.item_id)
        .outerjoin(Invoice, Invoice.id == sa.func.coalesce(of_line, of_tender))
        .outerjoin(_other, _other_half)
        .outerjoin(other_backorder, other_backorder.c.id == _other.c.backorder_id)
        .order_by(_money.c.id)
    )


_ROWS = _rows()


def rows_of_backorder(connection: sa.Connection, backorder_id: int, figure: MoneyTerm) -> tuple[MoneyRow, ...]:
    """List what a figure of a backorder is made of, oldest first; all rows for what is on deposit."""
    return _rows_of(connection, _of_backorder, backorder_id, figure)


def rows_of_customer(connection: sa.Connection, customer_id: int, figure: MoneyTerm) -> tuple[MoneyRow, ...]:
    """List what a figure of a customer is made of, oldest first; all rows for what is on deposit."""
    return _rows_of(connection, _of_customer, customer_id, figure)


def credit_rows(connection: sa.Connection, customer_id: int) -> tuple[MoneyRow, ...]:
    """List what a customer's credit is made of, oldest first."""
    chosen = _ROWS.where(_money.c.customer_id == customer_id, _money.c.backorder_id.is_(None))
    return _read(connection, chosen)


def _rows_of(
    connection: sa.Connection, of: sa.ColumnElement[bool], record_id: int, figure: MoneyTerm
) -> tuple[MoneyRow, ...]:
    chosen = _ROWS.where(of, _real)
    kind = _KINDS.get(figure)
    if kind is not None:
        comes_in = figure in {MoneyTerm.TAKEN, MoneyTerm.FROM_CREDIT}
        sign = _money.c.amount > ZERO if comes_in else _money.c.amount < ZERO
        chosen = chosen.where(_money.c.kind == str(kind), sign)
    return _read(connection, chosen, {"of": record_id})


def _read(
    connection: sa.Connection, chosen: sa.Select[*tuple[Any, ...]], bound: Mapping[str, int] | None = None
) -> tuple[MoneyRow, ...]:
    return tuple(
        MoneyRow(row[0], row[1], MoneyKind(row[2]), *row[3:]) for row in connection.execute(chosen, bound or {})
    )
