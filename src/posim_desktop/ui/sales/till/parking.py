"""Parked invoices, discarding, and the words on an invoice. Serves the guide's page "Parked invoices"."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import invoices as invoice_queries
from posim_desktop.queries.sales.working_rows import InHand
from posim_desktop.services.sales import parking as parked
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.till.frame import TillFrame
from posim_desktop.ui.sales.till.sale import Sale
from posim_desktop.ui.sales.words import WordsDialog
from posim_desktop.ui.widgets.question import Question


class Parking(QObject):
    """Recalls parked invoices, discards the current one, and asks for comments and notes.

    Signals:
        recalled(int): Go on with this invoice.
        discarded: The invoice in hand was discarded.
        give_back_requested: Show what was handed over, to be given back.
    """

    recalled = Signal(int)
    discarded = Signal()
    give_back_requested = Signal()

    def __init__(self, operations: Operations, sale: Sale, frame: TillFrame, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._sale = sale
        self._frame = frame
        self._window = window
        self._left: tuple[int, ...] = ()

    def open_list(self) -> None:
        """List the parked invoices of every till."""
        from posim_desktop.ui.sales.parked_invoices import ParkedInvoicesDialog  # noqa: PLC0415 - when first opened

        dialog = ParkedInvoicesDialog(self._operations, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._window.activateWindow)
        dialog.recalled.connect(self.recalled)
        dialog.open()

    def offer_left_open(self) -> None:
        """Offer what this workstation left open, by closing or by a crash."""
        try:
            here = self._operations.workstation
            self._left = self._operations.read(invoice_queries.left_open, here)
            if self._operations.read(invoice_queries.is_in_hand_at, here):  # its program ended without a goodbye
                self._operations.outcome(partial(parked.let_go, workstation=here))
        except TroubleError:
            return  # the status bar tells; the list of parked invoices is still there to look
        self._show_left()

    def offer_no_longer(self, invoice_id: int | None) -> None:
        """Offer what was left open without an invoice that is taken up, such as one that a pick-up just began."""
        if invoice_id in self._left:
            self._left = tuple(each for each in self._left if each != invoice_id)
            self._frame.banner.clear_message()
            self._show_left()

    def _show_left(self) -> None:
        if len(self._left) == 1:
            words = self.tr("An invoice was left open at this workstation.")
            self._frame.banner.show_message("attention", words, self.tr("Recall"))
        elif self._left:
            words = self.tr("{count} invoices were left open at this workstation.")
            count = formatting.count(len(self._left))
            self._frame.banner.show_message("attention", words.format(count=count), self.tr("Parked Invoices"))

    def question_to_take_over(self, elsewhere: InHand) -> Question:
        """Make the question whether to go on with an invoice that another workstation has in hand."""
        words = self.tr("{name} has this invoice open at {workstation} since {time}. Take it over?")
        question = words.format(
            name=elsewhere.employee or self.tr("Somebody"),
            workstation=elsewhere.workstation,
            time=formatting.date_time(elsewhere.since),
        )
        title, act, give_up = self.tr("Recall"), self.tr("Take Over"), self.tr("Cancel")
        asking = Question(self._window, title, question, act=act, give_up=give_up)
        asking.show_note(
            self.tr("What is on it stays on it. The other workstation is told, and has an empty till then.")
        )
        return asking

    def recall_left_open(self) -> None:
        """Take up the one invoice that was left open, or list them."""
        self._frame.banner.clear_message()
        if len(self._left) == 1:
            self.recalled.emit(self._left[0])
        else:
            self.open_list()

    def open_deposit(self) -> None:
        """Ask for a deposit on the current invoice, or say at the customer that it needs one."""
        from posim_desktop.ui.sales.till.deposit import DepositDialog  # noqa: PLC0415 - when first opened

        details = self._sale.details
        refusal = None if details is None else invoice_rules.edit_refusal(details.status, committed=details.committed)
        if refusal is not None:
            say(self._window, words_of(refusal))
            return
        if not self._sale.has_customer:
            self._frame.customer_panel.refuse(Refusal(Why.DEPOSIT_NEEDS_CUSTOMER, Field("customer")))
            return
        try:
            held = self._sale.held()
        except TroubleError as trouble:
            say(self._window, words_of_trouble(trouble))
            return
        current = self._sale.line(self._frame.lines_table.current_id() or 0)
        dialog = DepositDialog(self._window, self._sale, held, current)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def discard_refusal(self) -> Refusal | None:
        """Return why there is nothing to discard, or None."""
        if self._sale.details is None:
            return Refusal(Why.NO_INVOICE_TO_DISCARD)
        committed = self._sale.details.committed and not self._sale.fills_backorders
        return invoice_rules.edit_refusal(self._sale.details.status, committed=committed)

    def ask_to_discard(self) -> None:
        """Ask, then discard the invoice."""
        refusal = self.discard_refusal()
        if refusal is not None:
            say(self._window, words_of(refusal))
            return
        refusal = self._sale.standing_refusal()
        if refusal is not None:
            self._offer_to_give_back(refusal)
            return
        if self._sale.fills_backorders:
            self._ask_what_becomes_of_the_goods()
            return
        question = self.tr("Discard this invoice? Its lines stay on record, but it can never be posted.")
        asking = Question(
            self._window,
            self.tr("Discard Invoice"),
            question,
            act=self.tr("Discard"),
            give_up=self.tr("Keep"),
            destructive=True,
        )
        asking.accepted.connect(self._discard)
        asking.open()

    def _offer_to_give_back(self, refusal: Refusal) -> None:
        asking = Question(
            self._window,
            self.tr("Discard Invoice"),
            words_of(refusal),
            act=self.tr("Give Back"),
            give_up=self.tr("Keep"),
        )
        asking.accepted.connect(self.give_back_requested)
        asking.open()

    def _ask_what_becomes_of_the_goods(self) -> None:
        from posim_desktop.ui.sales.release_goods import ReleaseGoodsDialog  # noqa: PLC0415 - loads when first opened

        what = self.tr("Goods on this invoice are set aside for backorders. They will be available to others again.")
        dialog = ReleaseGoodsDialog(
            self._window,
            self._operations,
            title=self.tr("Discard Invoice"),
            what=what,
            accept=self.tr("Discard"),
            goods=self._sale.goods_set_aside,
            release=self._sale.discard_fill,
        )
        dialog.accepted.connect(self.discarded)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def _discard(self) -> None:
        refusal = self._sale.discard()
        if refusal is None:
            self.discarded.emit()
        elif refusal.why is not Why.NOT_STORED:
            say(self._window, words_of(refusal))

    def open_comment(self) -> None:
        """Ask for a comment line."""
        self._ask_for_words(self.tr("Comment"), "", self._sale.add_comment)

    def open_discount(self) -> None:
        """Ask for the discount on the whole sale."""
        from posim_desktop.ui.sales.till.sale_discount import SaleDiscountDialog  # noqa: PLC0415 - when first opened

        if not self._sale.lines:
            return
        dialog = SaleDiscountDialog(self._window, self._sale)
        dialog.suggest_reasons()
        dialog.finished.connect(self._focus_next)
        dialog.open()

    def open_exemption(self) -> None:
        """Ask whether tax is paid on this invoice."""
        from posim_desktop.ui.sales.till.exemption import ExemptionDialog  # noqa: PLC0415 - when first opened

        dialog = ExemptionDialog(self._window, self._sale)
        dialog.finished.connect(self._focus_next)
        dialog.open()

    def open_awaited_order(self) -> None:
        """Ask for which order the current B line waits."""
        from posim_desktop.ui.sales.till.awaited_order import AwaitedOrderDialog  # noqa: PLC0415 - when first opened

        lines = self._frame.lines
        line = lines.rows.row_at(lines.table.currentIndex().row())
        if line is None or line.item_id is None or line.trans_code is not TransCode.BACKORDER:
            say(self._window, words_of(Refusal(Why.ONLY_BACKORDERS_WAIT)))
            return
        try:
            orders = self._sale.orders_under_way(line.item_id)
        except TroubleError as trouble:
            self._sale.trouble(words_of_trouble(trouble))
            return
        if not orders:
            say(self._window, words_of(Refusal(Why.NOTHING_FREE_ON_ORDER)))
            return
        dialog = AwaitedOrderDialog(self._window, self._sale, line, orders)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()

    def open_line_tax(self) -> None:
        """Ask for the tax code of the current line."""
        from posim_desktop.ui.sales.till.line_tax import LineTaxDialog  # noqa: PLC0415 - when first opened

        lines = self._frame.lines
        line = lines.rows.row_at(lines.table.currentIndex().row())
        if line is None:
            return
        if line.item_id is None:
            say(self._window, words_of(Refusal(Why.COMMENT_HAS_NO_FIGURES)))
            return
        try:
            choices = self._sale.tax_codes(line)
        except TroubleError as trouble:
            self._sale.trouble(words_of_trouble(trouble))
            return
        dialog = LineTaxDialog(self._window, self._sale, line, choices)
        dialog.finished.connect(self._focus_next)
        dialog.open()

    def open_note(self) -> None:
        """Ask for the note that prints at the foot of the invoice."""
        note = self._sale.details.note if self._sale.details else ""
        self._ask_for_words(self.tr("Note"), note, self._sale.set_note, several_lines=True)

    def open_customer_order(self) -> None:
        """Ask for the number under which the customer ordered, and for their job."""
        from posim_desktop.ui.sales.till.customer_order import CustomerOrderDialog  # noqa: PLC0415 - when first opened

        details = self._sale.details
        written = ("", "") if details is None else (details.customer_order, details.job_tag)
        dialog = CustomerOrderDialog(self._window, *written, self._sale.set_reference)
        dialog.finished.connect(self._focus_next)
        dialog.open()

    def _focus_next(self) -> None:
        self._window.activateWindow()
        self._frame.lines.focus_entry()

    def _ask_for_words(
        self, title: str, words: str, verb: Callable[[str], Refusal | None], *, several_lines: bool = False
    ) -> None:
        dialog = WordsDialog(title, words, self._window, several_lines=several_lines)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(lambda written: dialog.answer(verb(written)))
        dialog.finished.connect(self._focus_next)
        dialog.open()
