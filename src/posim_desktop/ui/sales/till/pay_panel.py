"""Paying: tenders, what is still due, change, and Post. Serves the guide's page "Pay and post"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.changes import Changes, Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError, TroubleError
from posim_desktop.domain.money import ZERO, money_places, to_coins
from posim_desktop.domain.sales import cash as cash_rules
from posim_desktop.domain.sales import returns as return_rules
from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.returns import Paid
from posim_desktop.domain.sales.tenders import ShopTender, Tender, TenderKind
from posim_desktop.queries.sales import tender_types, till
from posim_desktop.queries.sales.card_requests import OpenRequest
from posim_desktop.queries.sales.working_rows import StandingTender
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.sales.till.card_payment import is_for_terminal
from posim_desktop.ui.sales.till.due import still_due
from posim_desktop.ui.sales.till.own_money import OwnMoney, Payable
from posim_desktop.ui.sales.till.reference_panel import ReferencePanel
from posim_desktop.ui.sales.till.standing_tenders import StandingTenders
from posim_desktop.ui.sales.till.tender_buttons import TenderButtons
from posim_desktop.ui.sales.till.terminal_panel import TerminalPanel
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.amount_label import AmountLabel
from posim_desktop.ui.widgets.edits import MoneyEdit, clear_refusals, place_refusal, with_hint
from posim_desktop.ui.widgets.one_at_a_time import OneAtATime
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.scrolled import Scrolled

_MOST_ON_BUTTON = 6
"""How many letters fit on the button of a note; larger amounts get no button."""


def _on_button(note: Decimal) -> str:
    return formatting.money_to_edit(note).removesuffix(
        f"{formatting.store_format().decimal_point}{'0' * money_places()}"
    )


class TenderEdit(MoneyEdit):
    """The amount of a tender; what looks like a barcode is left as it was typed, to be asked about."""

    def looks_like_code(self) -> bool:
        """Tell whether more digits were typed than an amount has."""
        return self.isModified() and cash_rules.looks_like_code(self.text(), places=money_places())

    @override
    def _on_editing_finished(self) -> None:
        if not self.looks_like_code():
            super()._on_editing_finished()


class PayPanel(QFrame):
    """Takes tenders until the invoice is settled; each is stored when it is handed over.

    Attributes:
        tenders: What stands on the invoice so far.

    Signals:
        offered(Tender): It is handed over now.
        give_back_requested(StandingTender): Give this tender back.
        post_requested: Post with the tenders that are listed.
        closed: Back to the lines; the tenders stay listed.
        goods_named(str): The code of goods was typed as an amount; they belong on the invoice.
    """

    offered = Signal(object)
    give_back_requested = Signal(object)
    post_requested = Signal()
    closed = Signal()
    goods_named = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.tenders: tuple[StandingTender, ...] = ()
        self._total = ZERO
        self._coin = ZERO
        self._notes: tuple[Decimal, ...] = ()
        self._is_stale = True  # what the shop takes is read when it is first paid
        self._asked: Tender | None = None
        self._request: OpenRequest | None = None
        self._roads: tuple[Paid, ...] = ()
        self.setProperty("card", True)
        self._build()
        self._connect()
        self.start(ZERO)

    def _build(self) -> None:
        self.due_caption = QLabel()
        mark(self.due_caption, role="label")
        self.due_label = AmountLabel()
        self.due_label.setObjectName("due_label")
        self.amount_field = TenderEdit("tenders", negative=True)
        self.amount_field.setObjectName("amount_field")
        self.amount_field.setAccessibleName(self.tr("Amount"))
        mark(self.amount_field, till=True)
        amount_caption = QLabel(self.tr("Amo&unt"))
        amount_caption.setBuddy(self.amount_field)
        mark(amount_caption, role="label")
        self.standing_tenders = StandingTenders()
        self.paid_label = _paid_label()
        # What grows is above and takes up what is left: no button leaves its place above the window's edge, whatever
        # the customer's panel comes to hold.
        upper = QWidget()
        upper_rows = QVBoxLayout(upper)
        upper_rows.setContentsMargins(0, 0, 0, 0)
        upper_rows.setSpacing(SPACE)
        upper_rows.addWidget(self.standing_tenders, 1)
        upper_rows.addWidget(self.paid_label)
        upper_rows.addWidget(self.due_caption)
        upper_rows.addWidget(self.due_label)
        upper_rows.addWidget(amount_caption)
        upper_rows.addWidget(with_hint(self.amount_field))
        upper_rows.addWidget(self._build_steps())
        upper_rows.addSpacing(SPACE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
        rows.setSpacing(SPACE)
        rows.addWidget(Scrolled(upper), 1)
        rows.addLayout(self._build_actions())

    def _build_notes(self) -> QHBoxLayout:
        """Build the buttons that take cash in one press: the exact amount, and what people hand over for it."""
        self.exact_button = QPushButton(self.tr("Exact"))
        self.exact_button.setObjectName("exact_button")
        self.exact_button.setAccessibleName(self.exact_button.text())
        self.note_buttons = [QPushButton() for _ in range(cash_rules.MOST_OFFERED)]
        columns = QHBoxLayout()
        columns.setSpacing(SPACE)
        for place, button in enumerate((self.exact_button, *self.note_buttons)):
            button.setMinimumWidth(0)
            keeps_place = button.sizePolicy()
            keeps_place.setRetainSizeWhenHidden(True)
            button.setSizePolicy(keeps_place)
            mark(button, note=True)
            columns.addWidget(button, 1)
            if place:
                button.setObjectName(f"note_{place}_button")
        return columns

    def _build_steps(self) -> OneAtATime:
        """Build what is asked in turn at one place: which tender, and where it says so its reference."""
        self.choosing = QWidget()
        self.own_money = OwnMoney()
        around = (self.tr("Amo&unt"), self.tr("&Back to Lines"), self.tr("&Post"), *self.own_money.lettered_words())
        self.tender_buttons = TenderButtons(around)
        rows = QVBoxLayout(self.choosing)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addLayout(self._build_notes())
        rows.addWidget(self.own_money)
        rows.addWidget(self.tender_buttons)
        rows.addStretch(1)
        self.reference_panel = ReferencePanel()
        self.steps = OneAtATime()
        self.steps.addWidget(self.choosing)
        self.steps.addWidget(self.reference_panel)
        self.terminal_panel = TerminalPanel()
        self.steps.addWidget(self.terminal_panel)
        return self.steps

    def _build_actions(self) -> QHBoxLayout:
        self.back_button = QPushButton(self.tr("&Back to Lines"))
        self.back_button.setObjectName("back_button")
        self.back_button.setAccessibleName(self.tr("Back to Lines"))
        mark(self.back_button, tender=True)
        self.post_button = QPushButton(self.tr("&Post"))
        self.post_button.setObjectName("post_button")
        self.post_button.setAccessibleName(self.tr("Post"))
        mark(self.post_button, tender=True, primary=True)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.back_button)
        columns.addWidget(self.post_button, 1)
        return columns

    def _connect(self) -> None:
        self.tender_buttons.chosen.connect(self._on_tender_chosen)
        self.own_money.chosen.connect(self._on_own_money_chosen)
        self.reference_panel.answered.connect(self._on_reference_answered)
        self.reference_panel.left.connect(self._on_amount_withdrawn)
        self.standing_tenders.give_back_requested.connect(self.give_back_requested)
        self._operations.bus.changed.connect(self._on_bus_changed)
        self.exact_button.clicked.connect(self._on_exact_button_clicked)
        for place, button in enumerate(self.note_buttons):
            button.clicked.connect(partial(self._on_note_button_clicked, place))
        self.amount_field.returnPressed.connect(self._on_amount_field_return_pressed)
        self.back_button.clicked.connect(self.closed)
        self.post_button.clicked.connect(self.post_requested)

    def start(self, total: Decimal, tenders: Sequence[StandingTender] = (), coin: Decimal = ZERO) -> None:
        """Begin paying an invoice, or go on from the tenders stored on it; what was typed is forgotten."""
        self._total, self.tenders, self._coin = total, tuple(tenders), coin
        self._asked = self._request = None
        clear_refusals([self.amount_field])
        self._show()

    def show_payable(self, payable: Payable) -> None:
        """Take over what the customer's own money can pay."""
        self.own_money.take_over(payable)
        self._show_own_money()

    def show_invoice(self, total: Decimal, tenders: Sequence[StandingTender], coin: Decimal) -> None:
        """Take over what the invoice comes to by now and what stands on it; an amount typed for the same stays."""
        self._offer_tenders()
        if (total, tuple(tenders), coin) != (self._total, self.tenders, self._coin):
            self.start(total, tenders, coin)
            if self.amount_field.hasFocus():
                self.amount_field.selectAll()

    def show_paid(self, roads: Sequence[Paid], words: str) -> None:
        """Say how the goods were paid that come back: each tender proposes to give back what it took."""
        self._roads = tuple(roads)
        self.paid_label.setText(words)
        self.paid_label.setVisible(bool(words))

    def show_request(self, request: OpenRequest | None, *, is_asking: bool) -> None:
        """Show what the card terminal is asked for this invoice; until that has ended nothing else is taken."""
        self._request = request
        if request is None:
            if self.steps.currentWidget() is self.terminal_panel:
                self._show()
            return
        self.terminal_panel.show_request(request, is_asking=is_asking)
        self.steps.setCurrentWidget(self.terminal_panel)
        self.amount_field.setEnabled(False)
        self.post_button.setEnabled(False)

    def go(self) -> None:
        """Put the focus on what comes next: the amount, what is to be given back, or Post once it is settled."""
        if self._request is not None:
            self.terminal_panel.go()
        elif self._asked is not None:
            self.reference_panel.reference_field.setFocus()
        elif self.refusal() is None:
            self.post_button.setFocus()
        elif not self.amount_field.isEnabled() and self.standing_tenders.give_back_buttons:
            self.standing_tenders.give_back_buttons[-1].setFocus()
        else:
            self.amount_field.setFocus()
            self.amount_field.selectAll()

    def take_cash(self) -> None:
        """Take the amount in cash, unless the invoice is settled or the shop takes none."""
        cash = self.tender_buttons.tender(TenderKind.CASH)
        if cash is not None and self.amount_field.isEnabled():
            self._on_tender_chosen(cash)

    def refusal(self) -> Refusal | None:
        """Return why the invoice cannot be posted with these tenders, or None."""
        return tender_rules.tender_refusal(self._total, self._handed_over(), self._coin)

    def refuse(self, refusal: Refusal) -> None:
        """Show at the amount, or at the reference, why these payments are not accepted."""
        if self._asked is not None and refusal.where == Field("reference"):
            self.reference_panel.refuse(refusal)
            return
        if self._asked is not None:
            self._on_amount_withdrawn()
        place_refusal(self.amount_field, refusal)

    def _still_due(self) -> Decimal:
        return -tender_rules.change_due(self._total, self._handed_over(), self._coin)

    def _handed_over(self) -> tuple[Tender, ...]:
        return tuple(tender.for_rules() for tender in self.tenders)

    def _show(self) -> None:
        refusal, due = self.refusal(), self._still_due()
        settled = refusal is None
        to_pay = tender_rules.due_of(self._total, self._handed_over())
        takes_more = not settled and (due != 0 or to_pay == 0) and due * to_pay >= 0
        caption, left = still_due(self._total, self._handed_over(), self._coin)
        self.due_caption.setText(caption)
        self.due_label.setText(formatting.amount(left))
        self.due_label.setAccessibleName(f"{caption} {self.due_label.text()}")
        self.amount_field.set_value(due if takes_more else ZERO)
        self.amount_field.setEnabled(takes_more)
        self.steps.setCurrentWidget(self.choosing)
        paid = self.tr("This invoice is paid. Post it, or give a tender back.")
        self.tender_buttons.let_take(takes=takes_more, why_not=paid if settled else words_of(refusal))
        self._show_notes(due)
        self._show_own_money()
        self.post_button.setEnabled(settled)
        self.post_button.setToolTip(words_of(refusal))
        self.post_button.setIcon(icon("check", role="on_accent" if settled else "disabled"))
        self.standing_tenders.show_tenders(self.tenders)

    def _show_own_money(self) -> None:
        """Offer the customer's own money, as long as anything is due that it may pay."""
        due = ZERO if self.refusal() is None else self._still_due()
        self.own_money.offer(due, self._handed_over())

    def _show_notes(self, due: Decimal) -> None:
        takes_cash = self.tender_buttons.tender(TenderKind.CASH) is not None
        notes = cash_rules.next_notes(self._in_coins(due), formatting.currency())
        self._notes = tuple(note for note in notes if len(_on_button(note)) <= _MOST_ON_BUTTON)
        self.exact_button.setEnabled(takes_cash and due > 0)
        for place, button in enumerate(self.note_buttons):
            offered = takes_cash and place < len(self._notes)
            button.setVisible(offered)
            if offered:
                button.setText(_on_button(self._notes[place]))
                words = formatting.money_to_edit(self._notes[place])
                button.setAccessibleName(self.tr("Cash {amount}").format(amount=words))

    def _offer_tenders(self) -> None:
        """Offer what the shop takes by now."""
        if not self._is_stale:
            return
        try:
            self.tender_buttons.offer(self._operations.read(tender_types.in_use))
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self._is_stale = False
        self.tender_buttons.lead_to(self.back_button)
        QWidget.setTabOrder(self.back_button, self.post_button)
        self._show()

    def _on_bus_changed(self, changes: Changes) -> None:
        if any(change.record is Record.TENDER_TYPE for change in changes):
            self._is_stale = True
            if self.isVisible() and self._asked is None:
                self._offer_tenders()

    def _on_tender_chosen(self, tender: ShopTender) -> None:
        clear_refusals([self.amount_field])
        if self.amount_field.looks_like_code():
            self._ask_about_code(tender, self.amount_field.text().strip())
        else:
            self._take(tender)

    def _on_own_money_chosen(self, tenders: tuple[Tender, ...]) -> None:
        clear_refusals([self.amount_field])
        try:
            typed = self.amount_field.value()
        except RefusedError as refused:
            self.refuse(refused.refusal)
            return
        if len(tenders) == 1 and typed != self._still_due():  # as it stands there, nobody asked for another amount
            tenders = (replace(tenders[0], amount=typed),)
        for tender in tenders:
            self.offered.emit(tender)

    def _in_coins(self, amount: Decimal) -> Decimal:
        return to_coins(amount, self._coin)

    def _on_exact_button_clicked(self) -> None:
        self.amount_field.set_value(self._still_due())
        self.take_cash()

    def _on_note_button_clicked(self, place: int) -> None:
        self.amount_field.set_value(self._notes[place])
        self.take_cash()

    def _ask_about_code(self, tender: ShopTender, code: str) -> None:
        """Ask whether so many digits are goods scanned into the amount, or an amount after all."""
        try:
            goods = self._operations.read(till.item_of_code, code)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if goods is not None:
            words = self.tr("“{code}” is the code of {item}. Put it on the invoice?")
            question = words.format(code=code, item=goods.description)
            asking = self._question(question, self.tr("Put on Invoice"), self.tr("Leave It"))
            asking.accepted.connect(partial(self._give_goods, code))
        else:
            try:
                amount = self.amount_field.value()
            except RefusedError as refused:
                self.refuse(refused.refusal)
                return
            words = self.tr("“{code}” looks like a barcode, but no item has it. Is it the amount {amount}?")
            question = words.format(code=code, amount=formatting.amount(amount))
            asking = self._question(question, self.tr("Take {amount}"), self.tr("Leave It"), amount)
            asking.accepted.connect(partial(self._take, tender))
        asking.open()

    def _give_goods(self, code: str) -> None:
        self._show()
        self.goods_named.emit(code)

    def _question(self, question: str, act: str, give_up: str, amount: Decimal = ZERO) -> Question:
        asking = Question(
            self.window(),
            self.tr("Amount"),
            question,
            act=act.format(amount=formatting.amount(amount)),
            give_up=give_up,
        )
        asking.rejected.connect(self._on_amount_withdrawn)
        return asking

    def _on_amount_withdrawn(self) -> None:
        self._asked = None
        self._show()
        self.go()

    def _take(self, tender: ShopTender) -> None:
        try:
            amount = self.amount_field.value()
        except RefusedError as refused:
            self.refuse(refused.refusal)
            return
        if amount == self._still_due():  # as it stands there: nobody asked for another amount
            if amount < 0:
                amount = return_rules.proposed(amount, self._roads, tender.id, self._handed_over())
            amount = self._in_coins(amount) if tender.terms.rounds else amount
        new = tender.paying(amount)
        refusal = tender_rules.next_tender_refusal(self._total, self._handed_over(), new, self._coin)
        if refusal is not None:
            self.refuse(refusal)
            return
        due, currency = self._in_coins(self._still_due()), formatting.currency()
        if tender.terms.gives_change and cash_rules.is_out_of_proportion(due, new.amount, currency):
            words = self.tr("{amount} in cash gives {change} in change. Was so much handed over?")
            change = formatting.amount(new.amount - due)
            question = words.format(amount=formatting.amount(new.amount), change=change)
            asking = self._question(question, self.tr("Take {amount}"), self.tr("Leave It"), new.amount)
            asking.accepted.connect(partial(self._offer, new))
            asking.open()
            return
        self._offer(new)

    def _offer(self, tender: Tender) -> None:
        """Hand a tender over, once it is known by what it is found again; a terminal says that itself."""
        if not (tender.does.asks_reference and tender.amount) or is_for_terminal(self._operations, tender):
            self.offered.emit(tender)
            return
        self._asked = tender
        self.amount_field.setEnabled(False)
        self.reference_panel.ask(tender)
        self.steps.setCurrentWidget(self.reference_panel)
        self.go()

    def _on_reference_answered(self, reference: str) -> None:
        if self._asked is None:
            return
        try:
            tender = tender_rules.clean_reference(replace(self._asked, reference=reference))
        except RefusedError as refused:
            self.reference_panel.refuse(refused.refusal)
            return
        self.offered.emit(tender)

    def _on_amount_field_return_pressed(self) -> None:
        # Which tender it is, is asked with the next key: Enter on the button that now has the focus, or an arrow.
        self.tender_buttons.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _paid_label() -> QLabel:
    """Make what says how the goods were paid that come back."""
    label = QLabel()
    label.setObjectName("paid_label")
    label.setWordWrap(True)
    mark(label, role="muted")
    label.hide()
    return label
