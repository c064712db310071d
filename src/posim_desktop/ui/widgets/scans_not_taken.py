"""Scans that could not be taken: each stays in sight until somebody found its goods or gave it up.

Serves the guide's pages "Sell", "Purchase orders" and "Receive".
"""

from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.domain.sales.item_entry import TIMES
from posim_desktop.domain.why import Why
from posim_desktop.ui import formatting
from posim_desktop.ui.kept_scans import KeptScan
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows
from posim_desktop.ui.widgets.table_dialog import small_button

_MOST_IN_SIGHT = 3
_LONGEST_SHOWN = 60


@dataclass(eq=False, frozen=True, slots=True)
class Scan:
    """One pull of the trigger, unlike every other of the same code.

    Attributes:
        code: What the scanner read.
        times: How many were typed before it; None where nothing was.
        key: What is kept of it in a file, so that another start of the program tries the same.
        attempt: Under its key the goods are put on a document once, however often it is tried.
    """

    code: str
    times: str | None = None
    key: UUID = field(default_factory=new_operation_key)
    attempt: Attempt = field(init=False)

    def __post_init__(self) -> None:
        """Let the first try be made under the key that is kept with the scan."""
        object.__setattr__(self, "attempt", Attempt(key=self.key))

    @property
    def shown(self) -> str:
        """How it is written on the screen; a scanner may read very long texts and signs that cannot be printed."""
        code = "".join(letter if letter.isprintable() else "·" for letter in self.code[:_LONGEST_SHOWN])
        whole = code if len(self.code) <= _LONGEST_SHOWN else f"{code}…"
        return whole if self.times is None else f"{self.times}{TIMES}{whole}"


class ScansNotTaken(QFrame):
    """The list above the lines; hidden while there is nothing to deal with.

    Signals:
        find_requested(Scan): The person wants to find the goods of a scan.
        changed: There are more of them, or fewer.
        dealt_with(Scan): One is off the list: its goods were found, or it is not wanted.
    """

    find_requested = Signal(object)
    changed = Signal()
    dealt_with = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Scans Not Taken"))
        mark(self, banner="bad")
        self._rows: dict[Scan, _Row] = {}
        self.waiting_label = QLabel()
        self.waiting_label.setObjectName("waiting_label")
        self.waiting_label.hide()
        self._list = ScrolledRows()
        self._list.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        rows.setSpacing(SPACE)
        rows.addWidget(self.waiting_label)
        rows.addWidget(self._list)
        self.hide()

    @property
    def scans(self) -> tuple[Scan, ...]:
        """What nobody has dealt with yet, the oldest first."""
        return tuple(self._rows)

    def refusal(self) -> Refusal | None:
        """Say that a document cannot be finished while there are scans to deal with, or None."""
        return Refusal(Why.SCANS_NOT_TAKEN) if self._rows else None

    def keep(self, scan: Scan, refusal: Refusal) -> None:
        """Show a scan and why it was not taken."""
        is_unknown = refusal.why is Why.NOT_STORED
        self._show(scan, self.not_saved() if is_unknown else words_of(refusal), is_unknown=is_unknown)

    def not_saved(self) -> str:
        """Say of a scan that it may or may not have been stored."""
        return self.tr("Not saved. Press Find to try again.")

    def kept(self) -> tuple[KeptScan, ...]:
        """Return what is to be kept of them beyond the end of the program."""
        return tuple(
            KeptScan(scan.code, scan.times, str(scan.key), "" if row.is_unknown else row.why)
            for scan, row in self._rows.items()
        )

    def show_kept(self, kept: KeptScan) -> None:
        """Show a scan of an earlier start of the program; one without a reason may or may not have been stored."""
        scan = Scan(kept.code, kept.times, UUID(kept.key)) if kept.key else Scan(kept.code, kept.times)
        self._show(scan, kept.why or self.not_saved(), is_unknown=not kept.why)

    def _show(self, scan: Scan, words: str, *, is_unknown: bool) -> None:
        row = self._rows.get(scan)
        if row is None:
            row = self._rows[scan] = _Row(scan)
            row.find_button.clicked.connect(partial(self.find_requested.emit, scan))
            row.forget_button.clicked.connect(partial(self.forget, scan))
            self._list.rows.insertWidget(0, row)  # the newest is always in sight
        row.is_unknown = is_unknown
        row.show_why(words)
        self._fit()
        self.changed.emit()

    def tried(self, code: str, times: str | None) -> Scan | None:
        """Find the scan that may or may not have been stored; scanning the same code again is another try of it."""
        known = (
            scan for scan, row in self._rows.items() if row.is_unknown and (scan.code, scan.times) == (code, times)
        )
        return next(known, None)

    def forget(self, scan: Scan) -> None:
        """Take a scan off the list: it was taken after all, or is not wanted."""
        row = self._rows.pop(scan, None)
        if row is not None:
            row.hide()
            self._list.rows.removeWidget(row)
            row.deleteLater()
            self._fit()
            self.changed.emit()
            self.dealt_with.emit(scan)

    def forget_done(self) -> None:
        """Take a scan off the list that turned out to be stored: its answer came late."""
        for scan in self.scans:
            if scan.attempt.is_done:
                self.forget(scan)

    def show_waiting(self, count: int) -> None:
        """Say how many scans wait until a question is answered."""
        words = self.tr("Scans waiting for your answer: {count}")
        self.waiting_label.setText(words.format(count=formatting.count(count)))
        self.waiting_label.setVisible(count > 0)
        self._fit()

    def _fit(self) -> None:
        heights = [row.sizeHint().height() for row in self._rows.values()]
        self._list.setVisible(bool(heights))
        self._list.setFixedHeight(sum(heights[:_MOST_IN_SIGHT]))
        self.setVisible(bool(heights) or not self.waiting_label.isHidden())


class _Row(QWidget):
    """One scan that was not taken."""

    def __init__(self, scan: Scan) -> None:
        super().__init__()
        self._scan = scan
        self.is_unknown = False
        self.why = ""
        self.words_label = ElidedLabel()
        self.words_label.setTextFormat(Qt.TextFormat.PlainText)
        self.find_button = self._button(self.tr("Find"))
        self.forget_button = self._button(self.tr("Forget"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.words_label, 1)
        columns.addWidget(self.find_button)
        columns.addWidget(self.forget_button)

    def _button(self, label: str) -> QPushButton:
        button = small_button(label)
        button.setAccessibleName(self.tr("{action}: {code}").format(action=label, code=self._scan.shown))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_why(self, words: str) -> None:
        """Say which scan this is and why it was not taken."""
        self.why = words
        self.words_label.setText(self.tr("{code}: {why}").format(code=self._scan.shown, why=words))
        self.setAccessibleName(self.words_label.text())
