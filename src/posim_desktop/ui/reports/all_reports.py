"""All reports, in the groups of the list at the left. Serves the guide's page "Reports"."""

from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP
from posim_desktop.ui.reports.report import ReportSpec
from posim_desktop.ui.reports.sales_reports import SALES_REPORTS

REPORT_GROUPS: tuple[tuple[str, tuple[ReportSpec, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Reports", "Sales"), SALES_REPORTS),
)
