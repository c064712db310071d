"""Misc › Post Working Orders: looked over in one list, posted in one go. Serves the guide's page "Purchase orders"."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.permits import Permission
from posim_desktop.queries.purchasing import looked_over
from posim_desktop.queries.purchasing.looked_over import OrderToPost
from posim_desktop.services.purchasing import posting
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, Index, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt, Refused
from posim_desktop.ui.purchasing.words import smallest_order_words
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import ROW_HEIGHT, SPACE
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.form_dialog import OK_KEY
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import TableDialog, rows_table

_WIDTH = 320 * SPACE
_HEIGHT = 150 * SPACE
_LEAST_ROWS = 6
_VENDOR = "vendor"
_CUSTOMERS = "customers"
_TOTAL = "total"
_MOST_NAMES = 3
_NEWS_OF = frozenset({Record.BACKORDER, Record.PURCHASE_ORDER, Record.VENDOR})


class OrdersToPost(FixedRows[OrderToPost]):
    """Working orders, each with a tick, and with why it was not posted.

    Signals:
        ticked: An order was ticked or unticked.
    """

    ticked = Signal()

    def __init__(self, costs: Costs, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._refused: dict[int, str] = {}
        self._left_out: set[int] = set()
        self._columns = (
            TableColumn(self.tr("Vendor"), lambda row: row.vendor, name=_VENDOR),
            TableColumn(self.tr("Started"), lambda row: formatting.date_time(row.created_at)),
            TableColumn(self.tr("Lines"), lambda row: formatting.count(row.lines), numeric=True),
            TableColumn(
                self.tr("Total"),
                costs.text(lambda row: formatting.amount(row.smallest.amount)),
                numeric=True,
                name=_TOTAL,
            ),
            TableColumn(self.tr("For Customers"), self._customers, name=_CUSTOMERS),
            TableColumn(self.tr("Smallest Order"), lambda row: smallest_order_words(row.smallest, costs=costs.seen)),
            TableColumn(self.tr("Not Posted"), lambda row: self._refused.get(row.id, "")),
        )

    def _customers(self, row: OrderToPost) -> str:
        shown = [f"{name} {formatting.quantity(units)}" for name, units in row.customers[:_MOST_NAMES]]
        more = len(row.customers) - _MOST_NAMES
        if more > 0:
            shown.append(self.tr("{count} more").format(count=formatting.count(more)))
        return ", ".join(shown)

    def chosen(self) -> tuple[OrderToPost, ...]:
        """Return the ticked orders."""
        return tuple(row for row in self._rows if row.id not in self._left_out)

    def refusals(self, most: int) -> list[str]:
        """Say which of the orders were not posted and why, as many as there is room for."""
        told = [f"{row.vendor}: {self._refused[row.id]}" for row in self._rows if row.id in self._refused]
        return told[:most]

    def refuse(self, order_id: int, why: str) -> None:
        """Say at an order why it was not posted; it is not ticked any more."""
        self._refused[order_id] = why
        self._left_out.add(order_id)
        self._tell()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every order, or none."""
        self._left_out = set() if ticked else {row.id for row in self._rows}
        self._tell()

    def toggle(self, number: int) -> None:
        """Toggle an order's tick."""
        if 0 <= number < len(self._rows):
            self._left_out ^= {self._rows[number].id}
            self._tell()

    def _tell(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        self.ticked.emit()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object | None:
        if index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.CheckStateRole:
            ticked = self._rows[index.row()].id not in self._left_out
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid() and index.column() == self.column_named(_CUSTOMERS):
            row = self._rows[index.row()]
            return "\n".join(f"{name}: {formatting.quantity(units)}" for name, units in row.customers)
        shown: object | None = super().data(index, role)
        return shown

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or index.column():
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) == (self._rows[index.row()].id in self._left_out):
            self.toggle(index.row())
        return True


