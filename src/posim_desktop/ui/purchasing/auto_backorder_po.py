"""Misc › Auto Backorder PO: an order to each vendor for what customers wait for.

Serves the guide's page "Auto Backorder PO".
"""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QProgressBar, QTableView, QWidget
from typing_extensions import override

from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.errors import RefusedError, TroubleError
from posim_desktop.domain.purchasing.orders import end_of_day
from posim_desktop.queries.purchasing import auto_backorder_po as auto_backorder_po_queries
from posim_desktop.queries.purchasing.auto_backorder_po import Offer, Overview
from posim_desktop.services.purchasing import auto_backorder_po
from posim_desktop.ui import formatting
from posim_desktop.ui.long_job import LongJob
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.stranded_items import VENDOR, StrandedItems
from posim_desktop.ui.purchasing.vendor_choices import VendorChoices
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import ROW_HEIGHT, SPACE, mark
from posim_desktop.ui.widgets.chips import Banner
from posim_desktop.ui.widgets.form_dialog import OK_KEY
from posim_desktop.ui.widgets.left_out import with_left_out
from posim_desktop.ui.widgets.screen_size import resize_on_screen
from posim_desktop.ui.widgets.table_dialog import TableDialog, fit_height, rows_table, small_button

_WIDTH = 250 * SPACE
_HEIGHT = 170 * SPACE
_VENDORS_AT_A_TIME = 5
_LEAST_ROWS = 4
_OFFER_DESCRIPTION = 3
_NEWS_OF = frozenset({Record.BACKORDER, Record.ITEM, Record.PURCHASE_ORDER, Record.VENDOR})


