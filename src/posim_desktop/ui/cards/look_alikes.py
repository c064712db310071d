"""A new customer beside those on file who look the same. Serves the guide's page on customers."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from posim_desktop.domain.cards.cards import CustomerFields
from posim_desktop.domain.cards.look_alikes import Alike
from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries.cards.look_alikes import LookAlike, look_alikes
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.table_dialog import fit_height

_WIDTH = 190 * SPACE


class LookAlikesDialog(FormDialog):
    """Asks whether a new customer is one of those on file; open it with ``open()``. Esc goes back to what was typed.

    Signals:
        chosen(int): It is this customer.
        new_wanted: It is somebody else.
    """

    chosen = Signal(int)
    new_wanted = Signal()

    def __init__(self, parent: QWidget, new: CustomerFields, on_file: Sequence[LookAlike]) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("LookAlikesDialog", "Already on File?"),
            accept=QCoreApplication.translate("LookAlikesDialog", "&Use This One"),
            cancel=QCoreApplication.translate("LookAlikesDialog", "&Make a New One"),
            width=_WIDTH,
        )
        self.setObjectName("look_alikes")
        self._on_file = on_file
        self._build(new)
        self.accept_button.clicked.connect(lambda: self._choose(self.table.currentIndex().row()))
        self.table.chosen.connect(self._choose)
        self.cancel_button.clicked.connect(self.new_wanted)
        self.finished.connect(parent.activateWindow)

    def _build(self, new: CustomerFields) -> None:
        self.say_first(
            self.tr("Somebody like this is on file. One card for each person keeps together what they wait for.")
        )
        typed = " · ".join(part for part in (new.name, new.company, new.phone, new.phone2, new.email) if part)
        self.new_label = QLabel(self.tr("New: {typed}").format(typed=typed))
        self.new_label.setObjectName("new_label")
        self.new_label.setWordWrap(True)
        mark(self.new_label, role="value")
        self.body.addWidget(self.new_label)
        self.rows: FixedRows[LookAlike] = FixedRows(
            (
                TableColumn(self.tr("Name"), lambda row: row.fields.name),
                TableColumn(self.tr("Company"), lambda row: row.fields.company),
                TableColumn(self.tr("Phone"), _phones),
                TableColumn(self.tr("Email"), lambda row: row.fields.email),
                TableColumn(self.tr("Customer ID"), lambda row: row.fields.code),
                TableColumn(self.tr("The Same"), self._common),
            ),
            self,
        )
        self.table = ChoiceTable(self.rows, self.tr("On File"))
        self.table.setObjectName("table")
        self.rows.show_rows(self._on_file)
        self.table.selectRow(0)
        fit_height(self.table)
        self.first_focus = self.table
        self.body.addWidget(self.table)

    def _common(self, row: LookAlike) -> str:
        words: Mapping[Alike, str] = {
            Alike.NAME: self.tr("name"),
            Alike.PHONE: self.tr("phone"),
            Alike.EMAIL: self.tr("email"),
        }
        return ", ".join(words[what] for what in row.alike)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._on_file):
            self.chosen.emit(self._on_file[row].id)
            self.accept()


def ask_whether_on_file(
    parent: QWidget,
    operations: Operations,
    new: CustomerFields,
    *,
    use: Callable[[int], None],
    make: Callable[[], None],
) -> bool:
    """Ask whether a new customer is somebody on file; return False when nobody on file looks the same.

    Args:
        parent: The window that asks.
        operations: The road to the queries.
        new: What was typed.
        use: What is done with the customer on file who it is.
        make: What is done when it is somebody else.
    """
    try:
        on_file = operations.read(look_alikes, new)
    except TroubleError:
        return False  # it is said by whatever writes the card next
    if not on_file:
        return False
    dialog = LookAlikesDialog(parent, new, on_file)
    dialog.chosen.connect(use)
    dialog.new_wanted.connect(make)
    dialog.open()
    return True


def _phones(row: LookAlike) -> str:
    return ", ".join(phone for phone in (row.fields.phone, row.fields.phone2) if phone)
