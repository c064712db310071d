"""What the days of drawers came to, by their rows. Serves the guide's page "The drawer and the day".

A figure is a sum of rows that carry the day and never change, whatever the clock said when they were written.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.domain.sales.day_figures import (
    CardFigure,
    CodeFigure,
    DayFigures,
    PersonFigure,
    StandingFigure,
    TaxFigure,
    TenderFigure,
)
from posim_desktop.domain.sales.days import DayStatus, RowKind
from posim_desktop.domain.sales.invoice import InvoiceStatus, TransCode
from posim_desktop.domain.sales.tenders import OF_CUSTOMER, TenderKind
from posim_desktop.orm import (
    CustomerMoney,
    DrawerDay,
    DrawerRow,
    Employee,
    Invoice,
    InvoiceLine,
    InvoiceTax,
    TenderPaid,
)
from posim_desktop.orm.base import table_of

_rows, _days = table_of(DrawerRow), table_of(DrawerDay)
_money, _tenders, _invoices, _lines = (
    table_of(CustomerMoney),
    table_of(TenderPaid),
    table_of(Invoice),
    table_of(InvoiceLine),
)
_OWN = tuple(str(kind) for kind in OF_CUSTOMER)
_BY_TENDER = frozenset({RowKind.TENDER, RowKind.CHANGE, RowKind.GIVEN_BACK})
_day: sa.BindParameter[int] = sa.bindparam("day")


def _sum(column: sa.ColumnElement[Decimal]) -> sa.ColumnElement[Decimal]:
    return sa.func.coalesce(sa.func.sum(column), ZERO, type_=column.type)


_OF_DAY = (
    sa.select(
        _rows.c.kind,
        _rows.c.tender_kind,
        _rows.c.tender_name,
        sa.func.count().label("how_many"),
        _sum(_rows.c.amount).label("amount"),
    )
    .where(_rows.c.day_id == _day)
    .group_by(_rows.c.kind, _rows.c.tender_kind, _rows.c.tender_name)
)
_CARDS = (
    sa.select(_rows.c.reference, _rows.c.amount)
    .where(
        _rows.c.day_id == _day,
        _rows.c.tender_kind == str(TenderKind.CARD),
        _rows.c.kind.in_((str(RowKind.TENDER), str(RowKind.GIVEN_BACK))),
    )
    .order_by(_rows.c.id)
)
_SUMS = sa.select(
    sa.func.count(),
    _sum(_invoices.c.subtotal),
    _sum(_invoices.c.tax),
    _sum(_invoices.c.total),
    _sum(_invoices.c.rounding),
).where(_invoices.c.day_id == _day)
_CODES = (
    sa.select(
        _lines.c.trans_code,
        sa.func.count(),
        _sum(_lines.c.extension),
        _sum(_lines.c.discount),
        _sum(_lines.c.sale_discount),
    )
    .join(_invoices, _invoices.c.id == _lines.c.invoice_id)
    .where(_invoices.c.day_id == _day, _lines.c.trans_code != str(TransCode.COMMENT))
    .group_by(_lines.c.trans_code)
)
_TAXES = (
    sa.select(InvoiceTax.name, InvoiceTax.rate, _sum(InvoiceTax.taxable), _sum(InvoiceTax.tax))
    .select_from(InvoiceTax)
    .join(_invoices, _invoices.c.id == InvoiceTax.invoice_id)
    .where(_invoices.c.day_id == _day)
    .group_by(InvoiceTax.name, InvoiceTax.rate)
)
_PEOPLE = (
    sa.select(_invoices.c.employee_id, Employee.name, sa.func.count(), _sum(_invoices.c.total))
    .join(Employee, Employee.id == _invoices.c.employee_id)
    .where(_invoices.c.day_id == _day)
    .group_by(_invoices.c.employee_id, Employee.name)
    .order_by(_invoices.c.employee_id)
)
_CARRIED_IN = (
    sa.select(_sum(_tenders.c.amount))
    .join(_invoices, _invoices.c.id == _tenders.c.invoice_id)
    .where(
        _invoices.c.day_id == _day,
        _tenders.c.kind.not_in(_OWN),
        _tenders.c.day_id.is_distinct_from(_day),
    )
)
_CARRIED_OUT = (
    sa.select(_sum(_rows.c.amount))
    .join(_invoices, _invoices.c.id == _rows.c.invoice_id)
    .where(
        _rows.c.day_id == _day,
        _rows.c.kind.in_((str(RowKind.TENDER), str(RowKind.GIVEN_BACK))),
        _invoices.c.day_id.is_distinct_from(_day),
    )
)
_HELD = (
    sa.select(
        _money.c.kind, _money.c.backorder_id.is_not(None).label("is_deposit"), _sum(_money.c.amount).label("amount")
    )
    .where(_money.c.day_id == _day, _money.c.kind != str(MoneyKind.MOVED))
    .group_by(_money.c.kind, _money.c.backorder_id.is_not(None))
)
_CREDITED = sa.select(_money.c.customer_id).where(_money.c.day_id == _day, _money.c.backorder_id.is_(None)).distinct()
_CREDITS = (
    sa.select(_money.c.customer_id, _money.c.amount, (_money.c.day_id == _day).label("is_today"))
    .where(_money.c.backorder_id.is_(None), _money.c.customer_id.in_(_CREDITED))
    .order_by(_money.c.id)
)
_STANDING_LIVE = (
    sa.select(_tenders.c.invoice_id, _tenders.c.kind, _tenders.c.name, _sum(_tenders.c.amount))
    .join(_invoices, _invoices.c.id == _tenders.c.invoice_id)
    .join(_days, _days.c.id == _tenders.c.day_id)
    .where(
        _days.c.drawer_id == sa.bindparam("drawer"),
        _invoices.c.status == str(InvoiceStatus.WORKING),
        _tenders.c.kind.not_in(_OWN),
        _tenders.c.amount != ZERO,
    )
    .group_by(_tenders.c.invoice_id, _tenders.c.kind, _tenders.c.name)
)
_STANDING_THEN = sa.select(_rows.c.invoice_id, _rows.c.tender_kind, _rows.c.tender_name, _rows.c.amount).where(
    _rows.c.day_id == _day, _rows.c.kind == str(RowKind.STANDING)
)


def standing(connection: sa.Connection, drawer_id: int) -> tuple[StandingFigure, ...]:
    """List what was handed over at a drawer for invoices that are not posted yet."""
    return tuple(sorted(StandingFigure(*row) for row in connection.execute(_STANDING_LIVE, {"drawer": drawer_id})))


def worked_out(connection: sa.Connection, day_id: int) -> DayFigures:
    """Work out what a day came to by its rows, whether it is closed or not."""
    day = connection.execute(sa.select(_days).where(_days.c.id == day_id)).one()
    asked = {"day": day_id}
    if day.status == DayStatus.CLOSED:
        stands = tuple(sorted(StandingFigure(*row) for row in connection.execute(_STANDING_THEN, asked)))
    else:
        stands = standing(connection, day.drawer_id)
    invoices, subtotal, all_tax, total, rounding = connection.execute(_SUMS, asked).one()
    codes = sorted(tuple(row) for row in connection.execute(_CODES, asked))
    deposits = sum((row[2] for row in codes if row[0] == TransCode.DEPOSIT), ZERO)
    back = next((row for row in codes if row[0] == TransCode.RETURN), None)
    sold = next((row for row in codes if row[0] == TransCode.SALE), None)
    return DayFigures(
        opened_with=day.opened_with,
        **_moved(connection.execute(_OF_DAY, asked).all()),
        invoices=invoices,
        goods=subtotal - deposits,
        tax=all_tax,
        total=total,
        rounding=rounding,
        discounts=ZERO if sold is None else sold[3] + sold[4],
        returns=0 if back is None else back[1],
        returned=ZERO if back is None else back[2],
        **_held(connection.execute(_HELD, asked).all()),
        on_account=_on_account(connection.execute(_CREDITS, asked).all()),
        carried_in=connection.execute(_CARRIED_IN, asked).scalar_one(),
        carried_out=connection.execute(_CARRIED_OUT, asked).scalar_one(),
        taxes=tuple(
            sorted(
                TaxFigure(name, f"{rate.normalize():f}", taxable, tax)
                for name, rate, taxable, tax in connection.execute(_TAXES, asked)
            )
        ),
        codes=tuple(CodeFigure(*row[:3]) for row in codes),
        people=tuple(PersonFigure(*row) for row in connection.execute(_PEOPLE, asked)),
        cards=tuple(CardFigure(*row) for row in connection.execute(_CARDS, asked)),
        standing=stands,
    )


def _moved(rows: Sequence[sa.Row[Any]]) -> dict[str, Any]:
    """Add up the rows of a day: its cash, each tender, and what moves no money."""
    tenders: dict[tuple[str, str], TenderFigure] = {}
    sums: dict[RowKind, Decimal] = defaultdict(lambda: ZERO)
    counts: dict[RowKind, int] = defaultdict(int)
    cash = ZERO
    for row in rows:
        kind = RowKind(row.kind)
        sums[kind] += row.amount
        counts[kind] += row.how_many
        if kind in _BY_TENDER:
            key = (row.tender_kind, row.tender_name)
            before = tenders.get(key, TenderFigure(*key, 0, ZERO))
            more = row.how_many if kind is RowKind.TENDER else 0
            tenders[key] = before._replace(how_many=before.how_many + more, amount=before.amount + row.amount)
            cash += row.amount if row.tender_kind == TenderKind.CASH else ZERO
    return {
        "cash": cash,
        "paid_in": sums[RowKind.PAID_IN],
        "paid_out": sums[RowKind.PAID_OUT],
        "dropped": sums[RowKind.DROP],
        "voids": counts[RowKind.VOID],
        "voided": sums[RowKind.VOID],
        "no_sales": counts[RowKind.NO_SALE],
        "tenders": tuple(tenders[key] for key in sorted(tenders)),
    }


def _held(rows: Sequence[sa.Row[Any]]) -> dict[str, Any]:
    """Add up what became of the customers' money."""
    sums: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for row in rows:
        is_deposit, amount = row.is_deposit, row.amount
        match MoneyKind(row.kind):
            case MoneyKind.TAKEN:
                sums["deposits_taken" if is_deposit else "credit_given"] += amount
            case MoneyKind.CREDITED:
                sums["credit_given"] += amount
            case MoneyKind.APPLIED:
                sums["deposits_used" if is_deposit else "credit_used"] += amount
            case MoneyKind.REFUNDED:
                sums["deposits_refunded" if is_deposit else "credit_refunded"] += amount
            case MoneyKind.FORFEITED:
                sums["fees"] -= amount
    return dict(sums)


def _on_account(rows: Sequence[sa.Row[Any]]) -> Decimal:
    """Work out by how much more customers owe than before the day: what of their credit went below zero in it."""
    credit: dict[int, Decimal] = defaultdict(lambda: ZERO)
    owed = ZERO
    for row in rows:
        before = credit[row.customer_id]
        credit[row.customer_id] = before + row.amount
        if row.is_today:
            owed += max(ZERO, -(before + row.amount)) - max(ZERO, -before)
    return owed
