"""Getting Ready: what a new shop still needs, each step ticked by what is stored. Serves the page "Getting Ready"."""

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from posim_desktop.domain.changes import Changes
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.getting_ready import Readiness, ReadyStep
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.shop import getting_ready as queries
from posim_desktop.services.cards import getting_ready
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.icons import icon
from posim_desktop.ui.navigator import Navigator, Place
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.allowed import allow
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.screen import Screen
from posim_desktop.ui.widgets.scrolled import Scrolled

_SIGN = 6 * SPACE
_NARROWEST = 75 * SPACE
_MOST_COLUMNS = 3


class _Told(NamedTuple):
    """What a card says: its title, why it matters, its button, and the place that this leads to, or a page."""

    title: str
    why: str
    button: str
    leads_to: Place | str


_CARDS: Mapping[ReadyStep, _Told] = MappingProxyType(
    {
        ReadyStep.SHOP: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Shop and Tax")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Name, address and tax stand on every receipt.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Preferences…")),
            "store",
        ),
        ReadyStep.RECEIPT: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Test Receipt")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Name the receipt printer and print a test on it.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Printing…")),
            "printing",
        ),
        ReadyStep.ITEMS: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Items")),
            str(QT_TRANSLATE_NOOP("GettingReady", "What you sell: typed in card by card, or brought in from a file.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Items")),
            Place.ITEMS,
        ),
        ReadyStep.CUSTOMERS: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Customers")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Whoever waits for goods needs a card with a phone number.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Customers")),
            Place.CUSTOMERS,
        ),
        ReadyStep.VENDORS: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Vendors")),
            str(QT_TRANSLATE_NOOP("GettingReady", "From whom you order. An item names its vendor.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Vendors")),
            Place.VENDORS,
        ),
        ReadyStep.PEOPLE: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "People")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Everybody who works here logs in with a PIN of their own.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Employees")),
            Place.EMPLOYEES,
        ),
        ReadyStep.DRAWER: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Drawer")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Count what lies in it, so that the first evening comes out right.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Drawer")),
            Place.DRAWER,
        ),
        ReadyStep.BACKUP: _Told(
            str(QT_TRANSLATE_NOOP("GettingReady", "Backup")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Say where copies go, then make the first: File › Back Up Now.")),
            str(QT_TRANSLATE_NOOP("GettingReady", "Backup…")),
            "backup",
        ),
    }
)


