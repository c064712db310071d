"""The lines of a document under a person's hands: item entry, cells edited in place, removing and undoing.

Serves the guide's pages "Sell", "Purchase orders" and "Receive".

Each document says how it puts goods on, changes and takes off a line; where the keyboard goes, what stays typed, what
is said where and what can be undone is the same in all of them.
"""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import partial
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.domain.why import Why
from posim_desktop.services.cards import practicing
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.database_thread import Job
from posim_desktop.ui.kept_scans import KeptScan, ScanFile
from posim_desktop.ui.models.edited_rows import EditedRows, Identified
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.edited_table import EditedTable
from posim_desktop.ui.widgets.item_entry import ItemEntry, NamedGoods
from posim_desktop.ui.widgets.nothing_here import nothing_over
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.scanner import Scanner
from posim_desktop.ui.widgets.scans_not_taken import Scan, ScansNotTaken

QUANTITY = "quantity"
"""The column that every document's lines have, and that the keyboard goes to."""

Then = Callable[[Refusal | None], None]


class DocumentLine(Identified, Protocol):
    """What every line has."""

    @property
    def item_id(self) -> int | None:
        """Its goods; None for a line of words."""
        ...

    @property
    def quantity(self) -> Decimal:
        """How many units."""
        ...


Row = TypeVar("Row", bound=DocumentLine)
Row_contra = TypeVar("Row_contra", bound=DocumentLine, contravariant=True)


class Document(Protocol[Row_contra]):
    """What a document does with its lines. ``then`` hears why something was not done, or None when nothing is left."""

    def add(self, wanted: NamedGoods, then: Then) -> None:
        """Put goods on it."""

    def change(self, line: Row_contra, column: str, typed: str, then: Then) -> None:
        """Take what was typed into a cell.

        Raises:
            RefusedError: It cannot be read.
        """

    def remove(self, line: Row_contra) -> bool:
        """Take a line off; False when it stays, after saying why."""
        ...

    def put_back(self, line: Row_contra) -> None:
        """Put a line that was just taken off back, or say why not."""


class Hint(NamedTuple):
    """What to know about a line, and the role of its words."""

    words: str
    role: str = "muted"


