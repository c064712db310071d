"""Where the money goes that a cancellation frees: refund, credit, what stays on the rest, and the fee.

Serves the guide's pages "Cancel part of a backorder" and "Deposits and credit".
"""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.money import ZERO
from posim_desktop.domain.sales.customer_money import Disposition, share
from posim_desktop.domain.sales.deposits import usual_fee
from posim_desktop.domain.sales.tenders import ShopTender, Tender
from posim_desktop.printing.sales.invoice import tender_name
from posim_desktop.queries.sales import on_deposit, tender_types
from posim_desktop.queries.sales.customer_money import HeldDeposit
from posim_desktop.queries.shop import preferences
from posim_desktop.ui import formatting
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.drop_down import DropDown
from posim_desktop.ui.widgets.edits import MoneyEdit, with_hint

_STAYS = 2
"""The column of what stays on the rest."""


class FreedMoneyEdit(QWidget):
    """One row: of what is freed, what is typed goes where it says, and the rest stays, or with no units left is credit.

    Signals:
        edited: Something else was typed.
    """

    edited = Signal()

    def __init__(self, held: HeldDeposit, cancel_fee_percent: int, *, is_one_of_several: bool = False) -> None:
        super().__init__()
        self.held = held
        self._fee_percent = cancel_fee_percent
        self._is_one_of_several = is_one_of_several
        self._freed = ZERO
        self._units_left = True
        self.refund_edit = MoneyEdit("refund")
        self.credit_edit = MoneyEdit("credit")
        self.fee_edit = MoneyEdit("fee")
        self.stays_edit = MoneyEdit("stays")
        self.stays_edit.setReadOnly(True)
        self.stays_edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        for edit in (self.refund_edit, self.credit_edit, self.fee_edit):
            edit.set_value(ZERO)
            edit.textEdited.connect(self._on_edited)

    @property
    def inputs(self) -> dict[str, QWidget]:
        """The inputs by the names of their refusals."""
        return {"refund": self.refund_edit, "credit": self.credit_edit, "fee": self.fee_edit}

    def _build(self) -> None:
        self.question_label = QLabel()
        self.question_label.setObjectName("freed_label")
        self.question_label.setWordWrap(True)
        mark(self.question_label, role="value")
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        self._captions: dict[MoneyEdit, QLabel] = {}
        for column, (name, label, edit) in enumerate(
            (
                ("refund", self.tr("Refund"), self.refund_edit),
                ("credit", self.tr("Keep as Credit"), self.credit_edit),
                ("stays", self.tr("Stays on the Rest"), self.stays_edit),
                ("fee", self.tr("Cancellation Fee"), self.fee_edit),
            )
        ):
            caption = QLabel(label)
            caption.setBuddy(edit)
            mark(caption, role="label")
            number = f"_{self.held.number}" if self._is_one_of_several else ""
            edit.setObjectName(f"{name}{number}_edit")
            edit.setAccessibleName(f"{label} {self.held.number}" if self._is_one_of_several else label)
            self._captions[edit] = caption
            grid.addWidget(caption, 0, column)
            grid.addWidget(with_hint(edit), 1, column)
            grid.setColumnStretch(column, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * SPACE)
        rows.addWidget(self.question_label)
        rows.addLayout(grid)

    def cancel(self, quantity: Decimal) -> None:
        """Show what canceling so many units frees; with nothing freed there is nothing to ask."""
        within = min(max(quantity, ZERO), self.held.units)
        self._freed = share(self.held.balance, self.held.units, within) if within > 0 else ZERO
        self._units_left = within < self.held.units
        words = self.tr("What happens with {amount}?")
        if self._is_one_of_several:
            words = self.tr("Backorder {number}: what happens with {amount}?")
        amount = formatting.amount(self._freed)
        self.question_label.setText(words.format(number=self.held.number, amount=amount))
        most = formatting.money(usual_fee(self._freed, self._fee_percent))
        self.fee_edit.setToolTip(self.tr("Up to {most} without a permission").format(most=most))
        for widget in (self.stays_edit, self._captions[self.stays_edit]):
            widget.setVisible(self._units_left)
        self._grid.setColumnStretch(_STAYS, int(self._units_left))
        self.credit_edit.setReadOnly(not self._units_left)
        self.credit_edit.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if self._units_left else Qt.FocusPolicy.NoFocus  # it is what the others leave
        )
        if self._units_left and not self.credit_edit.isModified():
            self.credit_edit.set_value(ZERO)
        self.setVisible(bool(self._freed))
        self._show_rest()

    @property
    def refund(self) -> Decimal:
        """What is to be paid back, as far as an amount is typed."""
        return _typed(self.refund_edit) if self._freed else ZERO

    def disposition(self) -> Disposition | None:
        """Return where the money goes; None where nothing is freed.

        Raises:
            RefusedError: Something that was typed is no amount; names its input.
        """
        if not self._freed:
            return None
        refund, fee = self.refund_edit.value(), self.fee_edit.value()
        credit = self.credit_edit.value() if self._units_left else max(ZERO, self._freed - refund - fee)
        return Disposition(fee=fee, refund=refund, credit=credit)

    def _on_edited(self) -> None:
        self._show_rest()
        self.edited.emit()

    def _show_rest(self) -> None:
        """Show where what is not named goes."""
        named = _typed(self.refund_edit) + _typed(self.fee_edit)
        if self._units_left:
            self.stays_edit.set_value(max(ZERO, self._freed - named - _typed(self.credit_edit)))
        else:
            self.credit_edit.set_value(max(ZERO, self._freed - named))


