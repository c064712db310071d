"""The Special Order card. Serves the guide's page on special orders.

A special order is stored from the first thing that is said about it; a blank one is not kept. A field is saved when you
leave it. A refused value stays in its cell or field, and the card counts as edited until it is corrected.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, Refusal
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.domain.sales.special_orders import SpecialOrderHead, SpecialOrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import special_orders as queries
from posim_desktop.queries.sales.special_orders import SpecialLineRow, SpecialOrderDetails
from posim_desktop.services.sales import special_order_posting, special_orders
from posim_desktop.services.sales.special_orders import WantedItem
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.sales.quick_customer import QuickCustomerDialog
from posim_desktop.ui.sales.special_orders.discard import DiscardDialog
from posim_desktop.ui.sales.special_orders.lines import read_cell
from posim_desktop.ui.sales.special_orders.new_item import NewItemDialog
from posim_desktop.ui.sales.special_orders.panels import SpecialOrderPanels
from posim_desktop.ui.sales.special_orders.pay import open_pay
from posim_desktop.ui.sales.special_orders.prints import preview_confirmation
from posim_desktop.ui.sales.special_orders.words import show_status
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import StatusPill
from posim_desktop.ui.widgets.document_lines import Then
from posim_desktop.ui.widgets.item_entry import NamedGoods
from posim_desktop.ui.widgets.print_preview import PrintPreviewDialog
from posim_desktop.ui.widgets.receipt_printing import print_wish

_NOT_LEFT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}


class SpecialOrderCard(Card[SpecialOrderDetails]):
    """One special order, or a new one that begins with its first word.

    Signals:
        customer_backorders_requested(int): Show what this customer waits for.
        was_posted(int): It was posted just now.
    """

    customer_backorders_requested = Signal(int)
    was_posted = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("special_order_card")
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        self.panels = SpecialOrderPanels(operations, self)
        self.panels.lines.work_on(self)
        self._attempt = Attempt()
        self._left: QObject | None = None
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self.track(*self.panels.head.inputs.values())
        self._connect()

    def _connect(self) -> None:
        panels, customer = self.panels, self.panels.head.customer_panel
        self._leaving.timeout.connect(self._on_head_left)
        customer.chosen.connect(self.choose_customer)
        customer.removed.connect(partial(self.choose_customer, None))
        customer.new_requested.connect(self._on_new_customer_requested)
        customer.card_requested.connect(partial(self.link.emit, Record.CUSTOMER))
        customer.backorders_requested.connect(self.customer_backorders_requested)
        customer.pick_up_requested.connect(partial(self.link.emit, Record.CUSTOMER))
        panels.lines.rows.refusals_changed.connect(self._update_buttons)
        panels.lines.scanner.scanned.connect(panels.lines.scan)
        panels.lines.item_requested.connect(partial(self.link.emit, Record.ITEM))
        panels.lines.table.selectionModel().currentRowChanged.connect(self._show_line)
        panels.line_panel.edited.connect(self._on_line_edited)
        panels.line_panel.item_requested.connect(partial(self.link.emit, Record.ITEM))
        panels.line_panel.backorder_requested.connect(partial(self.link.emit, Record.BACKORDER))
        panels.remove_button.clicked.connect(panels.lines.remove_current)
        panels.new_item_button.clicked.connect(self.ask_for_new_item)
        panels.discard_button.clicked.connect(self.ask_to_discard)
        panels.post_button.clicked.connect(self.post)
        panels.invoice_button.clicked.connect(self._on_invoice_button_clicked)
        panels.print_button.clicked.connect(self.open_preview)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, slot in (
            ("F2", panels.lines.focus_entry),
            ("F3", customer.go_to_customer),
            ("F6", panels.new_item_button.click),
            ("F12", panels.post_button.click),
            ("Ctrl+P", panels.print_button.click),
        ):
            QShortcut(QKeySequence(keys), self, context=own, autoRepeat=False).activated.connect(slot)

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> SpecialOrderDetails | None:
        return queries.details(connection, record_id)

    @override
    def fill(self, details: SpecialOrderDetails | None) -> None:
        self.panels.lines.start_over()
        self.panels.banner.clear_message()
        self._show_head(details)
        self._show_rest(details)
        self.setFocusProxy(self.panels.head.customer_panel.search_field if details is None else self.panels.lines)

    @override
    def heading(self) -> str:
        if self.details is None:
            return self.tr("New Special Order")
        if self.details.number is not None:
            return self.tr("Special Order {number}").format(number=self.details.number)
        customer = self.details.customer
        return self.tr("Special Order") if customer is None else self.tr("Order for {name}").format(name=customer.name)

    @override
    def is_edited(self) -> bool:
        lines = self.panels.lines
        if lines.rows.refusals() or lines.table.open_editor() is not None or self.panels.line_panel.is_edited():
            return True
        return self.is_working and super().is_edited()

    @override
    def write(self) -> int | None:
        taken = self.panels.lines.take_open_cell() and self.panels.line_panel.take() and self.save_head()
        return self.record_id if taken else None

    @override
    def undo(self) -> bool:
        entry = self.panels.lines.entry
        if entry.entry_field.hasFocus() and entry.entry_field.text():
            entry.clear()
            return True
        return super().undo()

    @override
    def keep_mine(self, theirs: Card[Any] | None) -> None:
        if self.record_id is not None:
            self.reload(self.record_id)

    @property
    def is_working(self) -> bool:
        """Whether it is still being written."""
        return self.details is None or self.details.status is SpecialOrderStatus.WORKING

    # ---- showing ----

    def _show_head(self, details: SpecialOrderDetails | None) -> None:
        status = SpecialOrderStatus.WORKING if details is None else details.status
        show_status(self.status_pill, status)
        working = self.operations.logged_in
        taker = details.employee_id if details is not None else working.employee_id if working is not None else None
        head = SpecialOrderHead() if details is None else details.head
        self.panels.head.show_head(head, self.operations.read(queries.takers, taker), taker)

    def _show_rest(self, details: SpecialOrderDetails | None) -> None:
        self.panels.show_order(details, reading=not self.is_working)
        self._show_line()
        self._update_buttons()

    def _show_line(self, *_: object) -> None:
        lines = self.panels.lines
        row = lines.rows.row_at(lines.table.currentIndex().row())
        self.panels.line_panel.show_line(row, reading=not self.is_working)

    def _update_buttons(self) -> None:
        details = self.details
        lines = () if details is None else tuple(line.content for line in details.lines)
        status = SpecialOrderStatus.WORKING if details is None else details.status
        has_customer = details is not None and details.customer is not None
        rule = rules.post_refusal(status, has_customer=has_customer, lines=lines)
        self.panels.update_buttons(details, self.panels.lines.cell_refusal() or rule)

    def reload(self, order_id: int) -> None:
        """Show an order as it is stored now; what is typed and not stored yet stays."""
        details = self.operations.read(self.query, order_id)
        if details is None:
            return
        half_typed = self.record_id is not None and super().is_edited()
        self.record_id, self.version, self.is_new, self.details = order_id, details.version, False, details
        if not half_typed:
            self._show_head(details)
            self.hold_as_stored()
        self._show_rest(details)
        self.filled.emit()

    def _open(self, order_id: int) -> None:
        """Show what was just written; a new order has begun with it."""
        begins = self.record_id is None
        self.panels.lines.withdraw_undo()
        self.reload(order_id)
        if begins:
            self.saved.emit(order_id)

    # ---- head ----

    def choose_customer(self, customer_id: int | None) -> None:
        """Say for whom it is."""
        verb = partial(special_orders.set_customer, special_order_id=self.record_id, customer_id=customer_id)
        done = self.do(verb, self._refused_at_customer)
        if done is not None:
            self._open(done.record_id)
            self.panels.lines.focus_entry()

    def _refused_at_customer(self, refusal: Refusal) -> bool:
        if refusal.where != Field("customer"):
            return False
        self.panels.head.customer_panel.refuse(refusal)
        return True

    def _on_new_customer_requested(self, typed: str) -> None:
        dialog = QuickCustomerDialog(self.operations, self, typed=typed)
        dialog.added.connect(self.choose_customer)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def save_head(self) -> bool:
        """Store the fields if they are others; False after saying at the field what cannot be."""
        if not self.is_working or not super().is_edited():
            return True
        values = self.panels.head.values()
        if values is None:
            return False
        head, employee_id = values
        working = self.operations.logged_in
        taker = employee_id or (working.employee_id if working is not None else 0)
        verb = partial(special_orders.set_head, special_order_id=self.record_id, head=head, employee_id=taker)
        done = self.do(verb, self.panels.head.show_refusal)
        if done is None:
            return False
        self.hold_as_stored()
        self._open(done.record_id)
        return True

    # ---- lines ----

    def add(self, wanted: NamedGoods, then: Then) -> None:
        """Put an item on file on the order."""
        items = (WantedItem(wanted.item.id, wanted.quantity),)
        verb = partial(special_orders.add_items, special_order_id=self.record_id, items=items)
        done, refusal = self._try(verb, wanted.attempt)
        if done is not None:
            self._open(done.record_id)
            self.panels.show_last_line()
        then(None if done is not None else refusal)

    def change(self, line: SpecialLineRow, column: str, typed: str, then: Then) -> None:
        """Take what was typed into a cell.

        Raises:
            RefusedError: It cannot be read.
        """
        verb = partial(special_orders.change_line, line_id=line.id, line=read_cell(line, column, typed))
        done, refusal = self._try(verb)
        then(None if done is not None else refusal)
        if done is not None:
            self.reload(done.record_id)

    def remove(self, line: SpecialLineRow) -> bool:
        """Take a line off."""
        done = self.do(partial(special_orders.remove_line, line_id=line.id))
        if done is not None:
            self.reload(done.record_id)
        return done is not None

    def put_back(self, line: SpecialLineRow) -> None:
        """Put a line that was just taken off back, below the others."""
        if self.record_id is None:
            return
        if line.is_new:
            verb = partial(special_orders.add_new_item, special_order_id=self.record_id, line=line.content)
        else:
            items = (WantedItem(line.content.item_id or 0, line.quantity),)
            verb = partial(special_orders.add_items, special_order_id=self.record_id, items=items)
        done = self.do(verb)
        if done is not None:
            self.reload(done.record_id)

    def _on_line_edited(self, line_id: int, content: rules.SpecialLine) -> None:
        verb = partial(special_orders.change_line, line_id=line_id, line=content)
        done = self.do(verb, self.panels.line_panel.show_refusal)
        if done is not None:
            self.panels.line_panel.stored()
            self.reload(done.record_id)

    def ask_for_new_item(self) -> None:
        """Ask what is to be ordered that is not yet on file."""
        entry = self.panels.lines.entry
        dialog = NewItemDialog(self, self.operations, self.record_id, entry.entry_field.text().strip())
        dialog.ordered.connect(self._on_new_item_ordered)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def _on_new_item_ordered(self, order_id: int) -> None:
        self.panels.lines.entry.clear()
        self._open(order_id)
        self.panels.show_last_line()

    # ---- ending it ----

    def post(self) -> None:
        """Post the order: after the deposit is paid, where one is asked."""
        if self.write() is None or self.details is None:
            return
        order_id, deposit = self.details.id, self.details.deposit
        if deposit:
            dialog = open_pay(self, self.operations, order_id, deposit, print_wish())
            if dialog is not None:
                dialog.posted.connect(self._on_posted)
                dialog.finished.connect(self.activateWindow)
            return
        verb = partial(
            special_order_posting.post,
            special_order_id=order_id,
            tenders=(),
            expected_deposit=deposit,
            wish=print_wish(),
        )
        done = self.do(verb, self._refused_at_post)
        if done is not None:
            self._on_posted(done.record_id)

    def _refused_at_post(self, refusal: Refusal) -> bool:
        return self._refused_at_customer(refusal) or self.panels.head.show_refusal(refusal)

    def _on_posted(self, order_id: int) -> None:
        self.reload(order_id)
        if self.details is not None:
            self.panels.tell_posted(self.details)
        self.was_posted.emit(order_id)

    def ask_to_discard(self) -> None:
        """Ask why, then discard the order."""
        if self.record_id is None:
            return
        dialog = DiscardDialog(self, self.operations, self.record_id)
        dialog.discarded.connect(self.reload)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def open_preview(self) -> PrintPreviewDialog | None:
        """Show the confirmation as it prints."""
        details = self.details
        if details is None or details.invoice_id is None:
            return None
        return preview_confirmation(self, self.operations, details, details.invoice_id)

    def _on_invoice_button_clicked(self) -> None:
        if self.details is not None and self.details.invoice_id is not None:
            self.link.emit(Record.INVOICE, self.details.invoice_id)

    # ---- running verbs ----

    def do(
        self,
        verb: partial[Done],
        on_refusal: Callable[[Refusal], bool] | None = None,
        attempt: Attempt | None = None,
    ) -> Done | None:
        """Run a verb; the same content tried again after trouble is the same operation, done once."""
        return self.run(verb, attempt or self._attempt, on_refusal)

    def _try(self, verb: partial[Done], attempt: Attempt | None = None) -> tuple[Done | None, Refusal]:
        """Run a verb; the refusal counts when nothing was done."""
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal)
            return True

        done = self.do(verb, refused, attempt)
        return done, refusals[0] if refusals else Refusal(Why.NOT_STORED)

    # ---- leaving a field ----

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NOT_LEFT:
            self._left = watched
            self._leaving.start()
        return super().eventFilter(watched, event)

    def _on_head_left(self) -> None:
        if self._left is not QApplication.focusWidget():
            self.save_head()
