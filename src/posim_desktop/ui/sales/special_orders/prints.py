"""The confirmation of a special order: preview, prints and copies. Serves "Special orders" in the guide."""

from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.confirmation import confirmation_pages, confirmation_strip
from posim_desktop.queries import answers, attachments
from posim_desktop.queries.sales.special_orders import SpecialOrderDetails
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.kept_prints import kept_print, kept_receipt
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, ReceiptForm, open_preview
from posim_desktop.ui.widgets.receipt_printing import strip_paper


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
    of = [PrintSubject(invoice_id)]

    def form(shop: ShopPreferences) -> ReceiptForm:
        strip = confirmation_strip(order, shop, WRITING, strip_paper(), answers=answered)
        return kept_receipt(window, operations, [strip], of, Printing.CONFIRMATION)

    def copy(shop: ShopPreferences) -> Pages:
        return confirmation_pages(order, shop, WRITING, files=files, answers=answered, is_copy=True)

    paper = kept_print(window, operations, copy, of, Printing.CONFIRMATION_PAPER)
    return open_preview(
        window,
        operations,
        lambda shop: confirmation_pages(order, shop, WRITING, files=files, answers=answered),
        form,
        paper,
    )
