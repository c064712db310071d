"""Goods set aside: committing and uncommitting the current invoice, and what its banner says.

Serves the guide's page "Pick up".
"""

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import commitment as commitment_rules
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales.working_rows import WorkingDetails, WorkingLine
from posim_desktop.services.sales import commitments
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.sale import Sale

if TYPE_CHECKING:
    from posim_desktop.ui.sales.release_goods import ReleaseGoodsDialog
    from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog


class Commitment(QObject):
    """Sets the goods of the current invoice aside and releases them.

    Signals:
        layaway_begun(int): The goods are set aside; this invoice is to be paid now.
    """

    layaway_begun = Signal(int)

    def __init__(self, operations: Operations, sale: Sale, frame: TillFrame, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._sale = sale
        self._frame = frame
        self._window = window
        self._shown = False

    @property
    def is_committed(self) -> bool:
        """Whether the current invoice is committed."""
        return self._sale.details is not None and self._sale.details.committed

    def commit_refusal(self) -> Refusal | None:
        """Return why the goods cannot be set aside, or None."""
        details = self._sale.details
        if details is None:
            return Refusal(Why.NOTHING_TO_SET_ASIDE)
        codes = [line.trans_code for line in details.lines]
        return commitment_rules.commit_refusal(details.status, committed=details.committed, codes=codes)

    def uncommit_refusal(self) -> Refusal | None:
        """Return why there is nothing to release, or None."""
        details = self._sale.details
        if details is None:
            return Refusal(Why.INVOICE_NOT_COMMITTED)
        return commitment_rules.uncommit_refusal(details.status, committed=details.committed)

    def commit(self) -> None:
        """Set the goods aside for this invoice."""
        if (details := self._sale.details) is not None:
            self._say(self.commit_refusal() or self._sale.do(partial(commitments.commit, invoice_id=details.id)))

    def open_layaway(self) -> None:
        """Ask what is paid ahead for the goods, or say why they cannot be set aside."""
        from posim_desktop.ui.sales.till.layaway import LayawayDialog  # noqa: PLC0415 - when first opened

        refusal = self.commit_refusal()
        if refusal is None and not self._sale.has_customer:
            self._frame.customer_panel.refuse(Refusal(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer")))
            return
        if refusal is not None:
            self._say(refusal)
            return
        dialog = LayawayDialog(self._window, self._sale)
        dialog.begun.connect(self.layaway_begun)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def uncommit(self) -> None:
        """Give the goods free, to change the invoice."""
        if (details := self._sale.details) is not None:
            self._say(self.uncommit_refusal() or self._sale.do(partial(commitments.uncommit, invoice_id=details.id)))

    def preview_slip(self) -> "PrintPreviewDialog | None":
        """Show the pick-up slip of the current invoice; None after saying why there is none."""
        from posim_desktop.ui.sales.pickup_prints import preview_slips  # noqa: PLC0415 - loads when first printed

        details = self._sale.details
        return preview_slips(self._window, self._operations, [] if details is None else [details.id])

    def ask_to_reduce(self, line: WorkingLine, left: Decimal = NO_UNITS) -> "ReleaseGoodsDialog":
        """Ask what becomes of goods of a fill line that are not handed over, then leave less on it or take it off."""
        from posim_desktop.ui.sales.release_goods import ReleaseGoodsDialog  # noqa: PLC0415 - loads when first opened

        freed = self.tr("{quantity} × {item}").format(
            quantity=formatting.quantity(line.quantity - left), item=line.item or line.description
        )
        what = self.tr("{goods} on this line are set aside for a backorder. They will be available to others again.")
        dialog = ReleaseGoodsDialog(
            self._window,
            self._operations,
            title=self.tr("Reduce") if left else self.tr("Delete Line"),
            what=what.format(goods=freed),
            accept=self.tr("Reduce") if left else self.tr("Delete Line"),
            goods={} if line.fills_backorder_id is None else {line.fills_backorder_id: line.quantity - left},
            release=lambda canceling, key: self._sale.reduce_fill(line, left, canceling, key),
        )
        dialog.finished.connect(self._focus_next)
        dialog.open()
        return dialog

    def _focus_next(self) -> None:
        self._window.activateWindow()
        self._frame.lines.focus_entry()

    def show(self, details: WorkingDetails | None) -> None:
        """Say in the banner that goods are set aside, and take the words away when they no longer are."""
        if details is not None and details.committed and details.committed_at is not None:
            words = self.tr("Set aside for {customer} since {time}. Uncommit the invoice to change it.").format(
                customer=details.customer.name if details.customer else self.tr("no customer"),
                time=formatting.date_time(details.committed_at),
            )
            self._frame.banner.show_message("info", words, self.tr("Uncommit & Process"))
            self._shown = True
        elif self._shown:
            self._frame.banner.clear_message()
            self._shown = False

    def _say(self, refusal: Refusal | None) -> None:
        if refusal is not None and refusal.why is not Why.NOT_STORED:
            say(self._window, words_of(refusal))
