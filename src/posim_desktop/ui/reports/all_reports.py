"""All reports, in the groups of the list at the left. Serves the guide's page "Reports"."""

from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP
from posim_desktop.ui.reports.money_reports import MONEY_REPORTS
from posim_desktop.ui.reports.report import ReportSpec
from posim_desktop.ui.reports.sales_reports import SALES_REPORTS
from posim_desktop.ui.reports.stock_reports import BACKORDER_REPORTS, STOCK_REPORTS

REPORT_GROUPS: tuple[tuple[str, tuple[ReportSpec, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Reports", "Sales"), SALES_REPORTS),
    (QT_TRANSLATE_NOOP("Reports", "Money"), MONEY_REPORTS),
    (QT_TRANSLATE_NOOP("Reports", "Stock"), STOCK_REPORTS),
    (QT_TRANSLATE_NOOP("Reports", "Backorders"), BACKORDER_REPORTS),
)