class DocumentLines(QWidget, Generic[Row]):
    """Item entry above the lines, and a hint about the current one below them.

    Attributes:
        kept_file: Where its scans are kept; None where none can be written.
        is_left: Whether a cell is just being taken because the person went elsewhere; the keyboard then stays there.

    Signals:
        item_requested(int): The person wants to see the card of a line's item.
    """

    item_requested = Signal(int)

    def __init__(
        self,
        entry: ItemEntry,
        rows: EditedRows[Row],
        table: EditedTable,
        *,
        empty: str,
        screen: str,
        expired: str = "",
        name_of: Callable[[Row], str],
        about: Callable[[Row], Hint],
    ) -> None:
        """Put the parts together.

        Args:
            entry: Where goods are named.
            rows: The lines.
            table: Shows them.
            empty: What is said while there are none.
            screen: Under which name its scans are kept.
            expired: What a button says that takes expired goods all the same; ``""`` where they are not asked about.
            name_of: Names a line in a message.
            about: Says what to know about the current line.
        """
        super().__init__()
        self.entry = entry
        self.rows = rows
        self.table = table
        self._expired = expired
        self._name_of = name_of
        self._about = about
        self._document: Document[Row] | None = None
        self._removed: Row | None = None
        self.is_left = False
        self._waiting_scans: deque[str] = deque()
        self._count_waiting: Callable[[int], object] | None = None
        self._is_taking = False
        self._finding: Scan | None = None
        self._again: Scan | None = None
        self._answering: QDialog | None = None
        self.scanner = Scanner(self, holds=False)
        self._in_hand: dict[Scan, None] = {}
        self.kept_file: ScanFile | None = None
        self._build(empty)
        self._connect()
        self.kept_file = self._open_file(screen)

    def _build(self, empty: str) -> None:
        self.undo_banner = Banner()
        self.undo_banner.setObjectName("undo_banner")
        self.entry.setObjectName("entry")
        self.scans_not_taken = ScansNotTaken()
        self.scans_not_taken.setObjectName("scans_not_taken")
        self.table.setObjectName("lines_table")
        self.table.setAccessibleName(self.tr("Lines"))
        self.empty_label = nothing_over(self.table, empty)
        self.hint_label = QLabel()
        self.hint_label.setObjectName("hint_label")
        self.hint_label.setWordWrap(True)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(3 * SPACE)
        self.foot.addWidget(self.hint_label, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.undo_banner)
        rows.addWidget(self.entry)
        rows.addWidget(self.scans_not_taken)
        rows.addWidget(self.table, 1)
        rows.addLayout(self.foot)
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        self.entry.wanted.connect(self._on_entry_wanted)
        self.entry.not_taken.connect(self.keep_scan)
        self.entry.settled.connect(self._take_waiting, Qt.ConnectionType.QueuedConnection)
        self.entry.operations.bus.changed.connect(self.scans_not_taken.forget_done)
        self.scans_not_taken.find_requested.connect(self._on_find_requested)
        self.scans_not_taken.changed.connect(self.rows.refusals_changed)
        self.scans_not_taken.changed.connect(self._keep_scans)
        if self.entry.operations.is_practice:
            self.scans_not_taken.dealt_with.connect(self._on_scan_dealt_with)
        self.entry.lines_requested.connect(self._on_entry_lines_requested)
        self.rows.edited.connect(self._on_rows_edited)
        self.rows.refusals_changed.connect(self.show_hint)
        self.table.selectionModel().currentRowChanged.connect(self.show_hint)
        self.table.remove_requested.connect(self.remove)
        self.table.row_activated.connect(self._on_table_row_activated)
        self.table.left.connect(self._on_table_left)
        self.scanner.popups_closed.connect(self._take_waiting)
        self.entry.slip_scanned.connect(self._on_entry_slip_scanned)
        self.undo_banner.action_requested.connect(self._on_undo_requested)

    def work_on(self, document: Document[Row]) -> None:
        """Let what is done here be done to a document."""
        self._document = document

    # ---- showing ----

    def show_rows(self, lines: Sequence[Row]) -> None:
        """Show the lines as they are stored."""
        self.rows.show_rows(lines)
        self.table.fit_columns()
        self.empty_label.setVisible(not lines)
        self.show_hint()

    def show_hint(self, *_: object) -> None:
        """Say below the table what is wrong with a cell, or what to know about the current line."""
        line = self.rows.row_at(self.table.currentIndex().row())
        wrong = self.rows.first_refusal(self._name_of)
        hint = Hint(wrong, "field-error") if wrong else Hint("") if line is None else self._about(line)
        self.hint_label.setText(hint.words)
        mark(self.hint_label, role=hint.role)
        self.hint_label.setVisible(bool(hint.words))

    def start_over(self) -> None:
        """Give up everything that is typed and not stored, and what could be undone: another document comes."""
        self.table.close_unread()
        for line_id, column, _refused in self.rows.refusals():
            self.rows.give_up_typed(line_id, column)
        self.entry.clear()
        self.withdraw_undo()

    # ---- where the keyboard is ----

    def focus_entry(self) -> None:
        """Put the keyboard into item entry."""
        self.entry.entry_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_next(self) -> None:
        """Put the keyboard where work goes on: at the cell that waits to be put right, or into item entry."""
        if not self.focus_refused_cell():
            self.focus_entry()

    def focus_refused_cell(self) -> bool:
        """Go to the first cell that waits to be put right; False when there is none."""
        refusals = self.rows.refusals()
        if refusals:
            self.focus_cell(refusals[0][0], refusals[0][1])
        return bool(refusals)

    def focus_cell(self, line_id: int, column: str) -> None:
        """Put the keyboard on a cell, in sight."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.show_row(line_id, column)

    # ---- cells ----

    def take_open_cell(self) -> bool:
        """Take what is in an open cell; False after going to a cell that must be put right first."""
        self.table.take_open_cell()
        return not self.focus_refused_cell()

    def cell_refusal(self) -> Refusal | None:
        """Refuse while a cell or a scan must be dealt with before the document can go on, or return None."""
        for _line_id, _column, refused in self.rows.refusals():
            return Refusal(Why.MARKED_CELL, cell=refused.refusal)
        return self.scans_not_taken.refusal()

    def refuse_cell(self, line_id: int, column: str, typed: str, refusal: Refusal) -> None:
        """Keep what was typed in its cell, with the reason, and go there; nothing when the line is gone."""
        if self.rows.place_of(line_id) < 0 or self.rows.read_only:
            return
        self.rows.keep_typed(line_id, column, typed, refusal)
        if not self.is_left:
            self.focus_cell(line_id, column)

    def _on_rows_edited(self, line_id: int, column: str, typed: str) -> None:
        line = self.rows.row_at(self.rows.place_of(line_id))
        if line is None or self._document is None:
            return

        def then(refusal: Refusal | None) -> None:
            if refusal is None:
                self.rows.give_up_typed(line_id, column)
            else:
                self.refuse_cell(line_id, column, typed, refusal)

        self.is_left = self._is_keyboard_elsewhere()
        try:
            self._document.change(line, column, typed, then)
        except RefusedError as refused:
            then(refused.refusal)
        finally:
            self.is_left = False

    def _is_keyboard_elsewhere(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and focused is not self.table and not self.table.isAncestorOf(focused)

    # ---- scans and typed goods ----

    def _open_file(self, screen: str) -> ScanFile | None:
        """Show the scans that an earlier start of the program left, and keep those of this one from now on."""
        if self.entry.operations.kept_scans is None:
            return None
        file, left = self.entry.operations.kept_scans.open(screen)
        for kept in left:
            self.scans_not_taken.show_kept(kept)
        if file is not None:
            self.destroyed.connect(file.close)
        return file

    def _on_scan_dealt_with(self, scan: Scan) -> None:
        """Let the first hour know: scans stand in a file, and its tasks are done by what the shop holds."""
        operations = self.entry.operations
        operations.begin(partial(practicing.note_scan, code=scan.code), Attempt(), self._on_scan_noted)

    def _on_scan_noted(self, job: Job[Done]) -> None:
        with suppress(RefusedError, TroubleError):
            self.entry.operations.bus.publish(job.answer().changes)

    def _keep_scans(self) -> None:
        """Keep what nobody has dealt with: what stands in the list, what is being taken, and what waits in line."""
        if self.kept_file is None:
            return
        listed = self.scans_not_taken.scans
        taking = [KeptScan(scan.code, scan.times, str(scan.key)) for scan in self._in_hand if scan not in listed]
        closed = self.tr("The program was closed before this scan was taken.")
        waiting = [KeptScan(code, why=closed) for code in self._waiting_scans]
        self.kept_file.write((*self.scans_not_taken.kept(), *taking, *waiting))

    def scan(self, code: str) -> None:
        """Take a scan, wherever the focus is; while something is asked or chosen it waits for the answer."""
        self._waiting_scans.append(code)
        self._keep_scans()
        self.entry.go_on_choosing()
        self._take_waiting()

    def hold_scans(self, count_waiting: Callable[[int], object]) -> None:
        """Let scans wait while a question is open, which says how many do."""
        self._count_waiting = count_waiting

    def release_scans(self) -> None:
        """Take the scans that waited, until one of them asks again."""
        self._count_waiting = None
        self._take_waiting()

    def keep_waiting_scans(self) -> None:
        """Take none of the waiting scans, which were meant for another document; list them as not taken."""
        while self._waiting_scans:
            self.keep_scan(Scan(self._waiting_scans.popleft()), Refusal(Why.SCAN_OF_ANOTHER_DOCUMENT))
        self._show_waiting()

    def keep_scan(self, scan: Scan, refusal: Refusal) -> None:
        """Keep in sight a scan that cannot be taken."""
        sounds.play(Sound.NOT_TAKEN)
        self._in_hand.pop(scan, None)
        if scan is self._again and refusal.why is Why.NOT_STORED:
            scan = Scan(scan.code, scan.times)  # the outage goes on: these are more goods, or there is one to forget
        self.scans_not_taken.keep(scan, refusal)

    def _take_waiting(self) -> None:
        """Take scans one after the other, until there are none or somebody is asked."""
        if self._is_taking:
            return
        self._is_taking = True
        try:
            while self._waiting_scans and not self._is_asking():
                self.table.close_unread()
                code, times = self._waiting_scans.popleft(), self.entry.typed_times()
                self._again = self.scans_not_taken.tried(code, times)
                scan = self._again or Scan(code, times)
                self._in_hand[scan] = None
                self._keep_scans()
                self.entry.take(scan)
        finally:
            self._is_taking = False
        self._show_waiting()

    def _is_asking(self) -> bool:
        """Return whether scans have to wait; they go on by themselves once a dialog or a menu is closed."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog is not self._answering:
            self._answering = dialog
            dialog.finished.connect(self._on_dialog_finished, Qt.ConnectionType.QueuedConnection)
        asking = dialog is not None or self._count_waiting is not None or self.entry.is_choosing
        return asking or self.scanner.is_popup_open

    def _show_waiting(self) -> None:
        count = len(self._waiting_scans)
        self.scans_not_taken.show_waiting(count)
        if count and self._count_waiting is not None:
            self._count_waiting(count)

    def _on_dialog_finished(self) -> None:
        self._answering = None
        self._take_waiting()

    def _on_entry_slip_scanned(self) -> None:
        """Let go of a scan that named an invoice: it is opened, or the person is asked."""
        self._in_hand.clear()
        self._keep_scans()

    def _on_find_requested(self, scan: Scan) -> None:
        if self.entry.is_choosing:
            self.entry.close_choices()
        self._finding, self._again = scan, None
        self.entry.find_goods(scan)

    def _on_entry_wanted(self, wanted: NamedGoods) -> None:
        if self._document is None:
            return
        before = self._quantities()

        def then(refusal: Refusal | None) -> None:
            if refusal is None:
                self._is_dealt_with(wanted)
                self.withdraw_undo()
                if self._show_what_came(before):
                    sounds.play(Sound.GOOD)
            elif wanted.scan is not None:
                self.keep_scan(wanted.scan, refusal)
            else:
                self.entry.put_back(wanted.typed)
                if refusal.why is Why.NOT_STORED:
                    sounds.play(Sound.REFUSED)
                else:
                    self.entry.refuse(refusal)

        self._add(self._document, wanted, then)

    def _add(self, document: Document[Row], wanted: NamedGoods, then: Then) -> None:
        """Put goods on the document; those whose last day has passed are asked about first."""
        expires, today = wanted.item.reading.expires, formatting.store_day(self.entry.operations.now())
        if not (self._expired and expires and wanted.item.reading.is_expired(today)):
            document.add(wanted, then)
            return
        words = self.tr("{item} expired on {day}.").format(item=wanted.item.description, day=formatting.date(expires))
        give_up = self.tr("Leave It Out")
        asking = Question(self.window(), self.tr("Expired"), words, act=self._expired, give_up=give_up)
        asking.accepted.connect(partial(document.add, wanted, then))
        asking.rejected.connect(partial(self._leave_out, wanted))
        asking.open()

    def _leave_out(self, wanted: NamedGoods) -> None:
        """Deal with goods that a person looked at and does not want."""
        self._is_dealt_with(wanted)

    def _is_dealt_with(self, wanted: NamedGoods) -> None:
        """Take a scan off the list once its goods were put on after all, or were named by hand."""
        found = self._finding if wanted.scan is None else wanted.scan
        if found is not None:
            self._in_hand.pop(found, None)
            self.scans_not_taken.forget(found)
            self._keep_scans()
        if found is self._finding:
            self._finding = None

    def _quantities(self) -> Mapping[int, Decimal]:
        lines = (self.rows.row_at(place) for place in range(self.rows.rowCount()))
        return {line.id: line.quantity for line in lines if line is not None}

    def _show_what_came(self, before: Mapping[int, Decimal]) -> bool:
        """Bring the line into sight that goods were put on; False when they were put on none."""
        came = [line_id for line_id, quantity in self._quantities().items() if before.get(line_id) != quantity]
        if came:
            self.table.show_row(came[-1], QUANTITY)
        return bool(came)

    # ---- removing and undoing ----

    def remove(self, line_id: int) -> None:
        """Take a line off at once and offer to undo it."""
        line = self.rows.row_at(self.rows.place_of(line_id))
        if line is None or self._document is None or not self._document.remove(line):
            return
        self._removed = line
        words = self.tr("Removed: {line}").format(line=self._name_of(line))
        self.undo_banner.show_message("info", words, self.tr("Undo"))
        self.focus_next()

    def remove_current(self) -> None:
        """Take the current line off."""
        line_id = self.table.current_id()
        if line_id is not None:
            self.remove(line_id)

    def withdraw_undo(self) -> None:
        """Offer no more to put the line back that was taken off."""
        self._removed = None
        self.undo_banner.clear_message()

    # ---- slots ----

    def _on_undo_requested(self) -> None:
        removed, before = self._removed, self._quantities()
        self.withdraw_undo()
        if removed is not None and self._document is not None:
            self._document.put_back(removed)
            self._show_what_came(before)
        self.focus_next()

    def _on_entry_lines_requested(self) -> None:
        line = self.rows.row_at(max(0, self.table.currentIndex().row()))
        if line is not None:
            self.focus_cell(line.id, QUANTITY)

    def _on_table_left(self) -> None:
        # What followed from the cell may have put the keyboard elsewhere: into a question, or to an input.
        if self._count_waiting is None and not self._is_keyboard_elsewhere():
            self.focus_next()

    def _on_table_row_activated(self, line_id: int) -> None:
        line = self.rows.row_at(self.rows.place_of(line_id))
        if line is not None and line.item_id is not None:
            self.item_requested.emit(line.item_id)
