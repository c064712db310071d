"""Tax, tenders, price changes, returns and what customers paid ahead. Serves the guide's page "Reports"."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.orm import CustomerMoney, Employee, Invoice, InvoiceLine, InvoiceTax, TaxCode, TenderPaid
from posim_desktop.orm.base import table_of
from posim_desktop.orm.types import Money, Quantity
from posim_desktop.queries.reports.arithmetic import UNITS, half_up, whole
from posim_desktop.queries.reports.sales import IS_GOODS, IS_RETURN, IS_SALE, lines_sold
from posim_desktop.queries.reports.scope import Scope, sold, within

Row = tuple[Any, ...]
_invoices, _lines, _taxes, _tenders = (table_of(each) for each in (Invoice, InvoiceLine, InvoiceTax, TenderPaid))
_money = table_of(CustomerMoney)


class Untaxed(StrEnum):
    """Sales on which no tax is paid."""

    EXEMPT = "exempt"
    NO_CODE = "no code"


def tax(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add each tax up: code, tax, rate, what was taxed without any tax, tax; then what was not taxed.

    What is taxed by several taxes of a code is in the row of each.
    """
    code = _taxes.c.tax_code_id
    of_code = sa.func.sum(whole(_taxes.c.tax)).over(partition_by=(_taxes.c.invoice_id, code, _taxes.c.taxable))
    net = whole(_taxes.c.taxable) - sa.case((_invoices.c.tax_inclusive, of_code), else_=0)
    each = (
        sa.select(code.label("code"), _taxes.c.name, _taxes.c.rate, net.label("net"), _taxes.c.tax)
        .select_from(_invoices)
        .join(_taxes, _taxes.c.invoice_id == _invoices.c.id)
        .where(sold(scope))
        .subquery()
    )
    sums = (
        sa.select(
            *(each.c.code, each.c.name, each.c.rate),
            sa.func.sum(each.c.net, type_=Money()).label("net"),
            sa.func.sum(each.c.tax, type_=Money()).label("tax"),
        )
        .group_by(each.c.code, each.c.name, each.c.rate)
        .subquery()
    )
    chosen = sa.select(*(sums.c.code, TaxCode.code, sums.c.name, sums.c.rate, sums.c.net, sums.c.tax)).join(
        table_of(TaxCode), TaxCode.id == sums.c.code
    )
    taxed = [((row[0], row[2], row[3]), *row[1:]) for row in connection.execute(chosen)]
    return [*taxed, *_untaxed(connection, scope)]


def _untaxed(connection: sa.Connection, scope: Scope) -> list[Row]:
    no_code = _lines.c.tax_code_id.is_(None)
    exempt = sa.and_(~no_code, _invoices.c.exempt_number != "", _lines.c.given_before.is_(None))
    kind = sa.case((no_code, Untaxed.NO_CODE), else_=Untaxed.EXEMPT)
    chosen = (
        sa.select(kind, sa.func.sum(_lines.c.extension, type_=Money()))
        .select_from(_invoices)
        .join(_lines, _lines.c.invoice_id == _invoices.c.id)
        .where(sold(scope), IS_GOODS, sa.or_(no_code, exempt))
        .group_by(kind)
    )
    return [(kind, Untaxed(kind), None, None, net, ZERO) for kind, net in connection.execute(chosen)]


def tenders(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add each tender up on posted invoices: name, payments, taken, change, given back, net."""
    is_in = _tenders.c.amount > 0
    taken = sa.func.sum(sa.case((is_in, _tenders.c.amount), else_=0), type_=Money())
    back = sa.func.sum(sa.case((is_in, 0), else_=_tenders.c.amount), type_=Money())
    change = sa.func.sum(_tenders.c.change, type_=Money())
    net = sa.func.sum(_tenders.c.amount - _tenders.c.change, type_=Money())
    chosen = (
        sa.select(_tenders.c.name, _tenders.c.name, sa.func.count(), taken, change, back, net)
        .select_from(_invoices)
        .join(_tenders, _tenders.c.invoice_id == _invoices.c.id)
        .where(sold(scope))
        .group_by(_tenders.c.name)
    )
    return [tuple(row) for row in connection.execute(chosen)]


def lowered_prices(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up what was sold for another price than listed: employee, reason, lines, price changes, discounts, in all.

    A price change is by how much less all units of the line cost than listed, rounded by line; more is below zero.
    """
    discounts = _lines.c.discount + _lines.c.sale_discount
    lowered = whole(_lines.c.quantity) * (whole(_lines.c.list_price) - whole(_lines.c.unit_price))
    change = half_up(sa.type_coerce(lowered, sa.BigInteger()), UNITS)
    reason = sa.case((_lines.c.discount_reason != "", _lines.c.discount_reason), else_=_invoices.c.discount_reason)
    employee = _invoices.c.employee_id
    sums = (
        lines_sold(
            scope,
            *(employee.label("employee"), reason.label("reason"), sa.func.count().label("lines")),
            sa.func.sum(change, type_=Money()).label("changes"),
            sa.func.sum(discounts, type_=Money()).label("discounts"),
        )
        .where(IS_SALE, sa.or_(discounts != 0, lowered != 0))
        .group_by(employee, reason)
        .subquery()
    )
    whole_sum = sa.type_coerce(sums.c.changes + sums.c.discounts, Money())
    chosen = sa.select(
        *(sums.c.employee, Employee.name, sums.c.reason, sums.c.lines, sums.c.changes, sums.c.discounts, whole_sum)
    ).join(table_of(Employee), Employee.id == sums.c.employee)
    return [((row[0], row[2]), row[1], row[2] or None, *row[3:]) for row in connection.execute(chosen)]


def returns(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up what came back by its reason: reason, lines, units, damaged units, without a receipt, given back."""
    damaged = sa.func.sum(sa.case((_lines.c.damaged, _lines.c.quantity), else_=0), type_=Quantity())
    no_receipt = sa.func.sum(sa.case((_lines.c.returns_line_id.is_(None), _lines.c.extension), else_=0), type_=Money())
    chosen = (
        lines_sold(
            scope,
            *(_lines.c.return_reason, sa.func.count(), sa.func.sum(_lines.c.quantity, type_=Quantity()), damaged),
            *(no_receipt, sa.func.sum(_lines.c.extension, type_=Money())),
        )
        .where(IS_RETURN)
        .group_by(_lines.c.return_reason)
    )
    return [(row[0], row[0] or None, *row[1:]) for row in connection.execute(chosen)]


def held_money(connection: sa.Connection, scope: Scope) -> Sequence[Row]:
    """Add up what happened to deposits and credit: kind, movements, came in, went out; moves within are left out."""
    is_in = _money.c.amount > 0
    chosen = (
        sa.select(
            *(_money.c.kind, sa.func.count()),
            sa.func.sum(sa.case((is_in, _money.c.amount), else_=0), type_=Money()),
            sa.func.sum(sa.case((is_in, 0), else_=_money.c.amount), type_=Money()),
        )
        .where(within(scope, CustomerMoney.at), _money.c.kind != MoneyKind.MOVED)
        .group_by(_money.c.kind)
    )
    return [(row[0], MoneyKind(row[0]), *row[1:]) for row in connection.execute(chosen)]