class PostOrdersDialog(TableDialog):
    """Lists all working orders and posts the ticked ones, each by itself.

    Signals:
        posted(tuple): Orders were posted; their ids.
    """

    posted = Signal(tuple)

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        """Show the working orders.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent, operations, "post_orders", width=_WIDTH, reload_when=_NEWS_OF)
        self.setWindowTitle(self.tr("Post Working Orders"))
        self.accept_button.setText(self.tr("&Post"))
        self.accept_button.setAccessibleName(self.tr("Post"))
        self._shown: tuple[OrderToPost, ...] | None = None
        self._posted: list[int] = []
        self.body.addWidget(ApprovalNotice(operations, Permission.POST_ORDERS, self))
        self.state_label = self.say_first("")
        self.state_label.setObjectName("state_label")
        self.body.addWidget(self.news_banner)
        costs = Costs(operations, self)
        self.rows = OrdersToPost(costs, self)
        wide = self.rows.column_named(_VENDOR)
        self.table = rows_table(self.rows, self.tr("Working Purchase Orders"), wide, _SpaceTable(self.rows))
        self.table.setObjectName("table")
        self.table.setMinimumHeight(_LEAST_ROWS * ROW_HEIGHT)
        costs.hide_columns(self.table, self.rows, _TOTAL)
        self.body.addWidget(self.table, 1)
        self.all_button, self.none_button = self.add_buttons(self.tr("&All"), self.tr("&None"))
        self.first_focus = self.table
        self.all_button.clicked.connect(lambda: self.rows.tick_all(ticked=True))
        self.none_button.clicked.connect(lambda: self.rows.tick_all(ticked=False))
        self.rows.ticked.connect(self._update_buttons)
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.reload()
        resize_on_screen(self, _WIDTH, _HEIGHT)

    @override
    def reload(self) -> bool:
        fresh = self.operations.read(looked_over.orders_to_post)
        if fresh == self._shown:
            return False
        first, self._shown = self._shown is None, fresh
        at = self.table.currentIndex().row()
        self.rows.show_rows(fresh)
        self.table.selectRow(min(max(0, at), len(fresh) - 1))
        self.state_label.setText(
            self.tr("Each checked order is posted by itself, with what it brings to whom. Space checks one.")
            if fresh
            else self.tr("There are no working purchase orders.")
        )
        for widget in (self.table, self.all_button, self.none_button):
            widget.setVisible(bool(fresh))
        self._update_buttons()
        return not first

    def _update_buttons(self) -> None:
        chosen = bool(self.rows.chosen())
        self.accept_button.setEnabled(chosen)
        self.accept_button.setToolTip(OK_KEY if chosen else self.tr("Check at least one order."))

    def _on_accept_button_clicked(self) -> None:
        self.say_trouble("")
        self._writing = True
        refused, tried_all = 0, True
        for order in self.rows.chosen():
            verb = partial(posting.post_as_written, purchase_order_id=order.id, expected_version=order.version)
            said = partial(self._say_refused, order.id)
            outcome = self.operations.run(self, verb, Attempt(one_action=True), said)
            if isinstance(outcome, Done):
                self._posted.append(outcome.record_id)
            elif isinstance(outcome, Refused):
                refused += 1
            else:  # the database cannot be reached, which was said
                tried_all = False
                break
        self._writing = False
        if self._posted and not refused and tried_all:
            self.accept()
            self.posted.emit(tuple(self._posted))
            return
        self.reload()
        if refused:
            words = self.tr("Posted: {posted}. Not posted: {refused}; the last column says why.")
            posted = formatting.count(len(self._posted))
            told = words.format(posted=posted, refused=formatting.count(refused))
            self.say_trouble("\n".join((told, *self.rows.refusals(_MOST_NAMES))))

    def _say_refused(self, order_id: int, refusal: Refusal) -> bool:
        self.rows.refuse(order_id, words_of(refusal))
        return True

    @override
    def reject(self) -> None:
        """Close; what is posted stays so."""
        super().reject()
        if self._posted:
            self.posted.emit(tuple(self._posted))


class _SpaceTable(QTableView):
    """Orders; the space bar ticks the one that one is at."""

    def __init__(self, rows: OrdersToPost) -> None:
        super().__init__()
        self._orders = rows

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._orders.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
