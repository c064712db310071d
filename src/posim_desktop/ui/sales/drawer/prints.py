"""The X and the Z in the print preview. Serves the guide's page "The drawer and the day"."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.days import DayStatus
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.day_report import day_pages, day_strip
from posim_desktop.queries.sales.days import DayDetails
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.kept_prints import kept_print, kept_receipt
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, ReceiptForm, open_preview
from posim_desktop.ui.widgets.receipt_printing import strip_paper


def preview_day(window: QWidget, operations: Operations, day: DayDetails) -> PrintPreviewDialog | None:
    """Open the print preview of a day: its X, or its Z once it is closed; None after saying why there is none."""
    is_closed = day.row.status is DayStatus.CLOSED
    on_strip, on_paper = (
        (Printing.Z_REPORT, Printing.Z_REPORT_PAPER) if is_closed else (Printing.X_REPORT, Printing.X_REPORT_PAPER)
    )
    of, moment = [PrintSubject(day_id=day.row.id)], operations.now()

    def lay_out(shop: ShopPreferences, *, is_copy: bool = False) -> Pages:
        return day_pages(day, shop, WRITING, moment, is_copy=is_copy)

    def receipt(shop: ShopPreferences) -> ReceiptForm:
        strip = day_strip(day, shop, WRITING, moment, strip_paper())
        return kept_receipt(window, operations, [strip], of, on_strip)

    paper = kept_print(window, operations, partial(lay_out, is_copy=True), of, on_paper)
    return open_preview(window, operations, lay_out, receipt, paper)
