"""Adjust Stock: what was counted, and why it differs. Serves the guide's page on items."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import RefusedError
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.cards.items import ItemDetails
from posim_desktop.services.cards import items
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.style import mark
from posim_desktop.ui.widgets.edits import QuantityEdit, TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class AdjustStockDialog(FormDialog):
    """Asks for the counted quantity of an item and the reason; the figures above follow other tills' sales."""

    def __init__(self, operations: Operations, item: ItemDetails, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", accept="", cancel="")
        self._operations = operations
        self._item = item
        self._attempt = Attempt(one_action=True)
        self.setObjectName("adjust_stock")
        self.setWindowTitle(self.tr("Adjust Stock"))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._build()
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self._operations.bus.changed.connect(self._on_bus_changed)

    def _build(self) -> None:
        self.say_first(f"{self._item.fields.code}  {self._item.fields.description}")
        self.figures_label = QLabel()
        self.figures_label.setObjectName("figures_label")
        mark(self.figures_label, role="value")
        self.body.addWidget(self.figures_label)
        if self._item.fields.serials != Serials.NONE:
            self.say_first(
                self.tr(
                    "Only the quantity changes. Which units are here follows from what was received, sold and taken "
                    "back: name the unit in the reason."
                )
            )
        self.counted_edit = QuantityEdit("counted", zero=True)
        self.reason_edit = TextEdit(text.REASON)
        self.reason_edit.setPlaceholderText(self.tr("Counted, broken, stolen, found …"))
        self.add_input("counted", self.tr("Counted"), self.counted_edit)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)
        self._show_figures()
        self.counted_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figures(self) -> None:
        stock = self._item.stock
        words = self.tr("On Hand {on_hand}, {committed} of them set aside for customers")
        self.figures_label.setText(
            words.format(on_hand=formatting.quantity(stock.on_hand), committed=formatting.quantity(stock.committed))
        )

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            counted = self.counted_edit.value()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        verb = partial(items.adjust_stock, item_id=self._item.id, counted=counted, reason=self.reason_edit.value())
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()

    def _on_bus_changed(self, changes: Changes) -> None:
        if Change(Record.ITEM, self._item.id) in changes:
            fresh = self._operations.read(item_queries.details, self._item.id)
            if fresh is not None:
                self._item = fresh
                self._show_figures()
