"""The reports about sales. Serves the guide's page "Reports"."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.queries.reports import sales
from posim_desktop.queries.reports.found import SalesFound
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.ui import formatting
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP
from posim_desktop.ui.reports.report import Chart, ChartStyle, Goal, Narrowing, ReportColumn, ReportSpec

_DAY = timedelta(days=1)
OF_GOODS = frozenset({Narrowing.PERIOD, Narrowing.DEPARTMENT, Narrowing.EMPLOYEE, Narrowing.VENDOR})
OF_SALES = frozenset({Narrowing.PERIOD, Narrowing.EMPLOYEE})


def amounts(label: str) -> ReportColumn:
    """Describe a column of amounts that add up."""
    return ReportColumn(label, Kind.MONEY, adds=True)


ITEM = ReportColumn(QT_TRANSLATE_NOOP("Reports", "Item ID"))
DESCRIPTION = ReportColumn(QT_TRANSLATE_NOOP("Reports", "Description"))
DEPARTMENT = ReportColumn(
    QT_TRANSLATE_NOOP("Reports", "Department"), nothing=QT_TRANSLATE_NOOP("Reports", "No department")
)
_OF_INVOICES = (
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Invoices"), Kind.COUNT, adds=True),
    amounts(QT_TRANSLATE_NOOP("Reports", "Sales")),
    amounts(QT_TRANSLATE_NOOP("Reports", "Returns")),
    amounts(QT_TRANSLATE_NOOP("Reports", "Net Sales")),
    amounts(QT_TRANSLATE_NOOP("Reports", "From Backorders")),
    amounts(QT_TRANSLATE_NOOP("Reports", "Tax")),
    amounts(QT_TRANSLATE_NOOP("Reports", "With Tax")),
)
_OF_LINES = (
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Sold"), Kind.QUANTITY, adds=True),
    ReportColumn(QT_TRANSLATE_NOOP("Reports", "Returned"), Kind.QUANTITY, adds=True),
    amounts(QT_TRANSLATE_NOOP("Reports", "Sales")),
    amounts(QT_TRANSLATE_NOOP("Reports", "Returns")),
    amounts(QT_TRANSLATE_NOOP("Reports", "Net Sales")),
    amounts(QT_TRANSLATE_NOOP("Reports", "From Backorders")),
)


def invoices_of(scope: Scope, **narrowed: Any) -> Goal:  # noqa: ANN401 - fields of the set
    """Lead to the invoices of a period."""
    return Place.PROCESSED_INVOICES, SalesFound(scope=scope, **narrowed)


def _of_day(day: date, scope: Scope) -> Goal:
    since, before = formatting.midnight(day), formatting.midnight(day + _DAY)
    inside = replace(scope, since=max(since, scope.since), before=min(before, scope.before))
    return invoices_of(inside)


def _of_hour(hour: int, scope: Scope) -> Goal:
    return invoices_of(scope, hour=hour)


def _of_employee(employee_id: int, scope: Scope) -> Goal:
    return invoices_of(replace(scope, employee_id=employee_id))


def _of_customer(customer_id: int | None, scope: Scope) -> Goal:
    return invoices_of(scope, customer_id=customer_id, no_customer=customer_id is None)


def of_department(department_id: int | None, scope: Scope) -> Goal:
    """Lead to the invoices with goods of a department, or of none."""
    return invoices_of(replace(scope, department_id=department_id), no_department=department_id is None)


def of_item(item_id: int, scope: Scope) -> Goal:
    """Lead to the invoices with an item."""
    return invoices_of(scope, item_id=item_id)


BY_DAY = ReportSpec(
    "sales_by_day",
    QT_TRANSLATE_NOOP("Reports", "Sales by Day"),
    QT_TRANSLATE_NOOP("Reports", "What was sold and taken back on each day, after all discounts."),
    (ReportColumn(QT_TRANSLATE_NOOP("Reports", "Day"), Kind.DAY), *_OF_INVOICES),
    sales.by_day,
    OF_SALES,
    chart=Chart(ChartStyle.COLUMNS, 0, 4),
    leads=_of_day,
)
_BY_HOUR = ReportSpec(
    "sales_by_hour",
    QT_TRANSLATE_NOOP("Reports", "Sales by Hour"),
    QT_TRANSLATE_NOOP("Reports", "At which hours of the day the shop sells; each begins at the time shown."),
    (ReportColumn(QT_TRANSLATE_NOOP("Reports", "Hour"), Kind.HOUR), *_OF_INVOICES),
    sales.by_hour,
    OF_SALES,
    chart=Chart(ChartStyle.COLUMNS, 0, 4),
    leads=_of_hour,
)
BY_DEPARTMENT = ReportSpec(
    "sales_by_department",
    QT_TRANSLATE_NOOP("Reports", "Sales by Department"),
    QT_TRANSLATE_NOOP("Reports", "What each department sold, by the department that its items are in today."),
    (DEPARTMENT, *_OF_LINES),
    sales.by_department,
    frozenset({Narrowing.PERIOD, Narrowing.EMPLOYEE, Narrowing.VENDOR}),
    order=(5, True),
    chart=Chart(ChartStyle.BARS, 0, 5),
    leads=of_department,
)
_BY_ITEM = ReportSpec(
    "sales_by_item",
    QT_TRANSLATE_NOOP("Reports", "Sales by Item"),
    QT_TRANSLATE_NOOP("Reports", "How much of each item was sold and came back."),
    (ITEM, DESCRIPTION, *_OF_LINES),
    sales.by_item,
    OF_GOODS,
    order=(6, True),
    chart=Chart(ChartStyle.BARS, 1, 6),
    leads=of_item,
)
_BY_EMPLOYEE = ReportSpec(
    "sales_by_employee",
    QT_TRANSLATE_NOOP("Reports", "Sales by Employee"),
    QT_TRANSLATE_NOOP("Reports", "What each employee sold and took back."),
    (ReportColumn(QT_TRANSLATE_NOOP("Reports", "Employee")), *_OF_INVOICES),
    sales.by_employee,
    order=(4, True),
    chart=Chart(ChartStyle.BARS, 0, 4),
    leads=_of_employee,
)
_BY_CUSTOMER = ReportSpec(
    "sales_by_customer",
    QT_TRANSLATE_NOOP("Reports", "Sales by Customer"),
    QT_TRANSLATE_NOOP("Reports", "What each customer bought and brought back; merged cards count as one."),
    (
        ReportColumn(QT_TRANSLATE_NOOP("Reports", "Customer"), nothing=QT_TRANSLATE_NOOP("Reports", "No customer")),
        *_OF_INVOICES,
    ),
    sales.by_customer,
    OF_SALES,
    order=(4, True),
    chart=Chart(ChartStyle.BARS, 0, 4),
    leads=_of_customer,
)
SALES_REPORTS = (BY_DAY, _BY_HOUR, BY_DEPARTMENT, _BY_ITEM, _BY_EMPLOYEE, _BY_CUSTOMER)
