"""Asking why goods come back without a receipt, and in which state. Serves the guide's page "Returns"."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Cell, Field, Refusal, TroubleError
from posim_desktop.domain.sales.returns import reason_refusal
from posim_desktop.queries.sales.working_rows import WorkingLine
from posim_desktop.services.sales.invoices import LineEdit
from posim_desktop.ui import formatting
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales import return_words
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.form_dialog import FormDialog

_REASON = "return_reason"


class ReturnReasonDialog(FormDialog):
    """Asks for the reason of a return, and where the goods go."""

    def __init__(
        self,
        parent: QWidget,
        lines: Sequence[WorkingLine],
        reasons: Sequence[str],
        told: Callable[[str, bool], Refusal | None],
    ) -> None:
        """Make the dialog.

        Args:
            parent: The till.
            lines: The goods; one answer counts for all of them.
            reasons: Those to choose from.
            told: Called with the reason and whether the goods are damaged; returns why they were not written, or None.
        """
        from posim_desktop.ui.widgets.signature import box_of_reasons  # noqa: PLC0415 - a start does not wait for it

        super().__init__(parent, "", accept="", cancel="")
        self._told = told
        self.setObjectName("return_reason")
        self.setWindowTitle(self.tr("Return without a Receipt"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        words = self.tr("No sale is named for what comes back: {goods}")
        named = [f"{formatting.quantity(line.quantity)} × {line.description}" for line in lines]
        self.say_first(words.format(goods=", ".join(named)))
        self.reason_edit = box_of_reasons(reasons, self.tr("Why it comes back"))
        self.reason_edit.setEditText(lines[0].return_reason)
        self.where_edit = DropDown()
        self.where_edit.addItem(self.tr("Shelf"), userData=False)
        self.where_edit.addItem(self.tr("Damaged"), userData=True)
        self.where_edit.setCurrentIndex(int(lines[0].damaged))
        self.add_input(_REASON, self.tr("Reason"), self.reason_edit)
        self.add_input("damaged", self.tr("Where"), self.where_edit)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        reason = self.reason_edit.currentText().strip()
        refusal = reason_refusal(reason) or self._told(reason, bool(self.where_edit.currentData()))
        if refusal is None:
            self.accept()
        else:
            self.show_refusal(refusal)


class ReturnCheck(QObject):
    """Asks for the reasons of returns: when goods are put on, before the invoice is paid, and whenever one likes.

    Signals:
        settled: The reason was told, or left for later.
    """

    settled = Signal()

    def __init__(self, sale: Sale, window: QWidget) -> None:
        super().__init__(window)
        self._sale = sale
        self._window = window

    def open(self, lines: Sequence[WorkingLine]) -> ReturnReasonDialog | None:
        """Ask why lines come back; None when the database cannot be read, as was said."""
        try:
            reasons = return_words.reasons(self._sale.shop())
        except TroubleError as trouble:
            self._sale.trouble(words_of_trouble(trouble))
            return None

        def told(reason: str, damaged: bool) -> Refusal | None:  # noqa: FBT001 - called back
            edit = LineEdit(return_reason=reason, damaged=damaged)
            return next(filter(None, (self._sale.change_line(line.id, edit) for line in lines)), None)

        dialog = ReturnReasonDialog(self._window, lines, reasons, told)
        dialog.finished.connect(self._on_finished)
        dialog.open()
        return dialog

    def asks(self, go_on: Callable[[], None]) -> bool:
        """Ask once about all lines of which nobody says why they come back; False when there are none.

        Args:
            go_on: What is done once it is told.
        """
        lines = [line for line in self._sale.lines if line.lacks_reason]
        if not lines:
            return False
        dialog = self.open(lines)
        if dialog is not None:
            dialog.accepted.connect(go_on)
        return True

    def shows(self, refusal: Refusal) -> bool:
        """Show at its line why an invoice was not posted; False when that is not about why it comes back."""
        match refusal.where:
            case Cell(column, line_id) if column == _REASON:
                line = self._sale.line(line_id)
                dialog = None if line is None else self.open([line])
                if dialog is not None:
                    dialog.show_refusal(refusal.at(Field(_REASON)))
                return line is not None
        return False

    def _on_finished(self) -> None:
        self._window.activateWindow()
        self.settled.emit()
