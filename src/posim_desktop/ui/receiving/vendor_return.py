"""The card of a return to a vendor. Serves the guide's page "Return to vendor".

Everything is stored as it is entered: each line, and what the vendor said.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.cards.serials import FIELD
from posim_desktop.domain.changes import Change, Changes, Done, Record
from posim_desktop.domain.errors import Cell, Refusal, TroubleError
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.receiving import vendor_returns as return_rules
from posim_desktop.domain.receiving.vendor_returns import GoingBack, VendorReturnStatus
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject
from posim_desktop.domain.why import Why
from posim_desktop.printing.receiving.vendor_return import vendor_return_pages, vendor_return_strip
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.receiving import vendor_returns as return_queries
from posim_desktop.queries.receiving.vendor_returns import (
    VendorCreditRow,
    VendorReturnDetails,
    VendorReturnLineRow,
)
from posim_desktop.services.receiving import return_serials, vendor_returns
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import FixedRows, TableColumn
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.purchasing.words import ORDER_WRITING
from posim_desktop.ui.receiving.vendor_return_dialogs import (
    ReturnHeaderDialog,
    ReturnLineDialog,
    VendorCreditDialog,
)
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import Banner, StatusPill
from posim_desktop.ui.widgets.choice_table import ChoiceTable
from posim_desktop.ui.widgets.costs import Costs
from posim_desktop.ui.widgets.elided import ElidedLink
from posim_desktop.ui.widgets.kept_prints import kept_print, kept_receipt
from posim_desktop.ui.widgets.print_preview import ReceiptForm, open_preview
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.receipt_printing import strip_paper
from posim_desktop.ui.widgets.scrolled import Scrolled
from posim_desktop.ui.widgets.serial_numbers import NumberedLine, SerialNumbersDialog
from posim_desktop.ui.widgets.strip_sender import strip_form
from posim_desktop.ui.widgets.titled_table import TitledTable

_COST, _EXTENDED = "cost", "extended"


class VendorReturnCard(Card[VendorReturnDetails]):
    """One return to a vendor: a working one is written here, of a posted one the credits are noted."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("vendor_return_card")
        self.setAccessibleName(self.tr("Return to Vendor"))
        self._attempt = Attempt()
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        self._costs = Costs(operations, self)
        self._build()
        self._connect()

    # ---- building ----

    def _build(self) -> None:
        self.banner = Banner()
        self.banner.setObjectName("banner")
        self.vendor_link = ElidedLink()
        self.vendor_link.setObjectName("vendor_link")
        self.vendor_link.setAccessibleName(self.tr("Vendor"))
        mark(self.vendor_link, link=True, role="title")
        self.facts_label = QLabel()
        self.facts_label.setObjectName("facts_label")
        self.facts_label.setWordWrap(True)
        mark(self.facts_label, role="muted")
        self._build_tables()
        self._lay_out()

    def _build_tables(self) -> None:
        self.line_rows = FixedRows(self._line_columns(), self)
        self.lines_table = ChoiceTable(self.line_rows, self.tr("Lines"), wide=1)
        self.lines_table.setObjectName("lines_table")
        self._costs.hide_columns(self.lines_table, self.line_rows, _COST, _EXTENDED)
        self.credit_rows = FixedRows(self._credit_columns(), self)
        self.credits_table = ChoiceTable(self.credit_rows, self.tr("Credits Received"), wide=2)
        self.credits_table.setObjectName("credits_table")
        self.credits = TitledTable(self.credits_table, self.tr("none so far."), most_rows=3)
        self.sum_label = QLabel()
        self.sum_label.setObjectName("sum_label")
        self.sum_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        mark(self.sum_label, role="value")

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        inside.setSpacing(3 * SPACE)
        for widget in (self.banner, self.vendor_link, self.facts_label):
            inside.addWidget(widget)
        inside.addWidget(self.lines_table, 1)
        inside.addWidget(self.sum_label)
        inside.addWidget(self.credits)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(Scrolled(body), 1)
        rows.addWidget(self._build_buttons())
        self._costs.hide(self.sum_label)
        self._costs.hide(self.credits)
        self.setFocusProxy(self.lines_table)

    def _build_buttons(self) -> ButtonBar:
        self.discard_button = named_button("discard_button", self.tr("&Discard"), "ban")
        mark(self.discard_button, destructive=True)
        self.serials_button = named_button("serials_button", self.tr("Serial Num&bers…"))
        self.remove_button = named_button("remove_button", self.tr("Delete Li&ne"), "trash-2")
        self.change_button = named_button("change_button", self.tr("&Change Line…"), "pencil")
        self.add_button = named_button("add_line_button", self.tr("Add &Goods…"), "plus")
        self.header_button = named_button("header_button", self.tr("A&uthorization and Note…"))
        self.print_button = named_button("print_button", self.tr("Pr&int"), "printer")
        self.credit_button = named_button("credit_button", self.tr("Credit &Received…"))
        self.post_button = named_button("post_button", self.tr("&Post"))
        for button in (self.credit_button, self.post_button):
            mark(button, primary=True)
        left = (self.discard_button, self.add_button, self.change_button, self.serials_button, self.remove_button)
        right = (self.header_button, self.print_button, self.credit_button, self.post_button)
        return ButtonBar(left, right)

    def _line_columns(self) -> tuple[TableColumn[VendorReturnLineRow], ...]:
        return (
            TableColumn(self.tr("Item ID"), lambda line: line.item),
            TableColumn(self.tr("Description"), lambda line: line.description),
            TableColumn(self.tr("Vendor Item No."), lambda line: line.vendor_item_number),
            TableColumn(self.tr("Qty"), lambda line: formatting.quantity(line.quantity), numeric=True),
            TableColumn(self.tr("May Go Back"), self._may_go, numeric=True),
            TableColumn(
                self.tr("Cost"),
                self._costs.text(self._cost),
                numeric=True,
                name=_COST,
            ),
            TableColumn(
                self.tr("Extended"),
                self._costs.text(lambda line: formatting.money(line.extension)),
                numeric=True,
                name=_EXTENDED,
            ),
            TableColumn(self.tr("Serial No."), lambda line: ", ".join(line.serials)),
            TableColumn(self.tr("Reason"), lambda line: line.reason),
            TableColumn(self.tr("From"), _came_from),
        )

    def _cost(self, line: VendorReturnLineRow) -> str:
        lines = () if self.details is None else self.details.lines
        return formatting.cost_in_column(line.cost, [each.cost for each in lines])

    def _may_go(self, line: VendorReturnLineRow) -> str:
        if self.details is not None and self.details.status is not VendorReturnStatus.WORKING:
            return ""
        most = line.available if line.left is None else min(line.available, line.left)
        return formatting.quantity(max(most, NO_UNITS))

    def _credit_columns(self) -> tuple[TableColumn[VendorCreditRow], ...]:
        return (
            TableColumn(self.tr("Date"), lambda credit: formatting.date_time(credit.at)),
            TableColumn(self.tr("Amount"), lambda credit: formatting.money(credit.amount), numeric=True),
            TableColumn(self.tr("Reference"), lambda credit: credit.reference),
            TableColumn(self.tr("Employee"), lambda credit: credit.by),
        )

    def _connect(self) -> None:
        self.vendor_link.clicked.connect(self._on_vendor_link_clicked)
        self.lines_table.chosen.connect(self._on_line_chosen)
        self.lines_table.selectionModel().currentRowChanged.connect(self._update_buttons)
        self.add_button.clicked.connect(lambda: self._ask_for_line(None))
        self.change_button.clicked.connect(lambda: self._ask_for_line(self._line()))
        self.serials_button.clicked.connect(self._on_serials_button_clicked)
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.discard_button.clicked.connect(self.ask_to_discard)
        self.header_button.clicked.connect(lambda: self._open(ReturnHeaderDialog))
        self.credit_button.clicked.connect(lambda: self._open(VendorCreditDialog))
        self.print_button.clicked.connect(self.open_preview)
        self.post_button.clicked.connect(self.post)
        self.operations.bus.changed.connect(self._on_bus_changed)
        own = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys = (
            (Qt.Key.Key_F2, self.add_button),
            (Qt.Key.Key_Delete, self.remove_button),
            (Qt.Key.Key_F12, self.post_button),
        )
        for key, button in keys:
            QShortcut(QKeySequence(key), self, context=own, autoRepeat=False).activated.connect(button.click)

    # ---- as a card ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> VendorReturnDetails | None:
        found = return_queries.details(connection, record_id)
        return None if found is None or found.status is VendorReturnStatus.DISCARDED else found

    @override
    def fill(self, details: VendorReturnDetails | None) -> None:
        if details is None:
            return
        self.banner.clear_message()
        posted = details.status is VendorReturnStatus.POSTED
        self.status_pill.show_status("closed" if posted else "working", status_word(details.status))
        self.vendor_link.show_words(details.vendor)
        self.facts_label.setText(" · ".join(self._facts(details)))
        row = max(0, self.lines_table.currentIndex().row())
        self.line_rows.show_rows(details.lines)
        if details.lines:
            self.lines_table.selectRow(min(row, len(details.lines) - 1))
        self.credit_rows.show_rows(details.credits)
        said = self.tr("Credit expected: {expected}").format(expected=formatting.amount(details.expected))
        if posted:
            said += " · " + self.tr("received: {received}").format(received=formatting.amount(details.received))
        self.sum_label.setText(said)
        self.credits.setVisible(posted and self.operations.lacking(Permission.SEE_COSTS) is None)
        for button in (self.discard_button, self.remove_button, self.change_button, self.add_button):
            button.setVisible(not posted)
        self.serials_button.setVisible(not posted and any(line.serials_wanted for line in details.lines))
        self.header_button.setVisible(not posted)
        self.post_button.setVisible(not posted)
        self.credit_button.setVisible(posted)
        self._update_buttons()

    def _facts(self, details: VendorReturnDetails) -> list[str]:
        facts = [
            self.tr("Authorization {number}").format(number=details.rma_number) if details.rma_number else "",
            self.tr("Account {number}").format(number=details.account_number) if details.account_number else "",
            self.tr("begun {time} by {name}").format(time=formatting.date_time(details.created_at), name=details.by),
            details.note.replace("\n", " "),
        ]
        if details.receiving_log_number is not None:
            facts.insert(0, self.tr("Of receiving log {number}").format(number=details.receiving_log_number))
        return [fact for fact in facts if fact]

    @override
    def heading(self) -> str:
        if self.details is None or self.details.number is None:
            return self.tr("Return to Vendor")
        return self.tr("Return to Vendor {number}").format(number=self.details.number)

    # ---- what is possible ----

    def _line(self) -> VendorReturnLineRow | None:
        row = self.lines_table.currentIndex().row()
        lines = self.details.lines if self.details else ()
        return lines[row] if 0 <= row < len(lines) else None

    def post_refusal(self) -> Refusal | None:
        """Return why the return cannot be posted yet, or None: what enables the Post button."""
        if self.details is None:
            return Refusal(Why.NOTHING_GOES_BACK)
        going = [
            GoingBack(line.id, line.item_id, line.item, line.quantity, line.reason, line.receiving_line_id)
            for line in self.details.lines
        ]
        return return_rules.post_refusal(self.details.status, going)

    def _update_buttons(self, *_: object) -> None:
        lacking = self.operations.lacking(Permission.RETURN_TO_VENDOR)
        refusal = lacking or self.post_refusal()
        self.post_button.setEnabled(refusal is None)
        self.post_button.setToolTip("F12" if refusal is None else words_of(refusal))
        none = "" if self._line() is not None else self.tr("Choose a line first.")
        for button in (self.change_button, self.remove_button):
            button.setEnabled(lacking is None and not none)
            button.setToolTip(words_of(lacking) or none)
        line = self._line()
        self.serials_button.setEnabled(lacking is None and line is not None and line.serials_wanted)
        for button in (self.add_button, self.header_button, self.discard_button):
            button.setEnabled(lacking is None)
            button.setToolTip(words_of(lacking) or ("F2" if button is self.add_button else ""))
        no_credit = lacking or self.operations.lacking(Permission.SEE_COSTS)
        self.credit_button.setEnabled(no_credit is None)
        self.credit_button.setToolTip(words_of(no_credit))

    # ---- actions ----

    def _ask_for_line(self, line: VendorReturnLineRow | None) -> None:
        if self.details is not None:
            dialog = ReturnLineDialog(self, self.operations, self.details, line)
            dialog.written.connect(self._reload)
            dialog.open()

    def _open(self, kind: type[ReturnHeaderDialog] | type[VendorCreditDialog]) -> None:
        if self.details is not None:
            dialog = kind(self, self.operations, self.details)
            dialog.written.connect(self._reload)
            dialog.open()

    def ask_to_discard(self) -> None:
        """Ask, then discard the return."""
        discard, question = self.tr("Discard"), self.tr("Discard this return? Nothing goes back; the goods stay here.")
        asking = Question(self, discard, question, act=discard, give_up=self.tr("Cancel"), destructive=True)
        asking.accepted.connect(lambda: self._do(partial(vendor_returns.discard, vendor_return_id=self._id)))
        asking.open()

    def post(self) -> None:
        """Post the return, after the numbers of its units; what is refused is said above the lines or at its number."""
        lines = self.details.lines if self.details else ()
        unnumbered = next((line for line in lines if line.quantity > 0 and line.lacks_serials), None)
        if unnumbered is not None and self.post_refusal() is None:
            line_id = unnumbered.id
            self.open_serials(unnumbered).accepted.connect(lambda: self._go_on(line_id))
            return
        if self._do(partial(vendor_returns.post, vendor_return_id=self._id), self._show_refusal):
            self._reload()
            words = self.tr("{name} is posted. Put its paper with the goods.").format(name=self.heading())
            self.banner.show_message("good", words)

    def _go_on(self, line_id: int) -> None:
        lines = self.details.lines if self.details else ()
        if not any(line.id == line_id and line.lacks_serials for line in lines):
            self.post()

    def open_serials(self, line: VendorReturnLineRow) -> SerialNumbersDialog:
        """Ask for the numbers of the units that go back on a line; those that are here can be chosen."""
        try:
            in_stock = self.operations.read(serial_queries.in_stock, line.item_id)
        except TroubleError:  # they can be typed all the same
            in_stock = ()
        numbered = NumberedLine(line.item, line.description, line.quantity, line.serials, in_stock)
        dialog = SerialNumbersDialog(self, numbered, lambda entered, _: self._enter_serials(line.id, entered))
        dialog.finished.connect(self.activateWindow)
        dialog.open()
        return dialog

    def _enter_serials(self, line_id: int, entered: tuple[str, ...]) -> Refusal | None:
        refusals: list[Refusal] = []

        def refused(refusal: Refusal) -> bool:
            refusals.append(refusal)
            return True

        if self._do(partial(return_serials.enter, line_id=line_id, serials=entered), refused):
            self._reload()
            return None
        return refusals[0] if refusals else Refusal(Why.NOT_STORED)

    def _show_refusal(self, refusal: Refusal) -> bool:
        lines = self.details.lines if self.details else ()
        at = [n for n, line in enumerate(lines) if isinstance(refusal.where, Cell) and refusal.where.line == line.id]
        if at:
            self.lines_table.selectRow(at[0])
        if at and isinstance(refusal.where, Cell) and refusal.where.column == FIELD:
            self.open_serials(lines[at[0]]).refuse(refusal.at(None))
            return True
        self.banner.show_message("attention", words_of(refusal))
        return True

    def open_preview(self) -> None:
        """Show the return as it prints."""
        details = self.details
        if details is None:
            return
        costs = self.operations.lacking(Permission.SEE_COSTS) is None
        of = [PrintSubject(vendor_return_id=details.id)]
        is_posted = details.number is not None

        def receipt(shop: ShopPreferences) -> ReceiptForm:
            strips = [vendor_return_strip(details, shop, ORDER_WRITING, strip_paper(), costs=costs)]
            if not is_posted:
                return strip_form(self, strips)
            return kept_receipt(self, self.operations, strips, of, Printing.VENDOR_RETURN)

        pages = partial(vendor_return_pages, details, writing=ORDER_WRITING, costs=costs)
        paper = kept_print(self, self.operations, pages, of, Printing.VENDOR_RETURN_PAPER) if is_posted else None
        open_preview(self, self.operations, pages, receipt, paper)

    @property
    def _id(self) -> int:
        return self.record_id or 0  # 0 is no return's id; nothing is written while none is shown

    def _do(self, verb: partial[Done], on_refusal: Callable[[Refusal], bool] | None = None) -> bool:
        return self.run(verb, self._attempt, on_refusal) is not None

    def _reload(self, *_: object) -> None:
        if self.record_id is not None:
            self.show_record(self.record_id)

    # ---- slots ----

    def _on_serials_button_clicked(self) -> None:
        line = self._line()
        if line is not None:
            self.open_serials(line)

    def _on_remove_button_clicked(self) -> None:
        line = self._line()
        if line is not None and self._do(partial(vendor_returns.remove_line, line_id=line.id)):
            self._reload()

    def _on_line_chosen(self, row: int) -> None:
        if self.details is None:
            return
        if self.details.status is VendorReturnStatus.WORKING:
            self._ask_for_line(self.details.lines[row])
        else:
            self.link.emit(Record.ITEM, self.details.lines[row].item_id)

    def _on_vendor_link_clicked(self) -> None:
        if self.details is not None:
            self.link.emit(Record.VENDOR, self.details.vendor_id)

    def _on_bus_changed(self, changes: Changes) -> None:
        if self.details is None or self.is_saving:
            return
        shown = {Change(Record.ITEM, line.item_id) for line in self.details.lines}
        if shown & changes and self.details.status is VendorReturnStatus.WORKING:
            self._reload()


def _came_from(line: VendorReturnLineRow) -> str:
    from_where = _tr("Shelf")
    if line.receiving_log_number is not None:
        from_where = _tr("Log {number}").format(number=line.receiving_log_number)
    if line.backorder_number is not None:
        from_where += " · " + _tr("refused, backorder {number}").format(number=line.backorder_number)
    return from_where


def status_word(status: VendorReturnStatus) -> str:
    """Say whether a return went out already."""
    return _tr("Posted") if status is VendorReturnStatus.POSTED else _tr("Working")


def _tr(words: str) -> str:
    return QCoreApplication.translate("VendorReturns", words)
