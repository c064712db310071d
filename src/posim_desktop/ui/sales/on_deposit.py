"""On Deposit: what the shop holds, customer by customer and backorder by backorder. Serves "Deposits and credit"."""

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.sheets import DataSheet, Kind, SheetColumn, Value
from posim_desktop.domain.folding import digits_of, holds_words, search_key
from posim_desktop.printing.sales.on_deposit_list import on_deposit_list, what_for
from posim_desktop.queries.sales import on_deposit as queries
from posim_desktop.queries.sales.on_deposit import HeldByShop, HeldRow
from posim_desktop.ui import formatting
from posim_desktop.ui.cards.statement import WRITING
from posim_desktop.ui.models.fixed_rows import FixedRows, Link, TableColumn
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import SPACE
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.find_screen import FindScreen, FindWords
from posim_desktop.ui.widgets.print_preview import open_preview
from posim_desktop.ui.widgets.sheet_saving import ask_where_to_save

_FIND_WIDTH = 72 * SPACE
_FOR = 2


class OnDeposit(FindScreen):
    """A row for each backorder and each credit that holds money; Enter opens the backorder or the customer."""

    touching = frozenset({Record.BACKORDER, Record.CUSTOMER, Record.INVOICE})

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self._held = HeldByShop(())
        self._shown = HeldByShop(())
        self.setObjectName("on_deposit")
        self._build()
        self._connect()
        self.look_up()

    # ---- building ----

    def _build(self) -> None:
        words = FindWords(
            title=self.tr("On Deposit"),
            find=self.tr("Find"),
            what=self.tr("Name, phone, item or number"),
            key=self.tr("Find (Ctrl+F)"),
        )
        self._build_screen(words, _FIND_WIDTH, self._build_table(), self._build_buttons())

    def _build_table(self) -> DocumentTable:
        self.rows: FixedRows[HeldRow] = FixedRows(
            (
                TableColumn(self.tr("Customer"), lambda row: row.customer, link=_customer),
                TableColumn(self.tr("Phone"), lambda row: row.phone),
                TableColumn(self.tr("For"), what_for, link=_backorder),
                TableColumn(self.tr("Outstanding"), _outstanding, numeric=True),
                TableColumn(self.tr("Waiting"), _waiting, numeric=True),
                TableColumn(self.tr("Since"), lambda row: formatting.day_of(row.since)),
                TableColumn(self.tr("Held"), lambda row: formatting.money(row.held), numeric=True),
            ),
            self,
        )
        self.table = DocumentTable(self.tr("On Deposit"), self.rows, _FOR, "")
        self.table.setObjectName("table")
        return self.table

    def _build_buttons(self) -> ButtonBar:
        self.save_button = named_button("save_button", self.tr("&Save…"), "download")
        self.print_button = named_button("print_button", self.tr("&Print…"), "printer")
        return ButtonBar((), self._buttons())

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.save_button, self.print_button

    def _connect(self) -> None:
        self._connect_screen()
        self.find_field.textChanged.connect(self._show)
        self.find_field.returnPressed.connect(self.table.setFocus)
        self.table.link.connect(self.link)
        self.print_button.clicked.connect(self._on_print_button_clicked)
        self.save_button.clicked.connect(self._on_save_button_clicked)

    # ---- what is shown ----

    @override
    def look_up(self) -> None:
        """Read what is held now."""
        self._is_stale = False
        try:
            self._held = self.operations.read(queries.held)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self._show()

    def _show(self) -> None:
        """Show what fits the Find field."""
        typed = self.find_field.text()
        self._shown = HeldByShop(tuple(row for row in self._held.rows if _fits(row, typed)))
        there_are = bool(self._shown.rows)
        self.rows.show_rows(self._shown.rows)
        self._places.setCurrentIndex(0 if there_are else 1)
        if there_are:
            self.table.selectRow(0)
        nothing = self.tr("The shop holds no money of any customer. A deposit is taken at the till.")
        if self._held.rows:
            nothing = self.tr("Nothing found for “{text}”.").format(text=typed)
        self.nothing_page.label.setText(nothing)
        for button in self._buttons():
            button.setEnabled(there_are)
            button.setToolTip("" if there_are else nothing)
        self.sums_label.setText(self._sums() if there_are else "")

    def _sums(self) -> str:
        parts = [self.tr("{amount} on deposit").format(amount=formatting.amount(self._shown.on_deposit))]
        if self._shown.credit:
            parts.append(self.tr("{amount} credit").format(amount=formatting.amount(self._shown.credit)))
        if self._shown.owed:
            parts.append(self.tr("{amount} owed").format(amount=formatting.amount(self._shown.owed)))
        return " · ".join(parts)

    # ---- slots ----

    def _on_print_button_clicked(self) -> None:
        shown, moment = self._shown, self.operations.now()
        open_preview(self.window(), self.operations, lambda shop: on_deposit_list(shown, shop, WRITING, moment))

    def _on_save_button_clicked(self) -> None:
        ask_where_to_save(self.window(), self.sheet())

    def sheet(self) -> DataSheet:
        """Return what is shown, for a spreadsheet."""
        texts = (
            *(self.tr("Customer"), self.tr("Company"), self.tr("Phone"), self.tr("Backorder"), self.tr("Item ID")),
            self.tr("Description"),
        )
        columns = (
            *(SheetColumn(label) for label in texts),
            *(SheetColumn(self.tr("Since"), Kind.DAY), SheetColumn(self.tr("Held"), Kind.MONEY)),
        )
        day = formatting.day_of(self.operations.now())
        return DataSheet(self.tr("On Deposit"), columns, [_cells(row) for row in self._shown.rows], (day,))


def _customer(row: HeldRow) -> Link:
    return Record.CUSTOMER, row.customer_id


def _backorder(row: HeldRow) -> Link | None:
    return None if row.backorder_id is None else (Record.BACKORDER, row.backorder_id)


def _outstanding(row: HeldRow) -> str:
    return "" if row.outstanding is None else formatting.quantity(row.outstanding)


def _waiting(row: HeldRow) -> str:
    return "" if row.waiting is None else formatting.quantity(row.waiting)


def _fits(row: HeldRow, typed: str) -> bool:
    """Return whether every word is in what the row says; a phone number may be typed without its dashes."""
    said = search_key(row.customer, row.company, row.phone, digits_of(row.phone), what_for(row))
    return holds_words(said, typed)


def _cells(row: HeldRow) -> tuple[Value, ...]:
    since = formatting.store_day(row.since)
    description = row.description.replace("\n", " ")
    return (row.customer, row.company, row.phone, row.backorder_number, row.item, description, since, row.held)


def on_deposit(operations: Operations, navigator: Navigator) -> OnDeposit:
    """Make the screen."""
    del navigator  # links go out by the screen's signal
    return OnDeposit(operations)
