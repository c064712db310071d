"""Prints on large paper that are written down as print jobs. Serves "Print jobs" in the guide."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import SendingEnd
from posim_desktop.printing.pages import Pages
from posim_desktop.queries.sales import print_jobs as queries
from posim_desktop.services.sales import print_jobs
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.print_preview import PaperForm

_FIRST_ATTEMPT = 1


def kept_print(
    window: QWidget,
    operations: Operations,
    copy: Callable[[ShopPreferences], Pages],
    *,
    invoice_id: int | None = None,
    purchase_order_id: int | None = None,
    is_confirmation: bool = False,
) -> PaperForm:
    """Write down what is printed of a processed invoice, an order or a special order; again, it is a copy."""

    def begin(printer: str) -> tuple[int, bool] | None:
        verb = partial(
            print_jobs.begin_paper,
            printer=printer,
            invoice_id=invoice_id,
            purchase_order_id=purchase_order_id,
            is_confirmation=is_confirmation,
        )
        begun = operations.run(window, verb)
        if not isinstance(begun, Done):
            return None
        return begun.record_id, operations.read(queries.is_copy, begun.record_id)

    def end(job_id: int, taken: bool) -> None:  # noqa: FBT001 - called back
        came_of = SendingEnd.TAKEN if taken else SendingEnd.NOT_PRINTABLE
        why = "" if taken else QCoreApplication.translate("Sending", "the printer did not take it")
        operations.run(window, partial(print_jobs.end, job_id=job_id, attempt=_FIRST_ATTEMPT, end=came_of, reason=why))

    return PaperForm(begin, end, copy)