class AutoBackorderPoDialog(TableDialog):
    """Asks for a date and vendors, and writes a working purchase order to each vendor.

    Signals:
        made(tuple): Working purchase orders were written; their ids in the order of the vendors.
        fill_requested: The person wants to see the backorders that can be filled from the shelf now.
    """

    made = Signal(tuple)
    fill_requested = Signal()

    def __init__(self, parent: QWidget, operations: Operations) -> None:
        """Show what waits to be ordered by today.

        Raises:
            TroubleError: The database cannot be reached.
        """
        super().__init__(parent, operations, "auto_backorder_po", width=_WIDTH, reload_when=_NEWS_OF)
        self.setWindowTitle(self.tr("Auto Backorder PO"))
        self._shown: tuple[datetime, Overview, tuple[Offer, ...]] | None = None
        self._job: LongJob | None = None
        self._attempts: dict[tuple[datetime, tuple[int, ...]], Attempt] = {}
        self._doing: list[tuple[datetime, tuple[int, ...]]] = []
        self._made: dict[int, None] = {}
        self._failed = self._stopped = False
        self._card_attempt = Attempt(one_action=True)
        self._build_date()
        self._build_vendors()
        self.stranded = StrandedItems(operations)
        self.inputs[VENDOR] = self.stranded.vendor_box
        self.body.addWidget(self.stranded)
        self._build_offers()
        self._build_progress()
        self._connect()
        self.reload()
        resize_on_screen(self, _WIDTH, _HEIGHT)

    # ---- building ----

    def _build_date(self) -> None:
        self.state_label = self.say_first("")
        self.state_label.setObjectName("state_label")
        self.body.addWidget(self.news_banner)
        self.shelf_banner = Banner()
        self.shelf_banner.setObjectName("shelf_banner")
        self.body.addWidget(self.shelf_banner)
        self.date_edit = QDateEdit()
        self.date_edit.setObjectName("date_edit")
        self.date_edit.setCalendarPopup(True)
        self.date_edit.setDisplayFormat(formatting.date_pattern())
        self.date_edit.setLocale(formatting.store_format().locale)
        today = formatting.store_day(self.operations.now())
        self.date_edit.setDate(QDate(today.year, today.month, today.day))
        label = QLabel(self.tr("Backorders Dated on or &Before"))
        label.setBuddy(self.date_edit)
        mark(label, role="label")
        self.date_edit.setAccessibleName(label.text().replace("&", ""))
        columns = QHBoxLayout()
        columns.setSpacing(3 * SPACE)
        columns.addWidget(label)
        columns.addWidget(self.date_edit)
        columns.addStretch(1)
        self.all_button = small_button(self.tr("&All Vendors"))
        self.none_button = small_button(self.tr("&No Vendors"))
        columns.addWidget(self.all_button)
        columns.addWidget(self.none_button)
        self.body.addLayout(columns)

    def _build_vendors(self) -> None:
        self.vendor_rows = VendorChoices(self)
        self.vendor_table = rows_table(self.vendor_rows, self.tr("Vendors"), 0, _TickTable(self.vendor_rows))
        self.vendor_table.setObjectName("vendor_table")
        self.vendor_table.setMinimumHeight(_LEAST_ROWS * ROW_HEIGHT)
        self.body.addWidget(self.vendor_table, 1)

    def _build_offers(self) -> None:
        self.offers_heading = self.add_section(self.tr("Not allocated on open orders, so not bought again"))
        columns: tuple[TableColumn[Offer], ...] = (
            TableColumn(self.tr("Purchase Order"), self._order_of),
            TableColumn(self.tr("Vendor"), lambda row: row.vendor),
            TableColumn(self.tr("Item ID"), lambda row: row.item),
            TableColumn(self.tr("Description"), lambda row: row.description),
            TableColumn(self.tr("Unallocated"), lambda row: formatting.quantity(row.free), numeric=True),
            TableColumn(self.tr("Qty Wanted"), lambda row: formatting.quantity(row.unallocated), numeric=True),
        )
        self.offer_rows: FixedRows[Offer] = FixedRows(columns, self)
        self.offers_table = rows_table(self.offer_rows, self.offers_heading.text(), _OFFER_DESCRIPTION)
        self.offers_table.setObjectName("offers_table")
        self.body.addWidget(self.offers_table)

    def _build_progress(self) -> None:
        self.progress_bar = QProgressBar()
        self.progress_bar.setObjectName("progress_bar")
        self.progress_bar.setAccessibleName(self.tr("Progress"))
        self.progress_bar.setFormat(self.tr("Vendors: %v of %m"))
        self.progress_bar.hide()
        self.body.addWidget(self.progress_bar)

    def _connect(self) -> None:
        self.accept_button.clicked.connect(self._on_accept_button_clicked)
        self.date_edit.dateChanged.connect(self._on_date_edit_changed)
        self.all_button.clicked.connect(lambda: self.vendor_rows.tick_all(ticked=True))
        self.none_button.clicked.connect(lambda: self.vendor_rows.tick_all(ticked=False))
        self.shelf_banner.action_requested.connect(self._on_shelf_banner_action_requested)
        self.vendor_rows.ticked.connect(self._update_buttons)
        self.stranded.fix_button.clicked.connect(self._on_fix_button_clicked)

    def _order_of(self, row: Offer) -> str:
        return self.tr("Working") if row.number is None else str(row.number)

    # ---- what is shown ----

    @property
    def _before(self) -> datetime:
        shown = self.date_edit.date()
        day = date(shown.year(), shown.month(), shown.day())
        return end_of_day(day, formatting.store_format().zone)

    @override
    def reload(self) -> bool:
        before = self._before
        fresh = (
            before,
            self.operations.read(auto_backorder_po_queries.overview, before),
            self.operations.read(auto_backorder_po_queries.offers, before),
        )
        if fresh == self._shown:
            return False
        told = self._shown is not None and self._shown[0] == before
        self._shown = fresh
        _before, overview, offers = fresh
        at = self.vendor_table.currentIndex().row()
        self.vendor_rows.show_rows(overview.vendors)
        self.vendor_table.selectRow(min(max(0, at), len(overview.vendors) - 1))
        self.stranded.show_items(overview.stranded)
        self.offer_rows.show_rows(offers)
        fit_height(self.offers_table)
        for widget in (self.offers_heading, self.offers_table):
            widget.setVisible(bool(offers))
        self._show_state(overview)
        self._update_buttons()
        return told

    def _show_state(self, overview: Overview) -> None:
        if overview.vendors:
            words = self.tr(
                "Customers are waiting for these goods, and no order will bring them. OK writes a Working Purchase "
                "Order to each checked vendor, in whole packs, and allocates it to the oldest backorders."
            )
        elif overview.stranded:
            words = self.tr("Customers are waiting for these items, but none of them has a vendor to order from.")
        elif overview.need_information:
            words = self.tr("There is nothing to order yet.")
        else:
            words = self.tr(
                "There is nothing to order: everything customers have been waiting for up to this date is on an order."
            )
        self.state_label.setText(with_left_out(words, overview.need_information))
        if overview.on_shelf:
            there = self.tr("{units} of what they wait for can be filled now: it is in stock, so it is not ordered.")
            told = there.format(units=formatting.quantity(overview.on_shelf))
            self.shelf_banner.show_message("info", told, self.tr("Can Be Filled Now"))
        else:
            self.shelf_banner.clear_message()
        for widget in (self.vendor_table, self.all_button, self.none_button):
            widget.setVisible(bool(overview.vendors))
        self.first_focus = self.vendor_table if overview.vendors else self.date_edit

    def _update_buttons(self) -> None:
        chosen = self.vendor_rows.chosen()
        self.accept_button.setEnabled(bool(chosen) and self._job is None)
        why_not = self.tr("Choose at least one vendor with something to order.")
        self.accept_button.setToolTip(OK_KEY if chosen else why_not)

    # ---- items without a vendor ----

    def _on_fix_button_clicked(self) -> None:
        self.clear_refusals()
        try:
            verb = self.stranded.fix()
        except RefusedError as refused:
            self.show_refusal(refused.refusal)
            return
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if verb is None:
            return
        self._writing = True
        done = self.operations.run(self, verb, self._card_attempt, self.show_refusal)
        self._writing = False
        if not isinstance(done, Done):
            self.reload_on_change()
            return
        self.stranded.vendor_box.set_value(None)
        self.reload()
        if self.stranded.isHidden():
            self.accept_button.setFocus()  # else the keyboard lands on Cancel

    # ---- ordering ----

    def _on_shelf_banner_action_requested(self) -> None:
        if self._job is None:
            self.reject()
            self.fill_requested.emit()

    def _on_date_edit_changed(self) -> None:
        self.reload_on_change()

    def _on_accept_button_clicked(self) -> None:
        self.clear_refusals()
        before, chosen = self._before, self.vendor_rows.chosen()
        parts = [chosen[start : start + _VENDORS_AT_A_TIME] for start in range(0, len(chosen), _VENDORS_AT_A_TIME)]
        self._doing = [(before, part) for part in parts]
        steps = [
            (
                partial(auto_backorder_po.create, before=before, vendor_ids=part),
                self._attempts.setdefault((before, part), Attempt()),
            )
            for before, part in self._doing
        ]
        self._failed = self._stopped = False
        self.progress_bar.setRange(0, len(chosen))
        self.progress_bar.setValue(0)
        self._job = LongJob(self.operations, steps, self)
        self._job.step_done.connect(self._on_job_step_done)
        self._job.failed.connect(self._on_job_failed)
        self._job.finished.connect(self._on_job_finished)
        self._show_working(working=True)
        self._job.start()

    def _show_working(self, *, working: bool) -> None:
        self._writing = working
        self.progress_bar.setVisible(working)
        inputs = (self.date_edit, self.vendor_table, self.all_button, self.none_button, self.stranded)
        for widget in inputs:
            widget.setEnabled(not working)
        self.cancel_button.setEnabled(True)
        self.cancel_button.setToolTip(
            self.tr("Stops after the vendors in progress; orders already written are kept") if working else ""
        )
        self._update_buttons()
        if working:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_job_step_done(self, done: Done) -> None:
        part = self._doing.pop(0)
        self._attempts.pop(part, None)
        self.progress_bar.setValue(self.progress_bar.value() + len(part[1]))
        orders = sorted(change.id for change in done.changes if change.record is Record.PURCHASE_ORDER)
        self._made |= dict.fromkeys(orders)
        self.operations.bus.publish(done.changes)

    def _on_job_failed(self, error: Exception) -> None:
        self._failed = True
        match error:
            case RefusedError():
                self._attempts.clear()
                self._say_failed(words_of(error.refusal))
            case TroubleError():
                self._say_failed(words_of_trouble(error))
            case _:
                raise error

    def _say_failed(self, why: str) -> None:
        written = self.tr("Orders already written: {count}.").format(count=formatting.count(len(self._made)))
        self.say_trouble(f"{why} {written}" if self._made else why)

    def _on_job_finished(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self._show_working(working=False)
        if self._failed:
            self._look_without_news()
        elif self._made:
            self.accept()
            self._tell_made()
        elif self._stopped:
            super().reject()
        else:
            self._look_without_news()
            self.say_trouble(self.tr("There was nothing left to order."))

    def _look_without_news(self) -> None:
        try:
            self.reload()
        except TroubleError as trouble:
            self.say_trouble(words_of_trouble(trouble))

    def _tell_made(self) -> None:
        if self._made:
            self.made.emit(tuple(self._made))

    @override
    def reject(self) -> None:
        """Give up; while orders are being written, stop after the vendors at work."""
        if self._job is not None:
            self._stopped = True
            self._job.stop()
            self.cancel_button.setEnabled(False)
            return
        super().reject()
        self._tell_made()


class _TickTable(QTableView):
    """Vendors; Space ticks the one that one is at."""

    def __init__(self, vendor_rows: VendorChoices) -> None:
        super().__init__()
        self._vendor_rows = vendor_rows

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._vendor_rows.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
