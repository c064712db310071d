"""Misc › Drawer: the drawer of this computer, what its day came to so far, and the days before.

Serves the guide's page "The drawer and the day".
"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.days import DayStatus, RowKind
from posim_desktop.domain.sales.denominations import denominations
from posim_desktop.printing.sales.day_report import DayReportRow, drawer_name, report_rows
from posim_desktop.queries.sales import days as queries
from posim_desktop.queries.sales.days import DayDetails, DayRow, DrawerHere
from posim_desktop.services.sales import days
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, Index, TableColumn
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.drawer.dialogs import (
    CashMoveDialog,
    CloseDrawerDialog,
    CountDialog,
    OpenDrawerDialog,
    UseDrawerDialog,
)
from posim_desktop.ui.sales.drawer.prints import preview_day
from posim_desktop.ui.sales.print_jobs import NoSaleDialog
from posim_desktop.ui.style import SPACE, app_font, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.document_table import DocumentTable
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.receipt_printing import receipt_printer
from posim_desktop.ui.widgets.screen import Screen

_TOUCHING = frozenset({Record.DRAWER, Record.DRAWER_DAY, Record.INVOICE, Record.CUSTOMER})
_WHAT = 1


class _ReportRows(FixedRows[DayReportRow]):
    """The figures of a day: headings, and what rows come to, stand out."""

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.FontRole:
            return super().data(index, role)
        row = self.row_at(index.row())
        if not (row.is_heading or row.is_sum):
            return None
        font = app_font()
        font.setBold(True)
        return font


class DrawerScreen(Screen):
    """At the left the days of all drawers, those that are open first; at the right what the chosen one came to."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.here: DrawerHere | None = None
        self.day: DayDetails | None = None
        self._is_stale = False
        self.setObjectName("drawer")
        self._build()
        self._connect()
        self.look_up()

    # ---- building ----

    def _build(self) -> None:
        self.days: FixedRows[DayRow] = FixedRows(
            (
                TableColumn(self.tr("Day"), _title),
                TableColumn(self.tr("Drawer"), lambda row: drawer_name(row.drawer, is_office=row.is_office)),
                TableColumn(self.tr("Closed"), self._closed),
                TableColumn(self.tr("Over or Short"), _over, numeric=True),
            ),
            self,
        )
        self.days_table = DocumentTable(self.tr("Days"), self.days, _WHAT, self.tr("Nothing was paid here yet."))
        self.days_table.setObjectName("days_table")
        self.report = _ReportRows(
            (
                TableColumn(self.tr("Figure"), lambda row: row.words if row.is_heading else f"  {row.words}"),
                TableColumn(self.tr("Count"), _counted, numeric=True),
                TableColumn(self.tr("Amount"), _amount, numeric=True),
            ),
            self,
        )
        self.report_table = DocumentTable(self.tr("Figures of the Day"), self.report, 0, "")
        self.report_table.setObjectName("report_table")
        self._name_buttons()
        tables = QHBoxLayout()
        tables.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        tables.setSpacing(4 * SPACE)
        tables.addWidget(self.days_table, 1)
        tables.addWidget(self.report_table, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._build_band())
        rows.addLayout(tables, 1)
        left = (self.use_button, self.no_sale_button)
        rows.addWidget(ButtonBar(left, self._right_buttons()))

    def _name_buttons(self) -> None:
        self.use_button = named_button("use_button", self.tr("Drawer of This &Computer…"), "wallet")
        self.no_sale_button = named_button("no_sale_button", self.tr("&No Sale…"))
        self.paid_in_button = named_button("paid_in_button", self.tr("P&aid In…"))
        self.paid_out_button = named_button("paid_out_button", self.tr("Paid &Out…"))
        self.drop_button = named_button("drop_button", self.tr("&Drop…"))
        self.open_button = named_button("open_button", self.tr("Op&en…"))
        self.count_again_button = named_button("count_again_button", self.tr("Count A&gain"))
        self.count_button = named_button("count_button", self.tr("Co&unt…"))
        self.close_button = named_button("close_button", self.tr("Close the Da&y…"))
        for button in (self.count_button, self.close_button):
            mark(button, primary=True)
        self.print_button = named_button("print_button", self.tr("&Print…"), "printer")

    def _right_buttons(self) -> tuple[QPushButton, ...]:
        return (
            *(self.paid_in_button, self.paid_out_button, self.drop_button, self.open_button),
            *(self.print_button, self.count_again_button, self.count_button, self.close_button),
        )

    def _build_band(self) -> QFrame:
        band = QFrame()
        mark(band, titleband=True)
        title = QLabel(self.tr("Drawer"))
        mark(title, role="title")
        self.state_label = QLabel()
        self.state_label.setObjectName("state_label")
        self.state_label.setWordWrap(True)
        mark(self.state_label, role="muted")
        columns = QHBoxLayout(band)
        columns.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 2 * SPACE)
        columns.setSpacing(4 * SPACE)
        columns.addWidget(title)
        columns.addWidget(self.state_label, 1)
        return band

    def _connect(self) -> None:
        self.days_table.selectionModel().currentRowChanged.connect(self._show_day)
        self.operations.bus.changed.connect(self._on_bus_changed)
        self.operations.logged_in_changed.connect(self._show_day)
        self.operations.rights_changed.connect(self._show_day)
        self.use_button.clicked.connect(self._on_use_button_clicked)
        self.no_sale_button.clicked.connect(self._on_no_sale_button_clicked)
        for button, kind in (
            (self.paid_in_button, RowKind.PAID_IN),
            (self.paid_out_button, RowKind.PAID_OUT),
            (self.drop_button, RowKind.DROP),
        ):
            button.clicked.connect(lambda _checked=False, kind=kind: self.move_cash(kind))
        self.open_button.clicked.connect(self._on_open_button_clicked)
        self.count_button.clicked.connect(self._on_count_button_clicked)
        self.count_again_button.clicked.connect(self._on_count_again_button_clicked)
        self.close_button.clicked.connect(self._on_close_button_clicked)
        self.print_button.clicked.connect(self._on_print_button_clicked)

    # ---- what is shown ----

    def look_up(self) -> None:
        """Read the drawer and the days as they are now; the chosen day stays chosen."""
        self._is_stale = False
        chosen = self.day.row.id if self.day is not None else None
        try:
            self.here = self.operations.read(queries.here, self.operations.workstation)
            rows = (*self.operations.read(queries.still_open), *self.operations.read(queries.closed))
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        own = None if self.here.day is None else self.here.day.row.id
        rows = tuple(sorted(rows, key=lambda row: row.id != own))  # this computer's own day comes first
        self.days.show_rows(rows)
        ids = [row.id for row in rows]
        place = ids.index(chosen) if chosen in ids else 0
        if rows:
            self.days_table.selectRow(place)
        self._show_day()

    def _show_day(self) -> None:
        """Show the chosen day, and what can be done with it."""
        row = self.days_table.currentIndex().row()
        self.day = None
        if 0 <= row < self.days.rowCount():
            try:
                self.day = self.operations.read(queries.details, self.days.row_at(row).id)
            except TroubleError as trouble:
                say(self, words_of_trouble(trouble))
        self._show_report()
        self._show_buttons()
        self.state_label.setText(self._state())

    def _show_report(self) -> None:
        day = self.day
        if day is None:
            self.report.show_rows(())
            return
        hidden = self.operations.lacking(Permission.SEE_EXPECTED) if day.row.status is DayStatus.OPEN else None
        if hidden is not None:
            words = self.tr("What should be in the drawer is shown once it is counted.")
            self.report.show_rows((DayReportRow(words, is_heading=True),))
            self.report_table.setToolTip(words_of(hidden))
            return
        self.report_table.setToolTip("")
        self.report.show_rows(report_rows(day, WRITING))

    def _show_buttons(self) -> None:
        """Offer what fits the state: of this computer's drawer, and of the day that is chosen."""
        status = None if self.day is None else self.day.row.status
        own = None if self.here is None else self.here.day
        own_open = own is None or own.row.status is DayStatus.OPEN
        self.open_button.setVisible(own is None)
        for button in (self.paid_in_button, self.paid_out_button, self.drop_button):
            button.setVisible(own_open and not self._is_office())
        self.count_button.setVisible(status is DayStatus.OPEN)
        self.count_again_button.setVisible(status is DayStatus.COUNTED)
        self.close_button.setVisible(status is DayStatus.COUNTED)
        is_shown = self.day is not None and not (
            status is DayStatus.OPEN and self.operations.lacking(Permission.SEE_EXPECTED) is not None
        )
        self.print_button.setEnabled(is_shown)

    def _is_office(self) -> bool:
        return self.here is not None and self.here.drawer is not None and self.here.drawer.is_office

    def _state(self) -> str:
        here = self.here
        if here is None or here.drawer is None:
            return self.tr("This computer has no drawer yet; the first payment opens one.")
        name = drawer_name(here.drawer.name, is_office=here.drawer.is_office)
        if here.day is None:
            left = formatting.amount(here.left)
            if here.asks_float:
                words = self.tr("{drawer} is closed, with {amount} in it. Count the float to open it.")
            else:
                words = self.tr("{drawer} is closed, with {amount} in it. The next payment opens it.")
            return words.format(drawer=name, amount=left)
        since = formatting.date_time(here.day.row.opened_at)
        if here.day.row.status is DayStatus.COUNTED:
            words = self.tr(
                "{drawer} is counted, and nothing is paid there until it is closed. Opened {moment} by {name}."
            )
        else:
            words = self.tr("{drawer} is open since {moment}, by {name}.")
        return words.format(drawer=name, moment=since, name=here.day.opened_by)

    def _closed(self, row: DayRow) -> str:
        if row.closed_at is not None:
            return formatting.date_time(row.closed_at)
        return self.tr("counted") if row.status is DayStatus.COUNTED else self.tr("open")

    # ---- slots ----

    def _on_use_button_clicked(self) -> None:
        if self.here is not None:
            UseDrawerDialog(self.window(), self.operations, self.here).open()

    def _on_no_sale_button_clicked(self) -> None:
        if receipt_printer():
            NoSaleDialog(self.window(), self.operations, receipt_printer()).open()
        else:
            say(self, self.tr("The drawer opens through the receipt printer, and this computer has none."))

    def move_cash(self, kind: RowKind) -> None:
        """Ask for cash that comes or goes without a sale."""
        CashMoveDialog(self.window(), self.operations, kind, receipt_printer()).open()

    def _on_open_button_clicked(self) -> None:
        if self.here is not None:
            OpenDrawerDialog(self.window(), self.operations, self.here).open()

    def _on_count_button_clicked(self) -> None:
        if self.day is not None:
            currency = formatting.currency()
            values = () if self.day.row.is_office else denominations(currency)
            CountDialog(self.window(), self.operations, self.day, values).open()

    def _on_count_again_button_clicked(self) -> None:
        if self.day is not None:
            self.operations.run(self, partial(days.count_again, day_id=self.day.row.id))

    def _on_close_button_clicked(self) -> None:
        if self.day is not None:
            CloseDrawerDialog(self.window(), self.operations, self.day, receipt_printer()).open()

    def _on_print_button_clicked(self) -> None:
        if self.day is not None:
            preview_day(self.window(), self.operations, self.day)

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record in _TOUCHING for change in changes):
            self._is_stale = True
            if self.isVisible():
                self.look_up()

    @override
    def open_record(self, record_id: int) -> bool:
        for row in range(self.days.rowCount()):
            if self.days.row_at(row).id == record_id:
                self.days_table.selectRow(row)
                return True
        return False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.days_table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.look_up()


def _title(row: DayRow) -> str:
    return f"{formatting.day_of(row.opened_at)}" if row.number is None else f"Z {row.number}"


def _over(row: DayRow) -> str:
    return "" if row.over is None or row.number is None else formatting.money(row.over)


def _counted(row: DayReportRow) -> str:
    return "" if row.count is None else formatting.count(row.count)


def _amount(row: DayReportRow) -> str:
    return "" if row.amount is None else formatting.money(row.amount)


def drawer_screen(operations: Operations, navigator: Navigator) -> DrawerScreen:
    """Make the screen."""
    del navigator  # nothing here leads elsewhere
    return DrawerScreen(operations)
