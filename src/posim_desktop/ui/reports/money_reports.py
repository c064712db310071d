"""The reports about money: tax, tenders, prices, returns, margin, deposits. Serves the guide's page "Reports"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.queries.reports import margin, money
from posim_desktop.queries.reports.money import Untaxed
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.queries.sales import on_deposit
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP
from posim_desktop.ui.reports.report import Chart, ChartStyle, Cut, Goal, Narrowing, ReportColumn, ReportSpec
from posim_desktop.ui.reports.sales_reports import (
    DEPARTMENT,
    DESCRIPTION,
    ITEM,
    OF_GOODS,
    OF_SALES,
    amounts,
    invoices_of,
    of_department,
    of_item,
)

_HUNDRED = Decimal(100)
_COUNT = Kind.COUNT


def _of_tax(lead: Any, scope: Scope) -> Goal | None:  # noqa: ANN401 - as the query says it
    return None if isinstance(lead, str) else invoices_of(scope, tax=lead[:2])


def _of_tender(name: str, scope: Scope) -> Goal:
    return invoices_of(scope, tender=name)


def _of_lowered(lead: tuple[int, str], scope: Scope) -> Goal:
    return invoices_of(replace(scope, employee_id=lead[0]), lowered=True, lowered_because=lead[1])


def _of_reason(reason: str, scope: Scope) -> Goal:
    return invoices_of(scope, reason=reason)


def _earned(cells: Sequence[Any]) -> Decimal:
    """Work the margin out: the last two cells are sales without tax and cost."""
    margin_: Decimal = cells[-2] - cells[-1]
    return margin_


def _earned_percent(cells: Sequence[Any]) -> Decimal | None:
    return _earned(cells) / cells[-2] * _HUNDRED if cells[-2] else None


_OF_MARGIN = (
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Units"), Kind.QUANTITY, adds=True),
    amounts(QT_TRANSLATE_NOOP("Reports", "Without Tax")),
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Cost"), Kind.MONEY, adds=True, costs=True),
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Margin"), Kind.MONEY, of=_earned, costs=True),
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Margin %"), Kind.PERCENT, of=_earned_percent, costs=True),
)
_MARGIN_ABOUT = QT_TRANSLATE_NOOP(
    "Reports", "Sales less returns, without tax, and what the goods cost when they were sold."
)


def _held(connection: Any, scope: Scope) -> list[tuple[Any, ...]]:  # noqa: ANN401 - no storage here
    """List what is held for each backorder, and as each customer's credit: below zero they owe it on account."""
    rows: list[tuple[Any, ...]] = []
    for row in on_deposit.held(connection).rows:
        is_credit = row.backorder_id is None
        lead: Goal = (Record.CUSTOMER, row.customer_id)
        if row.backorder_id is not None:
            lead = (Record.BACKORDER, row.backorder_id)
        since = row.since.astimezone(scope.zone).date()
        of_goods = (row.description or None, row.item or None, row.outstanding, row.waiting)
        amounts_ = (ZERO, row.held) if is_credit else (row.held, ZERO)
        rows.append((lead, row.customer, *amounts_, row.backorder_number, *of_goods, since, row.phone, row.company))
    return rows


def _where_it_is(lead: Goal, _scope: Scope) -> Goal:
    return lead


