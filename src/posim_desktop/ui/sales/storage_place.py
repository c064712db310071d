"""Writing down where goods lie that wait for a customer. Serves the guide's page "Pick up"."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Done
from posim_desktop.services.sales import picking
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog


class StoragePlaceDialog(FormDialog):
    """Asks for the place; a shelf's own barcode can be scanned into it. Nothing typed forgets the place."""

    def __init__(
        self, parent: QWidget, operations: Operations, invoice_ids: Sequence[int], whose: str, place: str
    ) -> None:
        super().__init__(parent, self.tr("Storage Place"), accept=self.tr("&Save"), cancel=self.tr("&Cancel"))
        self.setObjectName("storage_place_dialog")
        self._operations = operations
        self._invoice_ids = tuple(invoice_ids)
        self._attempt = Attempt()
        self.say_first(self.tr("Where do the goods of {customer} lie?").format(customer=whose))
        self.place_edit = TextEdit(text.SHORT)
        self.place_edit.setText(place)
        self.place_edit.selectAll()
        self.add_input("storage_place", self.tr("Storage Place"), self.place_edit)
        self.first_focus = self.place_edit
        self.accept_button.clicked.connect(self.save)
        self.finished.connect(parent.activateWindow)

    def save(self) -> None:
        """Write the place down and close; a refusal stays at the field."""
        verb = partial(picking.store_at, invoice_ids=self._invoice_ids, place=self.place_edit.value())
        self.clear_refusals()
        if isinstance(self._operations.run(self, verb, self._attempt, self.show_refusal), Done):
            self.accept()
