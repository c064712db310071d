"""The preferences of the receipt, beside what it looks like. Serves the guide's page on preferences."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.printing.sales.receipt import receipt_strip
from posim_desktop.printing.strip_picture import strip_picture
from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine, TenderLine
from posim_desktop.ui.shop.page_parts import explanation
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit, with_hint
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.receipt_printing import strip_paper

_LINES_HEIGHT = 18 * SPACE
_PICTURE_WIDTH = 60 * SPACE
_PAUSE_MS = 150


class ReceiptPage(QWidget):
    """What a receipt says besides the sale, and a sample receipt."""

    def __init__(self, before: ShopPreferences) -> None:
        super().__init__()
        self._before = before
        self.phone_edit, self.tax_number_edit = TextEdit(text.SHORT), TextEdit(text.SHORT)
        self.head_edit, self.foot_edit = QPlainTextEdit(), QPlainTextEdit()
        self.inputs: dict[str, QWidget] = {}
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self.show_example)
        self._build()
        self.phone_edit.set_value(before.store_phone)
        self.tax_number_edit.set_value(before.tax_number)
        self.head_edit.setPlainText(before.receipt_head)
        self.foot_edit.setPlainText(before.receipt_foot)
        for edit in (self.phone_edit, self.tax_number_edit, self.head_edit, self.foot_edit):
            edit.textChanged.connect(lambda *_: self._later.start())

    def _build(self) -> None:
        fields = QVBoxLayout()
        fields.setSpacing(SPACE)
        self._add(fields, "store_phone", self.tr("Telephone"), self.phone_edit)
        self._add(fields, "tax_number", self.tr("Tax Number"), self.tax_number_edit)
        self._add(fields, "receipt_head", self.tr("Begins With"), self.head_edit)
        self._add(fields, "receipt_foot", self.tr("Ends With"), self.foot_edit)
        hint = explanation(self.tr("Such as your returns policy. Name and address come from Store."))
        fields.addWidget(hint)
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

    def show_example(self) -> None:
        """Show a sample receipt with what is typed here."""
        paper = strip_paper()
        picture = strip_picture(receipt_strip(_example(), self.on(self._before), WRITING, paper), paper)
        ratio = self.devicePixelRatioF()
        shown = QPixmap.fromImage(picture).scaledToWidth(
            round(_PICTURE_WIDTH * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self.example_label.setPixmap(shown)
        self.example_label.adjustSize()


def _example() -> ProcessedDetails:
    price, total = Decimal("24.00"), Decimal("48.00")
    goods = QCoreApplication.translate("ReceiptPage", "Enamel kettle")
    line = ProcessedLine(0, TransCode.SALE, None, "", goods, Decimal(2), price, ZERO, "A", total, None, None)
    return ProcessedDetails(
        id=0,
        number=1,
        processed_at=datetime.now(UTC),
        employee=QCoreApplication.translate("ReceiptPage", "Sam"),
        workstation="",
        customer_id=None,
        customer="",
        bill_to="",
        tax_inclusive=False,
        subtotal=total,
        tax=Decimal("4.80"),
        total=Decimal("52.80"),
        note="",
        lines=(line,),
        taxes=(TaxLine("A", Decimal(10), total, Decimal("4.80")),),
        tenders=(TenderLine(TenderKind.CASH, Decimal("60.00"), Decimal("7.20")),),
    )
