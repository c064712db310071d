"""The List All page of a deck: a table that sorts by its headings and opens a card by Enter or double-click."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.queries.deck import Found, Order
from posim_desktop.ui.models.list_all import ID_ROLE, ListAll
from posim_desktop.ui.style import SPACE, prepare_table
from posim_desktop.ui.widgets.nothing_here import nothing_label


class ListPage(QWidget):
    """A found set as a table.

    Signals:
        opened(int): A row was chosen.
        archived_toggled(bool): Archived cards are wanted too, or no longer.
        everything_requested: Nothing was found, show all again.
    """

    opened = Signal(int)
    archived_toggled = Signal(bool)
    everything_requested = Signal()

    def __init__(self, model: ListAll[Any], *, has_archive: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list_page")
        self.model = model
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        rows.setSpacing(2 * SPACE)
        self.archived_box = QCheckBox(self.tr("Show Archived Cards"))
        self.archived_box.setObjectName("archived_box")
        self.archived_box.setAccessibleName(self.archived_box.text())
        rows.addWidget(self.archived_box)
        self.archived_box.setVisible(has_archive)
        # A stacked layout shows its first widget at once, and without a parent that would be a window of its own.
        self._places = QStackedLayout()
        rows.addLayout(self._places, 1)
        self._places.addWidget(self._build_table())
        self._places.addWidget(self._build_nothing())
        self._connect()

    def _build_table(self) -> QTableView:
        self.table = QTableView()
        self.table.setObjectName("list_table")
        self.table.setAccessibleName(self.tr("List All"))
        self.table.setModel(self.model)
        prepare_table(self.table)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        letter = self.table.fontMetrics().horizontalAdvance("n")
        for place, column in enumerate(self.model.columns[:-1]):  # the last one takes what is left
            header.resizeSection(place, max(column.width * letter + 5 * SPACE, header.sectionSizeHint(place)))
        self._last_width = self.model.columns[-1].width * letter + 5 * SPACE
        self.table.installEventFilter(self)
        return self.table

    def _fit_last_column(self, width: int) -> None:
        """Give the last column what the others leave, or its own width where that is less: then the table scrolls."""
        header = self.table.horizontalHeader()
        last = header.count() - 1
        roomy = width - header.sectionPosition(last) >= self._last_width
        header.setStretchLastSection(roomy)
        if not roomy:
            header.resizeSection(last, self._last_width)

    def _build_nothing(self) -> QWidget:
        self.nothing = QWidget()
        rows = QVBoxLayout(self.nothing)
        self.nothing_label = nothing_label()
        self.everything_button = QPushButton(self.tr("Show All"))
        self.everything_button.setObjectName("everything_button")
        self.everything_button.setAccessibleName(self.everything_button.text())
        rows.addStretch(1)
        rows.addWidget(self.nothing_label)
        rows.addSpacing(3 * SPACE)
        rows.addWidget(self.everything_button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(2)
        return self.nothing

    def _connect(self) -> None:
        self.table.doubleClicked.connect(self._on_table_chosen)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self.model.sort)
        self.archived_box.toggled.connect(self.archived_toggled)
        self.everything_button.clicked.connect(self.everything_requested)

    def show_found(self, found: Found, order: Order, current_id: int | None, nothing_words: str) -> None:
        """Read the table again, keeping the row of the current card selected."""
        header = self.table.horizontalHeader()
        with QSignalBlocker(header):
            place = next((n for n, column in enumerate(self.model.columns) if column.order == order.name), -1)
            direction = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(place, direction)
        with QSignalBlocker(self.archived_box):
            self.archived_box.setChecked(found.include_archived)
        self.model.show_found(found, order)
        self._places.setCurrentIndex(0 if self.model.rowCount() else 1)
        narrowed = Found(include_archived=found.include_archived) != found
        self.everything_button.setVisible(narrowed)
        self.nothing_label.setText(nothing_words)
        self.select(current_id)

    def select(self, record_id: int | None) -> None:
        """Select a record's row, or the first one when it is not at hand."""
        if self.model.rowCount():
            self.table.selectRow(self.model.place_of(record_id) or 0)
            self.table.scrollTo(self.table.currentIndex())

    def selected_id(self) -> int | None:
        """Return the record of the selected row."""
        chosen: int | None = self.table.currentIndex().data(ID_ROLE)
        return chosen

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QResizeEvent):
            self._fit_last_column(event.size().width())
        elif watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._on_table_chosen(self.table.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _on_table_chosen(self, index: QModelIndex) -> None:
        record_id = index.data(ID_ROLE)
        if record_id is not None:
            self.opened.emit(record_id)
