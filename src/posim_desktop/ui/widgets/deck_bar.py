"""The bar above a deck's sheet: its index tabs, Find, View and, where cards are made by hand, Add."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.clear_button import add_clear_button
from posim_desktop.ui.widgets.deck_spec import IndexTab, ListAction
from posim_desktop.ui.widgets.index_tabs import IndexTabs
from posim_desktop.ui.widgets.sign import add_sign

_FIND_NARROWEST, _FIND_WIDEST = 32 * SPACE, 75 * SPACE


class DeckBar(QWidget):
    """The controls above a deck.

    Signals:
        find_requested(str): What to find; asked at every change, see :attr:`find_settled`.
        find_settled(str): The person pressed Enter in the Find field.
        view_requested: The View button.
        save_requested: The Save button, which is there beside List All.
        action_requested: The other button that may be there.
        add_requested: The Add button.
    """

    find_requested = Signal(str)
    find_settled = Signal(str)
    view_requested = Signal()
    save_requested = Signal()
    action_requested = Signal()
    add_requested = Signal()

    def __init__(
        self,
        find_hint: str,
        *,
        can_add: bool,
        tabs: Sequence[IndexTab] = (),
        list_action: ListAction | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("deck_bar")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(3 * SPACE, 0, 0, 0)
        columns.setSpacing(2 * SPACE)
        self.tabs = IndexTabs(tabs)
        columns.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        columns.addLayout(self._build_tools(find_hint, list_action, can_add=can_add), 4)
        self._connect()

    def _build_tools(self, find_hint: str, list_action: ListAction | None, *, can_add: bool) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 0, 0, 2 * SPACE)
        tools.setSpacing(2 * SPACE)
        self.find_field = QLineEdit()
        self.find_field.setObjectName("find_field")
        self.find_field.setAccessibleName(self.tr("Find"))
        self.find_field.setPlaceholderText(find_hint)
        self.find_field.setToolTip(self.tr("Find (Ctrl+F)"))
        add_clear_button(self.find_field)
        add_sign(self.find_field, "search")
        self.find_field.setMinimumWidth(_FIND_NARROWEST)
        self.find_field.setMaximumWidth(_FIND_WIDEST)
        self.view_button = _button("view_button", self.tr("&View"), "list")
        self.view_button.setToolTip(self.tr("List All (Ctrl+L)"))
        tools.addStretch(1)
        tools.addWidget(self.find_field, 4)
        self.save_button = _button("save_list_button", self.tr("Sav&e…"), "download")
        self.save_button.setToolTip(self.tr("Save this list for a spreadsheet, as XLSX or CSV"))
        self.list_buttons = [*self._build_action(list_action), self.save_button]
        for button in self.list_buttons:
            button.hide()
            tools.addWidget(button)
        tools.addWidget(self.view_button)
        self.add_button: QPushButton | None = None
        if can_add:
            self.add_button = _button("add_button", self.tr("&Add"), "plus")
            tools.addWidget(self.add_button)
        return tools

    def _build_action(self, action: ListAction | None) -> list[QPushButton]:
        if action is None:
            return []
        button = _button("list_action_button", action.label, action.picture)
        button.setToolTip(action.tip)
        button.clicked.connect(self.action_requested)
        return [button]

    def _connect(self) -> None:
        self.find_field.textEdited.connect(self.find_requested)
        self.find_field.textChanged.connect(self._on_find_field_text_changed)
        self.find_field.returnPressed.connect(lambda: self.find_settled.emit(self.find_field.text()))
        self.view_button.clicked.connect(self.view_requested)
        self.save_button.clicked.connect(self.save_requested)
        if self.add_button is not None:
            self.add_button.clicked.connect(self.add_requested)

    def add_shortcuts(self, deck: QWidget) -> None:
        """Give the deck the keys of this bar."""
        self.tabs.add_shortcuts(deck)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), deck, context=own).activated.connect(self.focus_find)
        QShortcut(QKeySequence("Ctrl+L"), deck, context=own).activated.connect(self.view_button.click)
        if self.add_button is not None:
            QShortcut(QKeySequence("Ctrl+N"), deck, context=own).activated.connect(self.add_button.click)

    def focus_find(self) -> None:
        """Put the focus into the Find field with its text selected."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def _on_find_field_text_changed(self, text: str) -> None:
        # The clear button inside the field edits without telling so.
        if not text:
            self.find_requested.emit("")


def _button(name: str, label: str, picture: str) -> QPushButton:
    button = QPushButton(label)
    button.setObjectName(name)
    button.setAccessibleName(label.replace("&", "").removesuffix("…"))
    button.setIcon(icon(picture))
    button.setAutoDefault(False)
    return button
