"""The preferences of printing: of this user, on this computer. Serves the guide's page on preferences."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QWidget,
)

from posim_desktop.domain import text
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.why import Why
from posim_desktop.printing.letters import TABLES
from posim_desktop.printing.sales.receipt_printer import printer_refusal
from posim_desktop.printing.strip import StripPaper
from posim_desktop.ui.shop.page_parts import add_row, explanation, form_of, named_box
from posim_desktop.ui.widgets.edits import TextEdit, clear_refusals, show_refusal
from posim_desktop.ui.widgets.receipt_printing import (
    COLUMNS,
    opens_for_cash,
    prints_each_receipt,
    receipt_printer,
    strip_paper,
    use_receipt_printer,
    use_strip_paper,
    use_wish,
)
from posim_desktop.ui.widgets.table_dialog import small_button


class PrintingPage(QWidget):
    """What receipts are printed on and when, and which letters the printer has.

    Signals:
        test_requested(str, StripPaper): The person wants a test receipt of what is typed: which printer, what paper.
    """

    test_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.inputs: dict[str, QWidget] = {}
        self._build()
        self.receipt_printer_edit.set_value(receipt_printer())
        self.each_receipt_box.setChecked(prints_each_receipt())
        self.drawer_box.setChecked(opens_for_cash())
        self.columns_edit.setCurrentIndex(self.columns_edit.findData(strip_paper().columns))
        self.table_edit.setCurrentIndex(TABLES.index(strip_paper().table))

    def _build(self) -> None:
        form = form_of(self)
        self.receipt_printer_edit = TextEdit(text.NAME)
        add_row(self.inputs, form, "receipt_printer", self.tr("Receipt printer"), self.receipt_printer_edit)
        meaning = explanation(
            self.tr(
                "Network name or address, such as 192.168.1.50, or the path of a device or shared printer. The "
                "printer must understand ESC/POS. Applies only to you on this computer."
            )
        )
        form.addRow("", meaning)
        self.each_receipt_box = named_box("each_receipt_box", self.tr("Print the receipt of each sale"))
        self.drawer_box = named_box("drawer_box", self.tr("Open the drawer when cash moves"))
        form.addRow("", self.each_receipt_box)
        form.addRow("", self.drawer_box)
        self.columns_edit = QComboBox()
        for columns, label in zip(
            COLUMNS,
            (
                self.tr("58 mm, 32 letters on a line"),
                self.tr("80 mm, 42 letters on a line"),
                self.tr("80 mm, 48 letters on a line"),
            ),
            strict=True,
        ):
            self.columns_edit.addItem(label, columns)
        add_row(self.inputs, form, "columns", self.tr("Paper"), self.columns_edit)
        self.table_edit = QComboBox()
        for table in TABLES:
            self.table_edit.addItem(table.name, table.name)
        self.table_edit.setItemText(len(TABLES) - 1, self.tr("No accents (ASCII)"))
        add_row(self.inputs, form, "table", self.tr("Printer’s letters"), self.table_edit)
        letters = explanation(
            self.tr(
                "What the printer has no letters for is printed as a picture. If accents come out as other signs, "
                "choose the table that the printer’s manual names, or no accents."
            )
        )
        form.addRow("", letters)
        self.test_button = small_button(self.tr("Print a Test Receipt"))
        self.test_button.setObjectName("test_button")
        self.test_button.clicked.connect(self._on_test_button_clicked)
        form.addRow("", self.test_button)

    def refusal(self) -> Refusal | None:
        """Return why what is typed cannot be a printer, or None."""
        return printer_refusal(self.receipt_printer_edit.value(), field="receipt_printer")

    def use(self) -> None:
        """Print so from now on."""
        use_receipt_printer(self.receipt_printer_edit.value())
        use_wish(receipt=self.each_receipt_box.isChecked(), drawer=self.drawer_box.isChecked())
        use_strip_paper(self._paper())

    def _paper(self) -> StripPaper:
        return StripPaper(self.columns_edit.currentData(), TABLES[self.table_edit.currentIndex()])

    def _on_test_button_clicked(self) -> None:
        clear_refusals(self.inputs.values())
        refusal = self.refusal()
        if refusal is None and not self.receipt_printer_edit.value():
            refusal = Refusal(Why.NO_RECEIPT_PRINTER, Field("receipt_printer"))
        if refusal is not None:
            show_refusal(self.inputs, refusal)
            return
        self.test_requested.emit(self.receipt_printer_edit.value(), self._paper())
