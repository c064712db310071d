"""Fill Backorders: set goods from the shelf aside for the backorders of a processed invoice.

Serves the guide's page "Fill backorders".
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.backorders.questions import goods_refusal
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.sales import commitment as commitment_rules
from posim_desktop.queries.backorders.fillable import FillableRow
from posim_desktop.services.sales import fills
from posim_desktop.services.sales.fills import Fill
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.widgets.edits import QuantityEdit, TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog

_WIDTH = 560


class FillBackordersDialog(FormDialog):
    """Asks how many units of each outstanding backorder to fill; what can be is proposed, oldest line first.

    Signals:
        filled(int): A new Open Invoice was made; its id.
    """

    filled = Signal(int)

    def __init__(
        self, parent: QWidget, operations: Operations, invoice_id: int, backorders: tuple[FillableRow, ...]
    ) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.operations = operations
        self._invoice_id = invoice_id
        self._backorders = backorders
        self._attempt = Attempt(one_action=True)
        self.quantity_edits: dict[int, QuantityEdit] = {}
        self.setObjectName("fill_backorders")
        self.setWindowTitle(self.tr("Fill Backorders"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _build(self) -> None:
        self.say_first(
            self.tr("The goods are set aside for the customer on a new Open Invoice, at the promised price.")
        )
        left = {row.item_id: row.available for row in self._backorders}
        for row in self._backorders:
            edit = QuantityEdit(_name(row.id), zero=True)
            refusal = goods_refusal(row.question) or commitment_rules.can_fill(row.outstanding, row.available)
            proposed = NO_UNITS if refusal else max(NO_UNITS, min(row.outstanding, left[row.item_id]))
            if row.one_piece and proposed < row.outstanding:
                proposed = NO_UNITS
            left[row.item_id] -= proposed
            edit.set_value(proposed)
            edit.setEnabled(refusal is None)
            edit.setToolTip(words_of(refusal))
            self.quantity_edits[row.id] = edit
            self.add_input(_name(row.id), self._label(row), edit)
        self.word_edit = TextEdit(text.REASON)
        self.word_edit.setPlaceholderText(self.tr("Only for part of one piece"))
        if any(row.one_piece for row in self._backorders):
            self.add_input("word", self.tr("Why Only a Part"), self.word_edit)
        enabled = [edit for edit in self.quantity_edits.values() if edit.isEnabled()]
        self.accept_button.setEnabled(bool(enabled))
        if not enabled:
            self.accept_button.setToolTip(self.tr("None of these items is available."))

    def _label(self, row: FillableRow) -> str:
        words = self.tr("Backorder {number}: {item}, outstanding {outstanding}, available {available}")
        if row.one_piece:
            words = self.tr("Backorder {number}: {item}, outstanding {outstanding} in one piece, available {available}")
        return words.format(
            number=row.number,
            item=row.item,
            outstanding=formatting.quantity(row.outstanding),
            available=formatting.quantity(max(NO_UNITS, row.available)),
        )

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        wanted: list[Fill] = []
        for backorder_id, edit in self.quantity_edits.items():
            try:
                wanted.append(Fill(backorder_id, edit.value(), self.word_edit.value()))
            except RefusedError as refused:
                self.show_refusal(refused.refusal)
                return
        verb = partial(fills.fill_backorders, invoice_id=self._invoice_id, fills=tuple(wanted))
        done = self.operations.run(self, verb, self._attempt, self._on_refusal)
        if isinstance(done, Done):
            self.accept()
            self.filled.emit(done.record_id)

    def _on_refusal(self, refusal: Refusal) -> bool:
        where = refusal.where
        return self.show_refusal(refusal.at(Field(_name(where.line))) if isinstance(where, Cell) else refusal)


def _name(backorder_id: int) -> str:
    return f"quantity_{backorder_id}"
