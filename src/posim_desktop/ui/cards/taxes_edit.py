"""The one to four taxes of a tax code, one below the other. Serves the guide's page "Taxes"."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.tax import MAX_TAXES, Tax, Taxes
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import TextEdit, with_hint
from posim_desktop.ui.widgets.inputs import RateEdit, TickBox

_RATE_WIDTH = 36 * SPACE


@dataclass(frozen=True, slots=True)
class _Row:
    """One tax; the first has no ``compound_box``, for no tax stands before it."""

    name_edit: TextEdit
    rate_edit: RateEdit
    compound_box: TickBox | None
    shown: tuple[QWidget, ...]

    @property
    def is_blank(self) -> bool:
        return not (self.name_edit.text().strip() or self.rate_edit.text().strip())

    def tax(self) -> Tax:
        compound = self.compound_box is not None and self.compound_box.value()
        return Tax(self.name_edit.value(), self.rate_edit.value(), compound)

    def show(self, tax: Tax | None) -> None:
        self.name_edit.set_value("" if tax is None else tax.name)
        self.rate_edit.set_value(None if tax is None else tax.rate)
        if self.compound_box is not None:
            self.compound_box.set_value(tax is not None and tax.compound)


class TaxesEdit(QWidget):
    """Rows of name, rate and whether it is worked out on the taxes above, too; a blank row follows what is filled in.

    Attributes:
        inputs: What is typed into, by the names that refusals give them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inputs: dict[str, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(2 * SPACE)
        self._grid.setColumnStretch(0, 1)
        for column, words in enumerate((self.tr("Name"), self.tr("Rate %"))):
            head = QLabel(words)
            head.setMinimumHeight(8 * SPACE)
            mark(head, role="label")
            self._grid.addWidget(head, 0, column)
        self._rows = [self._build_row(number) for number in range(1, MAX_TAXES + 1)]
        for row in self._rows:
            row.name_edit.textChanged.connect(self._show_rows)
            row.rate_edit.textChanged.connect(self._show_rows)
        self._show_rows()

    def _build_row(self, number: int) -> _Row:
        name_edit, rate_edit = TextEdit(text.CODE), RateEdit(f"rate_{number}")
        rate_edit.setFixedWidth(_RATE_WIDTH)
        compound_box = TickBox(self.tr("also on the taxes above")) if number > 1 else None
        named: dict[str, tuple[QWidget, str]] = {
            f"tax_name_{number}": (name_edit, self.tr("Name of Tax {number}")),
            f"rate_{number}": (rate_edit, self.tr("Rate % of Tax {number}")),
        }
        if compound_box is not None:
            named[f"compound_{number}"] = (compound_box, self.tr("Tax {number} also on the taxes above"))
        shown = []
        for column, (name, (widget, label)) in enumerate(named.items()):
            widget.setObjectName(f"{name}_edit")
            widget.setAccessibleName(label.format(number=number))
            self.inputs[name] = widget
            shown.append(with_hint(widget))
            self._grid.addWidget(shown[-1], number, column, Qt.AlignmentFlag.AlignTop)
        return _Row(name_edit, rate_edit, compound_box, tuple(shown))

    def value(self) -> Taxes:
        """Return the taxes from top to bottom; rows without a name and a rate are none.

        Raises:
            RefusedError: A rate cannot be used.
        """
        filled = [row for row in self._rows if not row.is_blank]
        taxes = tuple(row.tax() for row in filled)
        if filled != self._rows[: len(filled)]:
            self.set_value(taxes)  # so that what is refused is marked in its own row
        return taxes

    def set_value(self, taxes: Taxes, /) -> None:
        """Show taxes."""
        for place, row in enumerate(self._rows):
            row.show(taxes[place] if place < len(taxes) else None)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the rows down to the first blank one below all that is filled in."""
        last = max((place for place, row in enumerate(self._rows) if not row.is_blank), default=-1)
        for place, row in enumerate(self._rows):
            for widget in row.shown:
                widget.setVisible(place <= last + 1)
            if row.compound_box is not None:
                row.compound_box.setVisible(not row.is_blank)
