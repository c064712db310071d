"""The Working Purchase Order: what is to be ordered from a vendor. Serves the guide's page "Purchase orders".

An order is stored line by line from its first line on; a blank one is not kept. Vendor, date and note are saved when
you leave the field. A refused value stays in its cell or field, and the card counts as edited until it is corrected.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.purchasing import orders as order_rules
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import vendors
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing import usual_days
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails
from posim_desktop.services.purchasing import orders as order_verbs
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.auto_order import AutoOrderDialog
from posim_desktop.ui.purchasing.ending import OrderEnding
from posim_desktop.ui.purchasing.words import how_it_ended, show_status
from posim_desktop.ui.purchasing.working_lines import OrderLines
from posim_desktop.ui.purchasing.working_panels import WorkingPanels
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import StatusPill

_NOT_LEFT = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}


class WorkingOrderCard(Card[PurchaseOrderDetails]):
    """One working purchase order, or a new one that begins with its first line.

    Signals:
        other_requested(int): The person wants to go on with another working order.
        fill_requested: The person wants to see the backorders that can be filled from the shelf now.
    """

    other_requested = Signal(int)
    fill_requested = Signal()

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("working_order_card")
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        self.panels = WorkingPanels(operations, self)
        self.lines = OrderLines(self, self.panels, self)
        self.panels.lines.work_on(self.lines)
        self.ending = OrderEnding(self, operations, self.panels, self)
        self._attempt = Attempt()
        self._left: QObject | None = None
        self._left_by = Qt.FocusReason.OtherFocusReason
        # A timer, which waits when somebody waits for the database; a queued call would not.
        self._leaving = QTimer(self, singleShot=True, interval=0)
        self._other: int | None = None
        self._offers_fills = False
        self.track(*self.panels.header.inputs.values())
        self._connect()

    def _connect(self) -> None:
        self._leaving.timeout.connect(self._on_header_left)
        panels = self.panels
        panels.vendor_box.currentTextChanged.connect(self._show_vendor)
        panels.vendor_box.activated.connect(self._on_vendor_box_activated)
        panels.vendor_box.entered.connect(self._on_vendor_box_entered)
        panels.open_vendor_button.clicked.connect(self._on_open_vendor_clicked)
        panels.lines.rows.refusals_changed.connect(self._update_buttons)
        panels.lines.scanner.scanned.connect(panels.lines.scan)
        panels.lines.item_requested.connect(lambda item_id: self.link.emit(Record.ITEM, item_id))
        panels.remove_button.clicked.connect(panels.lines.remove_current)
        panels.banner.action_requested.connect(self._on_banner_action_requested)
        panels.auto_order_button.clicked.connect(self.open_auto_order)
        panels.backorders_button.clicked.connect(self.add_backorders)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("F2"), self, context=own).activated.connect(panels.lines.focus_entry)
        QShortcut(QKeySequence("F3"), self, context=own).activated.connect(panels.vendor_box.setFocus)
        post_key = QShortcut(QKeySequence("F12"), self, context=own, autoRepeat=False)
        post_key.activated.connect(panels.post_button.click)

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> PurchaseOrderDetails | None:
        details = purchase_orders.details(connection, record_id)
        return details if details is not None and details.status is OrderStatus.WORKING else None

    @override
    def fill(self, details: PurchaseOrderDetails | None) -> None:
        self.panels.lines.start_over()
        self._other = None
        self._offers_fills = False
        self.panels.banner.clear_message()
        show_status(self.status_pill, OrderStatus.WORKING)
        self._show_header(details)
        self._show_rest(details)
        self.setFocusProxy(self.panels.vendor_box if details is None else self.panels.lines)

    @override
    def heading(self) -> str:
        if self.details is None:
            return self.tr("New Purchase Order")
        return self.tr("Order to {vendor}").format(vendor=self.details.vendor)

    @override
    def is_edited(self) -> bool:
        if self.panels.lines.rows.refusals() or self.panels.lines.table.open_editor() is not None:
            return True
        return self.record_id is not None and super().is_edited()

    @override
    def write(self) -> int | None:
        return self.record_id if self.panels.lines.take_open_cell() and self.save_header() else None

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

    @override
    def stored_version(self) -> int | None:
        version = super().stored_version()
        if version is None and self.record_id is not None:
            ended = how_it_ended(self.operations, self.record_id)
            if ended:
                say(self, ended)
            self.start_new()
        return version

    # ---- showing ----

    def _show_header(self, details: PurchaseOrderDetails | None) -> None:
        vendor_id = None if details is None else details.vendor_id
        self.panels.vendor_box.offer(self.operations.read(vendors.choices, vendor_id), "")
        self.panels.vendor_box.set_value(vendor_id)
        self.panels.header.show_order(details)

    def _show_rest(self, details: PurchaseOrderDetails | None) -> None:
        self.panels.show_lines(details)
        self._propose_day(details)
        self._show_vendor()
        self._update_buttons()

    def _propose_day(self, details: PurchaseOrderDetails | None) -> None:
        """Say in the empty field when an order of today usually comes."""
        days = None if details is None else self.operations.read(usual_days.of_order, details.id)
        today = formatting.store_day(self.operations.now())
        self.panels.header.propose(None if days is None else today + timedelta(days=days))

    def _show_vendor(self) -> None:
        vendor_id = self.panels.vendor_box.chosen_id()
        vendor = None if vendor_id is None else self.operations.read(vendors.details, vendor_id)
        self.panels.show_vendor(vendor, self.details)

    def _update_buttons(self) -> None:
        panels = self.panels
        lines = panels.lines.rows.rowCount()
        rule = order_rules.post_refusal(OrderStatus.WORKING, has_vendor=True, lines=lines)
        refusal = panels.lines.cell_refusal() or rule
        none = self.tr("This purchase order has no lines.")
        for button, why in (
            (panels.post_button, words_of(refusal)),
            (panels.discard_button, "" if lines else none),
            (panels.remove_button, "" if lines else none),
        ):
            button.setEnabled(not why)
            button.setToolTip(why or ("F12" if button is panels.post_button else ""))

    def reload(self, order_id: int) -> None:
        """Show an order as it is stored now; what is typed and not stored yet stays."""
        details = self.operations.read(self.query, order_id)
        if details is None:
            return
        half_typed = self.record_id is not None and super().is_edited()
        self.record_id, self.version, self.is_new, self.details = order_id, details.version, False, details
        self.setFocusProxy(self.panels.lines)
        if not half_typed:
            self._show_header(details)
            self.hold_as_stored()
        self._show_rest(details)
        self.filled.emit()

    # ---- head ----

    def save_header(self) -> bool:
        """Store vendor, day and note if they are others; False after saying at the field what cannot be."""
        if self.record_id is None or self.details is None or not super().is_edited():
            return True
        vendor_id = self._vendor()
        if vendor_id is None or self.panels.header.values() is None:
            return False
        if vendor_id != self.details.vendor_id:
            verb = partial(order_verbs.set_vendor, purchase_order_id=self.record_id, vendor_id=vendor_id)
            if self.do(verb, self.panels.header.show_refusal) is None:
                return False
            self._say_what_was_kept(self.record_id)
        return self._store_day_and_note(self.record_id)

    def _say_what_was_kept(self, order_id: int) -> None:
        """Say on which lines of an order to another vendor a typed number or cost was kept."""
        typed = self.operations.read(purchase_orders.typed, order_id)
        if typed:
            words = self.tr("Lines now have the new vendor's numbers and costs. What was typed was kept on: {items}.")
            self.panels.banner.show_message("info", words.format(items=", ".join(typed)))
        else:
            words = self.tr("Lines now have the new vendor's numbers and costs.")
            self.panels.banner.show_message("good", words)

    def _store_day_and_note(self, order_id: int) -> bool:
        values = self.panels.header.values()
        if values is None:
            return False
        verb = partial(order_verbs.set_header, purchase_order_id=order_id, expected_on=values[0], note=values[1])
        if self.do(verb, self.panels.header.show_refusal) is None:
            return False
        self.hold_as_stored()
        self.reload(order_id)
        return True

    def _vendor(self) -> int | None:
        """Read the vendor; None after saying at the field what is wrong with it."""
        try:
            vendor_id = self.panels.vendor_box.value()
        except RefusedError as refused:
            self.panels.header.show_refusal(refused.refusal)
            return None
        if vendor_id is None:
            self.panels.header.show_refusal(Refusal(Why.ORDER_NEEDS_VENDOR, Field("vendor")))
        return vendor_id

    def choose_vendor(self, vendor_id: int) -> None:
        """Choose the vendor of a new order."""
        self.panels.vendor_box.set_value(vendor_id)
        self._on_vendor_box_activated()

    # ---- putting goods on it ----

    def may_order(self) -> bool:
        """Return whether goods can be put on the order; False after saying at the head what is missing."""
        if self.record_id is not None:
            return True
        return self._vendor() is not None and self.panels.header.values() is not None

    @property
    def vendor_of_new(self) -> int | None:
        """Whom a new order is for; None for one that exists, which knows its vendor."""
        return self.panels.vendor_box.chosen_id() if self.record_id is None else None

    def open_order(self, order_id: int) -> None:
        """Show what was put on the order; a new one has begun with it and gets what is typed in its head."""
        self.panels.lines.withdraw_undo()
        self.panels.banner.clear_message()
        if self.record_id is not None:
            self.reload(order_id)
            return
        typed = self.panels.header.values() != (None, "")
        if not typed:
            self.reload(order_id)
        elif not self._store_day_and_note(order_id):
            self.record_id = order_id  # what was refused stays typed
            self.reload(order_id)
        self.saved.emit(order_id)

    def open_auto_order(self) -> None:
        """Show what Auto Order proposes for the vendor, to be put on the order."""
        vendor_id = self._vendor()
        if vendor_id is None or not self.may_order() or (self.record_id is not None and self.write() is None):
            return
        try:
            dialog = AutoOrderDialog(self, self.operations, purchase_order_id=self.record_id, vendor_id=vendor_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        dialog.ordered.connect(self.open_order)
        dialog.link.connect(self.link)
        dialog.finished.connect(self.activateWindow)
        dialog.open()

    def add_backorders(self) -> None:
        """Order what customers wait for and no order brings yet."""
        if not self.may_order():
            return
        verb = partial(order_verbs.add_backorders, purchase_order_id=self.record_id, vendor_id=self.vendor_of_new)
        done = self.do(verb, self._say_why_not)
        if done is not None:
            self.open_order(done.record_id)
            self.panels.banner.show_message("good", self.tr("Everything customers are waiting for has been added."))

    def _say_why_not(self, refusal: Refusal) -> bool:
        if refusal.where == Field("backorder"):
            self._offers_fills = refusal.why is Why.THERE_OR_COMING
            action = self.tr("Can Be Filled Now") if self._offers_fills else ""
            self.panels.banner.show_message("info", words_of(refusal), action)
            return True
        return self.panels.header.show_refusal(refusal)

    def do(
        self,
        verb: partial[Done],
        on_refusal: Callable[[Refusal], bool] | None = None,
        *,
        ends: bool = False,
        attempt: Attempt | None = None,
    ) -> Done | None:
        """Run a verb; the same content tried again after trouble is the same operation, done once.

        Args:
            verb: The verb with its content.
            on_refusal: Says a refusal at its field.
            ends: Whether the order leaves this deck by it; otherwise the card looks again by itself.
            attempt: The action, where it is not the last one on this card tried again: a scan.
        """
        return self.run(verb, attempt or self._attempt, on_refusal, is_news=ends)

    # ---- slots ----

    def _on_vendor_box_activated(self) -> None:
        if self.record_id is not None:
            self.save_header()
            return
        vendor_id = self.panels.vendor_box.chosen_id()
        begun = () if vendor_id is None else self.operations.read(purchase_orders.working_of_vendor, vendor_id)
        self._other = begun[0].id if begun else None
        if begun:
            words = self.tr("An order to {vendor} was already started on {time}.")
            told = words.format(vendor=begun[0].vendor, time=formatting.date_time(begun[0].created_at))
            self.panels.banner.show_message("info", told, self.tr("Open It"))
        else:
            self.panels.banner.clear_message()

    def _on_vendor_box_entered(self) -> None:
        if self._vendor() is not None:
            self.panels.lines.focus_entry()

    def _on_open_vendor_clicked(self) -> None:
        vendor_id = self.panels.vendor_box.chosen_id()
        if vendor_id is not None:
            self.link.emit(Record.VENDOR, vendor_id)

    def _on_banner_action_requested(self) -> None:
        self.panels.banner.clear_message()
        if self._offers_fills:
            self._offers_fills = False
            self.fill_requested.emit()
        elif self._other is not None:
            self.other_requested.emit(self._other)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _NOT_LEFT:
            # Later, when the input is left for good; its text and its list hand the keyboard to each other.
            self._left, self._left_by = watched, event.reason()
            self._leaving.start()
        return super().eventFilter(watched, event)

    def _on_header_left(self) -> None:
        if self._left is QApplication.focusWidget():
            return
        with self.panels.header.being_left(self._left_by):
            if self.record_id is None:
                self._on_vendor_box_activated()
            else:
                self.save_header()
