"""What a stock count asks: what is counted, what waits for customers, what a code is. Serves "Count the stock"."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError
from posim_desktop.domain.receiving.stock_counts import Extent
from posim_desktop.domain.why import Why
from posim_desktop.queries.receiving import stock_counts as queries
from posim_desktop.queries.receiving.stock_counts import HeldLine, StrayLine
from posim_desktop.queries.sales import till
from posim_desktop.services.receiving import stock_counts as verbs
from posim_desktop.services.receiving.stock_counts import FoundHeld
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.receiving.stock_counts.words import tr
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.edits import QuantityEdit, TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.inputs import ChoiceBox, OptionBox

_AT_ONCE = 12


class NewCountDialog(FormDialog):
    """Asks what is to be counted; open it with ``open()``.

    Signals:
        begun(int): This count has begun.
    """

    begun = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent, tr("New Stock Count"), accept=tr("Start"), cancel=tr("Cancel"))
        self.setObjectName("new_count_dialog")
        self._operations = operations
        self._attempt = Attempt(one_action=True)
        self.say_first(
            tr("The shop may go on selling: each item is compared with what should be there as it is counted.")
        )
        self.extent_box = OptionBox(
            (
                (Extent.EVERYTHING, tr("Everything")),
                (Extent.DEPARTMENT, tr("One department")),
                (Extent.SCANNED, tr("Only what is scanned")),
            )
        )
        self.department_box = ChoiceBox("department", tr("department"))
        self.department_box.offer(operations.read(queries.departments), tr("(none)"))
        self.note_edit = TextEdit(text.NOTE)
        self.add_input("extent", tr("Count"), self.extent_box)
        self.add_input("department", tr("Department"), self.department_box)
        self.add_input("note", tr("Note"), self.note_edit)
        self.first_focus = self.extent_box
        self.extent_box.currentIndexChanged.connect(self._show_department)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self._show_department()

    def _show_department(self, *_: object) -> None:
        self.department_box.setEnabled(self.extent_box.value() is Extent.DEPARTMENT)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        extent = Extent(str(self.extent_box.value()))
        try:
            department_id = self.department_box.value() if extent is Extent.DEPARTMENT else None
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(verbs.start, extent=extent, department_id=department_id, note=self.note_edit.value())
        outcome = self._operations.run(self, verb, self._attempt, self.show_refusal)
        if isinstance(outcome, Done):
            self.accept()
            self.begun.emit(outcome.record_id)


class HeldDialog(FormDialog):
    """Asks whether the goods that wait for customers are there; open it with ``open()``."""

    def __init__(self, parent: QWidget, operations: Operations, stock_count_id: int, held: Sequence[HeldLine]) -> None:
        super().__init__(parent, tr("Waiting for Customers"), accept=tr("Save"), cancel=tr("Cancel"), width=620)
        self.setObjectName("held_dialog")
        self._operations = operations
        self._count_id = stock_count_id
        self._attempt = Attempt()
        # What nobody looked at comes first; the next ones when these are saved.
        self._held = sorted(held, key=lambda line: line.found is not None)[:_AT_ONCE]
        self.say_first(tr("Look where these goods wait, and enter how many of them are there."))
        self.edits: list[QuantityEdit] = []
        for place, line in enumerate(self._held):
            edit = QuantityEdit(_field(place), zero=True)
            edit.setText(formatting.quantity(line.held if line.found is None else line.found))
            label = tr("{customer}: {quantity} × {item}").format(
                customer=line.customer or tr("A customer"),
                quantity=formatting.quantity(line.held),
                item=line.description,
            )
            self.add_input(_field(place), label, edit)
            self.edits.append(edit)
        self.put_labels_above()
        self.first_focus = self.edits[0] if self.edits else None
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            found = tuple(
                FoundHeld(line.item_id, line.invoice_id, line.held, edit.value())
                for line, edit in zip(self._held, self.edits, strict=True)
            )
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(verbs.find_held, stock_count_id=self._count_id, found=found)
        if isinstance(self._operations.run(self, verb, self._attempt, self._refused), Done):
            self.accept()

    def _refused(self, refusal: Refusal) -> bool:
        where = refusal.where
        return self.show_refusal(refusal.at(Field(_field(where.line))) if isinstance(where, Cell) else refusal)


def _field(place: int) -> str:
    return f"found_{place}"


class StrayDialog(FormDialog):
    """Asks what a code is that nobody knows; open it with ``open()``."""

    def __init__(self, parent: QWidget, operations: Operations, stock_count_id: int, stray: StrayLine) -> None:
        super().__init__(parent, tr("Unidentified"), accept=tr("Save"), cancel=tr("Later"), width=560)
        self.setObjectName("stray_dialog")
        self._operations = operations
        self._count_id = stock_count_id
        self._stray = stray
        self._attempt = Attempt()
        words = tr("{code}: scanned {quantity} × ({people}). No item has this code.").format(
            code=stray.code, quantity=formatting.quantity(stray.quantity), people=stray.places
        )
        mark(self.say_first(words), role="value")
        self.say_first(tr("Enter the item that it is, or say what became of it; then it counts nowhere."))
        self.item_edit = TextEdit(text.SHORT)
        self.word_edit = TextEdit(text.REASON)
        self.add_input("item", tr("Item ID or barcode"), self.item_edit)
        self.add_input("word", tr("What became of it"), self.word_edit)
        self.first_focus = self.item_edit
        self.grow()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        typed = self.item_edit.value().strip()
        if typed:
            item = self._operations.read(till.item_of_code, typed)
            if item is None:
                self.show_refusal(Refusal(Why.NO_ITEM_MATCHES, Field("item"), typed=typed))
                return
            verb = partial(verbs.identify, item_id=item.id)
        else:
            verb = partial(verbs.dismiss, word=self.word_edit.value())
        verb = partial(verb, stock_count_id=self._count_id, scanned=self._stray.code)
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()


class DiscardCountDialog(FormDialog):
    """Asks why a count is given up; open it with ``open()``."""

    def __init__(self, parent: QWidget, operations: Operations, stock_count_id: int) -> None:
        super().__init__(parent, tr("Discard Stock Count"), accept=tr("Discard"), cancel=tr("Keep"))
        self.setObjectName("discard_count_dialog")
        self._operations = operations
        self._count_id = stock_count_id
        self._attempt = Attempt(one_action=True)
        self.say_first(tr("What was counted changes nothing. The count stays on record with the reason."))
        self.reason_edit = TextEdit(text.REASON)
        self.add_input("reason", tr("Reason"), self.reason_edit)
        mark(self.accept_button, destructive=True)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        verb = partial(verbs.discard, stock_count_id=self._count_id, reason=self.reason_edit.value())
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
