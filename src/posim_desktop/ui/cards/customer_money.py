"""What the shop holds for a customer, on their card. Serves the guide's page "Deposits and credit"."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from posim_desktop.domain.errors import TroubleError
from posim_desktop.queries import money_held
from posim_desktop.queries.cards.customers import CustomerDetails
from posim_desktop.queries.money_held import MoneyTerm
from posim_desktop.queries.sales import customer_money, tender_types
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import say
from posim_desktop.ui.refusals import words_of_trouble
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.button_bar import named_button
from posim_desktop.ui.widgets.card import Card
from posim_desktop.ui.widgets.folding_buttons import FoldingButtons
from posim_desktop.ui.widgets.money_rows import Rows, show_money_rows
from posim_desktop.ui.widgets.money_strip import MoneyStrip, figure_name

_STRIP_WIDTH = 100 * SPACE  # up to this wide it stays on one line, and the buttons beside it fold first


class MoneySection(QWidget):
    """Deposits in one sum, the credit, or what is owed on account, and what can be done about it."""

    def __init__(self, card: Card[CustomerDetails]) -> None:
        super().__init__()
        self._card = card
        self.strip = MoneyStrip()
        self.strip.setObjectName("money_strip")
        self.credit_caption = QLabel()
        self.credit_caption.setObjectName("credit_caption")
        mark(self.credit_caption, role="label")
        self.credit_link = QPushButton()
        self.credit_link.setObjectName("credit_link")
        self.credit_link.setAutoDefault(False)
        self.credit_link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        mark(self.credit_link, link=True, role="title")
        self.credit_caption.setBuddy(self.credit_link)
        self.put_button = named_button("put_credit_button", self.tr("Put on Bac&korder…"))
        self.refund_button = named_button("refund_credit_button", self.tr("Refund Cred&it…"))
        self.statement_button = named_button("statement_button", self.tr("Stateme&nt…"), "printer")
        self._build()
        self.strip.chosen.connect(self._on_strip_chosen)
        self.credit_link.clicked.connect(self._on_credit_link_clicked)
        self.refund_button.clicked.connect(self._on_refund_button_clicked)
        self.put_button.clicked.connect(self._on_put_button_clicked)
        self.statement_button.clicked.connect(self._on_statement_button_clicked)

    def _build(self) -> None:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(self.credit_caption)
        pair.addWidget(self.credit_link)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(3 * SPACE)
        columns.addWidget(self.strip, 1)
        columns.addLayout(pair)
        columns.addStretch()
        columns.addWidget(FoldingButtons((self.put_button, self.refund_button, self.statement_button)))

    def show_details(self, details: CustomerDetails) -> None:
        """Show what is held for a customer."""
        self.strip.setVisible(bool(details.deposits))
        self.strip.show_figures(details.deposits)
        self.strip.setMinimumWidth(min(self.strip.wide(), _STRIP_WIDTH))
        name = self.tr("Owed on Account") if details.credit < 0 else self.tr("Credit")
        if details.credit_limit:
            limit = formatting.money(details.credit_limit)
            name = self.tr("{name} (limit on account {limit})").format(name=name, limit=limit)
        written = formatting.money(abs(details.credit))
        self.credit_caption.setText(name)
        self.credit_link.setAccessibleName(name)
        self.credit_link.setAccessibleDescription(written)
        self.credit_link.setText(written)
        for button in (self.put_button, self.refund_button):
            button.setEnabled(details.credit > 0)
            button.setToolTip("" if details.credit > 0 else self.tr("This customer has no credit."))

    def _on_strip_chosen(self, figure: MoneyTerm) -> None:
        self._show_rows(figure_name(figure), lambda read, whose: read(money_held.rows_of_customer, whose, figure))

    def _on_credit_link_clicked(self) -> None:
        self._show_rows(self.credit_caption.text(), lambda read, whose: read(money_held.credit_rows, whose))

    def _show_rows(self, title: str, rows: Callable[[Callable[..., Rows], int], Rows]) -> None:
        details, operations = self._card.details, self._card.operations
        if details is not None:
            whose = details.id
            show_money_rows(
                self._card,
                operations,
                title=title,
                whose=details.fields.name,
                read=lambda: rows(operations.read, whose),
            )

    def _on_put_button_clicked(self) -> None:
        from posim_desktop.ui.cards.put_credit import PutCreditDialog  # noqa: PLC0415 - when first opened

        details, operations = self._card.details, self._card.operations
        if details is None:
            return
        try:
            held = operations.read(customer_money.held_for, details.id)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        if not held.deposits:
            say(self, self.tr("Nothing is on backorder for this customer."))
            return
        self._open(PutCreditDialog(self._card, operations, held=held))

    def _on_refund_button_clicked(self) -> None:
        from posim_desktop.ui.cards.refund_credit import RefundCreditDialog  # noqa: PLC0415 - when first opened

        details, operations = self._card.details, self._card.operations
        if details is None:
            return
        try:
            tenders = operations.read(tender_types.in_use)
        except TroubleError as trouble:
            say(self, words_of_trouble(trouble))
            return
        dialog = RefundCreditDialog(
            self._card,
            operations,
            customer_id=details.id,
            customer=details.fields.name,
            held=details.credit,
            tenders=tenders,
        )
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._card.activateWindow)
        dialog.open()

    def _on_statement_button_clicked(self) -> None:
        from posim_desktop.ui.cards.statement import StatementDialog  # noqa: PLC0415 - when first opened

        details = self._card.details
        if details is not None:
            name = details.fields.name
            StatementDialog(self._card, self._card.operations, customer_id=details.id, customer=name).open()
