"""What is printed for goods set aside: slips, labels of boxes, the call list. Serves the guide's page "Pick up"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.box_label import box_labels, label_strips
from posim_desktop.printing.sales.call_list import call_list
from posim_desktop.printing.sales.invoice import InvoiceWriting
from posim_desktop.printing.sales.pickup_slip import pickup_slips, pickup_strip
from posim_desktop.printing.strip import Strip
from posim_desktop.queries.sales import pickup
from posim_desktop.queries.sales.pickup import PickupSlip
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, open_preview
from posim_desktop.ui.widgets.receipt_printing import strip_paper
from posim_desktop.ui.widgets.strip_sender import strip_form

_Layout = Callable[[Sequence[PickupSlip], ShopPreferences, InvoiceWriting], Pages]


def preview_slips(window: QWidget, operations: Operations, invoice_ids: Sequence[int]) -> PrintPreviewDialog | None:
    """Show the pick-up slips of working invoices; None after saying why there are none."""
    return _preview(
        window,
        operations,
        invoice_ids,
        pickup_slips,
        lambda slips: [pickup_strip(slip, WRITING, strip_paper()) for slip in slips],
    )


def preview_labels(window: QWidget, operations: Operations, invoice_id: int, boxes: int) -> PrintPreviewDialog | None:
    """Show the labels of the boxes of a working invoice; None after saying why there are none."""
    return _preview(
        window,
        operations,
        [invoice_id],
        lambda slips, _shop, _writing: box_labels(slips[0], boxes),
        lambda slips: label_strips(slips[0], boxes),
    )


def preview_call_list(window: QWidget, operations: Operations, invoice_ids: Sequence[int]) -> PrintPreviewDialog | None:
    """Show the list of who to call about working invoices; None after saying why there is none."""
    return _preview(window, operations, invoice_ids, call_list)


def _preview(
    window: QWidget,
    operations: Operations,
    invoice_ids: Sequence[int],
    lay_out: _Layout,
    strips: Callable[[Sequence[PickupSlip]], Sequence[Strip]] | None = None,
) -> PrintPreviewDialog | None:
    try:
        waiting = [slip for slip in operations.read(pickup.slips, invoice_ids) if slip.lines]
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return None
    if not waiting:
        say(window, QCoreApplication.translate("pickup_prints", "There is nothing to pick up."))
        return None
    form = None if strips is None else lambda _shop: strip_form(window, strips(waiting))
    return open_preview(window, operations, lambda shop: lay_out(waiting, shop, WRITING), form)
