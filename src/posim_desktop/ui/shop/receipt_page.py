"""The preferences of the receipt, beside what it looks like. Serves the guide's page on preferences."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain import text
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.money import ZERO, of_cents
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.printing.logo import MAX_FILE_BYTES, PICTURES, logo_of
from posim_desktop.printing.sales.receipt import receipt_strip
from posim_desktop.printing.strip_picture import strip_picture
from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine, TenderLine
from posim_desktop.ui.operations import say
from posim_desktop.ui.refusals import words_of_failure
from posim_desktop.ui.shop.page_parts import explanation
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit, clear_refusals, with_hint
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.receipt_printing import strip_paper
from posim_desktop.ui.widgets.table_dialog import small_button

_LINES_HEIGHT = 18 * SPACE
_PICTURE_WIDTH = 60 * SPACE
_PAUSE_MS = 150
_EXAMPLE_AT = datetime(2026, 11, 20, 19, 36, tzinfo=UTC)


class ReceiptPage(QWidget):
    """What a receipt says and shows besides the sale, and a sample receipt.

    Signals:
        refused(Refusal): A file cannot be the logo.
    """

    refused = Signal(object)

    def __init__(self, before: ShopPreferences, logo: bytes) -> None:
        super().__init__()
        self._before = before
        self._logo_before = self._logo = logo
        self.phone_edit, self.tax_number_edit = TextEdit(text.SHORT), TextEdit(text.SHORT)
        self.head_edit, self.foot_edit = QPlainTextEdit(), QPlainTextEdit()
        self.inputs: dict[str, QWidget] = {}
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.show_example)
        self._build()
        self._show_logo()
        self.phone_edit.set_value(before.store_phone)
        self.tax_number_edit.set_value(before.tax_number)
        self.head_edit.setPlainText(before.receipt_head)
        self.foot_edit.setPlainText(before.receipt_foot)
        for edit in (self.phone_edit, self.tax_number_edit, self.head_edit, self.foot_edit):
            edit.textChanged.connect(lambda *_: self._later.start())

    def _build_numbers(self) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        for field, label, edit in (
            ("store_phone", self.tr("Telephone"), self.phone_edit),
            ("tax_number", self.tr("Tax Number"), self.tax_number_edit),
        ):
            rows = QVBoxLayout()
            rows.setSpacing(SPACE)
            self._add(rows, field, label, edit)
            rows.addStretch(1)
            columns.addLayout(rows, 1)
        return columns

    def _build(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(SPACE)
        fields.addLayout(self._build_numbers())
        self._add(fields, "receipt_head", self.tr("Begins With"), self.head_edit)
        self._add(fields, "receipt_foot", self.tr("Ends With"), self.foot_edit)
        hint = explanation(self.tr("Such as your returns policy. Name and address come from Store."))
        fields.addWidget(hint)
        fields.addLayout(self._build_logo())
        fields.addStretch(1)
        for edit in (self.head_edit, self.foot_edit):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(_LINES_HEIGHT)
        self.example_label = QLabel()
        self.example_label.setObjectName("example_label")
        self.example_label.setAccessibleName(self.tr("Example of a receipt"))
        self.example_area = QScrollArea()
        self.example_area.setAccessibleName(self.tr("Example of a receipt"))
        self.example_area.setWidget(self.example_label)
        self.example_area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.example_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.example_area.setFixedWidth(_PICTURE_WIDTH + 6 * SPACE)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(4 * SPACE)
        columns.addLayout(fields, 1)
        columns.addWidget(self.example_area)

    def _build_logo(self) -> QVBoxLayout:
        self.logo_button = small_button(self.tr("Choose…"))
        self.logo_button.setObjectName("logo_edit")
        self.logo_button.setAccessibleName(self.tr("Choose a logo"))
        # A button is never narrower than it would like to be, and what is said below it would widen the page.
        self.logo_button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.logo_button.clicked.connect(self.choose_logo)
        self.no_logo_button = small_button(self.tr("Remove"))
        self.no_logo_button.setObjectName("no_logo_button")
        self.no_logo_button.setAccessibleName(self.tr("Remove the logo"))
        self.no_logo_button.clicked.connect(self.remove_logo)
        caption = QLabel(self.tr("Logo"))
        mark(caption, role="label")
        self.inputs["logo"] = self.logo_button
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(with_hint(self.logo_button), 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self.no_logo_button, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout()
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addLayout(columns)
        return rows

    def _add(self, fields: QVBoxLayout, field: str, label: str, edit: QWidget) -> None:
        edit.setObjectName(f"{field}_edit")
        edit.setAccessibleName(label)
        caption = QLabel(label)
        caption.setBuddy(edit)
        mark(caption, role="label")
        self.inputs[field] = edit
        fields.addWidget(caption)
        fields.addWidget(with_hint(edit))

    def on(self, shop: ShopPreferences) -> ShopPreferences:
        """Take over what is typed here."""
        return replace(
            shop,
            store_phone=self.phone_edit.value(),
            tax_number=self.tax_number_edit.value(),
            receipt_head=self.head_edit.toPlainText().strip(),
            receipt_foot=self.foot_edit.toPlainText().strip(),
        )

    @property
    def new_logo(self) -> bytes | None:
        """The logo from now on, empty for none; None where it was not changed."""
        return None if self._logo == self._logo_before else self._logo

    def choose_logo(self) -> None:
        """Ask for a file with a picture."""
        kinds = " ".join(f"*.{ending}" for ending in PICTURES)
        dialog = QFileDialog(self, self.tr("Logo"), "", self.tr("Pictures ({kinds})").format(kinds=kinds))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.take_logo(Path(chosen)))
        dialog.open()

    def take_logo(self, file: Path) -> bool:
        """Show the picture of a file on the receipt; False after saying why it cannot be used."""
        clear_refusals(self.inputs.values())
        try:
            with file.open("rb") as opened:
                self._logo = logo_of(opened.read(MAX_FILE_BYTES + 1))
        except OSError as error:
            words = self.tr("{file} cannot be read: {why}.")
            say(self, words.format(file=file.name, why=words_of_failure(error)))
            return False
        except RefusedError as error:
            self.refused.emit(error.refusal)
            return False
        self._show_logo()
        self.show_example()
        return True

    def remove_logo(self) -> None:
        """Print no logo from now on."""
        clear_refusals(self.inputs.values())
        self._logo = b""
        self.logo_button.setFocus()
        self._show_logo()
        self.show_example()

    def _show_logo(self) -> None:
        self.logo_button.setText(self.tr("Change…") if self._logo else self.tr("Choose…"))
        self.no_logo_button.setVisible(bool(self._logo))

    def show_example(self) -> None:
        """Show a sample receipt with what is typed here."""
        paper = strip_paper()
        shop = replace(self.on(self._before), logo=self._logo)
        picture = strip_picture(receipt_strip(_example(), shop, WRITING, paper), paper)
        ratio = self.devicePixelRatioF()
        shown = QPixmap.fromImage(picture).scaledToWidth(
            round(_PICTURE_WIDTH * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self.example_label.setPixmap(shown)
        self.example_label.adjustSize()


def _example() -> ProcessedDetails:
    price, total, tax = of_cents(2400), of_cents(4800), of_cents(480)
    goods = QCoreApplication.translate("ReceiptPage", "Enamel kettle")
    line = ProcessedLine(0, TransCode.SALE, None, "", goods, Decimal(2), price, ZERO, "A", total, None, None)
    return ProcessedDetails(
        id=0,
        number=1,
        processed_at=_EXAMPLE_AT,
        employee=QCoreApplication.translate("ReceiptPage", "Sam"),
        workstation="",
        customer_id=None,
        customer="",
        bill_to="",
        tax_inclusive=False,
        subtotal=total,
        tax=tax,
        total=total + tax,
        note="",
        lines=(line,),
        taxes=(TaxLine("A", Decimal(10), total, tax),),
        tenders=(TenderLine(TenderKind.CASH, of_cents(6000), of_cents(720)),),
    )
