"""The confirmation of a special order: preview, prints and copies. Serves "Special orders" in the guide."""

from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import Printing
from posim_desktop.printing.escpos import printer_job
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.confirmation import ConfirmationWriting, confirmation_pages, confirmation_strip
from posim_desktop.queries import answers, attachments
from posim_desktop.queries.sales.special_orders import SpecialOrderDetails
from posim_desktop.services.sales import print_jobs
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.kept_prints import kept_print
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, ReceiptForm, open_preview
from posim_desktop.ui.widgets.receipt_printing import receipt_printer, strip_paper

CONFIRMATION_WRITING = ConfirmationWriting(WRITING, formatting.date)


def preview_confirmation(
    window: QWidget, operations: Operations, order: SpecialOrderDetails, invoice_id: int
) -> PrintPreviewDialog | None:
    """Show the confirmation of a posted special order as it prints; None after saying that the shop cannot be read."""
    try:
        files = operations.read(attachments.on_special_order, order.id)
        answered = operations.read(answers.on_special_order, order.id)
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return None

    def order_strip(spells_out: bool) -> bool:  # noqa: FBT001 - called back
        verb = partial(
            print_jobs.order,
            invoice_id=invoice_id,
            printing=Printing.CONFIRMATION,
            printer=receipt_printer(),
            spells_out=spells_out,
        )
        return isinstance(operations.run(window, verb), Done)

    def form(shop: ShopPreferences) -> ReceiptForm:
        strip = confirmation_strip(order, shop, CONFIRMATION_WRITING, strip_paper(), answers=answered)
        return ReceiptForm(printer_job(strip, strip_paper(), opens_drawer=False).missing, order_strip)

    def copy(shop: ShopPreferences) -> Pages:
        return confirmation_pages(order, shop, CONFIRMATION_WRITING, files=files, answers=answered, is_copy=True)

    paper = kept_print(window, operations, copy, invoice_id=invoice_id, is_confirmation=True)
    return open_preview(
        window,
        operations,
        lambda shop: confirmation_pages(order, shop, CONFIRMATION_WRITING, files=files, answers=answered),
        form,
        paper,
    )
