"""The orange band over a practice shop, with the first hour in it. Serves the guide's page "Practice"."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from posim_desktop.domain.changes import Changes
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.practice import Task, next_task
from posim_desktop.queries.shop import practice
from posim_desktop.ui import formatting
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button

_SIGN = 5 * SPACE
_NAMES: Mapping[Task, str] = MappingProxyType(
    {
        Task.SELL: str(QT_TRANSLATE_NOOP("FirstHour", "Sell")),
        Task.CHANGE: str(QT_TRANSLATE_NOOP("FirstHour", "Change")),
        Task.MISSED_SCAN: str(QT_TRANSLATE_NOOP("FirstHour", "Missed Scan")),
        Task.BACK_ORDER: str(QT_TRANSLATE_NOOP("FirstHour", "Back-order")),
        Task.PICK_UP: str(QT_TRANSLATE_NOOP("FirstHour", "Pick Up")),
        Task.RETURN: str(QT_TRANSLATE_NOOP("FirstHour", "Return")),
        Task.CLOSE: str(QT_TRANSLATE_NOOP("FirstHour", "Close")),
    }
)
_SENTENCES: Mapping[Task, str] = MappingProxyType(
    {
        Task.SELL: str(
            QT_TRANSLATE_NOOP(
                "FirstHour",
                "Scan something at Invoice, or type part of its name and press Enter; then Pay, a tender, Post.",
            )
        ),
        Task.CHANGE: str(
            QT_TRANSLATE_NOOP(
                "FirstHour",
                "Sell again: in Pay type more than is due, press Cash, and read the change before you Post.",
            )
        ),
        Task.MISSED_SCAN: str(
            QT_TRANSLATE_NOOP(
                "FirstHour",
                "Scan a code that no card has, such as that of the cup on your desk: it stays in red until you press "
                "Find and choose its goods, or Forget.",
            )
        ),
        Task.BACK_ORDER: str(
            QT_TRANSLATE_NOOP(
                "FirstHour",
                "Choose a customer, enter goods, write B under Trans Code; then Pay, a tender, Post.",
            )
        ),
        Task.PICK_UP: str(
            QT_TRANSLATE_NOOP(
                "FirstHour",
                "On the Backorder card press Fill, or receive the goods: they are set aside. Then Pick-up (F4), Open "
                "Invoice, Uncommit & Process, Post.",
            )
        ),
        Task.RETURN: str(
            QT_TRANSLATE_NOOP(
                "FirstHour",
                "At P.Invoices open a sale, press Return Items, say what comes back and why, then pay it back.",
            )
        ),
        Task.CLOSE: str(
            QT_TRANSLATE_NOOP(
                "FirstHour", "Choose Misc › Drawer, press Count, write down what lies in the drawer, then press Close."
            )
        ),
    }
)


class FirstHour(QFrame):
    """The tasks in a row, done ones ticked, and what to do next in one sentence."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_hour")
        mark(self, practice="tasks")
        self._operations = operations
        self.done: frozenset[Task] = frozenset()
        self.sentence_label = QLabel()
        self.sentence_label.setObjectName("sentence_label")
        self.sentence_label.setWordWrap(True)
        self._signs: dict[Task, QLabel] = {}
        self._names: dict[Task, QLabel] = {}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, 2 * SPACE)
        rows.setSpacing(SPACE)
        rows.addLayout(self._build_tasks())
        rows.addWidget(self.sentence_label)
        operations.bus.changed.connect(self._on_bus_changed)
        self._show()
        self.look()

    def _build_tasks(self) -> QHBoxLayout:
        columns = QHBoxLayout()
        columns.setSpacing(SPACE)
        for task in Task:
            self._signs[task], self._names[task] = QLabel(), QLabel(_tr(_NAMES[task]))
            columns.addWidget(self._signs[task])
            columns.addWidget(self._names[task])
            columns.addSpacing(2 * SPACE)
        columns.addStretch(1)
        return columns

    def look(self) -> None:
        """Begin to read what is done."""
        self._operations.begin_reading(practice.first_hour, self._on_read)

    def _on_read(self, job: Job[frozenset[Task]]) -> None:
        if not isValid(self):
            return  # its window was closed meanwhile
        try:
            self.done = job.answer()
        except TroubleError:
            return  # the status bar reports it
        self._show()

    def _show(self) -> None:
        ahead = next_task(self.done)
        for task, name in self._names.items():
            is_done = task in self.done
            sign = icon("circle-check" if is_done else "circle", role="good" if is_done else "attention")
            self._signs[task].setPixmap(sign.pixmap(_SIGN, _SIGN))
            mark(name, role="good" if is_done else "section" if task is ahead else "muted")
            name.setAccessibleName(f"{name.text()}: {self.tr('done')}" if is_done else name.text())
        self.sentence_label.setText(_tr(_SENTENCES[ahead]) if ahead is not None else self._learned())

    def _learned(self) -> str:
        words = self.tr(
            "All {count} done. You sold, gave change, dealt with a scan that was missed, wrote down what a customer "
            "waits for, handed it over, and took goods back. That is most of a day at the till."
        )
        return words.format(count=formatting.count(len(Task)))

    def _on_bus_changed(self, changes: Changes) -> None:
        del changes  # whatever was written may be what a task asks for
        self.look()


class PracticeBand(QFrame):
    """Says as long as it is open that this is practice, and leads back to the shop.

    Signals:
        leave_requested: The person wants to work in the shop again.
    """

    leave_requested = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice_band")
        top = QFrame()
        mark(top, practice=True)
        word = QLabel(self.tr("PRACTICE"))
        mark(word, role="title")
        self.meaning_label = QLabel(self.tr("Nothing here is real."))
        self.first_hour_button = named_button("first_hour_button", self.tr("First Hour"))
        self.first_hour_button.setCheckable(True)
        self.first_hour_button.setChecked(True)
        self.leave_button = named_button("leave_practice_button", self.tr("Leave Practice"), "log-out")
        self.first_hour = FirstHour(operations)
        head = QHBoxLayout(top)
        head.setContentsMargins(4 * SPACE, SPACE, 4 * SPACE, SPACE)
        head.setSpacing(4 * SPACE)
        head.addWidget(word)
        head.addWidget(self.meaning_label)
        head.addStretch(1)
        head.addWidget(self.first_hour_button)
        head.addWidget(self.leave_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(top)
        rows.addWidget(self.first_hour)
        self.first_hour_button.toggled.connect(self._show_first_hour)
        self._show_first_hour(True)
        self.leave_button.clicked.connect(self.leave_requested)

    def _show_first_hour(self, shown: bool) -> None:  # noqa: FBT001 - a signal's
        self.first_hour.setVisible(shown)
        self.first_hour_button.setIcon(icon("chevron-up" if shown else "chevron-down"))


def _tr(words: str) -> str:
    return QCoreApplication.translate("FirstHour", words)
