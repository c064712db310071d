"""Auto Order: what a vendor's items need, looked at before it is ordered. Serves the guide's page "Auto Order"."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.queries.backorders import left_out
from posim_desktop.queries.cards import vendors
from posim_desktop.queries.purchasing import auto_order as auto_order_queries
from posim_desktop.queries.purchasing.auto_order import AutoOrderRow, OldBackorder
from posim_desktop.queries.shop import preferences
from posim_desktop.services.purchasing import auto_order
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.entry_rows import EntryRows
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.models.grouped_rows import Group, Index
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.form_dialog import OK_KEY
from posim_desktop.ui.widgets.left_out import with_left_out
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import EntryDialog, fit_height, rows_table

_WIDTH = 320 * SPACE
_HEIGHT = 160 * SPACE
_DESCRIPTION = 1
_NOTE = 2
_OLD_CUSTOMER = 2
_NEEDED = frozenset({Record.BACKORDER, Record.ITEM, Record.PURCHASE_ORDER, Record.PREFERENCE, Record.INVOICE})


@dataclass(frozen=True, slots=True)
class _Old:
    """A backorder that has been open for long, and of which item it is."""

    item: str
    backorder: OldBackorder


class AutoOrderRows(EntryRows[AutoOrderRow]):
    """A vendor's items with how the proposed quantity comes about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        write = formatting.quantity_if_any
        columns: tuple[TableColumn[AutoOrderRow], ...] = (
            TableColumn(self.tr("Item ID"), lambda row: row.item),
            TableColumn(self.tr("Description"), lambda row: row.description),
            TableColumn(self.tr("Note"), self._note),
            TableColumn(self.tr("For Customers"), lambda row: write(row.proposal.for_customers), numeric=True),
            TableColumn(self.tr("+ To Max"), lambda row: write(row.proposal.to_max), numeric=True),
            TableColumn(self.tr("− On Order"), lambda row: write(row.need.on_order), numeric=True),
            TableColumn(self.tr("− Working"), lambda row: write(row.need.being_ordered), numeric=True),
            TableColumn(self.tr("+ Packs"), lambda row: write(row.proposal.pack_rounding), numeric=True),
        )
        self.name_quantity(columns, self.tr("= Order"))

    def show_items(self, rows: tuple[AutoOrderRow, ...]) -> None:
        """Show items."""
        self.show_groups([Group(0, "", rows)])

    def wanted(self) -> tuple[ToOrder, ...]:
        """Return what is to be ordered, with what the person saw of it."""
        values = self.values()
        return tuple(
            ToOrder(row.item_id, values[row.item_id], row.proposal.order)
            for group in self.groups
            for row in group.rows
            if values.get(row.item_id, NO_UNITS) > 0
        )

    def none(self) -> None:
        """Order nothing."""
        self.enter({row.item_id: NO_UNITS for group in self.groups for row in group.rows})

    @override
    def key_of(self, row: AutoOrderRow) -> int:
        return row.item_id

    @override
    def propose(self, group: Group[AutoOrderRow], kept: Mapping[int, Decimal]) -> dict[int, Decimal]:
        return {row.item_id: row.proposal.order for row in group.rows}

    @override
    def may_have_sign(self, column: int) -> bool:
        return column == _NOTE or super().may_have_sign(column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is not None and index.column() == _NOTE and row.old and role == Qt.ItemDataRole.DecorationRole:
            return icon("triangle-alert", role="attention")
        if row is not None and index.column() < self.first_entry and role == Qt.ItemDataRole.ToolTipRole:
            return self._figures(row)
        shown: object | None = super().data(index, role)
        return shown

    def _note(self, row: AutoOrderRow) -> str:
        if row.old:
            return self.tr("Old backorders: {count}").format(count=formatting.count(len(row.old)))
        if row.proposal.order > 0:
            return ""
        if row.need.after_everybody >= row.need.max_stock:
            return self.tr("Enough on order")
        return self.tr("Above Min Stock")

    def _figures(self, row: AutoOrderRow) -> str:
        words = self.tr(
            "{item} {description}\nAvailable {available}, Max Stock {max}, Min Stock {min}, in packs of {pack}\n"
            "On working orders: {here} on this one, {elsewhere} on others"
        )
        write = formatting.quantity
        return words.format(
            item=row.item,
            description=row.description,
            available=write(row.need.available),
            max=write(row.need.max_stock),
            min=write(row.need.min_stock),
            pack=write(row.need.pack),
            here=write(row.on_this_order),
            elsewhere=write(row.on_other_working),
        )


class AutoOrderDialog(EntryDialog):
    """Shows what would be ordered from a vendor, and why, before anything is written.

    Signals:
        ordered(int): The quantities are on a working purchase order; its id.
        link(Record, int): The person wants to see an old backorder's card; nothing was ordered.
    """

    ordered = Signal(int)
    link = Signal(object, int)

    def __init__(
        self, parent: QWidget, operations: Operations, *, purchase_order_id: int | None, vendor_id: int
    ) -> None:
        """Propose an order.

        Args:
            parent: The window that asks.
            operations: Runs verbs and queries.
            purchase_order_id: The vendor's working order, or None for a new one.
            vendor_id: The vendor.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent, operations, "auto_order", width=_WIDTH, reload_when=_NEEDED)
        self.setWindowTitle(self.tr("Auto Order"))
        self._purchase_order_id = purchase_order_id
        self._vendor_id = vendor_id
        card = operations.read(vendors.details, vendor_id)
        self._vendor = "" if card is None else card.fields.name
        self._old_after = operations.read(preferences.load).old_backorder_days
        self._shown: tuple[AutoOrderRow, ...] | None = None
        self._left_out = 0
        self._build()
        self._build_old()
        self._connect()
        self.reload()
        resize_on_screen(self, _WIDTH, _HEIGHT)

    def _build(self) -> None:
        self.body.addWidget(ApprovalNotice(self.operations, Permission.WRITE_ORDERS, self))
        self.state_label = self.say_first("")
        self.state_label.setObjectName("state_label")
        self.body.addWidget(self.news_banner)
        self.rows = AutoOrderRows(self)
        self.add_entries(self.rows, self.tr("Items"), _DESCRIPTION)
        self.proposed_button, self.none_button = self.add_buttons(self.tr("As &Proposed"), self.tr("&None"))

    def _build_old(self) -> None:
        self.old_heading = self.add_section(self.tr("Old Backorders"))
        self.old_label = self.say_first("")
        columns: tuple[TableColumn[_Old], ...] = (
            TableColumn(self.tr("Backorder"), lambda row: str(row.backorder.number), numeric=True),
            TableColumn(self.tr("Item ID"), lambda row: row.item),
            TableColumn(self.tr("Customer"), lambda row: row.backorder.customer),
            TableColumn(
                self.tr("Outstanding"), lambda row: formatting.quantity(row.backorder.outstanding), numeric=True
            ),
            TableColumn(self.tr("Days"), lambda row: formatting.count(row.backorder.age_days), numeric=True),
        )
        self.old_rows: FixedRows[_Old] = FixedRows(columns, self)
        self.old_table = rows_table(self.old_rows, self.tr("Old Backorders"), _OLD_CUSTOMER)
        self.old_table.setObjectName("old_table")
        self.body.addWidget(self.old_table)
        (self.open_button,) = self.add_buttons(self.tr("Open &Backorder"))
        self.open_button.setToolTip(self.tr("Closes this window without ordering and shows the card"))

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.proposed_button.clicked.connect(self.rows.forget_typed)
        self.none_button.clicked.connect(self.rows.none)
        self.old_table.activated.connect(self._on_open_button_clicked)
        self.open_button.clicked.connect(self._on_open_button_clicked)

    # ---- what is shown ----

    @override
    def reload(self) -> bool:
        seen = frozenset(row.item_id for row in self._shown or ())
        today = formatting.store_day(self.operations.now())
        where = (self._vendor_id, self._purchase_order_id)
        fresh = self.operations.read(auto_order_queries.proposal, *where, today, self._old_after, seen)
        out = self.operations.read(left_out.of_vendor, self._vendor_id)
        if (fresh, out) == (self._shown, self._left_out):
            return False
        first, self._shown, self._left_out = self._shown is None, fresh, out
        self.table.keep_place(partial(self.rows.show_items, fresh))
        self._show_state(fresh)
        self._show_old([_Old(row.item, old) for row in fresh for old in row.old])
        return not first

    def _show_state(self, rows: tuple[AutoOrderRow, ...]) -> None:
        if any(row.proposal.order > 0 for row in rows):
            words = self.tr(
                "What is needed from {vendor}: what customers are waiting for and what the shelf is short of Max "
                "Stock, less what is already on order. Nothing is written until you press OK."
            )
        else:
            words = self.tr(
                "There is nothing to order from {vendor}. For every item with this Preferred Vendor, enough is in "
                "stock or on order for waiting customers and for Max Stock."
            )
        self.state_label.setText(with_left_out(words.format(vendor=self._vendor), self._left_out))
        for widget in (self.table, self.proposed_button, self.none_button):
            widget.setVisible(bool(rows))

    def _show_old(self, old: list[_Old]) -> None:
        self.old_rows.show_rows(sorted(old, key=lambda each: (-each.backorder.age_days, each.backorder.number)))
        words = self.tr(
            "Open for {days} days or longer. Every order includes these backorders until they are filled or canceled."
        )
        self.old_label.setText(words.format(days=formatting.count(self._old_after)))
        fit_height(self.old_table)
        if old:
            self.old_table.selectRow(0)
        for widget in (self.old_heading, self.old_label, self.old_table, self.open_button):
            widget.setVisible(bool(old))

    @override
    def look_at_entries(self) -> None:
        super().look_at_entries()
        ordered = bool(self.rows.refusals() or self.rows.wanted())
        self.accept_button.setEnabled(ordered)
        self.accept_button.setToolTip(OK_KEY if ordered else self.tr("There is nothing to order."))

    # ---- slots ----

    def _on_accept_button_clicked(self) -> None:
        verb = partial(
            auto_order.apply,
            purchase_order_id=self._purchase_order_id,
            vendor_id=self._vendor_id,
            quantities=self.rows.wanted(),
        )
        done = self.write(verb, "quantity")
        if done is not None:
            self.accept()
            self.ordered.emit(done.record_id)

    def _on_open_button_clicked(self) -> None:
        row = self.old_table.currentIndex().row()
        if row >= 0:
            backorder_id = self.old_rows.row_at(row).backorder.id
            self.reject()
            self.link.emit(Record.BACKORDER, backorder_id)
