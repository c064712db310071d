"""The Stock Count card: what was counted, by everybody and here. Serves the guide's page "Count the stock".

Each scan and each cell is stored at once. Several people may count on the same count, each on a workstation of their
own; what the others count comes in by itself.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.receiving.stock_counts import CountStatus
from posim_desktop.domain.why import Why
from posim_desktop.printing.receiving.count_sheet import count_sheet
from posim_desktop.queries.receiving import stock_counts as queries
from posim_desktop.queries.receiving.stock_counts import CountDetails
from posim_desktop.services.receiving import stock_counts as verbs
from posim_desktop.services.receiving.stock_counts import SheetLine
from posim_desktop.services.sales import fills
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.receiving.stock_counts.dialogs import DiscardCountDialog, HeldDialog, StrayDialog
from posim_desktop.ui.receiving.stock_counts.files import read_counts
from posim_desktop.ui.receiving.stock_counts.lines import CountRow
from posim_desktop.ui.receiving.stock_counts.panels import CountPanels
from posim_desktop.ui.receiving.stock_counts.words import tr
from posim_desktop.ui.refusals import words_of, words_of_failure
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.document_lines import Then
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.item_entry import NamedGoods
from posim_desktop.ui.widgets.print_preview import open_preview
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.scans_not_taken import Scan

if TYPE_CHECKING:
    from posim_desktop.queries.sales.returns import WaitingForThese


class StockCountCard(Card[CountDetails]):
    """One stock count: a working one is counted here, a posted one is read."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("stock_count_card")
        self.setAccessibleName(tr("Stock Count"))
        self._attempt = Attempt()
        self._offered: WaitingForThese | None = None
        self.panels = CountPanels(operations, self)
        self.status_slot = self.panels.status_pill
        self.lines = self.panels.lines
        self.lines.work_on(self)
        self.track(self.panels.note_edit)
        self._connect()

    def _connect(self) -> None:
        panels = self.panels
        panels.costs.changed.connect(self._show_lines)
        self.lines.scanner.scanned.connect(self._on_scanner_scanned)
        self.lines.unknown_scanned.connect(self._on_unknown_scanned)
        self.lines.item_requested.connect(partial(self.link.emit, Record.ITEM))
        self.lines.rows.refusals_changed.connect(self._update_buttons)
        self.lines.table.selectionModel().currentRowChanged.connect(self._update_buttons)
        panels.place_edit.editingFinished.connect(self._show_lines)
        panels.note_edit.editingFinished.connect(self._on_note_left)
        panels.banner.action_requested.connect(self._on_set_aside_requested)
        panels.discard_button.clicked.connect(self.ask_to_discard)
        panels.remove_button.clicked.connect(self.lines.remove_current)
        panels.sheet_button.clicked.connect(self.preview_sheet)
        panels.file_button.clicked.connect(self.ask_for_file)
        panels.held_button.clicked.connect(self.ask_about_held)
        panels.strays_button.clicked.connect(self.ask_about_strays)
        panels.post_button.clicked.connect(self.post)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (("F2", self.lines.focus_entry), ("F12", panels.post_button.click)):
            QShortcut(QKeySequence(keys), self, context=own, autoRepeat=False).activated.connect(slot)
        self.operations.bus.changed.connect(self._on_bus_changed)

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> CountDetails | None:
        return queries.details(connection, record_id)

    @override
    def heading(self) -> str:
        if self.details is None or self.details.number is None:
            return tr("Stock Count")
        return tr("Stock Count {number}").format(number=self.details.number)

    @override
    def fill(self, details: CountDetails | None) -> None:
        self.lines.start_over()
        self.panels.banner.clear_message()
        if details is None:
            return
        self.panels.note_edit.setText(details.note)
        self._show_count(details)
        self.setFocusProxy(self.lines if self.is_working else self.lines.table)

    @override
    def is_edited(self) -> bool:
        return super().is_edited() or bool(self.lines.rows.refusals())

    @override
    def write(self) -> int | None:
        if super().is_edited():
            verb = partial(verbs.set_note, stock_count_id=self.record_id or 0, note=self.panels.note_edit.value())
            if not isinstance(self.operations.run(self, verb, self._attempt), Done):
                return None
        return None if self.lines.focus_refused_cell() else self.record_id

    @property
    def is_working(self) -> bool:
        """Whether it is still being counted."""
        return self.details is not None and self.details.status is CountStatus.WORKING

    # ---- showing ----

    def _show_count(self, count: CountDetails) -> None:
        self.panels.show_count(count)
        self._show_lines()
        if count.status is CountStatus.POSTED:
            self._offer()

    def _show_lines(self) -> None:
        if self.details is not None:
            person = self.operations.logged_in
            self.panels.show_lines(self.details, None if person is None else person.employee_id)
            self._update_buttons()

    def _update_buttons(self, *_: object) -> None:
        if self.details is not None:
            self.panels.show_what_can_be_done(self.details, self.post_refusal())

    def post_refusal(self) -> Refusal | None:
        """Return why the count cannot be posted yet, or None."""
        if self.details is None or not self.details.lines:
            return Refusal(Why.COUNT_EMPTY)
        return self.lines.cell_refusal()

    # ---- writing ----

    def do(
        self, verb: partial[Done], on_refusal: Callable[[Refusal], bool] | None = None, attempt: Attempt | None = None
    ) -> bool:
        """Run a verb on the count and show what came of it; False when nothing was written."""
        written = self.run(verb, attempt or self._attempt, on_refusal) is not None
        self._reload()
        return written

    def _reload(self) -> None:
        try:
            count = None if self.record_id is None else self.operations.read(self.query, self.record_id)
        except TroubleError:
            return  # the status bar says so; what is on the screen stays
        if count is None:
            return
        before, self.details, self.version = self.details, count, count.version
        if before is None or before.status is not count.status:
            self.lines.start_over()
        self._show_count(count)
        self.filled.emit()

    def _try(self, verb: partial[Done], then: Then, attempt: Attempt | None = None) -> None:
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal if refusal.where is not None else Refusal(Why.NOT_STORED))
            return refusal.where is not None

        written = self.do(verb, refused, attempt)
        then(None if written else refusals[0] if refusals else Refusal(Why.NOT_STORED))

    @property
    def _here(self) -> dict[str, Any]:
        return {"stock_count_id": self.record_id or 0, "place": self.panels.place_edit.value()}

    def add(self, wanted: NamedGoods, then: Then) -> None:
        """Count goods up."""
        verb = partial(verbs.count_up, item_id=wanted.item.id, quantity=wanted.quantity, **self._here)
        self._try(verb, then, wanted.attempt)

    def change(self, line: CountRow, column: str, typed: str, then: Then) -> None:
        """Take what was typed as counted here.

        Raises:
            RefusedError: It cannot be read.
        """
        quantity = formatting.parse_quantity(typed, field=column, zero=True)
        self._try(partial(verbs.fill_in, lines=(SheetLine(line.id, quantity),), **self._here), then)

    def remove(self, line: CountRow) -> bool:
        """Forget what was counted of an item."""
        if self.lines.rows.read_only or not line.line.is_counted:
            return False
        verb = partial(verbs.take_off, stock_count_id=self.record_id or 0, item_id=line.id)
        return self.do(verb, lambda _refusal: False)

    def put_back(self, line: CountRow) -> None:
        """Count here again what was counted here."""
        if line.own is not None:
            self.do(partial(verbs.fill_in, lines=(SheetLine(line.id, line.own),), **self._here))

    def _on_unknown_scanned(self, scan: Scan) -> None:
        """Keep a code that nobody knows on the count, until somebody solves it."""

        def then(refusal: Refusal | None) -> None:
            if refusal is None:
                self.lines.is_kept(scan)
            else:
                self.lines.is_lost(scan, refusal)

        self._try(partial(verbs.keep_unknown, scanned=scan.code, **self._here), then, scan.attempt)

    def _on_scanner_scanned(self, code: str) -> None:
        if self.is_working:
            self.lines.scan(code)
        else:
            self.lines.is_lost(Scan(code), Refusal(Why.COUNT_POSTED))

    def _on_note_left(self) -> None:
        if self.record_id is not None and not self.is_saving and super().is_edited():
            self.save()

    # ---- asking ----

    def ask_about_held(self) -> None:
        """Ask whether what waits for customers is there."""
        if self.details is not None and self.details.held:
            self._open(HeldDialog(self, self.operations, self.details.id, self.details.held))

    def ask_about_strays(self) -> None:
        """Ask what the first code is that nobody knows."""
        stray = next((each for each in self.details.strays if not each.is_solved), None) if self.details else None
        if stray is not None:
            self._open(StrayDialog(self, self.operations, self.record_id or 0, stray))

    def ask_to_discard(self) -> None:
        """Ask why the count is given up."""
        self._open(DiscardCountDialog(self, self.operations, self.record_id or 0))

    def _open(self, dialog: FormDialog) -> None:
        dialog.accepted.connect(self._reload)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    # ---- sheets and files ----

    def preview_sheet(self) -> None:
        """Show the sheet to count by."""
        count = self.details
        if count is None:
            return
        lines = sorted((*count.lines, *count.missed), key=lambda line: line.description)
        begun, place = formatting.date_time(count.created_at), self.panels.place_edit.value()
        open_preview(self, self.operations, lambda shop: count_sheet(lines, shop, begun=begun, place=place))

    def ask_for_file(self) -> None:
        """Ask which file to take counts from."""
        dialog = QFileDialog(self, tr("From File"), "", tr("Tables (*.xlsx *.csv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.take_file(Path(chosen)))
        dialog.open()

    def take_file(self, file: Path) -> bool:
        """Count what a file says; False after saying why not."""
        try:
            lines = read_counts(file)
        except OSError as error:
            say(self, tr("{file} cannot be read: {why}.").format(file=file.name, why=words_of_failure(error)))
            return False
        except RefusedError as refused:
            say(self, words_of(refused.refusal))
            return False

        def refused_line(refusal: Refusal) -> bool:
            if isinstance(refusal.where, Cell):
                words = tr("Line {line} of {file}: {why}")
                say(self, words.format(line=refusal.where.line, file=file.name, why=words_of(refusal)))
                return True
            return False

        return self.do(partial(verbs.take_file, lines=lines, **self._here), refused_line)

    # ---- posting ----

    def post(self) -> None:
        """Ask about what is open, then post."""
        count = self.details
        if count is None or self.post_refusal() is not None or (self.is_edited() and not self.save()):
            return
        if count.unsolved:
            self.ask_about_strays()
        elif count.unasked:
            self.ask_about_held()
        elif count.missed_count:
            words = tr("{count} items should be there and nobody counted them. They stay as they are.")
            question = words.format(count=formatting.count(count.missed_count))
            asking = Question(self, tr("Not Counted"), question, act=tr("Post"), give_up=tr("Go Back"))
            asking.accepted.connect(self._post)
            asking.open()
        else:
            self._post()

    def _post(self) -> None:
        self.do(partial(verbs.post, stock_count_id=self.record_id or 0), self._refused_at_posting)

    def _refused_at_posting(self, refusal: Refusal) -> bool:
        self._reload()
        if refusal.where == Field("held"):
            self.ask_about_held()
        elif refusal.where == Field("unidentified"):
            self.ask_about_strays()
        else:
            return False
        return True

    def _offer(self) -> None:
        """Offer what was found to the first who waits for it."""
        offers = self.operations.read(queries.waiting_for, self.record_id or 0)
        self._offered = offers[0] if offers else None
        if self._offered is None:
            self.panels.banner.clear_message()
            return
        words = tr("{customer} has waited for {quantity} × {item} since {day}.").format(
            customer=self._offered.customer,
            quantity=formatting.quantity(self._offered.quantity),
            item=self._offered.description,
            day=formatting.day_of(self._offered.since),
        )
        self.panels.banner.show_message("info", words, tr("Set Aside"))

    def _on_set_aside_requested(self) -> None:
        if self._offered is None:
            return
        fill = fills.Fill(self._offered.backorder_id, self._offered.quantity)
        self.do(partial(fills.fill_backorders, invoice_id=self._offered.invoice_id, fills=(fill,)))

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.details is None or self.is_saving or Change(Record.STOCK_COUNT, self.details.id) not in changes:
            return
        if not self.is_edited():
            self._reload()
