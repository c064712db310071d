"""Purchase Order Backorder Allocation: which backorders an order's goods are for.

Serves the guide's page "Allocate an order's goods".
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.allocation import Need, allocation_refusal, propose
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.backorders import left_out
from posim_desktop.queries.purchasing import allocations as allocation_queries
from posim_desktop.queries.purchasing.allocations import AllocationItem, AllocationProposal, AllocationRow
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.allocations import Allocations
from posim_desktop.ui import formatting
from posim_desktop.ui.models.entry_rows import EntryRows
from posim_desktop.ui.models.fixed_rows import TableColumn
from posim_desktop.ui.models.grouped_rows import Group, Sums
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.left_out import with_left_out
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import EntryDialog

_WIDTH = 255 * SPACE
_HEIGHT = 140 * SPACE
_CUSTOMER = 2


def needs_allocation(operations: Operations, purchase_order_id: int) -> bool:
    """Return whether customers wait for something on an order, so that posting it asks whom the goods are for.

    Raises:
        TroubleError: The database cannot be reached.
    """
    found = operations.read(allocation_queries.proposal, purchase_order_id)
    return found is not None and any(row.limit > 0 for item in found.items for row in item.rows)


class AllocationRows(EntryRows[AllocationRow]):
    """The backorders of an order's items with what is allocated to each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        columns: tuple[TableColumn[AllocationRow], ...] = (
            TableColumn(self.tr("Backorder"), lambda row: str(row.number), numeric=True),
            TableColumn(self.tr("Date"), lambda row: formatting.day_of(row.created_at)),
            TableColumn(self.tr("Customer"), lambda row: row.customer),
            TableColumn(self.tr("Phone"), lambda row: row.phone),
            TableColumn(self.tr("Outstanding"), lambda row: formatting.quantity(row.outstanding), numeric=True),
            TableColumn(self.tr("Allocated Elsewhere"), lambda row: formatting.quantity(row.elsewhere), numeric=True),
        )
        self.name_quantity(columns, self.tr("Allocation"))
        self._items: dict[int, AllocationItem] = {}

    def show_items(self, items: tuple[AllocationItem, ...]) -> None:
        """Show the items of an order and who waits for them."""
        self._items = {item.line_id: item for item in items}
        self.show_groups([Group(item.line_id, f"{item.item}  {item.description}", item.rows) for item in items])

    def allocations(self) -> Allocations:
        """Return what is entered: order line, backorder, quantity."""
        values = self.values()
        return tuple(
            (group.key, row.backorder_id, values[row.backorder_id])
            for group in self.groups
            for row in group.rows
            if row.backorder_id in values
        )

    def oldest_first(self) -> None:
        """Give all that is on the order to the oldest backorders."""
        filled: dict[int, Decimal] = {}
        for item in self._items.values():
            given = propose(item.on_this_order, [Need(row.backorder_id, row.limit) for row in item.rows])
            filled |= {row.backorder_id: given.get(row.backorder_id, NO_UNITS) for row in item.rows}
        self.enter(filled)

    def none(self) -> None:
        """Give nothing to anybody."""
        self.enter({row.backorder_id: NO_UNITS for group in self.groups for row in group.rows})

    @override
    def key_of(self, row: AllocationRow) -> int:
        return row.backorder_id

    @override
    def propose(self, group: Group[AllocationRow], kept: Mapping[int, Decimal]) -> dict[int, Decimal]:
        free = self._items[group.key].on_this_order - sum(kept.values(), NO_UNITS)
        untouched = [Need(row.backorder_id, row.proposed) for row in group.rows if row.backorder_id not in kept]
        given = propose(free, untouched)
        return {row.backorder_id: given.get(row.backorder_id, NO_UNITS) for row in group.rows}

    @override
    def refusals_in(self, group: Group[AllocationRow], values: Mapping[int, Decimal]) -> dict[int, Refusal]:
        there = self._items[group.key].on_this_order
        unallocated = {row.backorder_id: row.limit for row in group.rows}
        single = (
            allocation_refusal({key: value}, still_open=there, unallocated=unallocated) for key, value in values.items()
        )
        wrong = dict(found for found in single if found is not None)
        if not wrong:
            found = allocation_refusal(values, still_open=there, unallocated=unallocated)
            return {} if found is None else dict([found])
        return wrong

    @override
    def sums(self, group: Group[AllocationRow]) -> Sums:
        there, allocated = self._items[group.key].on_this_order, sum(self.values_in(group).values(), NO_UNITS)
        words = self.tr("On this order {there} · Allocated {allocated} · Left {left}").format(
            there=formatting.quantity(there),
            allocated=formatting.quantity(allocated),
            left=formatting.quantity(there - allocated),
        )
        return Sums(words, are_wrong=allocated > there)