class ReadyCard(QFrame):
    """One step: whether it is done, and the way to where it is done.

    Signals:
        go_requested(ReadyStep): The person wants to do it.
        skip_requested(ReadyStep, bool): The shop does without it, or does not.
    """

    go_requested = Signal(object)
    skip_requested = Signal(object, bool)

    def __init__(self, step: ReadyStep, operations: Operations) -> None:
        super().__init__()
        told = _CARDS[step]
        self.setObjectName(f"{step}_card")
        mark(self, card=True)
        self._step = step
        self._is_skipped = False
        self.sign_label = QLabel()
        self.title_label = QLabel(_tr(told.title))
        mark(self.title_label, role="section")
        self.state_label = QLabel()
        self.state_label.setObjectName("state_label")
        why = QLabel(_tr(told.why))
        why.setWordWrap(True)
        mark(why, role="muted")
        self.go_button = named_button(f"{step}_go_button", _tr(told.button))
        self.skip_button = named_button(f"{step}_skip_button", self.tr("Skip"))
        mark(self.skip_button, link=True)
        self._operations = operations
        self._lay_out(why)
        self.go_button.clicked.connect(lambda: self.go_requested.emit(self._step))
        self.skip_button.clicked.connect(lambda: self.skip_requested.emit(self._step, not self._is_skipped))

    def _lay_out(self, why: QLabel) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(2 * SPACE)
        for label in (self.sign_label, self.title_label):
            head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.state_label)
        foot.addWidget(self.go_button)
        foot.addStretch(1)
        foot.addWidget(self.skip_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        rows.setSpacing(2 * SPACE)
        rows.addLayout(head)
        rows.addWidget(why, 1)
        rows.addLayout(foot)

    def show_state(self, readiness: Readiness) -> None:
        """Tick the card, or say that the shop does without."""
        allow(self.skip_button, self._operations.lacking(Permission.CHANGE_PREFERENCES))
        is_done = self._step in readiness.done
        self._is_skipped = self._step in readiness.skipped and not is_done
        picture, role = ("circle-check", "good") if is_done else ("circle", "muted")
        self.sign_label.setPixmap(icon(picture, role=role).pixmap(_SIGN, _SIGN))
        words = self.tr("Done") if is_done else self.tr("Skipped") if self._is_skipped else ""
        self.state_label.setText(words)
        mark(self.state_label, role=role)
        self.setAccessibleName(" ".join(part for part in (self.title_label.text(), words) if part))
        label = self.tr("Do It After All") if self._is_skipped else self.tr("Skip")
        self.skip_button.setText(label)
        self.skip_button.setAccessibleName(f"{label}: {self.title_label.text()}")
        self.skip_button.setVisible(not is_done)
        mark(self.go_button, primary=not is_done and not self._is_skipped)


class GettingReady(QWidget):
    """The cards of all steps; hides itself when nothing is left to do, unless it is to stay.

    Signals:
        left_changed(int): So many steps are left.
    """

    left_changed = Signal(int)

    def __init__(
        self, operations: Operations, navigator: Navigator, parent: QWidget | None = None, *, stays: bool = False
    ) -> None:
        """Make the cards and begin to read how far the shop is.

        Args:
            operations: The road to the records.
            navigator: Leads to where a step is done.
            parent: Owner.
            stays: Whether it is seen when nothing is left, too.
        """
        super().__init__(parent)
        self.setObjectName("getting_ready_cards")
        self._operations = operations
        self._navigator = navigator
        self._stays = stays
        self._columns = 0
        self.readiness = Readiness()
        self.cards = {step: ReadyCard(step, operations) for step in ReadyStep}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * SPACE)
        for card in self.cards.values():
            card.go_requested.connect(self._on_go_requested)
            card.skip_requested.connect(self._on_skip_requested)
        self._place_cards(_MOST_COLUMNS)
        operations.bus.changed.connect(self._on_bus_changed)
        operations.rights_changed.connect(self.look)
        self.setVisible(stays)
        self.look()

    def look(self) -> None:
        """Begin to read how far the shop is."""
        self._operations.begin_reading(queries.readiness, self._on_read)

    def _on_read(self, job: Job[Readiness]) -> None:
        if not isValid(self):
            return  # its window was closed meanwhile
        try:
            self.readiness = job.answer()
        except TroubleError:
            return  # the status bar reports it
        for card in self.cards.values():
            card.show_state(self.readiness)
        left = len(self.readiness.left)
        self.setVisible(self._stays or left > 0)
        self.left_changed.emit(left)

    def _on_bus_changed(self, changes: Changes) -> None:
        del changes  # whatever was written may be a first one, and reading it costs a millisecond
        if self._operations.logged_in is not None and (self._stays or self.readiness.left):
            self.look()

    def _on_go_requested(self, step: ReadyStep) -> None:
        leads_to = _CARDS[step].leads_to
        if isinstance(leads_to, Place):
            self._navigator.open(leads_to)
            return
        from posim_desktop.ui.shop.preferences import PreferencesDialog  # noqa: PLC0415 - when first opened

        try:
            dialog = PreferencesDialog(self.window(), self._operations)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        dialog.turn_to(leads_to)
        dialog.open()

    def _on_skip_requested(self, step: ReadyStep, skipped: bool) -> None:  # noqa: FBT001 - a signal's
        self._operations.run(self, partial(getting_ready.skip, step=step, skipped=skipped), Attempt())

    # ---- as many columns as fit ----

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards(max(1, min(_MOST_COLUMNS, self.width() // _NARROWEST)))

    def _place_cards(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))


class GettingReadyScreen(Screen):
    """Getting Ready as a place of its own."""

    def __init__(self, operations: Operations, navigator: Navigator) -> None:
        super().__init__()
        self.setObjectName("getting_ready")
        band = QFrame()
        mark(band, titleband=True)
        title = QLabel(self.tr("Getting Ready"))
        mark(title, role="title")
        self.left_label = QLabel()
        self.left_label.setObjectName("left_label")
        mark(self.left_label, role="muted")
        columns = QHBoxLayout(band)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(4 * SPACE)
        columns.addWidget(title)
        columns.addWidget(self.left_label)
        columns.addStretch(1)
        self.cards = GettingReady(operations, navigator, stays=True)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        inside.addWidget(self.cards)
        inside.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(band)
        rows.addWidget(Scrolled(page), 1)
        self.cards.left_changed.connect(self._on_left_changed)

    def _on_left_changed(self, left: int) -> None:
        words = self.tr("{count} left") if left else self.tr("Everything is ready.")
        self.left_label.setText(words.format(count=formatting.count(left)))


def getting_ready_screen(operations: Operations, navigator: Navigator) -> Screen:
    """Make the screen."""
    return GettingReadyScreen(operations, navigator)


def _tr(words: str) -> str:
    return QCoreApplication.translate("GettingReady", words)
