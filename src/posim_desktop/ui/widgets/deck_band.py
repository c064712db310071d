"""The title band of a deck: what is shown, the navigation arrows, Find, View and, where cards are made by hand, Add."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from typing_extensions import override

from posim_desktop.queries.deck import Step
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.chips import FoundChip
from posim_desktop.ui.widgets.elided import ElidedLabel

_ICON = QSize(18, 18)
_FIND_NARROWEST, _FIND_WIDEST = 36 * SPACE, 75 * SPACE  # a long title gets the rest of a narrow band
_ROOMY = 260 * SPACE  # the width from which the button of the offered found set has words


class DeckBand(QFrame):
    """The controls above a deck.

    Signals:
        step_requested(Step): A navigation arrow.
        find_requested(str): What to find; asked at every change, see :attr:`find_settled`.
        find_settled(str): The person pressed Enter in the Find field.
        view_requested: The View button.
        add_requested: The Add button.
        offered_requested: The button of the offered found set.
    """

    step_requested = Signal(object)
    find_requested = Signal(str)
    find_settled = Signal(str)
    view_requested = Signal()
    add_requested = Signal()
    offered_requested = Signal()

    def __init__(
        self, title: str, find_hint: str, *, can_add: bool, offered: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("deck_band")
        mark(self, titleband=True)
        self.arrows: dict[Step, QToolButton] = {}
        columns = QHBoxLayout(self)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(2 * SPACE)
        self._build_title(columns, title)
        self._build_arrows(columns)
        columns.addStretch(1)
        self._build_offered(columns, offered)
        self._build_find(columns, find_hint)
        self._build_buttons(columns, can_add=can_add)
        self._connect()

    def _build_title(self, columns: QHBoxLayout, title: str) -> None:
        self.title_label = ElidedLabel(title)
        self.title_label.setObjectName("title_label")
        mark(self.title_label, role="title")
        self.status_place = QHBoxLayout()
        columns.addWidget(self.title_label)
        columns.addLayout(self.status_place)
        columns.addSpacing(2 * SPACE)

    def _build_arrows(self, columns: QHBoxLayout) -> None:
        looks = (
            (Step.FIRST, "chevron-first", self.tr("First"), "Ctrl+Home"),
            (Step.PREVIOUS, "chevron-left", self.tr("Previous"), "PgUp"),
            (Step.NEXT, "chevron-right", self.tr("Next"), "PgDown"),
            (Step.LAST, "chevron-last", self.tr("Last"), "Ctrl+End"),
        )
        for step, picture, label, keys in looks:
            arrow = QToolButton()
            arrow.setObjectName(f"{step.value}_button")
            arrow.setIcon(icon(picture))
            arrow.setIconSize(_ICON)
            arrow.setAccessibleName(label)
            shown_keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            arrow.setToolTip(f"{label} ({shown_keys})")
            arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.arrows[step] = arrow
            columns.addWidget(arrow)
        self.position_label = QLabel()
        self.position_label.setObjectName("position_label")
        mark(self.position_label, role="muted")
        columns.addWidget(self.position_label)

    def _build_offered(self, columns: QHBoxLayout, offered: str) -> None:
        self._offered = offered
        self.offered_button = QPushButton(offered)
        self.offered_button.setObjectName("offered_button")
        self.offered_button.setAccessibleName(offered.replace("&", ""))
        self.offered_button.setToolTip(self.offered_button.accessibleName())
        self.offered_button.setIcon(icon("package-check"))
        self.offered_button.setAutoDefault(False)
        columns.addWidget(self.offered_button)
        self.offered_button.setVisible(bool(offered))

    def _build_find(self, columns: QHBoxLayout, find_hint: str) -> None:
        self.found_chip = FoundChip()
        self.found_chip.setObjectName("found_chip")
        self.find_field = QLineEdit()
        self.find_field.setObjectName("find_field")
        self.find_field.setAccessibleName(self.tr("Find"))
        self.find_field.setPlaceholderText(find_hint)
        self.find_field.setToolTip(self.tr("Find (Ctrl+F)"))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.addAction(icon("search", role="muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.find_field.setMinimumWidth(_FIND_NARROWEST)
        self.find_field.setMaximumWidth(_FIND_WIDEST)
        columns.addWidget(self.found_chip)
        columns.addWidget(self.find_field, 4)

    def _build_buttons(self, columns: QHBoxLayout, *, can_add: bool) -> None:
        self.view_button = QPushButton(self.tr("&View"))
        self.view_button.setObjectName("view_button")
        self.view_button.setIcon(icon("list"))
        self.view_button.setCheckable(True)
        self.view_button.setToolTip(self.tr("List All (Ctrl+L)"))
        columns.addWidget(self.view_button)
        self.add_button: QPushButton | None = None
        if can_add:
            self.add_button = QPushButton(self.tr("&Add"))
            self.add_button.setObjectName("add_button")
            self.add_button.setIcon(icon("plus"))
            self.add_button.setToolTip(self.tr("Add (Ctrl+N)"))
            columns.addWidget(self.add_button)
        for button in (self.view_button, self.add_button):
            if button is not None:
                button.setAutoDefault(False)
                button.setAccessibleName(button.text().replace("&", ""))

    def _connect(self) -> None:
        for step, arrow in self.arrows.items():
            arrow.clicked.connect(lambda _checked=False, step=step: self.step_requested.emit(step))
        self.find_field.textEdited.connect(self.find_requested)
        self.find_field.textChanged.connect(self._on_find_field_text_changed)
        self.find_field.returnPressed.connect(lambda: self.find_settled.emit(self.find_field.text()))
        self.view_button.clicked.connect(self.view_requested)
        self.offered_button.clicked.connect(self.offered_requested)
        if self.add_button is not None:
            self.add_button.clicked.connect(self.add_requested)

    def add_shortcuts(self, deck: QWidget) -> dict[Step, QShortcut]:
        """Give the deck its keys; return those of the arrows, which rest while a list has the page keys."""
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys = {Step.FIRST: "Ctrl+Home", Step.PREVIOUS: "PgUp", Step.NEXT: "PgDown", Step.LAST: "Ctrl+End"}
        arrows = {}
        for step, sequence in keys.items():
            shortcut = QShortcut(QKeySequence(sequence), deck, context=own)
            shortcut.activated.connect(self.arrows[step].click)
            arrows[step] = shortcut
        QShortcut(QKeySequence("Ctrl+F"), deck, context=own).activated.connect(self.focus_find)
        QShortcut(QKeySequence("Ctrl+L"), deck, context=own).activated.connect(self.view_button.click)
        if self.add_button is not None:
            QShortcut(QKeySequence("Ctrl+N"), deck, context=own).activated.connect(self.add_button.click)
        return arrows

    def focus_find(self) -> None:
        """Put the focus into the Find field with its text selected."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_field.selectAll()

    def show_title(self, title: str, status: QWidget | None) -> None:
        """Name what is shown, with its status or without."""
        self.title_label.setText(title)
        if status is not None:
            if status.parent() is not self:
                self.status_place.addWidget(status)
            status.show()

    def show_position(self, place: int, total: int) -> None:
        """Say which card of how many this is; a place of 0 is a card outside the found set."""
        values = {"place": formatting.count(place), "total": formatting.count(total)}
        text = self.tr("{place} of {total}") if place else self.tr("not in these {total}")
        self.position_label.setText(text.format(**values) if total or place else "")

    def enable_arrows(self, *, back: bool, forward: bool) -> None:
        """Let the arrows lead where there is a card."""
        for step in (Step.FIRST, Step.PREVIOUS):
            self.arrows[step].setEnabled(back)
        for step in (Step.NEXT, Step.LAST):
            self.arrows[step].setEnabled(forward)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.offered_button.setText(self._offered if self.width() >= _ROOMY else "")

    def _on_find_field_text_changed(self, text: str) -> None:
        # The clear button inside the field edits without telling so.
        if not text:
            self.find_requested.emit("")
