"""Where the parts of a processed purchase order stand."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.domain.purchasing.changes import OrderChangeKind
from posim_desktop.domain.purchasing.freed_goods import FreedFigures
from posim_desktop.printing.purchasing.change_words import change_words
from posim_desktop.queries.purchasing.documents import OrderReceipt
from posim_desktop.queries.purchasing.order_changes import OrderChangeRow
from posim_desktop.queries.purchasing.orders import AllocatedBackorder, PurchaseOrderDetails, PurchaseOrderLineRow
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.purchasing.header import OrderHeader
from posim_desktop.ui.purchasing.lines import for_customers, pack_words
from posim_desktop.ui.purchasing.words import tr
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.elided import ElidedLink
from posim_desktop.ui.widgets.scrolled import Scrolled
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows
from posim_desktop.ui.widgets.titled_table import TitledTable

_LOWER = 46 * SPACE
_MOST_ALLOCATED = 3
_MOST_CHANGES = 3
_REASON = 4
_NOBODYS = "nobodys"
_TELL_COSTS = ("cost", "extended")


class AllocatedRow(NamedTuple):
    """Goods of a line that are allocated to a backorder."""

    line: PurchaseOrderLineRow
    whom: AllocatedBackorder


class ProcessedPanels:
    """Builds head, lines, customers, receiving logs and buttons into a card, and shows an order in them."""

    def __init__(self, operations: Operations, card: QWidget) -> None:
        self.shown_id: int | None = None
        self._costs = Costs(operations, card)
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.vendor_link = ElidedLink()
        self.vendor_link.setObjectName("vendor_link")
        self.vendor_link.setAccessibleName(tr("Vendor"))
        mark(self.vendor_link, link=True)
        self.header = OrderHeader(self.vendor_link)
        self.later_label = QLabel()
        self.later_label.setObjectName("later_label")
        self.later_label.setWordWrap(True)
        mark(self.later_label, role="attention")
        self.freed = dict[int, FreedFigures]()
        self.line_rows = FixedRows(_line_columns(self._costs, self._nobodys), card)
        self.lines_table = ChoiceTable(self.line_rows, tr("Lines"), wide=1)
        self.lines_table.setObjectName("lines_table")
        self._costs.hide_columns(self.lines_table, self.line_rows, *_TELL_COSTS)
        self.allocated_rows: FixedRows[AllocatedRow] = FixedRows(_allocation_columns(), card)
        self.allocated_table = ChoiceTable(self.allocated_rows, tr("Allocated to Customers"), wide=1)
        self.allocated_table.setObjectName("allocated_table")
        self.change_rows: FixedRows[OrderChangeRow] = FixedRows(_change_columns(self._costs), card)
        self.changes_table = ChoiceTable(self.change_rows, tr("Changes"), wide=_REASON)
        self.changes_table.setObjectName("changes_table")
        self.changes = TitledTable(self.changes_table, tr("none"), most_rows=_MOST_CHANGES)
        self._build(card)

    def _build(self, card: QWidget) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(3 * SPACE)
        inside.addWidget(self.banner)
        inside.addWidget(self.header)
        inside.addWidget(self.later_label)
        inside.addWidget(self.lines_table, 1)
        inside.addWidget(self.changes)
        inside.addWidget(self._build_lower())
        rows = QVBoxLayout(card)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Scrolled(body), 1)
        rows.addWidget(self._build_buttons())

    def _build_lower(self) -> QWidget:
        lower = QWidget()
        lower.setMaximumHeight(_LOWER)
        nothing = tr("none; these goods are for the shelf, no backorder is waiting for them.")
        allocated = TitledTable(self.allocated_table, nothing, most_rows=_MOST_ALLOCATED)
        self.receipts = ScrolledRows()
        self.receipts.setObjectName("receipts")
        columns = QHBoxLayout(lower)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(4 * SPACE)
        columns.addWidget(allocated, 3)
        columns.addLayout(_titled(tr("Receiving Logs"), self.receipts), 1)
        self.total_label = QLabel()
        self.total_label.setObjectName("total_label")
        self.total_label.setAccessibleName(tr("Total"))
        self.total_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        mark(self.total_label, role="title")
        self._total = QWidget()
        self._total.setLayout(_titled(tr("Total"), self.total_label))
        columns.addWidget(self._total)
        self._costs.hide(self._total)
        return lower

    def _build_buttons(self) -> ButtonBar:
        self.close_short_button = named_button("close_short_button", tr("&Close Short…"), "package-x")
        mark(self.close_short_button, destructive=True)
        self.change_button = named_button("change_button", tr("Chan&ge…"), "pencil")
        self.freed_button = named_button("freed_button", tr("No&body's…"), "users")
        self.save_button = named_button("save_button", tr("Save P&DF…"), "download")
        self.mail_button = named_button("mail_button", tr("Ma&il…"), "mail")
        self.print_button = named_button("print_button", tr("&Print"), "printer")
        self.allocations_button = named_button("allocations_button", tr("All&ocations…"), "split")
        self.receive_button = named_button("receive_button", tr("&Receive"))
        mark(self.receive_button, primary=True)
        right = (
            *(self.save_button, self.mail_button, self.print_button),
            *(self.allocations_button, self.receive_button),
        )
        return ButtonBar((self.close_short_button, self.change_button, self.freed_button), right)

    # ---- showing ----

    def show_order(self, details: PurchaseOrderDetails, allocated: Sequence[AllocatedRow]) -> None:
        """Show an order and to whom its goods are allocated; the current line stays the current one."""
        row = max(0, self.lines_table.currentIndex().row()) if self.shown_id == details.id else 0
        self.shown_id = details.id
        self.vendor_link.show_words(details.vendor)
        self.header.show_order(details)
        processed = formatting.date_time(details.processed_at or details.created_at)
        facts = [
            details.account_number and tr("Account {number}").format(number=details.account_number),
            details.vendor_email,
            tr("ordered {time}, started by {name}").format(time=processed, name=details.created_by),
        ]
        self.header.small_print.setText(" · ".join(fact for fact in facts if fact))
        # Before the rows: a column that is hidden while they are measured gets no room for its heading.
        nobodys = self.line_rows.column_named(_NOBODYS)
        self.lines_table.setColumnHidden(nobodys, not any(each.nobodys > 0 for each in self.freed.values()))
        self.line_rows.show_rows(details.lines)
        self.lines_table.setCurrentIndex(self.line_rows.index(min(row, len(details.lines) - 1), 0))
        self.total_label.setText(formatting.amount(details.total))
        self.allocated_rows.show_rows(allocated)

    def _nobodys(self, line: PurchaseOrderLineRow) -> str:
        """Write how much of a line is nobody's, and how much of that the vendor was asked to drop."""
        figures = self.freed.get(line.id)
        if figures is None or figures.nobodys <= 0:
            return ""
        all_of_it = formatting.quantity(figures.nobodys)
        if figures.asked <= 0:
            return all_of_it
        return tr("{nobodys} ({asked} asked)").format(nobodys=all_of_it, asked=formatting.quantity(figures.asked))

    def show_changes(self, changes: Sequence[OrderChangeRow]) -> None:
        """Show what changed since the order was sent, the newest first."""
        self.change_rows.show_rows(tuple(reversed(changes)))
        self.changes.setVisible(bool(changes))

    def show_receipts(self, receipts: Sequence[OrderReceipt], follow: Callable[[int, QPushButton], None]) -> None:
        """Show a link to each delivery of the order."""
        rows = self.receipts.rows
        while (old := rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for receipt in receipts:
            link = ElidedLink()
            link.show_words(_receipt_words(receipt))
            link.setAccessibleName(_receipt_words(receipt))
            mark(link, link=True)
            follow(receipt.receiving_log_id, link)
            rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if not receipts:
            nothing = QLabel(tr("Nothing has been received yet."))
            nothing.setWordWrap(True)
            mark(nothing, role="muted")
            rows.addWidget(nothing)


def _receipt_words(receipt: OrderReceipt) -> str:
    day = formatting.date(receipt.received_on)
    if receipt.number is None:
        return tr("Being received, {day}").format(day=day)
    return tr("Receiving log {number}, {day}").format(number=receipt.number, day=day)


def _line_columns(
    costs: Costs, nobodys: Callable[[PurchaseOrderLineRow], str]
) -> Sequence[TableColumn[PurchaseOrderLineRow]]:
    quantity = formatting.quantity

    def cost(name: str, label: str, write: Callable[[PurchaseOrderLineRow], str]) -> TableColumn[PurchaseOrderLineRow]:
        return TableColumn(label, costs.text(write), numeric=True, name=name)

    def some(units: Callable[[PurchaseOrderLineRow], Any]) -> Callable[[PurchaseOrderLineRow], str]:
        return lambda line: quantity(units(line)) if units(line) else ""

    return (
        TableColumn(tr("Item ID"), lambda line: line.item),
        TableColumn(tr("Description"), lambda line: line.description),
        TableColumn(tr("Vendor Item No."), lambda line: line.vendor_item_number),
        cost("cost", tr("Cost"), lambda line: formatting.cost_in_column(line.cost)),
        TableColumn(tr("Ordered"), _ordered, numeric=True),
        TableColumn(tr("Pack"), pack_words, numeric=True),
        TableColumn(tr("Received"), some(lambda line: line.received), numeric=True),
        TableColumn(tr("Closed Short"), some(lambda line: line.closed_short), numeric=True),
        TableColumn(tr("Open"), lambda line: quantity(line.still_open), numeric=True),
        TableColumn(tr("For Customers"), for_customers, numeric=True),
        TableColumn(tr("Nobody's"), nobodys, numeric=True, name=_NOBODYS),
        cost("extended", tr("Extended"), lambda line: formatting.money(line.extension)),
    )


def _ordered(line: PurchaseOrderLineRow) -> str:
    """Write what is ordered, and what was at first where that is another."""
    now = formatting.measured(line.ordered, line.unit)
    if not line.changed:
        return now
    return tr("{now} (was {first})").format(now=now, first=formatting.quantity(line.quantity))


def _change_columns(costs: Costs) -> Sequence[TableColumn[OrderChangeRow]]:
    def what(change: OrderChangeRow) -> str:
        if change.kind is OrderChangeKind.COST and not costs.seen:
            return tr("another cost")
        return change_words(change, quantity=formatting.quantity, cost=formatting.cost, day=formatting.date)

    return (
        TableColumn(tr("Change"), lambda change: "" if change.sheet is None else str(change.sheet), numeric=True),
        TableColumn(tr("Date"), lambda change: formatting.date_time(change.at)),
        TableColumn(tr("Item ID"), lambda change: change.item),
        TableColumn(tr("What"), what),
        TableColumn(tr("Reason"), lambda change: change.reason),
        TableColumn(tr("By"), lambda change: change.employee),
    )


def _allocation_columns() -> Sequence[TableColumn[AllocatedRow]]:
    return (
        TableColumn(tr("Backorder"), lambda allocated: str(allocated.whom.number), numeric=True),
        TableColumn(tr("Customer"), lambda allocated: allocated.whom.customer),
        TableColumn(tr("Phone"), lambda allocated: allocated.whom.phone),
        TableColumn(tr("Item ID"), lambda allocated: allocated.line.item),
        TableColumn(tr("Qty"), lambda allocated: formatting.quantity(allocated.whom.quantity), numeric=True),
        TableColumn(tr("Outstanding"), lambda allocated: formatting.quantity(allocated.whom.outstanding), numeric=True),
    )


def _titled(title: str, widget: QWidget) -> QVBoxLayout:
    caption = QLabel(title)
    caption.setBuddy(widget)
    mark(caption, role="label")
    rows = QVBoxLayout()
    rows.setSpacing(SPACE)
    rows.addWidget(
        caption, 0, Qt.AlignmentFlag.AlignRight if isinstance(widget, QLabel) else Qt.AlignmentFlag.AlignLeft
    )
    rows.addWidget(widget, 1)
    return rows
