"""The Want List: a card for each wish, and its deck. Serves the guide's page "Want List"."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.backorders.wants import WantState, edit_refusal, line_refusal
from posim_desktop.domain.changes import Done, Record
from posim_desktop.domain.exchange.sheets import Kind
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.queries.backorders import wants as want_queries
from posim_desktop.queries.backorders.wants import WantDetails, WantRow
from posim_desktop.queries.deck import EVERYTHING, DeckPart, Found
from posim_desktop.services.backorders import wants
from posim_desktop.services.sales import wants as sold_wants
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.models.list_all import Column
from posim_desktop.ui.models.valued_columns import valued
from posim_desktop.ui.navigator import Navigator
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.outcome import Attempt
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import ButtonBar, named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.chips import StatusPill
from posim_desktop.ui.widgets.deck import Deck
from posim_desktop.ui.widgets.deck_spec import DeckSpec, IndexTab
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink
from posim_desktop.ui.widgets.question import Question
from posim_desktop.ui.widgets.want_dialog import WantDialog


def tr(words: str) -> str:
    """Translate a word of this module."""
    return QCoreApplication.translate("WantList", words)


def want_deck(operations: Operations, navigator: Navigator) -> Deck:
    """Make the deck of the Want List, the same in both clients."""
    del navigator  # links go out by the card's signal
    spec = DeckSpec(
        title=tr("Want List"),
        record=Record.WANT,
        query=want_queries.DECK,
        columns=_columns(),
        make_card=lambda: WantCard(operations),
        empty_text=tr(
            "Nobody wishes for anything.\n\nPress Want List in the out-of-stock warning, or Add to Want List on a "
            "Customer or Item card."
        ),
        find_hint=tr("Customer, phone, item or words"),
        tabs=(
            IndexTab(tr("Here Now"), Found(part=DeckPart.FILLABLE), only_with_cards=True),
            IndexTab(tr("Open"), Found(part=DeckPart.WAITING)),
            IndexTab(tr("Closed"), Found(part=DeckPart.CLOSED)),
            IndexTab(tr("All"), EVERYTHING),
        ),
        neighbor=lambda row: (row.customer, row.item or row.goods, state_word(row), row.goods),
        also=frozenset({Record.CUSTOMER, Record.INVOICE, Record.ITEM}),
    )
    return Deck(spec, operations)


def state_word(row: WantRow) -> str:
    """Say where a wish stands: before anything else that it can be had now."""
    return tr("Here now") if row.is_here else _state(row.state)


def _state(state: WantState) -> str:
    words = {
        WantState.OPEN: tr("Open"),
        WantState.ON_INVOICE: tr("On an open invoice"),
        WantState.GRANTED: tr("Granted"),
        WantState.DROPPED: tr("No longer wanted"),
    }
    return words[state]


def _columns() -> Sequence[Column[WantRow]]:
    return (
        Column(
            tr("Since"),
            lambda row: formatting.day_of(row.wanted_at),
            order="date",
            width=11,
            kind=Kind.DAY,
            value=lambda row: formatting.store_day(row.wanted_at),
        ),
        Column(tr("Status"), state_word, width=16),
        Column(tr("Customer"), lambda row: row.customer, order="customer", width=16),
        Column(tr("Phone"), lambda row: row.phone, width=12),
        Column(tr("Item ID"), lambda row: row.item, order="item", width=9),
        Column(tr("Description"), lambda row: row.goods, order="goods", width=22),
        valued(tr("Qty"), Kind.QUANTITY, lambda row: row.quantity, order="quantity", width=8),
        Column(tr("Note"), lambda row: row.note, width=18),
    )


_PILLS: dict[WantState, Any] = {
    WantState.OPEN: "open",
    WantState.ON_INVOICE: "partial",
    WantState.GRANTED: "filled",
    WantState.DROPPED: "canceled",
}


class WantCard(Card[WantDetails]):
    """One wish: whose, for what, since when, and the keys that grant it."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.setObjectName("want_card")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Wish"))
        self._attempt = Attempt()
        self.status_pill = StatusPill()
        self.status_pill.setObjectName("status_pill")
        self.status_slot = self.status_pill
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._build_facts())
        rows.addStretch(1)
        rows.addWidget(self._build_bottom())
        self._connect()

    # ---- building ----

    def _build_facts(self) -> QGridLayout:
        self.customer_link, self.item_link, self.invoice_link = (
            self._link(name) for name in ("customer_link", "item_link", "invoice_link")
        )
        names = ("phone", "goods", "quantity", "stock", "since", "taken_by", "note")
        self.labels = {name: self._value(name) for name in names}
        grid = QGridLayout()
        grid.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        grid.setHorizontalSpacing(8 * SPACE)
        grid.setVerticalSpacing(0)
        facts: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (self.tr("Customer"), self.customer_link, self.labels["phone"]),
            (self.tr("Item ID"), self.item_link, self.labels["goods"]),
            (self.tr("Qty"), self.labels["quantity"], self.labels["stock"]),
            (self.tr("Since"), self.labels["since"], self.labels["taken_by"]),
            (self.tr("Invoice"), self.invoice_link, None),
            (self.tr("Note"), self.labels["note"], None),
        )
        for place, (label, widget, more) in enumerate(facts):
            row, column = 4 * (place // 3), place % 3
            caption = QLabel(label)
            mark(caption, role="label")
            caption.setBuddy(widget)
            widget.setAccessibleName(label)
            grid.addWidget(caption, row, column)
            grid.addWidget(widget, row + 1, column, Qt.AlignmentFlag.AlignLeft)
            if more is not None:
                grid.addWidget(more, row + 2, column)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(3, 4 * SPACE)
        return grid

    def _link(self, name: str) -> ElidedLink:
        link = ElidedLink()
        link.setObjectName(name)
        link.setAutoDefault(False)
        mark(link, link=True, role="title")
        return link

    def _value(self, name: str) -> ElidedLabel:
        label = ElidedLabel()
        label.setObjectName(f"{name}_label")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark(label, role="title" if name in {"quantity", "since", "note"} else "muted")
        return label

    def _build_bottom(self) -> ButtonBar:
        self.drop_button = named_button("drop_button", self.tr("No Longer &Wanted"))
        mark(self.drop_button, destructive=True)
        self.change_button = named_button("change_button", self.tr("Chan&ge…"))
        self.sell_button = named_button("sell_button", self.tr("S&ell"), "shopping-cart")
        self.back_order_button = named_button("back_order_button", self.tr("&Back Order"))
        self.back_order_button.setIcon(icon("package-open", role="on_accent"))
        mark(self.back_order_button, primary=True)
        left, right = (self.drop_button, self.change_button), (self.sell_button, self.back_order_button)
        for button in (*left, *right):
            button.setAutoDefault(False)
        return ButtonBar(left, right)

    def _connect(self) -> None:
        self.drop_button.clicked.connect(self._on_drop_button_clicked)
        self.change_button.clicked.connect(self._on_change_button_clicked)
        self.sell_button.clicked.connect(lambda: self._put_on_invoice(TransCode.SALE))
        self.back_order_button.clicked.connect(lambda: self._put_on_invoice(TransCode.BACKORDER))
        self.customer_link.clicked.connect(lambda: self._follow(Record.CUSTOMER))
        self.item_link.clicked.connect(lambda: self._follow(Record.ITEM))
        self.invoice_link.clicked.connect(lambda: self._follow(Record.INVOICE))

    # ---- showing ----

    @classmethod
    @override
    def query(cls, connection: Any, record_id: int) -> WantDetails | None:
        return want_queries.details(connection, record_id)

    @override
    def heading(self) -> str:
        if self.details is None:
            return ""
        return self.tr("{goods} for {customer}").format(goods=self.details.goods, customer=self.details.customer)

    @override
    def fill(self, details: WantDetails | None) -> None:
        if details is None:
            return
        is_here = details.state is WantState.OPEN and details.available > 0
        self.status_pill.show_status(
            "ready" if is_here else _PILLS[details.state], tr("Here now") if is_here else _state(details.state)
        )
        self.customer_link.show_words(details.customer)
        self.item_link.show_words(details.item or self.tr("not on file"))
        self.item_link.setEnabled(details.item_id is not None)
        self.invoice_link.show_words(self._invoice_words(details))
        self.invoice_link.setEnabled(details.invoice_id is not None)
        stock = self.tr("available {available} · on order {on_order}").format(
            available=formatting.quantity(details.available), on_order=formatting.quantity(details.on_order)
        )
        words = {
            "phone": details.phone,
            "goods": details.goods,
            "quantity": formatting.quantity(details.quantity),
            "stock": stock if details.item_id is not None else "",
            "since": formatting.date_time(details.wanted_at),
            "taken_by": details.taken_by,
            "note": details.note or self.tr("none"),
        }
        for name, said in words.items():
            self.labels[name].setText(said)
        may_edit, may_sell = edit_refusal(details.state), line_refusal(details.state, details.item_id)
        for button, refusal in (
            (self.drop_button, may_edit),
            (self.change_button, may_edit),
            (self.sell_button, may_sell),
            (self.back_order_button, may_sell),
        ):
            button.setEnabled(refusal is None)
            button.setToolTip(words_of(refusal))

    def _invoice_words(self, details: WantDetails) -> str:
        if details.invoice_id is None:
            return self.tr("none yet")
        if details.invoice_number is None:
            return self.tr("open")
        return self.tr("Invoice {number}").format(number=details.invoice_number)

    # ---- actions ----

    def _on_drop_button_clicked(self) -> None:
        if self.details is None:
            return
        asked = self.tr("{customer} no longer wants {goods}?")
        question = Question(
            self,
            self.tr("No Longer Wanted"),
            asked.format(customer=self.details.customer, goods=self.details.goods),
            act=self.tr("No Longer Wanted"),
            give_up=self.tr("Cancel"),
            destructive=True,
        )
        question.accepted.connect(partial(self._drop, self.details.id))
        question.open()

    def _drop(self, want_id: int) -> None:
        self.operations.run(self, partial(wants.drop, want_id=want_id), self._attempt)

    def _on_change_button_clicked(self) -> None:
        if self.details is not None:
            about = self.tr("For {customer}").format(customer=self.details.customer)
            customer_id = self.details.customer_id
            WantDialog(self, self.operations, customer_id=customer_id, about=about, changed=self.details).open()

    def _put_on_invoice(self, trans_code: TransCode) -> None:
        if self.details is None:
            return
        verb = partial(sold_wants.put_on_invoice, want_id=self.details.id, trans_code=trans_code)
        done = self.operations.run(self, verb, self._attempt)
        if isinstance(done, Done):
            self.link.emit(Record.INVOICE, done.record_id)

    def _follow(self, record: Record) -> None:
        if self.details is None:
            return
        targets = {
            Record.CUSTOMER: self.details.customer_id,
            Record.ITEM: self.details.item_id,
            Record.INVOICE: self.details.invoice_id,
        }
        target = targets[record]
        if target is not None:
            self.link.emit(record, target)
