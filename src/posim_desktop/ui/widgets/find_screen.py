"""A screen of one list with a Find field above it, such as Pick-up."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar
from posim_desktop.ui.widgets.clear_button import add_clear_button
from posim_desktop.ui.widgets.edits import with_hint
from posim_desktop.ui.widgets.nothing_here import NothingHere
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.widgets.sign import add_sign


class FindWords(NamedTuple):
    """What the band above the list says: its title, what the field is called, what to type, and its key."""

    title: str
    find: str
    what: str
    key: str


class FindScreen(Screen):
    """A list that is read again when something that it tells of has changed, at once or when it is next seen."""

    touching: frozenset[Record]

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self._is_stale = False

    def look_up(self) -> None:
        """Read what is in the list now."""
        raise NotImplementedError

    def _build_screen(self, words: FindWords, find_width: int, table: QWidget, buttons: ButtonBar) -> None:
        """Put the band over the table, or over the words that nothing is there, and the buttons below."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._build_band(words, find_width))
        self._places = QStackedLayout()
        rows.addLayout(self._places, 1)
        self._places.addWidget(_with_margins(table))
        self.nothing_page = NothingHere()
        self._places.addWidget(self.nothing_page)
        rows.addWidget(buttons)

    def _build_band(self, words: FindWords, find_width: int) -> QFrame:
        band = QFrame()
        mark(band, titleband=True)
        title = QLabel(words.title)
        mark(title, role="title")
        self.sums_label = QLabel()
        self.sums_label.setObjectName("sums_label")
        mark(self.sums_label, role="muted")
        self.find_field = QLineEdit()
        self.find_field.setObjectName("find_field")
        self.find_field.setAccessibleName(words.find)
        self.find_field.setPlaceholderText(words.what)
        self.find_field.setToolTip(words.key)
        add_clear_button(self.find_field)
        add_sign(self.find_field, "search")
        self.find_field.setMinimumWidth(find_width)
        columns = QHBoxLayout(band)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(4 * SPACE)
        columns.addWidget(title)
        columns.addWidget(self.sums_label)
        columns.addStretch(1)
        columns.addWidget(with_hint(self.find_field))
        return band

    def _connect_screen(self) -> None:
        """Listen to the key of the Find field and to what others change."""
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, context=own).activated.connect(self._on_find_requested)
        self.operations.bus.changed.connect(self._on_bus_changed)

    def _on_find_requested(self) -> None:
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def _take_keyboard(self) -> None:
        self._on_find_requested()

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record in self.touching for change in changes):
            self._is_stale = True
            if self.isVisible():
                self.look_up()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # The tabs give the keyboard to the screen as a whole; what is typed then replaces what was looked for before.
        super().focusInEvent(event)
        self._take_keyboard()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.look_up()


def _with_margins(table: QWidget) -> QWidget:
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
    inside.addWidget(table)
    return page
