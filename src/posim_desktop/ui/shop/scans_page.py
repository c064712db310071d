"""The preferences of scans: vendors' numbers, and what the codes of scales mean. Serves the guide's "Preferences"."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from posim_desktop.domain.errors import Cell
from posim_desktop.domain.label_formats import LENGTHS, MAX_DECIMALS, MAX_FORMATS, LabelFormat, Meaning
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.ui.icons import icon
from posim_desktop.ui.shop.page_parts import explanation, heading, named_box
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows
from posim_desktop.ui.widgets.table_dialog import small_button

_MOST_DIGITS = 10
_PREFIX_WIDTH = 14 * SPACE
_DIGITS_WIDTH = 14 * SPACE
_MEANING_WIDTH = 42 * SPACE
_REMOVE_WIDTH = 8 * SPACE


class ScansPage(QWidget):
    """What a scan may be besides an item ID or a barcode."""

    def __init__(self, before: ShopPreferences) -> None:
        super().__init__()
        self._rows: list[_FormatRow] = []
        self._build()
        self.scan_vendor_numbers_box.setChecked(before.scan_vendor_numbers)
        for each in before.label_formats:
            self._append(each)

    def _build(self) -> None:
        self.scan_vendor_numbers_box = named_box(
            "scan_vendor_numbers_box", self.tr("A scan may be a vendor's item number")
        )
        self.add_button = small_button(self.tr("Add Row"))
        self.add_button.setObjectName("add_format_button")
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(len(_FormatRow.COLUMNS), 1)
        self._captions = [QLabel(caption) for caption in self._headings()]
        for column, caption in enumerate(self._captions):
            mark(caption, role="label")
            self._grid.addWidget(caption, 0, column)
        table = ScrolledRows()
        table.rows.addLayout(self._grid)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(heading(self.tr("Vendors' Numbers")))
        rows.addWidget(self.scan_vendor_numbers_box, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(3 * SPACE)
        rows.addWidget(heading(self.tr("Weight and Price Codes")))
        rows.addWidget(
            explanation(
                self.tr(
                    "A scale prints 12 or 13 digits: first digits, article, weight or price, and a check digit. The "
                    "article is an item ID or a barcode."
                )
            )
        )
        rows.addWidget(table, 1)
        rows.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_captions()

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("First Digits"),
            self.tr("Article"),
            self.tr("Check"),
            self.tr("Value"),
            self.tr("Decimals"),
            self.tr("Means"),
        )

    def on(self, shop: ShopPreferences) -> ShopPreferences:
        """Take over what is chosen here."""
        return replace(
            shop,
            scan_vendor_numbers=self.scan_vendor_numbers_box.isChecked(),
            label_formats=tuple(row.value() for row in self._rows),
        )

    def row_of(self, cell: Cell) -> int:
        """Return in which row of the table a cell stands, from 0 on."""
        return cell.line

    def go_to(self, cell: Cell) -> None:
        """Put the keyboard where a row is wrong."""
        self._rows[cell.line].inputs[cell.column].setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, each: LabelFormat) -> None:
        row = _FormatRow(each, self._headings())
        line = self._grid.rowCount()
        for column, widget in enumerate((*row.inputs.values(), row.remove_button)):
            self._grid.addWidget(widget, line, column, Qt.AlignmentFlag.AlignLeft)
        row.remove_button.clicked.connect(partial(self._remove, row))
        self._rows.append(row)
        self._show_captions()

    def _remove(self, row: "_FormatRow") -> None:
        self._rows.remove(row)
        for widget in (*row.inputs.values(), row.remove_button):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_captions()

    def _show_captions(self) -> None:
        for caption in self._captions:
            caption.setVisible(bool(self._rows))
        self.add_button.setEnabled(len(self._rows) < MAX_FORMATS)

    def _on_add_button_clicked(self) -> None:
        self._append(LabelFormat(prefix=f"2{len(self._rows) + 1}"[:2]))
        self._rows[-1].inputs["prefix"].setFocus(Qt.FocusReason.OtherFocusReason)


class _FormatRow:
    """The inputs of a row of the table."""

    COLUMNS = ("prefix", "article", "is_value_checked", "value", "decimals", "meaning")

    def __init__(self, each: LabelFormat, headings: tuple[str, ...]) -> None:
        self.prefix_edit = TextEdit(max(LENGTHS))
        self.prefix_edit.setText(each.prefix)
        self.prefix_edit.setFixedWidth(_PREFIX_WIDTH)
        self.article_edit = _digits(each.article, 1, _MOST_DIGITS)
        self.check_box = QCheckBox()
        self.check_box.setChecked(each.is_value_checked)
        self.value_edit = _digits(each.value, 1, _MOST_DIGITS)
        self.decimals_edit = _digits(each.decimals, 0, MAX_DECIMALS)
        self.meaning_box = QComboBox()
        for meaning in Meaning:
            self.meaning_box.addItem(_words(meaning), meaning)
        self.meaning_box.setFixedWidth(_MEANING_WIDTH)
        self.meaning_box.setCurrentIndex(self.meaning_box.findData(each.meaning))
        inputs = (
            self.prefix_edit,
            self.article_edit,
            self.check_box,
            self.value_edit,
            self.decimals_edit,
            self.meaning_box,
        )
        self.inputs: dict[str, QWidget] = dict(zip(self.COLUMNS, inputs, strict=True))
        for widget, name in zip(inputs, headings, strict=True):
            widget.setAccessibleName(name)
        checked = QCoreApplication.translate("ScansPage", "A check digit of its own stands before the value")
        self.check_box.setToolTip(checked)
        self.check_box.setAccessibleDescription(self.check_box.toolTip())
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("x"))
        self.remove_button.setAccessibleName(QCoreApplication.translate("ScansPage", "Remove Row"))
        self.remove_button.setToolTip(self.remove_button.accessibleName())
        self.remove_button.setFixedWidth(_REMOVE_WIDTH)

    def value(self) -> LabelFormat:
        """Return the row as it is filled in."""
        return LabelFormat(
            self.prefix_edit.text().strip(),
            self.article_edit.value(),
            self.value_edit.value(),
            Meaning(self.meaning_box.currentData()),
            self.decimals_edit.value(),
            self.check_box.isChecked(),
        )


def _digits(value: int, least: int, most: int) -> QSpinBox:
    edit = QSpinBox(minimum=least, maximum=most)
    edit.setValue(value)
    edit.setFixedWidth(_DIGITS_WIDTH)
    return edit


def _words(meaning: Meaning) -> str:
    match meaning:
        case Meaning.QUANTITY:
            return QCoreApplication.translate("ScansPage", "Weight")
        case Meaning.PRICE:
            return QCoreApplication.translate("ScansPage", "Price of one")
        case Meaning.PRICE_OF_QUANTITY:
            return QCoreApplication.translate("ScansPage", "Price by weight")