def _typed(edit: MoneyEdit) -> Decimal:
    try:
        return edit.value()
    except RefusedError:
        return ZERO


class RefundBy(DropDown):
    """By what money is paid back: the shop's tenders that need neither a terminal nor a reference."""

    def __init__(self, tenders: Sequence[ShopTender]) -> None:
        super().__init__()
        at_hand = [each for each in tenders if not each.terms.by_terminal and not each.terms.asks_reference]
        for each in at_hand or tenders:
            self.addItem(tender_name(each.kind, each.terms.name), each)
        self.setCurrentIndex(0 if self.count() else -1)

    def tender(self) -> Tender | None:
        """Return what it is paid back by; the verb works the amount out."""
        chosen = self.currentData()
        return chosen.paying(ZERO) if isinstance(chosen, ShopTender) else None


class FreedMoney(QWidget):
    """Where the money goes that a cancellation frees, a row for each deposit, and by what a refund is paid.

    Signals:
        resized: It wants more room, or less.
    """

    resized = Signal()

    def __init__(self, held: Sequence[HeldDeposit], cancel_fee_percent: int, tenders: Sequence[ShopTender]) -> None:
        super().__init__()
        several = len(held) > 1
        self.edits = [FreedMoneyEdit(each, cancel_fee_percent, is_one_of_several=several) for each in held]
        self.refund_by = RefundBy(tenders)
        self.refund_by.setObjectName("refund_by_edit")
        self.refund_by.setAccessibleName(self.tr("Refund By"))
        self._caption = QLabel(self.tr("Refund By"))
        self._caption.setBuddy(self.refund_by)
        mark(self._caption, role="label")
        by = QHBoxLayout()
        by.setSpacing(3 * SPACE)
        by.addWidget(self._caption)
        by.addWidget(self.refund_by, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3 * SPACE)
        for edit in self.edits:
            edit.edited.connect(self._show_road)
            rows.addWidget(edit)
        rows.addLayout(by)
        self._show_road()

    @property
    def inputs(self) -> dict[str, QWidget]:
        """The inputs by the names of their refusals, where there is only one of each."""
        return self.edits[0].inputs if len(self.edits) == 1 else {}

    def cancel(self, quantities: Mapping[int, Decimal]) -> None:
        """Show what canceling so many units of each backorder frees."""
        for edit in self.edits:
            edit.cancel(quantities.get(edit.held.backorder_id, ZERO))
        self._show_road()

    def money(self) -> tuple[tuple[int, Disposition], ...]:
        """Return where the money of each backorder goes.

        Raises:
            RefusedError: Something that was typed is no amount; names its input.
        """
        named = ((edit.held.backorder_id, edit.disposition()) for edit in self.edits)
        return tuple((backorder_id, wish) for backorder_id, wish in named if wish is not None)

    def tender(self) -> Tender | None:
        """Return by what a refund is paid; None where nothing is paid back."""
        return self.refund_by.tender() if self._refunds() else None

    def _refunds(self) -> bool:
        return any(edit.refund > 0 for edit in self.edits)

    def _show_road(self) -> None:
        for widget in (self._caption, self.refund_by):
            widget.setVisible(self._refunds())
        QTimer.singleShot(0, self.resized.emit)  # once the rows have been laid out


def freed_money(operations: Operations, backorder_ids: Collection[int]) -> FreedMoney | None:
    """Ask about the deposits of backorders; None where nothing is held for them.

    Raises:
        TroubleError: The database cannot be reached.
    """
    held = operations.read(on_deposit.deposits, backorder_ids)
    if not held:
        return None
    percent = operations.read(preferences.load).cancel_fee_percent
    return FreedMoney(held, percent, operations.read(tender_types.in_use))
