"""The Receiving Log: one delivery, counted line by line and posted. Serves the guide's page "Receive".

Everything is stored before it is shown: each scan and each cell at once, a field of the header when it is left.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import Cell, Refusal, RefusedError, TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving import corrections as correction_rules
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.receiving.logs import ReceivingStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import item_labels
from posim_desktop.queries.receiving import logs as log_queries
from posim_desktop.queries.receiving.logs import ReceivingDetails, ReceivingLineRow
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import vendor_returns
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.receiving.charges import ChargesDialog
from posim_desktop.ui.receiving.correct_receiving import CorrectReceivingDialog
from posim_desktop.ui.receiving.counting import Counting
from posim_desktop.ui.receiving.delivery_serials import DeliverySerials
from posim_desktop.ui.receiving.frame import LogFrame
from posim_desktop.ui.receiving.new_receiving_log import NewReceivingLogDialog
from posim_desktop.ui.receiving.posting import Posting
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import StatusPill
from posim_desktop.ui.widgets.document_lines import QUANTITY
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.scans_not_taken import Scan

_AS_ORDERED_KEY = "F8"


class ReceivingLogCard(Card[ReceivingDetails]):
    """One receiving log: a working one is counted here, a posted one is read."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("receiving_log_card")
        self.setAccessibleName(self.tr("Receiving Log"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._shown: tuple[int, ReceivingStatus] | None = None
        self._is_discarding = False
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        self.frame = LogFrame(operations, self)
        self.counting = Counting(operations, self.frame.lines, self.do, self)
        self.frame.lines.work_on(self.counting)
        self._attempt, self._returning = Attempt(), Attempt()
        self.serial_check = DeliverySerials(self._lines, self.do, self)
        self.posting = Posting(operations, self.do, self._show_refusal_of_posting, self)
        self.track(*self.frame.header.inputs.values())
        # The card hears before its deck does: lines that somebody else counted are no conflict with a header field.
        operations.bus.changed.connect(self._on_bus_changed)
        self._connect()
        self._connect_buttons()

    def _connect(self) -> None:
        frame = self.frame
        frame.lines.scanner.scanned.connect(self._on_scanner_scanned)
        frame.header.field_left.connect(self._on_header_field_left)
        frame.header.vendor_link.clicked.connect(self._on_vendor_link_clicked)
        frame.header.order_link.clicked.connect(self._on_order_link_clicked)
        frame.lines.item_requested.connect(lambda item_id: self.link.emit(Record.ITEM, item_id))
        frame.lines.rows.refusals_changed.connect(self._update_buttons)
        frame.table.selectionModel().currentRowChanged.connect(self._update_buttons)
        frame.link.connect(self.link)
        self.posting.link.connect(self.link)
        self.counting.link.connect(self.link)
        self.counting.serials_asked.connect(self.serial_check.open)
        self.posting.answered.connect(self._reload)

    def _connect_buttons(self) -> None:
        frame = self.frame
        frame.as_ordered_button.clicked.connect(self.ask_to_take_as_ordered)
        frame.from_zero_button.clicked.connect(self.ask_to_count_from_zero)
        frame.charges_button.clicked.connect(self.ask_for_charges)
        frame.remove_button.clicked.connect(frame.lines.remove_current)
        frame.discard_button.clicked.connect(self.ask_to_discard)
        frame.post_button.clicked.connect(self.post)
        frame.correct_button.clicked.connect(self.correct)
        frame.banner.action_requested.connect(self._on_print_requested)
        frame.slips_button.clicked.connect(self.print_slips)
        frame.boxes_button.clicked.connect(self.print_box_labels)
        frame.labels_button.clicked.connect(self.print_labels)
        frame.return_button.clicked.connect(self.return_to_vendor)
        for keys, slot in (
            ("F12", frame.post_button.click),
            ("F2", frame.lines.focus_entry),
            (_AS_ORDERED_KEY, frame.as_ordered_button.click),
            ("Shift+F5", self._on_serials_requested),
        ):
            own = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=own, autoRepeat=False).activated.connect(slot)

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> ReceivingDetails | None:
        log = log_queries.details(connection, record_id)
        return None if log is None or log.status is ReceivingStatus.DISCARDED else log

    @override
    def fill(self, details: ReceivingDetails | None) -> None:
        if details is None:
            self._shown = None
            return
        self._greet(details)
        posted = details.status is ReceivingStatus.POSTED
        if posted:
            self.frame.table.close_unread()
            self.frame.lines.withdraw_undo()
        self.status_pill.show_status("filled" if posted else "working", self._status_word(details.status))
        self.frame.show_log(details)
        self.counting.show(details)
        self._update_buttons()

    def _greet(self, log: ReceivingDetails) -> None:
        """Start again on another log; on the same one say when it was posted by somebody else."""
        before, self._shown = self._shown, (log.id, log.status)
        if before is None or before[0] != log.id:
            self.frame.lines.start_over()
            self.frame.banner.clear_message()
        elif before[1] is not log.status and not self.posting.is_at_work:
            words = self.tr("This receiving log was posted on another workstation.")
            self.frame.banner.show_message("attention", words)

    def _status_word(self, status: ReceivingStatus) -> str:
        return self.tr("Posted") if status is ReceivingStatus.POSTED else self.tr("Working")

    @override
    def heading(self) -> str:
        if self.details is None:
            return ""
        if self.details.number is not None:
            return self.tr("Receiving Log {number}").format(number=self.details.number)
        order = self.details.purchase_order_number
        return (
            self.tr("Receiving Log") if order is None else self.tr("Receiving Log for PO {number}").format(number=order)
        )

    @override
    def is_edited(self) -> bool:
        # A cell that was refused is not stored either; the person puts it right or gives it up before leaving.
        return super().is_edited() or bool(self.frame.lines.rows.refusals())

    @override
    def write(self) -> int | None:
        header = self.frame.header
        header.clear_refusals()
        if super().is_edited():
            try:
                verb = partial(receiving.set_header, receiving_log_id=self._log_id, header=header.header())
            except RefusedError as refused:
                header.show_refusal(refused.refusal)
                return None
            if not isinstance(self.operations.run(self, verb, self._attempt, header.show_refusal), Done):
                return None
        return None if self.frame.lines.focus_refused_cell() else self.record_id

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.frame.lines.entry.isHidden():
            self.frame.table.setFocus(event.reason())
        else:
            self.frame.lines.focus_entry()

    # ---- writing ----

    @property
    def _log_id(self) -> int:
        return self.record_id or 0  # 0 is no log's id; nothing is written while none is shown

    def do(
        self,
        verb: partial[Done],
        on_refusal: Callable[[Refusal], bool] | None = None,
        attempt: Attempt | None = None,
    ) -> bool:
        """Run a verb on the log and show what came of it; False when nothing was written."""
        written = self.run(verb, attempt or self._attempt, on_refusal) is not None
        self._reload()
        return written

    def _reload(self) -> None:
        """Show the log as it is stored now; what is being typed into the header stays."""
        try:
            log = None if self.record_id is None else self.operations.read(self.query, self.record_id)
        except TroubleError:
            return  # the status bar says so; what is on the screen stays
        if log is None or self.details is None:
            return
        if log.status is self.details.status and self.is_edited():
            self._take_lines(log)
        else:
            self.version = log.version
            self._show(log)

    def _take_lines(self, log: ReceivingDetails) -> None:
        if self.details is None:
            return
        if _header_of(log) == _header_of(self.details):
            self.version = log.version
        self.details = replace(self.details, lines=log.lines)
        self.frame.show_lines(log)
        self.counting.show(log)
        self._update_buttons()

    def ask_to_take_as_ordered(self) -> None:
        """Fill in the ordered quantities, asking before counts would be lost."""
        verb = partial(receiving.take_as_ordered, receiving_log_id=self._log_id)
        lost = [line for line in self._lines() if line.still_open is not None and line.quantity != line.still_open]
        question = self.tr("Replace the counts with the quantities ordered?")
        self._ask_if(any(line.quantity > 0 for line in lost), self.tr("All as Ordered"), question, verb)

    def ask_to_count_from_zero(self) -> None:
        """Set every line to 0; counts that would be lost are asked about."""
        verb = partial(receiving.count_from_zero, receiving_log_id=self._log_id)
        lost = any(line.quantity > 0 and line.quantity != line.still_open for line in self._lines())
        question = self.tr("Set everything counted so far to 0?")
        self._ask_if(lost, self.tr("Count from Zero"), question, verb)

    def _lines(self) -> tuple[ReceivingLineRow, ...]:
        return () if self.details is None else self.details.lines

    def _ask_if(self, lost: bool, action: str, question: str, verb: partial[Done]) -> None:  # noqa: FBT001
        def apply() -> None:
            self.do(verb)
            self.frame.lines.focus_entry()

        if lost:
            self._ask(action, question, apply)
        else:
            apply()

    def ask_to_discard(self) -> None:
        """Ask, then discard the log."""
        question = self.tr("Discard this receiving log? Nothing will be received; the goods stay on order.")
        self._ask(self.tr("Discard"), question, self._discard, destructive=True)

    def ask_for_charges(self) -> None:
        """Ask what the delivery cost besides its goods."""
        if self.details is not None and (not self.is_edited() or self.save()):
            dialog = ChargesDialog(self, self.operations, self.details)
            dialog.finished.connect(self.activateWindow)
            dialog.open()

    def _discard(self) -> None:
        self._is_discarding = True  # the deck goes on to another card by itself
        self.operations.run(self, partial(receiving.discard, receiving_log_id=self._log_id))
        self._is_discarding = False

    def _ask(self, action: str, question: str, then: Callable[[], object], *, destructive: bool = False) -> None:
        asking = Question(self, action, question, act=action, give_up=self.tr("Cancel"), destructive=destructive)
        asking.accepted.connect(then)
        asking.open()

    # ---- papers of a posted log ----

    def print_slips(self) -> None:
        """Show the slips once more of what this delivery set aside and still waits."""
        from posim_desktop.ui.sales.pickup_prints import preview_slips  # noqa: PLC0415 - when first printed

        preview_slips(self, self.operations, self._invoices_made())

    def print_box_labels(self) -> None:
        """Ask how many boxes each customer's goods of this delivery lie in, and show their labels."""
        from posim_desktop.ui.sales.box_labels import BoxLabelsDialog  # noqa: PLC0415 - when first printed

        BoxLabelsDialog(self, self.operations, self._invoices_made()).open()

    def _invoices_made(self) -> list[int]:
        return [row.invoice_id for row in self.operations.read(log_queries.invoices_made, self._log_id)]

    def print_labels(self) -> None:
        """Ask which labels to print of what came: one for each unit."""
        from posim_desktop.ui.widgets.item_labels import ask_for_labels  # noqa: PLC0415 - when first printed

        ask_for_labels(self, self.operations, item_labels.of_receiving_log, self._log_id)

    # ---- posting ----

    def post_refusal(self) -> Refusal | None:
        """Return why the log cannot be posted yet, or None: what enables the Post button."""
        if self.details is None:
            return Refusal(Why.NOTHING_COUNTED)
        counted = [line.quantity for line in self._lines()]
        return self.frame.lines.cell_refusal() or log_rules.post_refusal(self.details.status, counted)

    def post(self) -> None:
        """Post, after showing what is odd and asking to whom the goods are set."""
        may_post = self.post_refusal() is None and (not self.is_edited() or self.save())
        if may_post and not self.serial_check.asks(self.post):
            self.counting.ask_about_posting(lambda: self.posting.post(self._log_id))

    def return_to_vendor(self) -> None:
        """Begin a return of goods that came with this delivery, and go to it."""
        verb = partial(vendor_returns.start, receiving_log_id=self._log_id)
        done = self.operations.run(self, verb, self._returning)
        if isinstance(done, Done):
            self.link.emit(Record.VENDOR_RETURN, done.record_id)

    def _show_refusal_of_posting(self, refusal: Refusal) -> bool:
        line = next((line for line in self._lines() if refusal.where == Cell(QUANTITY, line.id)), None)
        if line is None:
            return self.serial_check.shows(refusal)
        self.frame.lines.refuse_cell(line.id, QUANTITY, formatting.quantity(line.quantity), refusal)
        return True

    # ---- correcting ----

    def correct_refusal(self) -> Refusal | None:
        """Return why the log cannot be corrected, or None: what enables the Correct button."""
        if self.details is None:
            return Refusal(Why.NO_SUCH_LOG)
        left = [line.quantity - line.taken for line in self._lines()]
        return correction_rules.correct_refusal(self.details.status, left)

    def correct(self) -> CorrectReceivingDialog | None:
        """Ask what of a posted log actually came."""
        if self.correct_refusal() is not None:
            return None
        try:
            dialog = CorrectReceivingDialog(self, self.operations, receiving_log_id=self._log_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return None
        dialog.corrected.connect(self._on_corrected)
        dialog.prepared.connect(lambda log_id: self.link.emit(Record.RECEIVING_LOG, log_id))
        dialog.finished.connect(self.activateWindow)
        dialog.open()
        return dialog

    def _on_corrected(self) -> None:
        self._reload()
        newest = self.frame.corrections_panel.newest()
        if newest is not None:
            words = self.tr("Correction {number} is posted.").format(number=newest.number)
            self.frame.banner.show_message("good", words, self.tr("Print"))

    def _on_print_requested(self) -> None:
        newest = self.frame.corrections_panel.newest()
        if newest is not None:
            self.frame.corrections_panel.preview(newest.id)

    # ---- slots ----

    def _update_buttons(self, *_: object) -> None:
        frame = self.frame
        refusal = self.post_refusal()
        frame.post_button.setEnabled(refusal is None)
        frame.post_button.setToolTip("F12" if refusal is None else words_of(refusal))
        uncorrectable = self.correct_refusal()
        frame.correct_button.setEnabled(uncorrectable is None)
        frame.correct_button.setToolTip(words_of(uncorrectable))
        lacking = self.operations.lacking(Permission.RETURN_TO_VENDOR)
        frame.return_button.setEnabled(lacking is None)
        frame.return_button.setToolTip(words_of(lacking))
        has_lines = bool(self._lines())
        ordered = any(line.still_open is not None for line in self._lines())
        current = frame.table.current_id() is not None
        frame.as_ordered_button.setEnabled(ordered)
        not_ordered = self.tr("Nothing on this log is from a purchase order.")
        frame.as_ordered_button.setToolTip(_AS_ORDERED_KEY if ordered else not_ordered)
        frame.from_zero_button.setEnabled(has_lines)
        frame.from_zero_button.setToolTip("" if has_lines else self.tr("There are no lines yet."))
        frame.remove_button.setEnabled(current)
        frame.remove_button.setToolTip(self.tr("Del") if current else self.tr("Choose a line first."))

    def _on_header_field_left(self) -> None:
        if self.record_id is not None and not self.is_saving and super().is_edited():
            self.save()

    def _on_scanner_scanned(self, code: str) -> None:
        asking = QApplication.activeModalWidget()
        if isinstance(asking, NewReceivingLogDialog):
            asking.take(code)
        elif not self.frame.lines.entry.isHidden():
            self.frame.lines.scan(code)
        else:
            self.frame.lines.keep_scan(Scan(code), Refusal(Why.LOG_POSTED))

    def _on_serials_requested(self) -> None:
        """Open the serial numbers of the current line, or of the first that has any."""
        if self.details is None or self.details.status is not ReceivingStatus.WORKING:
            return
        here = self.frame.table.current_id()
        asked = sorted((line for line in self._lines() if line.serials_asked), key=lambda line: line.id != here)
        if asked:
            self.serial_check.open(asked[0])

    def _on_vendor_link_clicked(self) -> None:
        if self.details is not None:
            self.link.emit(Record.VENDOR, self.details.vendor_id)

    def _on_order_link_clicked(self) -> None:
        if self.details is not None and self.details.purchase_order_id is not None:
            self.link.emit(Record.PURCHASE_ORDER, self.details.purchase_order_id)

    def _on_bus_changed(self, changes: Changes) -> None:
        log = self.details
        if log is None or self.is_saving or self._is_discarding or self.posting.is_at_work:
            return
        shown = {Change(Record.RECEIVING_LOG, log.id), Change(Record.PURCHASE_ORDER, log.purchase_order_id or 0)}
        if not shown & changes:
            return
        try:
            now = self.operations.read(self.query, log.id)
        except TroubleError:
            return  # the status bar says so; what is on the screen stays
        if now is None:
            say(self, self.tr("This receiving log was discarded on another workstation."))
        elif now.status is not log.status or self.is_edited():
            self._reload()


def _header_of(log: ReceivingDetails) -> ReceivingDetails:
    """Leave out what counting changes."""
    return replace(log, version=0, lines=())
