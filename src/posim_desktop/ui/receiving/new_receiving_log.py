"""Which delivery came: one that was ordered, or one without a purchase order. Serves the guide's page "Receive"."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.changes import Done
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.purchasing.orders import OrderStatus
from posim_desktop.domain.why import Why
from posim_desktop.queries.cards import vendors
from posim_desktop.queries.purchasing import orders as purchase_orders
from posim_desktop.queries.purchasing.orders import PurchaseOrderRow
from posim_desktop.queries.receiving import logs as log_queries
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import SPACE, mark, prepare_table
from posim_desktop.ui.widgets.approval_notice import ApprovalNotice
from posim_desktop.ui.widgets.button_bar import AnswerButtons
from posim_desktop.ui.widgets.clear_button import add_clear_button
from posim_desktop.ui.widgets.column_fit import ColumnFit
from posim_desktop.ui.widgets.edits import clear_refusals, place_refusal, show_refusal, with_hint
from posim_desktop.ui.widgets.inputs import ChoiceBox
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.sign import add_sign

_WIDTH, _HEIGHT = 220 * SPACE, 120 * SPACE
_MOST_ORDERS = 5000


class NewReceivingLogDialog(QDialog):
    """Asks for the purchase order, or the vendor of goods that came without one, and starts the log.

    Signals:
        chosen(int): The receiving log to go on with: a new one, or the one that somebody began for the order.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        super().__init__(parent)
        self.operations = operations
        self._attempt = Attempt(one_action=True)
        self._orders: tuple[PurchaseOrderRow, ...] = ()
        self._begun: dict[int, int] = {}
        self.setObjectName("new_receiving_log")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New Receiving Log"))
        resize_on_screen(self, _WIDTH, _HEIGHT)
        self._build()
        self._connect()
        self._offer()

    # ---- building ----

    def _build(self) -> None:
        self.ordered_radio = QRadioButton(self.tr("For a &Purchase Order"))
        self.free_radio = QRadioButton(self.tr("&Without a Purchase Order"))
        for name, radio in (("ordered_radio", self.ordered_radio), ("free_radio", self.free_radio)):
            radio.setObjectName(name)
            radio.setAccessibleName(radio.text().replace("&", ""))
        self.ordered_radio.setChecked(True)
        ways = QHBoxLayout()
        ways.setSpacing(6 * SPACE)
        ways.addWidget(self.ordered_radio)
        ways.addWidget(self.free_radio)
        ways.addStretch(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._build_orders())
        self.pages.addWidget(self._build_vendor())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addWidget(ApprovalNotice(self.operations, Permission.RECEIVE, self))
        rows.addLayout(ways)
        rows.addWidget(self.pages, 1)
        rows.addLayout(self._build_buttons())

    def _build_orders(self) -> QWidget:
        page = QWidget()
        self.order_field = QLineEdit()
        self.order_field.setObjectName("order_field")
        self.order_field.setAccessibleName(self.tr("Purchase Order"))
        self.order_field.setPlaceholderText(self.tr("Scan or type the number, or part of the vendor's name"))
        add_sign(self.order_field, "search")
        add_clear_button(self.order_field)
        self.order_rows: FixedRows[PurchaseOrderRow] = FixedRows(
            (
                TableColumn(self.tr("Number"), lambda order: str(order.number or ""), numeric=True),
                TableColumn(self.tr("Vendor"), lambda order: order.vendor),
                TableColumn(
                    self.tr("Ordered On"),
                    lambda order: "" if order.processed_at is None else formatting.day_of(order.processed_at),
                ),
                TableColumn(
                    self.tr("Expected"),
                    lambda order: "" if order.expected_on is None else formatting.date(order.expected_on),
                ),
                TableColumn(self.tr("Open"), lambda order: formatting.quantity(order.still_open), numeric=True),
                TableColumn(self.tr("Being received"), lambda order: self.tr("Yes") if order.id in self._begun else ""),
            ),
            self,
        )
        self.found_rows = QSortFilterProxyModel(self)
        self.found_rows.setSourceModel(self.order_rows)
        self.found_rows.setFilterKeyColumn(-1)
        self.found_rows.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.nothing_label = QLabel()
        self.nothing_label.setObjectName("nothing_label")
        self.nothing_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing_label.setWordWrap(True)
        mark(self.nothing_label, role="muted")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(with_hint(self.order_field))
        rows.addWidget(self._build_table(), 1)
        return page

    def _build_table(self) -> QTableView:
        self.orders_table = QTableView()
        self.orders_table.setObjectName("orders_table")
        self.orders_table.setAccessibleName(self.tr("Open Purchase Orders"))
        self.orders_table.setModel(self.found_rows)
        prepare_table(self.orders_table)
        self.orders_table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.orders_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        ColumnFit(self.orders_table, 1)
        inside = QVBoxLayout(self.orders_table)
        inside.addWidget(self.nothing_label)
        return self.orders_table

    def _build_vendor(self) -> QWidget:
        page = QWidget()
        self.vendor_edit = ChoiceBox("vendor", self.tr("vendor"))
        self.vendor_edit.setObjectName("vendor_edit")
        self.vendor_edit.setAccessibleName(self.tr("Vendor"))
        caption = QLabel(self.tr("Vendor"))
        caption.setBuddy(self.vendor_edit)
        mark(caption, role="label")
        words = QLabel(self.tr("Next, scan or type what arrived; each item gets its own line."))
        words.setWordWrap(True)
        mark(words, role="muted")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(caption)
        rows.addWidget(with_hint(self.vendor_edit))
        rows.addSpacing(2 * SPACE)
        rows.addWidget(words)
        rows.addStretch(1)
        return page

    def _build_buttons(self) -> AnswerButtons:
        buttons = AnswerButtons(self.tr("Start"), self.tr("Cancel"))
        self.accept_button, self.cancel_button = buttons.accept_button, buttons.cancel_button
        return buttons

    def _connect(self) -> None:
        self.free_radio.toggled.connect(self._on_free_radio_toggled)
        self.order_field.textChanged.connect(self._narrow)
        self.order_field.returnPressed.connect(self.start)
        self.order_field.installEventFilter(self)
        self.orders_table.doubleClicked.connect(self.start)
        self.orders_table.selectionModel().currentRowChanged.connect(self._update_buttons)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.start)

    # ---- showing ----

    def _offer(self) -> None:
        """List what is to come, the order expected first on top."""
        self._begun = self.operations.read(log_queries.being_received)
        orders = self.operations.read(purchase_orders.rows, OrderStatus.PROCESSED, limit=_MOST_ORDERS)
        self._orders = tuple(sorted(orders, key=lambda order: (order.expected_on is None, order.expected_on, order.id)))
        self.order_rows.show_rows(self._orders)
        self.vendor_edit.offer(self.operations.read(vendors.choices), none="")
        self._narrow(self.order_field.text())
        self.order_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, typed: str) -> None:
        clear_refusals([self.order_field])
        self.found_rows.setFilterFixedString(typed.strip().lstrip("0"))
        exact = self._numbered(typed)
        place = 0
        if exact is not None:
            place = self.found_rows.mapFromSource(self.order_rows.index(self._orders.index(exact), 0)).row()
        if self.found_rows.rowCount():
            self.orders_table.selectRow(place)
        nothing = self.tr("There are no open purchase orders. Receive without one, or post the order first.")
        self.nothing_label.setText(
            self.tr("No open purchase order matches “{text}”.").format(text=typed.strip()) if self._orders else nothing
        )
        self.nothing_label.setVisible(not self.found_rows.rowCount())
        self._update_buttons()

    def _numbered(self, typed: str) -> PurchaseOrderRow | None:
        return next((order for order in self._orders if str(order.number) == typed.strip().lstrip("0")), None)

    def _chosen_order(self) -> PurchaseOrderRow | None:
        current = self.found_rows.mapToSource(self.orders_table.currentIndex())
        return self.order_rows.row_at(current.row()) if current.isValid() else None

    def _update_buttons(self, *_: object) -> None:
        order = None if self.free_radio.isChecked() else self._chosen_order()
        label = self.tr("Continue Counting") if order is not None and order.id in self._begun else self.tr("Start")
        self.accept_button.setText(label)
        self.accept_button.setAccessibleName(label)
        enabled = self.free_radio.isChecked() or order is not None
        self.accept_button.setEnabled(enabled)
        self.accept_button.setToolTip("" if enabled else self.tr("Choose a purchase order first."))

    def _show_refusal(self, refusal: Refusal) -> bool:
        return show_refusal({"purchase_order": self.order_field, "vendor": self.vendor_edit}, refusal)

    # ---- starting ----

    def take(self, scanned: str) -> None:
        """Take a scan: the number of an order in full starts its log."""
        self.ordered_radio.setChecked(True)
        self.order_field.setText(scanned)
        if self._numbered(scanned) is not None:
            self.start()
        else:
            sounds.play(Sound.NOT_TAKEN)
            self.order_field.selectAll()
            place_refusal(
                self.order_field, Refusal(Why.NO_OPEN_ORDER_HAS_NUMBER, Field("purchase_order"), typed=scanned)
            )

    def start(self) -> None:
        """Start a log, or go on with the one that was begun for the order."""
        if self.free_radio.isChecked():
            try:
                verb = partial(receiving.start, vendor_id=self.vendor_edit.value())
            except RefusedError as refused:
                self._show_refusal(refused.refusal)
                return
        else:
            order = self._chosen_order()
            if order is None:
                return
            begun = self.operations.read(log_queries.working_log_of, order.id)
            if begun is not None:
                self._finish(begun)
                return
            verb = partial(receiving.start, purchase_order_id=order.id)
        done = self.operations.run(self, verb, self._attempt, self._show_refusal)
        if isinstance(done, Done):
            self._finish(done.record_id)

    def _finish(self, receiving_log_id: int) -> None:
        self.accept()
        self.chosen.emit(receiving_log_id)

    def _on_free_radio_toggled(self, free: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.pages.setCurrentIndex(int(free))
        (self.vendor_edit if free else self.order_field).setFocus(Qt.FocusReason.OtherFocusReason)
        self._update_buttons()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list is walked while the number is being typed.
        if watched is self.order_field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = self.orders_table.currentIndex().row()
            if event.key() == Qt.Key.Key_Down:
                self.orders_table.selectRow(min(row + 1, self.found_rows.rowCount() - 1))
                return True
            if event.key() == Qt.Key.Key_Up:
                self.orders_table.selectRow(max(row - 1, 0))
                return True
        return super().eventFilter(watched, event)