MONEY_REPORTS = (
    ReportSpec(
        "tax",
        QT_TRANSLATE_NOOP("Reports", "Tax"),
        QT_TRANSLATE_NOOP("Reports", "Each tax, and what it is paid on. Fees that were kept are in Deposits and Fees."),
        (
            ReportColumn(
                QT_TRANSLATE_NOOP("Reports", "Tax Code"),
                named={
                    Untaxed.EXEMPT: QT_TRANSLATE_NOOP("Reports", "Exempt"),
                    Untaxed.NO_CODE: QT_TRANSLATE_NOOP("Reports", "No tax code"),
                },
            ),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Tax Name")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Rate"), Kind.RATE),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Sales Without Tax"), Kind.MONEY, adds=True, has_sum=False),
            amounts(QT_TRANSLATE_NOOP("Reports", "Tax")),
        ),
        money.tax,
        leads=_of_tax,
    ),
    ReportSpec(
        "tenders",
        QT_TRANSLATE_NOOP("Reports", "Tenders"),
        QT_TRANSLATE_NOOP("Reports", "What posted invoices were paid by. Deposit and Credit are money held before."),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Tender")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Payments"), _COUNT, adds=True),
            amounts(QT_TRANSLATE_NOOP("Reports", "Taken")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Change")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Given Back")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Net")),
        ),
        money.tenders,
        OF_SALES,
        order=(5, True),
        chart=Chart(ChartStyle.BARS, 0, 5),
        leads=_of_tender,
    ),
    ReportSpec(
        "discounts",
        QT_TRANSLATE_NOOP("Reports", "Discounts and Price Changes"),
        QT_TRANSLATE_NOOP("Reports", "What was sold for another price than its list price, by whom and why."),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Employee")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Reason"), nothing=QT_TRANSLATE_NOOP("Reports", "No reason")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Lines"), _COUNT, adds=True),
            amounts(QT_TRANSLATE_NOOP("Reports", "Price Changes")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Discounts")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Given in All")),
        ),
        money.lowered_prices,
        OF_GOODS,
        order=(5, True),
        leads=_of_lowered,
    ),
    ReportSpec(
        "returns",
        QT_TRANSLATE_NOOP("Reports", "Returns"),
        QT_TRANSLATE_NOOP("Reports", "What came back, by the reason that was given."),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Reason"), nothing=QT_TRANSLATE_NOOP("Reports", "No reason")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Lines"), _COUNT, adds=True),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Units"), Kind.QUANTITY, adds=True),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Damaged"), Kind.QUANTITY, adds=True),
            amounts(QT_TRANSLATE_NOOP("Reports", "Without a Receipt")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Given Back")),
        ),
        money.returns,
        OF_GOODS,
        order=(5, False),
        leads=_of_reason,
    ),
    ReportSpec(
        "margin_by_item",
        QT_TRANSLATE_NOOP("Reports", "Margin by Item"),
        _MARGIN_ABOUT,
        (ITEM, DESCRIPTION, *_OF_MARGIN),
        margin.by_item,
        OF_GOODS,
        order=(5, True),
        chart=Chart(ChartStyle.BARS, 1, 5),
        leads=of_item,
        cut=Cut.QUARTERS,
        permission=Permission.SEE_COSTS,
    ),
    ReportSpec(
        "margin_by_department",
        QT_TRANSLATE_NOOP("Reports", "Margin by Department"),
        _MARGIN_ABOUT,
        (DEPARTMENT, *_OF_MARGIN),
        margin.by_department,
        frozenset({Narrowing.PERIOD, Narrowing.EMPLOYEE, Narrowing.VENDOR}),
        order=(4, True),
        chart=Chart(ChartStyle.BARS, 0, 4),
        leads=of_department,
        cut=Cut.QUARTERS,
        permission=Permission.SEE_COSTS,
    ),
    ReportSpec(
        "held_money",
        QT_TRANSLATE_NOOP("Reports", "Deposits and Fees"),
        QT_TRANSLATE_NOOP("Reports", "What customers paid ahead, what became of it, and the fees that were kept."),
        (
            ReportColumn(
                QT_TRANSLATE_NOOP("Reports", "What"),
                named={
                    MoneyKind.TAKEN: QT_TRANSLATE_NOOP("Reports", "Paid ahead"),
                    MoneyKind.CREDITED: QT_TRANSLATE_NOOP("Reports", "Given as credit"),
                    MoneyKind.APPLIED: QT_TRANSLATE_NOOP("Reports", "Used"),
                    MoneyKind.REFUNDED: QT_TRANSLATE_NOOP("Reports", "Refunded"),
                    MoneyKind.FORFEITED: QT_TRANSLATE_NOOP("Reports", "Fees kept"),
                },
            ),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Movements"), _COUNT, adds=True),
            amounts(QT_TRANSLATE_NOOP("Reports", "In")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Out")),
        ),
        money.held_money,
    ),
    ReportSpec(
        "on_deposit",
        QT_TRANSLATE_NOOP("Reports", "On Deposit"),
        QT_TRANSLATE_NOOP("Reports", "What the shop holds for customers now; credit below zero is owed on account."),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Customer")),
            amounts(QT_TRANSLATE_NOOP("Reports", "On Deposit")),
            amounts(QT_TRANSLATE_NOOP("Reports", "Credit")),
            ReportColumn(
                QT_TRANSLATE_NOOP("Reports", "Backorder"), Kind.NUMBER, nothing=QT_TRANSLATE_NOOP("Reports", "Credit")
            ),
            *(DESCRIPTION, ITEM),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Outstanding"), Kind.QUANTITY),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Waiting"), Kind.QUANTITY),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Since"), Kind.DAY),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Phone")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Company")),
        ),
        _held,
        frozenset(),
        leads=_where_it_is,
        cut=None,
    ),
)
