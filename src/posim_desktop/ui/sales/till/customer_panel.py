"""The customer on a working invoice: search, quick add, badges. Serves the guide's page "Sell"."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from posim_desktop.domain.errors import Field, Refusal, TroubleError
from posim_desktop.domain.why import Why
from posim_desktop.queries.sales import till
from posim_desktop.queries.sales.till import CustomerMatch
from posim_desktop.queries.sales.working_rows import AttachedCustomer
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.operations import Operations, say
from posim_desktop.ui.refusals import words_of, words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.edits import clear_refusals, place_refusal, with_hint
from posim_desktop.ui.widgets.elided import ElidedLabel, ElidedLink
from posim_desktop.ui.widgets.sign import add_sign

_PAUSE_MS = 120
_MOST_SHOWN, _LEAST_SHOWN = 6, 2
_LONGEST = 80
_MOST_MONEY = 52 * SPACE  # pixels of one line, in the narrowest till
_PAST_THE_SIGN = 26  # where the words of a link with a sign begin, in pixels


class CustomerPanel(QFrame):
    """Shows who the invoice is for, and finds them.

    Signals:
        chosen(int): A customer was picked.
        removed: The invoice is for nobody in particular again.
        new_requested(str): A new customer is to be added; the text that was searched for.
        card_requested(int): Show the Customer card.
        backorders_requested(int): Show the customer's backorders.
        pick_up_requested(int): Show the invoice on which goods wait for the customer.
    """

    chosen = Signal(int)
    removed = Signal()
    new_requested = Signal(str)
    card_requested = Signal(int)
    backorders_requested = Signal(int)
    pick_up_requested = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._customer: AttachedCustomer | None = None
        self._matches: tuple[CustomerMatch, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.setProperty("card", True)
        self._build()
        self._connect()
        self.show_customer(None)

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        rows.setSpacing(SPACE)
        rows.addWidget(self._build_search())
        rows.addWidget(self._build_attached())
        rows.addWidget(self._build_order())

    def _build_search(self) -> QWidget:
        self.search_page = QWidget()
        self.search_field = QLineEdit()
        self.search_field.setObjectName("search_field")
        self.search_field.setAccessibleName(self.tr("Customer"))
        self.search_field.setMaxLength(_LONGEST)
        self.search_field.setPlaceholderText(self.tr("Customer: name, phone or ID"))
        add_sign(self.search_field, "search")
        self.new_button = self._button(self.tr("New Customer"), "user-plus")
        self.new_button.setObjectName("new_button")
        self.matches_list = QListWidget()
        self.matches_list.setObjectName("matches_list")
        self.matches_list.setAccessibleName(self.tr("Choose a customer"))
        self.matches_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches_list.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.matches_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches_list.hide()
        mark(self.new_button, link=True)
        rows = QVBoxLayout(self.search_page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE)
        rows.addWidget(with_hint(self.search_field))
        rows.addWidget(self.matches_list)
        rows.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        return self.search_page

    def _build_attached(self) -> QWidget:
        self.attached_page = QWidget()
        self.card_button = ElidedLink()
        self.card_button.setIcon(icon("user"))
        self.card_button.setAutoDefault(False)
        self.card_button.setObjectName("card_button")
        mark(self.card_button, link=True)
        self.phone_label = ElidedLabel()
        self.phone_label.setObjectName("phone_label")
        self.phone_label.setContentsMargins(_PAST_THE_SIGN, 0, 0, 0)
        mark(self.phone_label, role="muted")
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("remove_button")
        self.remove_button.setIcon(icon("x"))
        self.remove_button.setAccessibleName(self.tr("Remove Customer"))
        self.remove_button.setToolTip(self.remove_button.accessibleName())
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        first = QHBoxLayout()
        first.setSpacing(2 * SPACE)
        first.addWidget(self.card_button)
        first.addStretch(1)
        first.addWidget(self.remove_button)
        rows = QVBoxLayout(self.attached_page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(first)
        rows.addWidget(self.phone_label)
        self._build_badges(rows)
        return self.attached_page

    def _build_badges(self, rows: QVBoxLayout) -> None:
        """Build the links that say what the shop owes the customer."""
        self.backorders_button = self._link("backorders_button", icon("clock", role="attention"))
        self.pick_up_button = self._link("pick_up_button", icon("package-check", role="good"))
        self.money_button = self._link("money_button", icon("wallet", role="good"))
        rows.addWidget(self.backorders_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.pick_up_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.money_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_order(self) -> ElidedLabel:
        self.order_label = ElidedLabel()
        self.order_label.setObjectName("order_label")
        self.order_label.setContentsMargins(_PAST_THE_SIGN, 0, 0, 0)
        self.order_label.hide()
        mark(self.order_label, role="muted")
        return self.order_label

    def _link(self, name: str, sign: QIcon) -> QPushButton:
        link = QPushButton()
        link.setObjectName(name)
        link.setIcon(sign)
        link.setAutoDefault(False)
        mark(link, link=True)
        return link

    def _button(self, label: str, sign: str) -> QPushButton:
        button = QPushButton(label)
        button.setIcon(icon(sign))
        button.setAccessibleName(label)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.search_field.textChanged.connect(self._on_search_field_changed)  # dictation edits without keys
        self.search_field.returnPressed.connect(self._on_search_field_return_pressed)
        self.search_field.installEventFilter(self)
        self._pause.timeout.connect(self.look_up)
        self.matches_list.itemClicked.connect(lambda: self._choose(self.matches_list.currentRow()))
        self.new_button.clicked.connect(lambda: self.new_requested.emit(self.search_field.text().strip()))
        self.remove_button.clicked.connect(self.removed)
        self.card_button.clicked.connect(lambda: self._emit_customer(self.card_requested))
        self.money_button.clicked.connect(lambda: self._emit_customer(self.card_requested))
        self.backorders_button.clicked.connect(lambda: self._emit_customer(self.backorders_requested))
        self.pick_up_button.clicked.connect(lambda: self._emit_customer(self.pick_up_requested))

    def show_customer(self, customer: AttachedCustomer | None) -> None:
        """Show who the invoice is for; None shows the search."""
        if customer is not None and customer != self._customer:
            self.clear_search()
        self._customer = customer
        self.search_page.setVisible(customer is None)
        self.attached_page.setVisible(customer is not None)
        if customer is None:
            return
        clear_refusals([self.search_field])
        tip = self.tr("Open the card of customer {code}").format(code=customer.code)
        self.card_button.show_words(customer.name, tip)
        self.card_button.setAccessibleName(customer.name)
        self.phone_label.setText(customer.phone)
        self.phone_label.setVisible(bool(customer.phone))
        for link, words, count in (
            (self.backorders_button, self.tr("Open backorders: {count}"), customer.open_backorders),
            (self.pick_up_button, self.tr("Ready to pick up: {count}"), customer.ready_backorders),
        ):
            link.setText(words.format(count=formatting.count(count)))
            link.setAccessibleName(link.text())
            link.setVisible(count > 0)
        self._show_money(customer)

    def _show_money(self, customer: AttachedCustomer) -> None:
        """Say what the shop holds for the customer, or what they owe; nothing where it is neither."""
        credit = self.tr("owes {amount} on account")
        if customer.credit > 0:  # by itself not called what the tender beside it is called
            credit = self.tr("credit {amount}") if customer.on_deposit else self.tr("in credit {amount}")
        parts = ((self.tr("on deposit {amount}"), customer.on_deposit), (credit, customer.credit))
        words = " · ".join(each.format(amount=formatting.money(abs(amount))) for each, amount in parts if amount)
        words = words[:1].upper() + words[1:]
        fits = self.money_button.fontMetrics().horizontalAdvance(words) <= _MOST_MONEY
        self.money_button.setText(words if fits else words.replace(" · ", "\n"))  # an amount is never cut
        self.money_button.setToolTip(self.tr("Open the card of customer {code}").format(code=customer.code))
        self.money_button.setAccessibleName(words)
        self.money_button.setVisible(bool(words))

    def show_order(self, words: str) -> None:
        """Say under which number of their own the customer ordered, and for which job."""
        self.order_label.setText(words)
        self.order_label.setVisible(bool(words))

    def go_to_customer(self) -> None:
        """Put the keyboard where a customer is looked for, or on the one there is; Enter shows the card."""
        (self.search_field if self._customer is None else self.card_button).setFocus()

    def refuse(self, refusal: Refusal, *, moves_keyboard: bool = True) -> None:
        """Say at the search that a customer is needed, or why one cannot be attached."""
        if self._customer is None:
            place_refusal(self.search_field, refusal, moves_keyboard=moves_keyboard)
        else:
            say(self, words_of(refusal))

    def forget_refusal(self) -> None:
        """Take back that a customer is needed; what somebody is searching for stays refused."""
        if not self.search_field.text():
            clear_refusals([self.search_field])

    def clear_search(self) -> None:
        """Empty the search."""
        self.search_field.clear()
        self._pause.stop()
        self._show_matches(())
        clear_refusals([self.search_field])

    def look_up(self) -> None:
        """List the customers that fit what is typed."""
        self._pause.stop()
        try:
            matches = self._operations.read(till.find_customers, self.search_field.text(), _MOST_SHOWN)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        self._show_matches(matches)

    def _show_matches(self, matches: tuple[CustomerMatch, ...]) -> None:
        self._matches = matches
        self.matches_list.clear()
        for match in matches:
            whole = " · ".join(part for part in (match.name, match.phone, match.code) if part)
            row = QListWidgetItem(whole, self.matches_list)
            row.setToolTip(whole)
        self.matches_list.setVisible(bool(matches))
        if matches:
            self.matches_list.setCurrentRow(0)
            height = self.matches_list.sizeHintForRow(0)
            self.matches_list.setMinimumHeight(height * min(len(matches), _LEAST_SHOWN) + 2 * SPACE)
            self.matches_list.setMaximumHeight(height * len(matches) + 2 * SPACE)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._matches):
            self.chosen.emit(self._matches[row].id)

    def _emit_customer(self, signal: SignalInstance) -> None:
        if self._customer is not None:
            signal.emit(self._customer.id)

    def _on_search_field_changed(self) -> None:
        self._pause.start()

    def _on_search_field_return_pressed(self) -> None:
        if not self.search_field.text().strip():
            return
        if self._pause.isActive() or not self._matches:
            self.look_up()
            if len(self._matches) > 1:
                return
        if self._matches:
            self._choose(self.matches_list.currentRow())
        else:
            self.refuse(Refusal(Why.NO_CUSTOMER_MATCHES, Field("customer")))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search_field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            key = Qt.Key(event.key())
            if self._matches and key in moves:
                row = self.matches_list.currentRow() + moves[key]
                self.matches_list.setCurrentRow(max(0, min(row, len(self._matches) - 1)))
                return True
            if key == Qt.Key.Key_Escape and self.search_field.text():
                self.clear_search()
                return True
        return super().eventFilter(watched, event)
