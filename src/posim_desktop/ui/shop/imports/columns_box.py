"""The columns of a file, each with the field that it is taken for. Serves the guide's page "Bring your shop over"."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.exchange.csv_tables import TableRow
from posim_desktop.domain.exchange.import_columns import fields_of
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.ui.shop.imports.words import field_name
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.scrolled import Scrolled

_JOIN = "+"
_MOST_SHOWN = 3
_LOOK_AHEAD = 50
_LEAST_HEIGHT = 36 * SPACE


class ColumnsBox(QWidget):
    """A row for each column: its title, the first cells, and a box with the field.

    Two columns that are taken for the same field are joined with a space between, in the order of the file.

    Signals:
        changed: Somebody took a column for another field.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ImportKind, tuple[str, ...]] | None = None
        self._boxes: list[tuple[str, DropDown]] = []
        self._kind = ImportKind.ITEMS
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 2 * SPACE, 0)
        self._grid.setHorizontalSpacing(3 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        self.unused_label = QLabel()
        self.unused_label.setObjectName("unused_label")
        self.unused_label.setWordWrap(True)
        mark(self.unused_label, role="muted")
        rows.addWidget(Scrolled(inside, least_height=_LEAST_HEIGHT), 1)
        rows.addWidget(self.unused_label)

    def box_of(self, title: str) -> DropDown:
        """Return the box of a column."""
        return next(box for name, box in self._boxes if name == title)

    def show_columns(
        self, kind: ImportKind, titles: Sequence[str], rows: Sequence[TableRow], taken: Mapping[str, str]
    ) -> None:
        """Show the columns of a file.

        Args:
            kind: What the file is about.
            titles: The names of its columns.
            rows: Its first rows.
            taken: The field of each column that is used, by its name.
        """
        self._kind = kind
        if self._shown != (kind, tuple(titles)):
            self._shown = (kind, tuple(titles))
            self._build(titles, rows)
        for title, box in self._boxes:
            box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(taken.get(title, ""))))
            box.blockSignals(False)
        left = [title for title, _ in self._boxes if title not in taken]
        told = self.tr("Columns that nothing is taken from: {names}") if left else self.tr("Every column is used.")
        self.unused_label.setText(told.format(names=", ".join(left)))

    def chosen(self) -> dict[str, str]:
        """Return the column of every field, ``""`` for none; names of columns that are joined have a plus between."""
        taken: dict[str, str] = dict.fromkeys(fields_of(self._kind), "")
        for title, box in self._boxes:
            field = box.currentData()
            if field:
                taken[field] = f"{taken[field]}{_JOIN}{title}" if taken[field] else title
        return taken

    def _build(self, titles: Sequence[str], rows: Sequence[TableRow]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = []
        for place, head in enumerate((self.tr("Column of the File"), self.tr("First Cells"), self.tr("Taken For"))):
            label = QLabel(head)
            mark(label, role="label")
            self._grid.addWidget(label, 0, place)
        for row, title in enumerate((each for each in titles if each), 1):
            place = list(titles).index(title)
            cells = (line.cells[place] for line in rows[:_LOOK_AHEAD] if place < len(line.cells))
            first = list(dict.fromkeys(filter(None, cells)))[:_MOST_SHOWN]
            sample = ElidedLabel()
            sample.setText(" · ".join(first) if first else self.tr("always blank"))
            mark(sample, role="muted")
            name = ElidedLabel()
            name.setText(title)
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(sample, row, 1)
            self._grid.addWidget(self._box(title), row, 2)
        self._grid.setRowStretch(len(titles) + 1, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _box(self, title: str) -> DropDown:
        box = DropDown()
        box.setAccessibleName(self.tr("{column}: taken for").format(column=title))
        box.addItem(self.tr("Not used"), userData="")
        for field in fields_of(self._kind):
            box.addItem(field_name(field), userData=field)
        box.activated.connect(lambda _index: self.changed.emit())
        self._boxes.append((title, box))
        return box
