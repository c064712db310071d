"""The reports about stock, vendors and backorders. Serves the guide's page "Reports"."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from posim_desktop.domain.changes import Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.queries.reports import backorders, stock
from posim_desktop.queries.reports.found import CanceledFound
from posim_desktop.queries.reports.scope import Scope
from posim_desktop.ui.navigator import Place
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP
from posim_desktop.ui.reports.report import Chart, ChartStyle, Cut, Goal, Narrowing, ReportColumn, ReportSpec
from posim_desktop.ui.reports.sales_reports import DESCRIPTION, ITEM, amounts

_OF_STOCK = frozenset({Narrowing.DEPARTMENT, Narrowing.VENDOR})


def _units(label: str) -> ReportColumn:
    """Describe a column of units; those of different goods are no sum."""
    return ReportColumn(label, Kind.QUANTITY)


def _item(item_id: int, _scope: Scope) -> Goal:
    return Record.ITEM, item_id


def _vendor(vendor_id: int, _scope: Scope) -> Goal:
    return Record.VENDOR, vendor_id


def _backorder(backorder_id: int, _scope: Scope) -> Goal:
    return Record.BACKORDER, backorder_id


def _canceled(reason: str, scope: Scope) -> Goal:
    return Place.BACKORDERS, CanceledFound(scope=scope, reason=reason)


def _average_days(cells: Sequence[Any]) -> Decimal | None:
    return Decimal(cells[2]) / cells[1] if cells[1] else None


_WORTH = ReportColumn(QT_TRANSLATE_NOOP("Reports", "Worth at Cost"), Kind.MONEY, adds=True, costs=True)

STOCK_REPORTS = (
    ReportSpec(
        "stock_value",
        QT_TRANSLATE_NOOP("Reports", "Stock Value"),
        QT_TRANSLATE_NOOP("Reports", "What is on hand now, at what it last cost and at the price on the card."),
        (
            *(ITEM, DESCRIPTION, _units(QT_TRANSLATE_NOOP("Reports", "On Hand"))),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Unit Cost"), Kind.COST, costs=True),
            _WORTH,
            amounts(QT_TRANSLATE_NOOP("Reports", "Worth at Price")),
        ),
        stock.value,
        _OF_STOCK,
        order=(5, True),
        chart=Chart(ChartStyle.BARS, 1, 5),
        leads=_item,
        cut=None,
    ),
    ReportSpec(
        "stock_movements",
        QT_TRANSLATE_NOOP("Reports", "Stock Movements"),
        QT_TRANSLATE_NOOP("Reports", "What was on hand first, what came and went, and what was on hand afterwards."),
        (
            *(ITEM, DESCRIPTION, _units(QT_TRANSLATE_NOOP("Reports", "Before"))),
            _units(QT_TRANSLATE_NOOP("Reports", "Received")),
            _units(QT_TRANSLATE_NOOP("Reports", "Sold")),
            _units(QT_TRANSLATE_NOOP("Reports", "Came Back")),
            _units(QT_TRANSLATE_NOOP("Reports", "To Vendors")),
            _units(QT_TRANSLATE_NOOP("Reports", "Adjusted")),
            _units(QT_TRANSLATE_NOOP("Reports", "Afterwards")),
        ),
        stock.movements,
        _OF_STOCK | {Narrowing.PERIOD},
        leads=_item,
        cut=None,
    ),
    ReportSpec(
        "slow_stock",
        QT_TRANSLATE_NOOP("Reports", "Slow and Dead Stock"),
        QT_TRANSLATE_NOOP(
            "Reports", "What is on hand and has not been sold for so long. What came since then is left out."
        ),
        (
            *(ITEM, DESCRIPTION, _units(QT_TRANSLATE_NOOP("Reports", "On Hand"))),
            ReportColumn(
                QT_TRANSLATE_NOOP("Reports", "Last Sold"), Kind.DAY, nothing=QT_TRANSLATE_NOOP("Reports", "Never")
            ),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Days"), Kind.COUNT),
            _WORTH,
        ),
        stock.slow,
        _OF_STOCK | {Narrowing.DAYS},
        order=(3, False),
        leads=_item,
        cut=Cut.GOODS,
    ),
    ReportSpec(
        "lead_times",
        QT_TRANSLATE_NOOP("Reports", "Vendor Lead Times"),
        QT_TRANSLATE_NOOP("Reports", "How many days deliveries took from posting the order, and how many came late."),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Vendor")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Deliveries"), Kind.COUNT, adds=True),
            ReportColumn("", Kind.COUNT, adds=True),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Average Days"), Kind.TENTHS, of=_average_days),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Fewest"), Kind.COUNT),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Most"), Kind.COUNT),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "With an Expected Day"), Kind.COUNT, adds=True),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Late"), Kind.COUNT, adds=True),
        ),
        stock.lead_times,
        order=(3, True),
        chart=Chart(ChartStyle.BARS, 0, 3),
        leads=_vendor,
        cut=None,
    ),
)

BACKORDER_REPORTS = (
    ReportSpec(
        "open_backorders",
        QT_TRANSLATE_NOOP("Reports", "Open Backorders"),
        QT_TRANSLATE_NOOP(
            "Reports", "What customers wait for, by age: what it is worth, what of it is tied up in goods."
        ),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Backorder"), Kind.NUMBER),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Customer")),
            *(DESCRIPTION, ReportColumn("", Kind.DAY)),  # Days says it in less room
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Days"), Kind.COUNT),
            amounts(QT_TRANSLATE_NOOP("Reports", "Worth")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Tied Up"), Kind.MONEY, adds=True, costs=True),
            amounts(QT_TRANSLATE_NOOP("Reports", "On Deposit")),
            *(
                _units(QT_TRANSLATE_NOOP("Reports", "Outstanding")),
                _units(QT_TRANSLATE_NOOP("Reports", "Waiting")),
                ITEM,
            ),
            ReportColumn(
                "",  # the chart says it, and Days does
                named={
                    0: QT_TRANSLATE_NOOP("Reports", "Up to 7 days"),
                    8: QT_TRANSLATE_NOOP("Reports", "8 to 30 days"),
                    31: QT_TRANSLATE_NOOP("Reports", "31 to 90 days"),
                    91: QT_TRANSLATE_NOOP("Reports", "More than 90 days"),
                },
            ),
        ),
        backorders.open_backorders,
        _OF_STOCK,
        order=(4, True),
        chart=Chart(ChartStyle.COLUMNS, 11, 5),
        leads=_backorder,
        cut=None,
    ),
    ReportSpec(
        "lost_sales",
        QT_TRANSLATE_NOOP("Reports", "Lost Sales"),
        QT_TRANSLATE_NOOP("Reports", "What was canceled of backorders, by the reason that was given."),
        (
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Reason")),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Cancellations"), Kind.COUNT, adds=True),
            ReportColumn(QT_TRANSLATE_NOOP("Reports", "Units"), Kind.QUANTITY, adds=True),
            amounts(QT_TRANSLATE_NOOP("Reports", "Worth")),
        ),
        backorders.lost_sales,
        order=(3, True),
        chart=Chart(ChartStyle.BARS, 0, 3),
        leads=_canceled,
    ),
)