class AllocateBackordersDialog(EntryDialog):
    """Asks how many of an order's goods are allocated to each backorder; the oldest are proposed to be served first.

    Signals:
        allocated(int): The order was posted with its allocations, or its allocations are these now; its id.
    """

    allocated = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations, *, purchase_order_id: int, posting: bool) -> None:
        """Ask about an order.

        Args:
            parent: The window that asks.
            operations: Runs verbs and queries.
            purchase_order_id: The order.
            posting: Whether OK posts it, rather than changing the allocations of a processed order.

        Raises:
            TroubleError: The database cannot be reached.
        """
        reload_when = {Record.BACKORDER, Record.PURCHASE_ORDER}
        super().__init__(parent, operations, "allocate_backorders", width=_WIDTH, reload_when=reload_when)
        self.setWindowTitle(self.tr("Purchase Order Backorder Allocation"))
        self._purchase_order_id = purchase_order_id
        self._posting = posting
        self._shown: AllocationProposal | None = None
        self._left_out = 0
        self._build()
        self._connect()
        self.reload()
        resize_on_screen(self, _WIDTH, _HEIGHT)

    def _build(self) -> None:
        self.body.addWidget(ApprovalNotice(self.operations, Permission.POST_ORDERS, self))
        self.order_label = self.say_first("")
        self.order_label.setObjectName("order_label")
        self.body.addWidget(self.news_banner)
        self.rows = AllocationRows(self)
        self.add_entries(self.rows, self.tr("Backorders"), _CUSTOMER)
        self.oldest_button, self.none_button = self.add_buttons(self.tr("Oldest &First"), self.tr("&None"))
        self.oldest_button.setToolTip(self.tr("Allocate to the oldest backorders first"))
        self.none_button.setToolTip(self.tr("Leave everything for the shelf"))

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.oldest_button.clicked.connect(self.rows.oldest_first)
        self.none_button.clicked.connect(self.rows.none)

    @override
    def reload(self) -> bool:
        fresh = self.operations.read(allocation_queries.proposal, self._purchase_order_id)
        out = self.operations.read(left_out.on_order, self._purchase_order_id)
        if fresh is None or (fresh, out) == (self._shown, self._left_out):
            return False
        first, self._shown, self._left_out = self._shown is None, fresh, out
        self.table.keep_place(partial(self.rows.show_items, fresh.items))
        self._show_order(fresh)
        return not first

    def _show_order(self, order: AllocationProposal) -> None:
        which = (
            self.tr("Purchase order to {vendor}.")
            if order.number is None
            else self.tr("Purchase order {number} to {vendor}.")
        )
        number = "" if order.number is None else str(order.number)
        nobody = self.tr("No customers are waiting for these goods.")
        plan = self.tr(
            "An allocation is only a plan: it sets nothing aside, and you are asked again when the goods arrive."
        )
        words = f"{which.format(number=number, vendor=order.vendor)} {plan if order.items else nobody}"
        self.order_label.setText(with_left_out(words, self._left_out))
        for widget in (self.table, self.oldest_button, self.none_button):
            widget.setVisible(bool(order.items))

    def _on_accept_button_clicked(self) -> None:
        if self._shown is None:
            return
        verb = partial(
            order_posting.post if self._posting else allocations.change,
            purchase_order_id=self._purchase_order_id,
            allocations=self.rows.allocations(),
            expected_version=self._shown.version,
        )
        if self.write(verb, "allocation") is not None:
            self.accept()
            self.allocated.emit(self._purchase_order_id)
