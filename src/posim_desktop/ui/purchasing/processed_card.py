"""The Processed Purchase Order: what is still to come and for whom. Serves the guide's page "Purchase orders"."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Refusal, RefusedError, TroubleError
from posim_desktop.domain.purchasing import changes as change_rules
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.backorders import left_out
from posim_desktop.queries.purchasing import documents as purchase_order_documents
from posim_desktop.queries.purchasing import freed_goods, order_changes
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails, PurchaseOrderLineRow
from posim_desktop.queries.receiving import logs as receiving
from posim_desktop.services.mails import mail_settings
from posim_desktop.services.purchasing import orders as order_verbs
from posim_desktop.services.receiving.logs import start
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.allocate_backorders import AllocateBackordersDialog
from posim_desktop.ui.purchasing.change_order import ChangeOrderDialog
from posim_desktop.ui.purchasing.close_short import CloseShortDialog, ReleasedDialog
from posim_desktop.ui.purchasing.freed_goods import FreedGoodsDialog
from posim_desktop.ui.purchasing.mail_order import MailOrderDialog
from posim_desktop.ui.purchasing.processed_panels import AllocatedRow, ProcessedPanels
from posim_desktop.ui.purchasing.words import later_words, preview_change, preview_order, show_status
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import StatusPill
from posim_desktop.ui.widgets.left_out import with_left_out
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog

RECEIVE_KEY = "Ctrl+R"


class ProcessedOrderCard(Card[PurchaseOrderDetails]):
    """One processed purchase order; only its day and its note can still be changed.

    Attributes:
        is_editing: Whether they can be typed into; otherwise they look like text.
    """

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("processed_order_card")
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        self.panels = ProcessedPanels(self.operations, self)
        self._attempt = Attempt()
        self._changes: tuple[order_changes.OrderChangeRow, ...] = ()
        self._offered_sheet: int | None = None
        self.is_editing = False
        self._left_by = Qt.FocusReason.OtherFocusReason
        # A timer, which waits when somebody waits for the database; a queued call would not.
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self.track(*self.panels.header.inputs.values())
        self.panels.header.note_edit.viewport().installEventFilter(self)
        self.setFocusProxy(self.panels.lines_table)
        self._connect()

    def _connect(self) -> None:
        self._leaving.timeout.connect(self._on_header_left)
        self.panels.header.expected_edit.textChanged.connect(self._show_later)
        panels = self.panels
        panels.vendor_link.clicked.connect(self._on_vendor_clicked)
        panels.lines_table.chosen.connect(self._on_line_chosen)
        panels.lines_table.selectionModel().currentRowChanged.connect(self._update_buttons)
        panels.allocated_table.chosen.connect(self._on_allocation_chosen)
        panels.close_short_button.clicked.connect(self.ask_to_close_short)
        panels.change_button.clicked.connect(self.ask_to_change)
        panels.freed_button.clicked.connect(self.decide_freed)
        panels.changes_table.chosen.connect(self._on_change_chosen)
        panels.allocations_button.clicked.connect(self.open_allocations)
        panels.save_button.clicked.connect(self.open_save)
        panels.mail_button.clicked.connect(self.open_mail)
        panels.print_button.clicked.connect(self.open_preview)
        panels.receive_button.clicked.connect(self.receive)
        panels.banner.action_requested.connect(self._on_banner_pressed)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F2"), self, context=own).activated.connect(self.begin_editing)
        receive_key = QShortcut(QKeySequence(RECEIVE_KEY), self, context=own, autoRepeat=False)
        receive_key.activated.connect(panels.receive_button.click)

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> PurchaseOrderDetails | None:
        details = purchase_orders.details(connection, record_id)
        return None if details is None or details.number is None else details

    @override
    def fill(self, details: PurchaseOrderDetails | None) -> None:
        if details is None:
            return
        panels = self.panels
        receipts = self.operations.read(purchase_order_documents.receipts, details.id)
        self.is_editing = self.is_editing and panels.shown_id == details.id
        if panels.shown_id != details.id or receipts:
            panels.banner.clear_message()  # a vendor who delivers has the order
            self._offered_sheet = None
        show_status(self.status_pill, details.status)
        panels.freed = self.operations.read(freed_goods.figures, details.id)
        panels.show_order(details, [AllocatedRow(line, whom) for line in details.lines for whom in line.allocations])
        panels.show_receipts(receipts, self._receipt_link)
        self._changes = self.operations.read(order_changes.history, details.id)
        panels.show_changes(self._changes)
        self._let_be_edited(editing=self.is_editing)
        self._show_later()
        self._update_buttons()

    # ---- reading and editing ----

    def _header_refusal(self) -> Refusal | None:
        return order_rules.header_refusal(self.details.status if self.details else OrderStatus.CLOSED)

    def _let_be_edited(self, *, editing: bool) -> None:
        refusal = self._header_refusal()
        self.is_editing = editing and refusal is None
        tip = words_of(refusal) if refusal is not None else self.tr("Edit (F2)")
        self.panels.header.let_be_read(reading=not self.is_editing, tip="" if self.is_editing else tip)

    def _is_in_header(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.panels.header.isAncestorOf(focused)

    @override
    def begin_editing(self) -> None:
        if self.is_editing or self._header_refusal() is not None:
            return
        self._let_be_edited(editing=True)
        if not self._is_in_header():
            self.panels.header.expected_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def end_editing(self) -> bool:
        if not self.is_editing:
            return False
        self._let_be_edited(editing=False)
        if self._is_in_header():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def heading(self) -> str:
        if self.details is None or self.details.number is None:
            return ""
        return self.tr("Purchase Order {number}").format(number=self.details.number)

    @override
    def write(self) -> int | None:
        values = self.panels.header.values()
        if values is None or self.record_id is None:
            return None
        verb = partial(order_verbs.set_header, purchase_order_id=self.record_id, expected_on=values[0], note=values[1])
        done = self._do(verb, self.panels.header.show_refusal)
        return None if done is None else done.record_id

    def tell_posted(self) -> None:
        """Say that the order shown was just posted, and whom its goods could not be allocated to."""
        words = self.tr("{order} is posted. To send it to the vendor, mail it, print it or save it as a PDF.")
        out = 0 if self.record_id is None else self.operations.read(left_out.on_order, self.record_id)
        said = with_left_out(words.format(order=self.heading()), out)
        self.panels.banner.show_message("good", said, self.tr("Print"))

    def _show_later(self) -> None:
        """Say whose goods would be expected later by the day that is being typed, before it is saved."""
        label = self.panels.later_label
        try:
            day = self.panels.header.expected_edit.value()
        except RefusedError:
            return  # half a date says nothing
        details = self.details
        is_other = self.is_editing and details is not None and day != details.expected_on
        words = later_words(self.operations.read(order_changes.later, details.id, day)) if details and is_other else ""
        label.setText(words)
        label.setVisible(bool(words))

    # ---- what is possible ----

    def _line(self) -> PurchaseOrderLineRow | None:
        row = self.panels.lines_table.currentIndex().row()
        lines = self.details.lines if self.details else ()
        return lines[row] if 0 <= row < len(lines) else None

    def _update_buttons(self) -> None:
        status = self.details.status if self.details else OrderStatus.CLOSED
        line = self._line()
        if line is None:
            close: Refusal | None = Refusal(Why.NO_LINE_CHOSEN)
        else:
            close = order_rules.close_short_refusal(status, line.still_open)
        change = change_rules.change_refusal(status)
        self.panels.change_button.setEnabled(change is None)
        self.panels.change_button.setToolTip(words_of(change))
        nothing = "" if status is OrderStatus.PROCESSED else self.tr("Nothing on this order is still open.")
        figures = None if line is None else self.panels.freed.get(line.id)
        none = "" if figures is not None and figures.nobodys > 0 else self.tr("Nothing on this line is nobody's.")
        for button, why in (
            (self.panels.freed_button, none),
            (self.panels.close_short_button, words_of(close)),
            (self.panels.allocations_button, nothing),
            (self.panels.receive_button, nothing),
        ):
            button.setEnabled(not why)
            button.setToolTip(why)
        if not nothing:
            self.panels.receive_button.setToolTip(RECEIVE_KEY)

    # ---- actions ----

    def receive(self) -> None:
        """Go to the receiving log that was begun for the order, or begin one."""
        if self.record_id is None or not self._leave_header():
            return
        log_id = self.operations.read(receiving.working_log_of, self.record_id)
        if log_id is None:
            done = self._do(partial(start, purchase_order_id=self.record_id))
            log_id = None if done is None else done.record_id
        if log_id is not None:
            self.link.emit(Record.RECEIVING_LOG, log_id)

    def ask_to_close_short(self) -> None:
        """Ask, naming whom it hurts, then give up what is still to come on the current line."""
        line = self._line()
        if line is None or not self._leave_header():
            return
        dialog = CloseShortDialog(self, self.operations, line)
        dialog.closed_short.connect(self._on_closed_short)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _on_closed_short(self) -> None:
        self._tell_who_lost(AllocationKind.CLOSED_SHORT)

    def _tell_who_lost(self, why: AllocationKind) -> None:
        if self.record_id is None:
            return
        dialog = ReleasedDialog(self, self.operations, self.record_id, why)
        dialog.link.connect(self.link)
        dialog.finished.connect(self.activateWindow)
        if dialog.names_somebody:
            dialog.open()

    def decide_freed(self) -> None:
        """Ask what becomes of goods of the current line whose customers canceled."""
        line = self._line()
        figures = None if line is None else self.panels.freed.get(line.id)
        if line is None or figures is None or not self._leave_header():
            return
        dialog = FreedGoodsDialog(self, self.operations, line, figures)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def ask_to_change(self) -> None:
        """Ask what is ordered from now on; what the vendor is to hear can be printed then."""
        if self.details is None or not self._leave_header():
            return
        dialog = ChangeOrderDialog(self, self.operations, self.details)
        dialog.changed.connect(self._on_changed)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _on_changed(self) -> None:
        sheet = max((each.sheet or 0 for each in self._changes), default=0)
        if not sheet:
            return
        self._offered_sheet = sheet
        words = self.tr("The order is changed. To tell the vendor, print change {sheet} or save it as a PDF.")
        self.panels.banner.show_message("good", words.format(sheet=sheet), self.tr("Print Change"))
        if any(each.sheet == sheet and each.kind is OrderChangeKind.LESS for each in self._changes):
            self._tell_who_lost(AllocationKind.ORDERED_LESS)

    def open_change(self, sheet: int) -> PrintPreviewDialog | None:
        """Show a change as it prints for the vendor."""
        if self.details is None or not self._leave_header():
            return None
        return preview_change(self, self.operations, self.details, self._changes, sheet)

    def open_allocations(self) -> None:
        """Show to whom the goods that are still to come are allocated, and let it be changed."""
        if self.record_id is None or not self._leave_header():
            return
        dialog = AllocateBackordersDialog(self, self.operations, purchase_order_id=self.record_id, posting=False)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def open_preview(self) -> PrintPreviewDialog | None:
        """Show the order as it prints."""
        if self.details is None or not self._leave_header():
            return None
        return preview_order(self, self.operations, self.details, self._changes)

    def open_mail(self) -> None:
        """Show the mail to the vendor with the order, or say that this computer sends none yet."""
        if self.details is None or not self._leave_header():
            return
        settings = mail_settings.load()
        if not settings.server:
            say(self, words_of(Refusal(Why.MAIL_NOT_SET_UP)))
            return
        try:
            MailOrderDialog(self, self.operations, self.details, settings).open()
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))

    def open_save(self) -> None:
        """Ask for a file and save the order as PDF."""
        dialog = self.open_preview()
        if dialog is not None:
            dialog.ask_where_to_save()

    def _do(self, verb: partial[Done], on_refusal: Callable[[Refusal], bool] | None = None) -> Done | None:
        outcome = self.operations.run(self, verb, self._attempt, on_refusal)
        return outcome if isinstance(outcome, Done) else None

    def _leave_header(self) -> bool:
        return not self.is_edited() or self.save()

    # ---- slots ----

    def _on_header_left(self) -> None:
        with self.panels.header.being_left(self._left_by):
            if self._leave_header() and not self._is_in_header():
                self.end_editing()

    def _receipt_link(self, receiving_log_id: int, button: QPushButton) -> None:
        button.clicked.connect(partial(self.link.emit, Record.RECEIVING_LOG, receiving_log_id))

    def _on_vendor_clicked(self) -> None:
        if self.details is not None:
            self.link.emit(Record.VENDOR, self.details.vendor_id)

    def _on_line_chosen(self, row: int) -> None:
        if self.details is not None:
            self.link.emit(Record.ITEM, self.details.lines[row].item_id)

    def _on_banner_pressed(self) -> None:
        if self._offered_sheet is None:
            self.open_preview()
        else:
            self.open_change(self._offered_sheet)

    def _on_change_chosen(self, row: int) -> None:
        sheet = self.panels.change_rows.row_at(row).sheet
        if sheet is not None:
            self.open_change(sheet)

    def _on_allocation_chosen(self, row: int) -> None:
        self.link.emit(Record.BACKORDER, self.panels.allocated_rows.row_at(row).whom.backorder_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and not self.is_editing:
            self.begin_editing()
        left = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason}
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in left:
            # Later, when the keyboard is where it goes to.
            self._left_by = event.reason()
            self._leaving.start()
        return super().eventFilter(watched, event)
