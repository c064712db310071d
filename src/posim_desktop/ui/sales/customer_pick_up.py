"""One customer at the pick-up: what is ready, what is still to come, what is to pay. Serves the guide's "Pick up"."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.why import Why
from posim_desktop.printing.sales.reach_words import reached
from posim_desktop.queries.sales import customer_pickup
from posim_desktop.queries.sales.customer_pickup import CustomerPickup, HeldForPickUp, ReadyLine, StillWaiting
from posim_desktop.services.sales import picking
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.models.ticked_rows import TickedRows
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt, Refused, Trouble
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.box_labels import BoxLabelsDialog
from posim_desktop.ui.sales.pickup_prints import preview_slips
from posim_desktop.ui.sales.storage_place import StoragePlaceDialog
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.scrolled import Scrolled
from posim_desktop.ui.widgets.titled_table import TitledTable

_DESCRIPTION = 1


class CustomerPickUp(QWidget):
    """Shows everything of one customer; what is ticked is picked up on one invoice.

    Signals:
        left: Somebody else is looked for.
        link(Record, int): Show a record.
        picked_up(int): An invoice names what was ticked; it is to be paid.
    """

    left = Signal()
    link = Signal(object, int)
    picked_up = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._attempt = Attempt()
        self.details: CustomerPickup | None = None
        self.setObjectName("customer_pick_up")
        self._build()
        self._connect()

    # ---- building ----

    def _build(self) -> None:
        bands = QWidget()
        inside = QVBoxLayout(bands)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(4 * SPACE)
        inside.addWidget(self._build_head())
        inside.addWidget(TitledTable(self._build_ready(), self.tr("nothing is set aside")))
        inside.addWidget(TitledTable(self._build_waiting(), self.tr("nothing")))
        inside.addWidget(TitledTable(self._build_money(), self.tr("nothing")))
        inside.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Scrolled(bands), 1)
        rows.addWidget(self._build_foot())
        rows.addWidget(self._build_buttons())

    def _build_head(self) -> QWidget:
        head = QWidget()
        self.name_label = QLabel()
        self.name_label.setObjectName("name_label")
        mark(self.name_label, role="title")
        self.reach_label = QLabel()
        self.reach_label.setObjectName("reach_label")
        self.notes_label = QLabel()
        self.notes_label.setObjectName("notes_label")
        mark(self.notes_label, role="muted")
        rows = QVBoxLayout(head)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        for label in (self.name_label, self.reach_label, self.notes_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            rows.addWidget(label)
        return head

    def _build_ready(self) -> ChoiceTable:
        self.ready_rows: TickedRows[ReadyLine] = TickedRows(
            (
                TableColumn(self.tr("Take"), lambda _row: "", tip=self._why_not),
                TableColumn(self.tr("Item ID"), lambda row: row.item),
                TableColumn(self.tr("Description"), _described, tip=self._why_not),
                TableColumn(self.tr("Qty"), lambda row: formatting.quantity(row.quantity), numeric=True),
                TableColumn(self.tr("Place"), lambda row: row.place),
                TableColumn(self.tr("Came"), self._came, tip=lambda row: formatting.date_time(row.since)),
                TableColumn(self.tr("Backorder"), _backorder, numeric=True),
                TableColumn(self.tr("Extended"), self._charged, numeric=True),
            ),
            lambda row: row.refusal is None,
            self,
        )
        self.ready_table = ChoiceTable(self.ready_rows, self.tr("Ready Now"), wide=_DESCRIPTION + 1)
        self.ready_table.setObjectName("ready_table")
        self.ready_table.installEventFilter(self)
        return self.ready_table

    def _build_waiting(self) -> DocumentTable:
        self.waiting_rows: FixedRows[StillWaiting] = FixedRows(
            (
                TableColumn(self.tr("Item ID"), lambda row: row.item),
                TableColumn(self.tr("Description"), lambda row: row.description),
                TableColumn(self.tr("Qty"), lambda row: formatting.quantity(row.outstanding), numeric=True),
                TableColumn(self.tr("Ordered"), lambda row: formatting.day_of(row.ordered_at)),
                TableColumn(self.tr("Expected"), self._expected),
                TableColumn(
                    self.tr("Backorder"),
                    lambda row: str(row.number),
                    numeric=True,
                    link=lambda row: (Record.BACKORDER, row.backorder_id),
                ),
            ),
            self,
        )
        self.waiting_table = DocumentTable(self.tr("Still Waiting"), self.waiting_rows, _DESCRIPTION, "")
        self.waiting_table.setObjectName("waiting_table")
        return self.waiting_table

    def _build_money(self) -> DocumentTable:
        self.money_rows: FixedRows[HeldForPickUp] = FixedRows(
            (
                TableColumn(self.tr("Held For"), self._held_for),
                TableColumn(
                    self.tr("Backorder"),
                    lambda row: "" if row.number is None else str(row.number),
                    numeric=True,
                    link=lambda row: None if row.backorder_id is None else (Record.BACKORDER, row.backorder_id),
                ),
                TableColumn(self.tr("Amount"), lambda row: formatting.money(row.balance), numeric=True),
            ),
            self,
        )
        self.money_table = DocumentTable(self.tr("On Deposit"), self.money_rows, 0, "")
        self.money_table.setObjectName("money_table")
        return self.money_table

    def _build_foot(self) -> QFrame:
        foot = QFrame()
        mark(foot, titleband=True)
        caption = QLabel(self.tr("To Pay Today"))
        mark(caption, role="label")
        self.deposit_label = QLabel()
        self.deposit_label.setObjectName("deposit_label")
        mark(self.deposit_label, role="muted")
        self.due_label = QLabel()
        self.due_label.setObjectName("due_label")
        self.due_label.setAccessibleName(caption.text())
        mark(self.due_label, role="title")
        columns = QHBoxLayout(foot)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(3 * SPACE)
        columns.addStretch(1)
        columns.addWidget(self.deposit_label)
        columns.addWidget(caption)
        columns.addWidget(self.due_label)
        return foot

    def _build_buttons(self) -> ButtonBar:
        self.others_button = named_button("others_button", self.tr("All &On Hold"), "list")
        self.card_button = named_button("card_button", self.tr("&Customer"), "user")
        self.place_button = named_button("place_button", self.tr("Stora&ge Place…"), "package")
        self.labels_button = named_button("labels_button", self.tr("&Box Labels…"), "tag")
        self.slip_button = named_button("slip_button", self.tr("Pri&nt Slip…"), "printer")
        self.open_button = named_button("open_button", self.tr("Open &Invoice"))
        self.pick_up_button = named_button("pick_up_button", self.tr("&Pick Up"))
        mark(self.pick_up_button, primary=True)
        return ButtonBar(
            (self.others_button, self.card_button),
            (self.place_button, self.labels_button, self.slip_button, self.open_button, self.pick_up_button),
        )

    def _connect(self) -> None:
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=own).activated.connect(self.left)
        self.others_button.clicked.connect(self.left)
        self.card_button.clicked.connect(lambda: self._link_to(Record.CUSTOMER, self.customer_id))
        self.place_button.clicked.connect(self.ask_for_place)
        self.labels_button.clicked.connect(self._on_labels_button_clicked)
        self.slip_button.clicked.connect(self._on_slip_button_clicked)
        self.open_button.clicked.connect(self._on_open_button_clicked)
        self.pick_up_button.clicked.connect(self.pick_up)
        self.ready_rows.ticks_changed.connect(self._show_due)
        self.ready_rows.modelReset.connect(self._show_due)
        self.ready_table.chosen.connect(self.pick_up)
        self.ready_table.selectionModel().currentRowChanged.connect(self._show_due)
        for table in (self.waiting_table, self.money_table):
            table.link.connect(self.link)

    # ---- what is shown ----

    @property
    def customer_id(self) -> int | None:
        """Whose goods are shown."""
        return None if self.details is None else self.details.customer_id

    def show_customer(self, customer_id: int, invoice_id: int | None = None) -> bool:
        """Show everything of a customer, all that is ready ticked; return whether that was possible.

        Args:
            customer_id: The customer.
            invoice_id: The invoice of the slip that was scanned; its first line is the current one.
        """
        self.ready_rows.tick_all()
        if not self._read(customer_id):
            return False
        ready = self.details.ready if self.details else ()
        rows = (row for row, line in enumerate(ready) if line.invoice_id == invoice_id)
        self.ready_table.selectRow(next(rows, 0))
        self.go()
        return True

    def show_again(self) -> None:
        """Read what is shown anew; what is not ticked stays so."""
        if self.customer_id is not None:
            row = self.ready_table.currentIndex().row()
            self._read(self.customer_id)
            self.ready_table.selectRow(max(0, min(row, self.ready_rows.rowCount() - 1)))

    def go(self) -> None:
        """Put the keyboard where the next step is."""
        nothing_ready = self.ready_rows.rowCount() == 0
        tables = (self.waiting_table, self.others_button) if nothing_ready else (self.ready_table,)
        next((each for each in tables if each.isVisibleTo(self)), self.others_button).setFocus()

    def _read(self, customer_id: int) -> bool:
        try:
            found = self._operations.read(customer_pickup.of_customer, customer_id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return False
        if found is None:
            return False
        self.details = found
        self.name_label.setText(", ".join(part for part in (found.name, found.company) if part))
        way = reached(found.reach_by, found.reach_hours, phone2=found.phone2, email=found.email)
        self.reach_label.setText(" · ".join(part for part in (found.phone, way) if part))
        self.notes_label.setText(found.notes)
        for label in (self.reach_label, self.notes_label):
            label.setVisible(bool(label.text()))
        self.waiting_rows.show_rows(found.waiting)
        self.money_rows.show_rows(found.money)
        self.ready_rows.show_rows(found.ready)
        self._show_due()
        return True

    def _show_due(self) -> None:
        if self.details is None:
            return
        ticked = self.ready_rows.ticked()
        chosen = frozenset(line.line_id for line in ticked)
        total, deposit = self.details.due(chosen).total, self.details.deposit_for(chosen)
        words = self.tr("{total} less {deposit} on deposit")
        self.deposit_label.setText(
            words.format(total=formatting.amount(total), deposit=formatting.amount(deposit)) if deposit else ""
        )
        self.due_label.setText(formatting.amount(total - deposit))
        self.pick_up_button.setEnabled(bool(ticked))
        self.pick_up_button.setToolTip("" if ticked else self.tr("Tick what is to be picked up."))
        current = self._current()
        for button in (self.place_button, self.labels_button, self.slip_button, self.open_button):
            button.setEnabled(current is not None)
            button.setToolTip("" if current else self.tr("Nothing is set aside for this customer."))

    def _current(self) -> ReadyLine | None:
        row = self.ready_table.currentIndex().row()
        return self.ready_rows.row_at(row) if 0 <= row < self.ready_rows.rowCount() else None

    def _came(self, row: ReadyLine) -> str:
        if row.log_number is None:
            return formatting.day_of(row.since)
        words = self.tr("{day}, delivery {number}")
        return words.format(day=formatting.day_of(row.since), number=row.log_number)

    def _held_for(self, row: HeldForPickUp) -> str:
        if row.backorder_id is None:
            return self.tr("Store credit")
        return f"{row.item} {row.description}"

    def _expected(self, row: StillWaiting) -> str:
        return self.tr("not known") if row.expected_on is None else formatting.date(row.expected_on)

    def _why_not(self, row: ReadyLine) -> str:
        return _described(row) if row.refusal is None else words_of(row.refusal)

    def _charged(self, row: ReadyLine) -> str:
        if self.details is None:
            return ""
        return formatting.money(self.details.due(frozenset({row.line_id})).subtotal)

    # ---- what is done ----

    def pick_up(self) -> None:
        """Put what is ticked on one invoice, to be paid."""
        chosen = tuple(line.line_id for line in self.ready_rows.ticked())
        if not chosen:
            self._open_current()  # it can be picked up only on its own invoice
            return
        match self._operations.outcome(partial(picking.pick, line_ids=chosen), self._attempt):
            case Done(record_id):
                self.picked_up.emit(record_id)
            case Refused(refusal) if refusal.why is not Why.NOT_STORED:
                self.show_again()
                say(self, words_of(refusal))
            case Trouble(message):
                say(self, message)

    def ask_for_place(self) -> None:
        """Ask where the goods of the current invoice lie."""
        current = self._current()
        if current is not None and self.details is not None:
            name, place = self.details.name, current.place
            StoragePlaceDialog(self.window(), self._operations, [current.invoice_id], name, place).open()

    def _on_slip_button_clicked(self) -> None:
        if self.details is not None:
            chosen = self.ready_rows.ticked() or self.details.ready
            preview_slips(self.window(), self._operations, list(dict.fromkeys(line.invoice_id for line in chosen)))

    def _on_labels_button_clicked(self) -> None:
        current = self._current()
        if current is not None and self.details is not None:
            BoxLabelsDialog(self.window(), self._operations, [current.invoice_id], self.details.name).open()

    def _on_open_button_clicked(self) -> None:
        self._open_current()

    def _open_current(self) -> None:
        current = self._current()
        self._link_to(Record.INVOICE, None if current is None else current.invoice_id)

    def _link_to(self, record: Record, record_id: int | None) -> None:
        if record_id is not None:
            self.link.emit(record, record_id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.ready_table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.ready_table.currentIndex().row()
            if event.key() == Qt.Key.Key_Space and row >= 0:
                self.ready_rows.toggle(row)
                return True
        return super().eventFilter(watched, event)


def _described(row: ReadyLine) -> str:
    """Write what it is, and under which order and for which job it was promised."""
    return " · ".join(part for part in (row.description, row.customer_order, row.job_tag) if part)


def _backorder(row: ReadyLine) -> str:
    return "" if row.backorder_number is None else str(row.backorder_number)
