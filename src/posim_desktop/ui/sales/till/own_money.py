"""The customer's own money in Pay: one button for deposits, one for credit. Serves the guide's page on deposits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales import customer_money as money_rules
from posim_desktop.domain.sales.customer_money import Use
from posim_desktop.domain.sales.tenders import SHIPPED, Tender, TenderKind, of_customer
from posim_desktop.queries.sales.customer_money import NOTHING_HELD, Held
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark


@dataclass(frozen=True, slots=True)
class Payable:
    """What the customer's own money can pay of an invoice.

    Attributes:
        held: What is held for the customer.
        goods: What the invoice comes to without its deposits.
        filled: How many units of each backorder it hands over.
    """

    held: Held = NOTHING_HELD
    goods: Decimal = ZERO
    filled: tuple[tuple[int, Decimal], ...] = ()


class OwnMoney(QWidget):
    """Offers a customer's deposits and credit; hidden where there is nothing to offer.

    Signals:
        chosen(tuple): These tenders are used.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._payable = Payable()
        self._uses: tuple[Use, ...] = ()
        self._credit = ZERO
        self.deposit_button = self._build_button("deposit_button")
        self.credit_button = self._build_button("credit_button")
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(SPACE)
        columns.addWidget(self.deposit_button, 1)
        columns.addWidget(self.credit_button, 1)
        self.deposit_button.clicked.connect(self._on_deposit_button_clicked)
        self.credit_button.clicked.connect(self._on_credit_button_clicked)
        self.hide()

    def _build_button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setMinimumWidth(0)
        mark(button, note=True)
        return button

    def lettered_words(self) -> tuple[str, str, str]:
        """Return what can stand on the buttons with a letter marked: a deposit, on account, kept as credit."""
        return self.tr("D&eposit {amount}"), self.tr("O&n Account {amount}"), self.tr("&As Credit {amount}")

    def take_over(self, payable: Payable) -> None:
        """Take over what can be paid by now."""
        self._payable = payable

    def offer(self, due: Decimal, tenders: Sequence[Tender]) -> None:
        """Offer what is left to be used, at most what is due: of each deposit its share, and the credit.

        Args:
            due: What is still to be paid, below zero what the shop pays.
            tenders: What stands on the invoice.
        """
        held, used = self._payable.held, of_customer(tenders)
        of_goods = self._payable.goods - used
        standing = {tender.backorder_id for tender in tenders}
        usable = [
            Use(each.backorder_id, money_rules.share(each.balance, each.units, part))
            for backorder_id, part in self._payable.filled
            if (each := held.of(backorder_id)) is not None and backorder_id not in standing
        ]
        self._uses = money_rules.at_most(usable, min(due, of_goods))
        has_credit = any(tender.kind is TenderKind.CREDIT for tender in tenders)
        if due > 0 and of_goods > 0 and not has_credit:
            self._credit = min(due, of_goods, held.usable_credit)
        else:
            self._credit = max(due, of_goods) if due < 0 and of_goods < 0 and not has_credit else ZERO
        self._show()

    def _show(self) -> None:
        deposits = sum((use.amount for use in self._uses), ZERO)
        credit = self._credit
        on_account = credit > 0 and self._payable.held.credit < credit
        deposit, on_account_words, as_credit = self.lettered_words()
        words = on_account_words if on_account else self.tr("Credit {amount}")
        words = as_credit if credit < 0 else words
        for button, label, amount in (
            (self.deposit_button, deposit, deposits),
            (self.credit_button, words, credit),
        ):
            button.setText(label.format(amount=formatting.money(abs(amount))))
            button.setAccessibleName(button.text().replace("&", ""))
            button.setVisible(amount != 0)
        self.setVisible(bool(deposits or credit))

    def _on_deposit_button_clicked(self) -> None:
        kind = TenderKind.DEPOSIT
        self.chosen.emit(
            tuple(Tender(kind, use.amount, terms=SHIPPED[kind], backorder_id=use.backorder_id) for use in self._uses)
        )

    def _on_credit_button_clicked(self) -> None:
        kind = TenderKind.CREDIT
        self.chosen.emit((Tender(kind, self._credit, terms=SHIPPED[kind]),))
