"""Change Order: lines of a sent order smaller, larger or added, and other costs. Serves the guide's page on it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from posim_desktop.domain import text
from posim_desktop.domain.changes import Changes, Done, Record
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import items, packs
from posim_desktop.queries.purchasing import order_changes
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing.orders import PurchaseOrderDetails
from posim_desktop.services.purchasing import changes as change_verbs
from posim_desktop.ui import formatting
from posim_desktop.ui.models.edited_rows import EditedRows
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing import change_rows
from posim_desktop.ui.purchasing.change_rows import ChangedRow
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.edited_table import EditedTable
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form_dialog import FormDialog
from posim_desktop.ui.widgets.item_entry import ItemEntry, NamedGoods
from posim_desktop.ui.widgets.scans_not_taken import Scan
from posim_desktop.ui.widgets.screen_size import resize_on_screen

_WIDTH, _HEIGHT = 240 * SPACE, 140 * SPACE
_MOST_CHOICES, _MOST_NAMED = 4, 4


class ChangeOrderDialog(FormDialog):
    """Asks what is ordered from now on, names who would lose goods, and writes one sheet for the vendor.

    Signals:
        changed: The order changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, operations: Operations, order: PurchaseOrderDetails) -> None:
        super().__init__(parent, "", accept="", cancel="", width=_WIDTH)
        self.setObjectName("change_order_dialog")
        self.setWindowTitle(self.tr("Change Purchase Order {number}").format(number=order.number))
        for button, label in ((self.accept_button, self.tr("OK")), (self.cancel_button, self.tr("Cancel"))):
            button.setText(label)
            button.setAccessibleName(label)
        self._operations = operations
        self._order = order
        self._attempt = Attempt(one_action=True)
        self._writing = False
        self._items: dict[int, int] = {line.item_id: line.id for line in order.lines}
        self._build()
        self._connect()
        self._show([change_rows.row_of(line) for line in order.lines])
        resize_on_screen(self, _WIDTH, _HEIGHT)

    def _build(self) -> None:
        self.body.addWidget(ApprovalNotice(self._operations, Permission.POST_ORDERS, self))
        words = self.tr("What was ordered at first stays as it was. Print the change for {vendor} afterwards.")
        self.say_first(words.format(vendor=self._order.vendor))
        self.news_banner = Banner()
        self.news_banner.setObjectName("news_banner")
        self.body.addWidget(self.news_banner)
        self.item_entry = ItemEntry(
            self._operations,
            add=self.tr("Add Item"),
            most_choices=_MOST_CHOICES,
            no_item=Refusal(Why.NOT_AN_ITEM_TO_ORDER, Field("item")),
            packing_of=self._packing_of,
        )
        self.body.addWidget(self.item_entry)
        costs = Costs(self._operations, self)
        self.rows: EditedRows[ChangedRow] = EditedRows(change_rows.columns(costs), self)
        self.table = EditedTable(self.rows, change_rows.WIDTHS, change_rows.STRETCHED)
        self.table.setObjectName("table")
        self.table.setAccessibleName(self.tr("Lines"))
        costs.hide_columns(self.table, self.rows, *change_rows.TELL_COSTS)
        self._rows.setStretchFactor(self.body, 1)
        self._rows.takeAt(self._rows.count() - 1)  # the stretch that pushes short forms up
        self.body.addWidget(self.table, 1)
        self.first_focus = self.table
        self.hurt_label = QLabel()
        self.hurt_label.setObjectName("hurt_label")
        self.hurt_label.setWordWrap(True)
        mark(self.hurt_label, role="attention")
        self.body.addWidget(self.hurt_label)
        self.reason_edit = TextEdit(text.REASON)
        self.add_input("reason", self.tr("Reason"), self.reason_edit)

    def _connect(self) -> None:
        self.item_entry.wanted.connect(self._on_item_wanted)
        self.item_entry.not_taken.connect(self._on_scan_not_taken)
        self.item_entry.lines_requested.connect(self.table.setFocus)
        self.rows.edited.connect(self._on_cell_edited)
        self.rows.refusals_changed.connect(self._say_refused)
        self.table.remove_requested.connect(self._on_remove_requested)
        self.table.left.connect(self.reason_edit.setFocus)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self._operations.bus.changed.connect(self._on_bus_changed)

    # ---- the rows ----

    def all_rows(self) -> list[ChangedRow]:
        """Return the rows as they are to be."""
        rows = (self.rows.row_at(place) for place in range(self.rows.rowCount()))
        return [row for row in rows if row is not None]

    def _show(self, rows: list[ChangedRow]) -> None:
        self.rows.show_rows(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.show_row(rows[0].id, "ordered")
        self.table.fit_columns()
        self._show_hurt()

    def _replace(self, changed: ChangedRow) -> None:
        self._show([changed if row.id == changed.id else row for row in self.all_rows()])

    def _show_hurt(self) -> None:
        smaller = {row.id: row.still_open for row in self.all_rows() if not row.is_new and row.ordered < row.was}
        hurt = self._operations.read(order_changes.losing, smaller) if smaller else ()
        words = self.tr("{customer} (backorder {number}) loses {quantity} × {item}")
        told = [
            words.format(
                customer=each.customer, number=each.number, quantity=formatting.quantity(each.quantity), item=each.item
            )
            for each in hurt[:_MOST_NAMED]
        ]
        if len(hurt) > _MOST_NAMED:
            told.append(self.tr("and {count} more").format(count=formatting.count(len(hurt) - _MOST_NAMED)))
        self.hurt_label.setText("\n".join(told))
        self.hurt_label.setVisible(bool(told))

    def _packing_of(self, item_id: int) -> Packing:
        return self._operations.read(packs.packing_of, item_id, self._order.vendor_id)

    def _say_refused(self) -> None:
        words = self.rows.first_refusal(lambda row: row.item)
        self.trouble_label.setText(words)
        self.trouble_label.setVisible(bool(words))

    # ---- slots ----

    def _on_item_wanted(self, goods: NamedGoods) -> None:
        item = goods.item
        line_id = self._items.get(item.id)
        key = -item.id if line_id is None else line_id
        present = next((row for row in self.all_rows() if row.id == key), None)
        if present is not None:
            self._replace(replace(present, ordered=present.ordered + goods.quantity))
        else:
            card = self._operations.read(items.details, item.id)
            cost = ZERO if card is None else card.fields.cost
            packing = self._packing_of(item.id)
            new = ChangedRow(key, item.code, item.description, NO_UNITS, NO_UNITS, goods.quantity, cost, cost, packing)
            self._show([*self.all_rows(), new])
        self.table.show_row(key, "ordered")

    def _on_scan_not_taken(self, _scan: Scan, refusal: Refusal) -> None:
        self.trouble_label.setText(words_of(refusal))
        self.trouble_label.show()

    def _on_cell_edited(self, row_id: int, name: str, typed: str) -> None:
        row = self.rows.row_at(self.rows.place_of(row_id))
        if row is None:
            return
        try:
            changed = change_rows.typed_into(row, name, typed)
        except RefusedError as refused:
            self.rows.keep_typed(row_id, name, typed, refused.refusal)
            return
        self.rows.give_up_typed(row_id, name)
        self._replace(changed)

    def _on_remove_requested(self, row_id: int) -> None:
        row = self.rows.row_at(self.rows.place_of(row_id))
        if row is None:
            return
        if row.is_new:
            self._show([each for each in self.all_rows() if each.id != row_id])
        else:
            self._replace(replace(row, ordered=min(row.was, row.settled)))

    def _on_accept_button_clicked(self) -> None:
        self.table.take_open_cell()
        if self.rows.refusals():
            row_id, name, _refused = self.rows.refusals()[0]
            self.table.show_row(row_id, name)
            self.table.setFocus()
            return
        changed = [row for row in self.all_rows() if row.is_changed]
        verb = partial(
            change_verbs.change,
            purchase_order_id=self._order.id,
            reason=self.reason_edit.value(),
            lines=tuple(row.change for row in changed if not row.is_new),
            added=tuple(row.added for row in changed if row.is_new),
            expected_version=self._order.version,
        )
        self._writing = True
        outcome = self._operations.run(self, verb, self._attempt, self._on_refusal)
        self._writing = False
        if isinstance(outcome, Done):
            self.accept()
            self.changed.emit()

    def _on_refusal(self, refusal: Refusal) -> bool:
        where = refusal.where
        if isinstance(where, Cell) and self.rows.place_of(where.line) >= 0:
            row = self.rows.row_at(self.rows.place_of(where.line))
            typed = "" if row is None else formatting.quantity(row.ordered)
            self.rows.keep_typed(where.line, where.column, typed, refusal)
            self.table.show_row(where.line, where.column)
            return True
        return self.show_refusal(refusal)

    def _on_bus_changed(self, changes: Changes) -> None:
        of_order = any((change.record, change.id) == (Record.PURCHASE_ORDER, self._order.id) for change in changes)
        if self._writing or not self.isVisible() or not of_order:
            return
        fresh = self._operations.read(purchase_orders.details, self._order.id)
        if fresh is None or fresh.version == self._order.version:
            return
        typed = {row.id: row for row in self.all_rows() if row.is_changed}
        self._order = fresh
        self._items = {line.item_id: line.id for line in fresh.lines}
        rows = []
        for line in fresh.lines:
            row, kept = change_rows.row_of(line), typed.get(line.id)
            rows.append(row if kept is None else replace(row, ordered=kept.ordered, cost=kept.cost))
        self._show([*rows, *(row for row in typed.values() if row.is_new and -row.id not in self._items)])
        words = self.tr("Somebody just changed this order. It is up to date now; what you typed is kept.")
        self.news_banner.show_message("attention", words)
