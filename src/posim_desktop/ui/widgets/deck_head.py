"""The head of a deck's sheet: the navigation arrows, which card of how many, its title, its status, the found set."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from posim_desktop.queries.deck import Step
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.chips import FoundChip
from posim_desktop.ui.widgets.elided import ElidedLabel

_ICON = QSize(18, 18)
_ARROW = 10 * SPACE
_NARROWEST_COUNT = 28 * SPACE
_KEYS = {Step.FIRST: "Ctrl+Home", Step.PREVIOUS: "PgUp", Step.NEXT: "PgDown", Step.LAST: "Ctrl+End"}


class DeckHead(QWidget):
    """What stands at the top of every card. The arrows come first, so that nothing a card says can move them.

    Signals:
        step_requested(Step): A navigation arrow.
    """

    step_requested = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deck_head")
        self.arrows: dict[Step, QToolButton] = {}
        columns = QHBoxLayout(self)
        columns.setContentsMargins(3 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(SPACE)
        self._build_arrows(columns)
        self._build_title(columns, title)

    def _build_arrows(self, columns: QHBoxLayout) -> None:
        looks = (
            (Step.FIRST, "chevron-first", self.tr("First")),
            (Step.PREVIOUS, "chevron-left", self.tr("Previous")),
            (Step.NEXT, "chevron-right", self.tr("Next")),
            (Step.LAST, "chevron-last", self.tr("Last")),
        )
        for step, picture, label in looks:
            arrow = QToolButton()
            arrow.setObjectName(f"{step.value}_button")
            arrow.setIcon(icon(picture))
            arrow.setIconSize(_ICON)
            arrow.setFixedSize(_ARROW, _ARROW)
            arrow.setAccessibleName(label)
            shown_keys = QKeySequence(_KEYS[step]).toString(QKeySequence.SequenceFormat.NativeText)
            arrow.setToolTip(f"{label} ({shown_keys})")
            arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            mark(arrow, arrow=True)
            arrow.clicked.connect(lambda _checked=False, step=step: self.step_requested.emit(step))
            self.arrows[step] = arrow
            columns.addWidget(arrow)
        self.position_label = QLabel()
        self.position_label.setObjectName("position_label")
        self.position_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.position_label.setFixedWidth(_NARROWEST_COUNT)
        mark(self.position_label, role="muted")
        columns.addWidget(self.position_label)

    def _build_title(self, columns: QHBoxLayout, title: str) -> None:
        self.title_label = ElidedLabel(title)
        self.title_label.setObjectName("title_label")
        mark(self.title_label, role="title")
        self.status_place = QHBoxLayout()
        self.found_chip = FoundChip()
        self.found_chip.setObjectName("found_chip")
        columns.addSpacing(2 * SPACE)
        columns.addWidget(self.title_label)
        columns.addSpacing(2 * SPACE)
        columns.addLayout(self.status_place)
        columns.addStretch(1)
        columns.addWidget(self.found_chip)

    def add_shortcuts(self, deck: QWidget) -> dict[Step, QShortcut]:
        """Give the deck the keys of the arrows; return them, for they rest while a list has the page keys."""
        shortcuts = {}
        for step, sequence in _KEYS.items():
            own = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(sequence), deck, context=own)
            shortcut.activated.connect(self.arrows[step].click)
            shortcuts[step] = shortcut
        return shortcuts

    def show_title(self, title: str, status: QWidget | None) -> None:
        """Name what is shown, with its status or without."""
        self.title_label.setText(title)
        if status is not None:
            if status.parent() is not self:
                self.status_place.addWidget(status)
            status.show()

    def show_arrows(self, *, shown: bool) -> None:
        """Show the arrows on a card; a list has none."""
        for widget in (*self.arrows.values(), self.position_label):
            widget.setVisible(shown)

    def show_position(self, place: int, total: int) -> None:
        """Say which card of how many this is; a place of 0 is a card outside the found set."""
        values = {"place": formatting.count(place), "total": formatting.count(total)}
        text = self.tr("{place} of {total}") if place else self.tr("not in these {total}")
        widest = self.tr("{place} of {total}").format(place=values["total"], total=values["total"])
        texts = (widest, text.format(**values))
        room = max(map(self.position_label.fontMetrics().horizontalAdvance, texts)) + 2 * SPACE
        self.position_label.setFixedWidth(max(_NARROWEST_COUNT, room))
        self.position_label.setText(text.format(**values) if total or place else "")

    def enable_arrows(self, *, back: bool, forward: bool) -> None:
        """Let the arrows lead where there is a card."""
        for step in (Step.FIRST, Step.PREVIOUS):
            self.arrows[step].setEnabled(back)
        for step in (Step.NEXT, Step.LAST):
            self.arrows[step].setEnabled(forward)
