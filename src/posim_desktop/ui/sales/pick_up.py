"""Pick-up: whom goods are set aside for, the longest waiting first. Serves the guide's page "Pick up"."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import Refusal, TroubleError
from posim_desktop.domain.folding import digits_of, holds_words, search_key
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.scan_codes import invoice_of
from posim_desktop.domain.why import Why
from posim_desktop.queries.deck import Found
from posim_desktop.queries.sales import customer_pickup, invoices, pickup, processed_invoices, till
from posim_desktop.queries.sales.pickup import OnHoldRow
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.sales.customer_pick_up import CustomerPickUp
from posim_desktop.ui.sales.pickup_prints import preview_call_list, preview_slips
from posim_desktop.ui.sales.storage_place import StoragePlaceDialog
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.edits import clear_refusals, place_refusal
from posim_desktop.ui.widgets.find_screen import FindScreen, FindWords
from posim_desktop.ui.widgets.scanner import Scanner

_FIND_WIDTH = 75 * SPACE
_GOODS = 3
_MOST_FOUND = 2
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PickUp(FindScreen):
    """Goods that wait for their customers, found by name, phone, goods or slip; Enter shows all of a customer."""

    touching = frozenset({Record.INVOICE, Record.CUSTOMER})

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self._held: tuple[OnHoldRow, ...] = ()
        self._shown: list[OnHoldRow] = []
        self.scanner = Scanner(self)
        self.setObjectName("pick_up")
        self._build()
        self._connect()
        self.look_up()

    # ---- building ----

    def _build(self) -> None:
        words = FindWords(
            title=self.tr("Pick-up"),
            find=self.tr("Find"),
            what=self.tr("Name, phone or item, or scan the slip"),
            key=self.tr("Find (F4)"),
        )
        self.buttons_bar = self._build_buttons()
        self._build_screen(words, _FIND_WIDTH, self._build_table(), self.buttons_bar)
        self.customer_page = CustomerPickUp(self.operations)
        self._places.addWidget(self.customer_page)

    def _build_table(self) -> ChoiceTable:
        self.rows: FixedRows[OnHoldRow] = FixedRows(
            (
                TableColumn(self.tr("Customer"), lambda row: row.customer or self.tr("No customer")),
                TableColumn(self.tr("Phone"), lambda row: row.phone),
                TableColumn(self.tr("Since"), lambda row: formatting.date_time(row.since)),
                TableColumn(self.tr("Goods"), _goods),
                TableColumn(self.tr("Place"), lambda row: row.place),
                TableColumn(self.tr("Lines"), lambda row: formatting.count(row.lines), numeric=True),
                TableColumn(self.tr("Total"), lambda row: formatting.money(row.total), numeric=True),
            ),
            self,
        )
        self.table = ChoiceTable(self.rows, self.tr("Waiting for Pick-up"), wide=_GOODS)
        self.table.setObjectName("table")
        return self.table

    def _build_buttons(self) -> ButtonBar:
        self.place_button = named_button("place_button", self.tr("Stora&ge Place…"), "package")
        self.call_list_button = named_button("call_list_button", self.tr("&Call List…"), "phone")
        self.slip_button = named_button("slip_button", self.tr("&Print Slip…"), "printer")
        self.open_button = named_button("open_button", self.tr("&Open"))
        mark(self.open_button, primary=True)
        return ButtonBar((), self._buttons())

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.place_button, self.call_list_button, self.slip_button, self.open_button

    def _connect(self) -> None:
        self._connect_screen()
        self.find_field.textChanged.connect(self._on_find_field_changed)
        self.find_field.textEdited.connect(lambda: clear_refusals([self.find_field]))
        self.find_field.returnPressed.connect(self.take)
        self.find_field.installEventFilter(self)
        self.scanner.scanned.connect(self._on_scanner_scanned)
        self.table.chosen.connect(lambda row: self._open(self._shown[row]))
        self.place_button.clicked.connect(self._on_place_button_clicked)
        self.customer_page.left.connect(self.show_all)
        self.customer_page.link.connect(self.link)
        self.customer_page.picked_up.connect(self._on_picked_up)
        self.open_button.clicked.connect(lambda: self._open(self._chosen()))
        self.slip_button.clicked.connect(
            lambda: preview_slips(self.window(), self.operations, [self._chosen().invoice_id])
        )
        self.call_list_button.clicked.connect(
            lambda: preview_call_list(self.window(), self.operations, [row.invoice_id for row in self._shown])
        )

    # ---- what is shown ----

    @override
    def look_up(self) -> None:
        """Read what is on hold now."""
        self._is_stale = False
        try:
            self._held = self.operations.read(pickup.on_hold)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if self.is_of_one_customer:
            self.customer_page.show_again()
        else:
            self._show()

    def _show(self) -> None:
        """Show what fits the Find field; the chosen invoice stays chosen."""
        before = self._chosen().invoice_id if self._shown else 0
        typed = self.find_field.text()
        self._shown = [row for row in self._held if _fits(row, typed)]
        self.rows.show_rows(self._shown)
        self._go_to(0 if self._shown else 1)
        places = {row.invoice_id: place for place, row in enumerate(self._shown)}
        if self._shown:
            self.table.selectRow(places.get(before, 0))
        nothing = self.tr("No goods are set aside. Receive or fill a backorder, or commit an invoice at the till.")
        if self._held:
            nothing = self.tr("Nothing found for “{text}”.").format(text=typed)
        self.nothing_page.label.setText(nothing)
        for button in self._buttons():
            button.setEnabled(bool(self._shown))
            button.setToolTip("" if self._shown else nothing)
        number = len(self._shown)
        words = self.tr("%n invoices · {total}", "", number)
        total = formatting.amount(sum((row.total for row in self._shown), ZERO))
        self.sums_label.setText(words.format(total=total) if number else "")

    @property
    def is_of_one_customer(self) -> bool:
        """Whether everything of one customer is shown."""
        return self._places.currentWidget() is self.customer_page

    def show_all(self) -> None:
        """Show all that is on hold again."""
        self._go_to(0 if self._shown else 1)
        self.find_field.clear()
        self.look_up()
        self._on_find_requested()

    def _go_to(self, place: int) -> None:
        self._places.setCurrentIndex(place)
        self.buttons_bar.setVisible(not self.is_of_one_customer)
        self.sums_label.setVisible(not self.is_of_one_customer)

    @property
    @override
    def current_id(self) -> int | None:
        """The customer whose goods are shown; None for all on hold."""
        return self.customer_page.customer_id if self.is_of_one_customer else None

    @override
    def open_record(self, record_id: int) -> bool:
        """Show everything of a customer again."""
        return self.show_customer(record_id)

    @override
    def open_found(self, found: Found) -> bool:
        """Show everything of one customer."""
        return found.customer_id is None or self.show_customer(found.customer_id)

    def show_customer(self, customer_id: int, invoice_id: int | None = None) -> bool:
        """Show everything of a customer, at the invoice whose slip was scanned; False when that is not possible."""
        self._go_to(2)
        if self.customer_page.show_customer(customer_id, invoice_id):
            return True
        self._go_to(0 if self._shown else 1)
        return False

    # ---- opening ----

    def take(self) -> None:
        """Show the customer of the slip that was scanned, or of the chosen row, or who is called what was typed."""
        invoice_id = invoice_of(self.find_field.text())
        if invoice_id is not None:
            self._take_slip(invoice_id)
        elif self._shown:
            self._open(self._chosen())
        elif self.find_field.text().strip():
            self._find_customer(self.find_field.text())
        else:
            sounds.play(Sound.REFUSED)

    def _find_customer(self, typed: str) -> None:
        """Show a customer for whom nothing is set aside: they are told what is still to come."""
        try:
            found = self.operations.read(till.find_customers, typed, _MOST_FOUND)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if len(found) == 1:
            self.find_field.clear()
            self.show_customer(found[0].id)
        else:
            sounds.play(Sound.REFUSED)
            place_refusal(self.find_field, Refusal(Why.SEVERAL_CUSTOMERS_MATCH if found else Why.NO_CUSTOMER_MATCHES))

    def _take_slip(self, invoice_id: int) -> None:
        """Show the customer of a slip; a receipt, or the slip of what was picked up, leads to what was posted."""
        self.find_field.clear()
        try:
            customer_id = self.operations.read(customer_pickup.customer_of, invoice_id)
            shown = self.operations.read(customer_pickup.moved_to, invoice_id) or invoice_id
            is_open = customer_id is not None or self.operations.read(invoices.is_working, shown)
            is_there = is_open or self.operations.read(processed_invoices.processed, shown) is not None
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        sounds.play(Sound.GOOD if is_there else Sound.REFUSED)
        if customer_id is not None:
            self.show_customer(customer_id, invoice_id)
        elif is_there:
            self.link.emit(Record.INVOICE, shown)
        else:
            place_refusal(self.find_field, Refusal(Why.INVOICE_NO_LONGER_OPEN))

    def _chosen(self) -> OnHoldRow:
        return self._shown[max(0, self.table.currentIndex().row())]

    def _open(self, row: OnHoldRow) -> None:
        self.find_field.clear()  # whoever comes next is looked for among all
        if row.customer_id is None:
            self.link.emit(Record.INVOICE, row.invoice_id)
        else:
            self.show_customer(row.customer_id, row.invoice_id)

    def _on_picked_up(self, invoice_id: int) -> None:
        self._go_to(0)  # whoever comes next is looked for among all
        self._show()
        self.link.emit(Record.INVOICE, invoice_id)

    def _on_place_button_clicked(self) -> None:
        row = self._chosen()
        whose = row.customer or self.tr("No customer")
        StoragePlaceDialog(self.window(), self.operations, [row.invoice_id], whose, row.place).open()

    # ---- slots ----

    def _on_find_field_changed(self) -> None:
        if not self.is_of_one_customer or self.find_field.text():  # somebody else is looked for
            self._show()

    def _on_scanner_scanned(self, code: str) -> None:
        clear_refusals([self.find_field])
        self.find_field.setText(code)
        if QApplication.activeModalWidget() is not None:
            sounds.play(Sound.NOT_TAKEN)  # it stays in the field until the dialog is answered
        elif invoice_of(code) is not None:
            self.take()
        else:
            self._find_goods(code)

    def _find_goods(self, code: str) -> None:
        """Show who the goods of a whole scanned code are waiting for; a part of a name or number opens nothing."""
        try:
            item = self.operations.read(till.item_of_code, code)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self.find_field.setText("" if item is None else item.code)
        if item is None:
            sounds.play(Sound.NOT_TAKEN)
            place_refusal(self.find_field, Refusal(Why.SCAN_IS_NO_SLIP, typed=code))
        else:
            sounds.play(Sound.GOOD if self._shown else Sound.REFUSED)

    @override
    def _on_bus_changed(self, changes: Changes) -> None:
        super()._on_bus_changed(changes)
        if (
            self.is_of_one_customer
            and not any(change.record in self.touching for change in changes)
            and any(change.record is Record.BACKORDER for change in changes)
        ):
            self.customer_page.show_again()

    @override
    def _take_keyboard(self) -> None:
        if self.is_of_one_customer:
            self.customer_page.go()
        else:
            super()._take_keyboard()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.find_field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _MOVES.get(Qt.Key(event.key()), 0)
            if step and self._shown:
                self.table.selectRow(max(0, min(self.table.currentIndex().row() + step, len(self._shown) - 1)))
                return True
        return super().eventFilter(watched, event)


def _goods(row: OnHoldRow) -> str:
    return ", ".join(f"{formatting.quantity(line.quantity)} × {line.item} {line.description}" for line in row.goods)


def _fits(row: OnHoldRow, typed: str) -> bool:
    """Return whether every word is in what the row says; a phone number may be typed without its dashes."""
    written = (row.customer, row.phone, digits_of(row.phone), _goods(row), row.place)
    of_customer = [name for line in row.goods for name in (line.customer_order, line.job_tag)]
    return holds_words(search_key(*written, *of_customer), typed)


def pick_up(operations: Operations, navigator: Navigator) -> PickUp:
    """Make the screen."""
    del navigator
    return PickUp(operations)
