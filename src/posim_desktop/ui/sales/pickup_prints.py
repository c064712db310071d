"""What is printed for goods set aside: slips, labels of boxes, the call list. Serves the guide's page "Pick up"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.sales.box_label import box_labels, label_strips
from posim_desktop.printing.sales.call_list import call_list
from posim_desktop.printing.sales.pickup_slip import pickup_slips, pickup_strip
from posim_desktop.printing.strip import Strip
from posim_desktop.queries.sales import pickup
from posim_desktop.queries.sales.pickup import PickupSlip
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.widgets.kept_prints import kept_print, kept_receipt
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog, ReceiptForm, open_preview
from posim_desktop.ui.widgets.receipt_printing import strip_paper


def preview_slips(window: QWidget, operations: Operations, invoice_ids: Sequence[int]) -> PrintPreviewDialog | None:
    """Show the pick-up slips of working invoices; None after saying why there are none."""
    waiting = _waiting(window, operations, invoice_ids)

    def lay_out(shop: ShopPreferences) -> Pages:
        return pickup_slips(waiting, shop, WRITING)

    return _preview(window, operations, waiting, lay_out, (Printing.SLIP, Printing.SLIP_PAPER))


def preview_labels(
    window: QWidget, operations: Operations, invoice_ids: Sequence[int], boxes: int
) -> PrintPreviewDialog | None:
    """Show the labels of so many boxes of each working invoice; None after saying why there are none."""
    waiting = _waiting(window, operations, invoice_ids)

    def lay_out(_shop: ShopPreferences) -> Pages:
        return box_labels(waiting, boxes)

    printings = (Printing.BOX_LABELS, Printing.BOX_LABELS_PAPER)
    return _preview(window, operations, waiting, lay_out, printings, boxes)


def preview_call_list(window: QWidget, operations: Operations, invoice_ids: Sequence[int]) -> PrintPreviewDialog | None:
    """Show the list of who to call about working invoices; None after saying why there is none."""
    waiting = _waiting(window, operations, invoice_ids)
    return open_preview(window, operations, lambda shop: call_list(waiting, shop, WRITING)) if waiting else None


def goods_strips(slip: PickupSlip, boxes: int | None) -> Sequence[Strip]:
    """Lay a slip out for receipt paper, or the labels of so many boxes."""
    return [pickup_strip(slip, WRITING, strip_paper())] if boxes is None else label_strips(slip, boxes)


def _waiting(window: QWidget, operations: Operations, invoice_ids: Sequence[int]) -> list[PickupSlip]:
    """Read what waits of invoices; nothing after saying why."""
    try:
        waiting = [slip for slip in operations.read(pickup.slips, invoice_ids) if slip.lines]
    except TroubleError as trouble:
        say(window, words_of_trouble(trouble))
        return []
    if not waiting:
        say(window, QCoreApplication.translate("pickup_prints", "There is nothing to pick up."))
    return waiting


def _preview(
    window: QWidget,
    operations: Operations,
    waiting: Sequence[PickupSlip],
    lay_out: Callable[[ShopPreferences], Pages],
    printings: tuple[Printing, Printing],
    boxes: int | None = None,
) -> PrintPreviewDialog | None:
    if not waiting:
        return None
    subjects = [PrintSubject(slip.invoice_id, boxes=boxes) for slip in waiting]
    on_receipt, on_paper = printings

    def form(_shop: ShopPreferences) -> ReceiptForm:
        strips = [strip for slip in waiting for strip in goods_strips(slip, boxes)]
        return kept_receipt(window, operations, strips, subjects, on_receipt)

    paper = kept_print(window, operations, lay_out, subjects, on_paper)
    return open_preview(window, operations, lay_out, form, paper)
