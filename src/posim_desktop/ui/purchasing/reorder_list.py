"""Misc › Reorder List: Auto Order for all vendors in one list. Serves the guide's page "Auto Order"."""

from collections import defaultdict
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.purchasing import auto_order as auto_order_queries
from posim_desktop.queries.purchasing.auto_order import AutoOrderRow
from posim_desktop.queries.shop import preferences
from posim_desktop.services.purchasing import auto_order
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.ui import formatting
from posim_desktop.ui.models.grouped_rows import Group
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.auto_order import AutoOrderRows
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.form_dialog import OK_KEY
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import EntryDialog

_WIDTH = 320 * SPACE
_HEIGHT = 170 * SPACE
_DESCRIPTION = 1
_NEEDED = frozenset(
    {Record.BACKORDER, Record.ITEM, Record.PURCHASE_ORDER, Record.PREFERENCE, Record.INVOICE, Record.VENDOR}
)


class ReorderListDialog(EntryDialog):
    """Shows what would be ordered from every vendor, and makes a working order to each in one go.

    Signals:
        made(tuple): Working purchase orders were written; their ids in the order of the vendors.
    """

    made = Signal(tuple)

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        """Propose what all vendors should bring.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent, operations, "reorder_list", width=_WIDTH, reload_when=_NEEDED)
        self.setWindowTitle(self.tr("Reorder List"))
        self._old_after = operations.read(preferences.load).old_backorder_days
        self._shown: tuple[AutoOrderRow, ...] | None = None
        self._written: dict[int, None] = {}
        self.body.addWidget(ApprovalNotice(operations, Permission.WRITE_ORDERS, self))
        self.state_label = self.say_first("")
        self.state_label.setObjectName("state_label")
        self.body.addWidget(self.news_banner)
        self.rows = AutoOrderRows(self)
        self.add_entries(self.rows, self.tr("Items"), _DESCRIPTION)
        self.proposed_button, self.none_button = self.add_buttons(self.tr("As &Proposed"), self.tr("&None"))
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.proposed_button.clicked.connect(self.rows.forget_typed)
        self.none_button.clicked.connect(self.rows.none)
        self.reload()
        resize_on_screen(self, _WIDTH, _HEIGHT)

    @override
    def reload(self) -> bool:
        seen = frozenset(row.item_id for row in self._shown or ())
        today = formatting.store_day(self.operations.now())
        fresh = self.operations.read(auto_order_queries.proposal, None, None, today, self._old_after, seen)
        if fresh == self._shown:
            return False
        first, self._shown = self._shown is None, fresh
        groups = [
            Group(vendor_id, vendor, tuple(rows))
            for (vendor_id, vendor), rows in groupby(fresh, lambda row: (row.vendor_id, row.vendor))
        ]
        self.table.keep_place(partial(self.rows.show_groups, groups))
        self._show_state(fresh)
        return not first

    def _show_state(self, rows: tuple[AutoOrderRow, ...]) -> None:
        needed = any(row.proposal.order > 0 for row in rows)
        self.state_label.setText(
            self.tr(
                "What is needed from each vendor: what customers are waiting for and what the shelf is short of Max "
                "Stock, less what is already on order. OK writes a working order to each; check them before you post."
            )
            if needed
            else self.tr(
                "There is nothing to order: for every item with a Preferred Vendor, enough is in stock or on order."
            )
        )
        for widget in (self.table, self.proposed_button, self.none_button):
            widget.setVisible(bool(rows))

    @override
    def look_at_entries(self) -> None:
        super().look_at_entries()
        ordered = bool(self.rows.refusals() or self.rows.wanted())
        self.accept_button.setEnabled(ordered)
        self.accept_button.setToolTip(OK_KEY if ordered else self.tr("There is nothing to order."))

    def _on_accept_button_clicked(self) -> None:
        vendor_of = {row.item_id: row.vendor_id for row in self._shown or ()}
        by_vendor = defaultdict[int, list[ToOrder]](list)
        for each in self.rows.wanted():
            by_vendor[vendor_of[each.item_id]].append(each)
        for vendor_id, wanted in by_vendor.items():
            self._attempt = Attempt(one_action=True)  # each order is an action of its own
            verb = partial(auto_order.apply, purchase_order_id=None, vendor_id=vendor_id, quantities=tuple(wanted))
            done = self.write(verb, "quantity")
            if done is None:
                self._keep_what_is_left(vendor_id, list(by_vendor))
                return
            self._written[done.record_id] = None
        self.accept()
        self._tell_made()

    def _keep_what_is_left(self, refused: int, vendors: list[int]) -> None:
        """Take the figures of the orders that are written, so that they are not ordered again; say so."""
        self.reload()
        done = set(vendors[: vendors.index(refused)])
        self.rows.enter({row.item_id: row.proposal.order for row in self._shown or () if row.vendor_id in done})
        if self._written:
            written = self.tr("Orders already written: {count}.").format(count=formatting.count(len(self._written)))
            self.say_trouble(" ".join(filter(None, (self.trouble_label.text(), written))))

    def _tell_made(self) -> None:
        if self._written:
            self.made.emit(tuple(self._written))

    @override
    def reject(self) -> None:
        """Give up; orders that are written stay."""
        super().reject()
        self._tell_made()
