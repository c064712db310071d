"""Asking before more is sold than there is. Serves the guide's page "The out-of-stock warning"."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError, require
from posim_desktop.domain.quantity import quantity_refusal
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.queries.sales.till import OutOfStock
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.services.sales.invoices import LineEdit, NewLine
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.out_of_stock import Answer, OutOfStockDialog
from posim_desktop.ui.sales.till.sale import Sale

Result = Callable[[Refusal | None], None]


class StockCheck(QObject):
    """Puts goods on the invoice and changes lines, asking first where they sell more than is available.

    Signals:
        asked(OutOfStockDialog): The question opens.
        backordered: A line became a backorder.
        wished(OutOfStock): What is missing went on the Want List.
        settled: The question was answered and what followed from it is done.
    """

    asked = Signal(object)
    backordered = Signal()
    wished = Signal(object)
    settled = Signal()

    def __init__(self, sale: Sale, window: QWidget) -> None:
        super().__init__(window)
        self._sale = sale
        self._window = window
        self._is_asking = False

    @property
    def is_asking(self) -> bool:
        """Whether the warning is open."""
        return self._is_asking

    def add(self, sold: NewLine, then: Result, attempt: Attempt | None = None) -> None:
        """Put goods on the invoice as a sale; ``then`` hears why not, or None."""
        try:
            warning = self._sale.warning(sold.item_id, sold.quantity)
        except TroubleError as trouble:
            then(self._sale.trouble(words_of_trouble(trouble)))
            return
        if warning is None:
            then(self._sale.add_items(sold, attempt=attempt))
            return

        def answered(answer: Answer) -> None:
            lines: tuple[NewLine, ...] = ()
            match answer:
                case Answer.BACK_ORDER:
                    lines = (replace(sold, trans_code=TransCode.BACKORDER, serials=()),)
                case Answer.SPLIT:
                    rest = replace(sold, quantity=warning.shortage, trans_code=TransCode.BACKORDER, serials=())
                    lines = (replace(sold, quantity=warning.left, serials=()), rest)
                case Answer.SELL_ANYWAY:
                    lines = (replace(sold, sell_anyway=True),)
                case Answer.WANT:
                    then(self._note_wish(warning))
                    return
                case Answer.CANCEL:
                    pass
            then(self._sale.add_items(*lines, attempt=attempt) if lines else None)

        self._ask(warning, answered)

    def change(self, line: WorkingLine, edit: LineEdit, then: Result) -> None:
        """Change a line; a sale of more than there is, is asked about first. ``then`` hears why not, or None."""
        code = edit.trans_code or line.trans_code
        if edit.quantity is None and edit.trans_code is None:
            then(self._sale.change_line(line.id, edit))
            return
        if code is not TransCode.SALE or line.item_id is None:
            refusal = self._sale.change_line(line.id, replace(edit, sell_anyway=False))
            then(refusal)
            if refusal is None and code is TransCode.BACKORDER:
                self.backordered.emit()
            return
        wanted = line.quantity if edit.quantity is None else edit.quantity
        try:
            require(quantity_refusal(wanted))
            warning = self._sale.warning(line.item_id, wanted, line.id)
        except RefusedError as refused:
            then(refused.refusal)
            return
        except TroubleError as trouble:
            then(self._sale.trouble(words_of_trouble(trouble)))
            return
        if warning is None:
            then(self._sale.change_line(line.id, replace(edit, sell_anyway=False)))
            return
        self._ask(warning, lambda answer: then(self._apply(answer, line.id, edit, warning)))

    def ask_about_short_lines(self) -> bool:
        """Ask about the first line that sells more than there is and was not asked about; False when there is none."""
        for line in self._sale.lines:
            if line.must_be_asked and line.item_id is not None:
                try:
                    warning = self._sale.warning(line.item_id, line.quantity, line.id)
                except TroubleError as trouble:
                    self._sale.trouble(words_of_trouble(trouble))
                    return True
                if warning is not None:
                    self._ask_about(line.id, warning)
                    return True
        return False

    def _ask_about(self, line_id: int, warning: OutOfStock) -> None:
        self._ask(warning, lambda answer: self._apply(answer, line_id, LineEdit(), warning))

    def _apply(self, answer: Answer, line_id: int, edit: LineEdit, warning: OutOfStock) -> Refusal | None:
        match answer:
            case Answer.BACK_ORDER:
                code = TransCode.BACKORDER
                return self._sale.change_line(line_id, replace(edit, trans_code=code, sell_anyway=False))
            case Answer.SELL_ANYWAY:
                return self._sale.change_line(line_id, replace(edit, sell_anyway=True))
            case Answer.SPLIT:
                refusal = self._sale.change_line(line_id, replace(edit, sell_anyway=False))
                return refusal or self._sale.split_line(line_id, warning.left)
            case Answer.WANT:
                return self._note_wish(warning, line_id)
            case Answer.CANCEL:
                return None

    def _note_wish(self, warning: OutOfStock, line_id: int | None = None) -> Refusal | None:
        """Put what is missing on the Want List; a line of the invoice keeps what can be sold, or goes."""
        line = None if line_id is None else self._sale.line(line_id)
        refusal = self._sale.note_wish(warning.item_id, warning.shortage)
        if refusal is None and line is not None and line.quantity > warning.left:
            left = warning.left
            refusal = (
                self._sale.change_line(line.id, LineEdit(quantity=left))
                if left > 0
                else self._sale.remove_line(line.id)
            )
        if refusal is None:
            self.wished.emit(warning)
        return refusal

    def _ask(self, warning: OutOfStock, answered: Callable[[Answer], object]) -> None:
        has_customer, lacking = self._sale.has_customer, self._sale.lacking(warning)
        dialog = OutOfStockDialog(warning, self._window, has_customer=has_customer, lacking=lacking)
        self._is_asking = True

        def on_answered(answer: Answer) -> None:
            self._is_asking = False
            dialog.deleteLater()
            self._window.activateWindow()
            answered(answer)
            if answer in {Answer.BACK_ORDER, Answer.SPLIT}:
                self.backordered.emit()
            self.settled.emit()

        dialog.answered.connect(on_answered)
        self.asked.emit(dialog)
        dialog.open()
