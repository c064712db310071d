"""The out-of-stock warning. Serves the guide's page "The out-of-stock warning".

Back Order, the first button, sells nothing that is missing, so Enter may press it; a scanner's Enter
never does. Scans that come in while the warning is open wait until it is answered, and the warning says how many.
"""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from posim_desktop.domain.permits import Permit
from posim_desktop.queries.sales.till import OutOfStock, WaitingCustomer
from posim_desktop.ui import formatting, sounds
from posim_desktop.ui.icons import icon
from posim_desktop.ui.refusals import permission_words
from posim_desktop.ui.sounds import Sound
from posim_desktop.ui.style import SPACE, mark

_ICON = 8 * SPACE
_WIDTH = 150 * SPACE


class Answer(Enum):
    """What the person wants to do about goods that are not there."""

    BACK_ORDER = "back order"
    SPLIT = "split"
    SELL_ANYWAY = "sell anyway"
    WANT = "want"
    CANCEL = "cancel"


class OutOfStockDialog(QDialog):
    """Asks what to do with a line that sells more than is available.

    Signals:
        answered(Answer): Emitted once, also for Esc.
    """

    answered = Signal(object)

    def __init__(
        self, warning: OutOfStock, parent: QWidget, *, has_customer: bool, lacking: tuple[Permit, ...] = ()
    ) -> None:
        """Ask.

        Args:
            warning: What there is.
            parent: The till.
            has_customer: Whether the invoice is for somebody, as a backorder must be.
            lacking: What whoever works here may sell only with somebody's approval.
        """
        super().__init__(parent)
        self.warning = warning
        self._answer = Answer.CANCEL
        self.setObjectName("out_of_stock_dialog")
        self.setWindowTitle(self.tr("Out of Stock"))
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self._build(has_customer=has_customer, lacking=lacking)
        self._connect()
        self.back_order_button.setFocus()

    def _build(self, *, has_customer: bool, lacking: tuple[Permit, ...]) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        rows.setSpacing(3 * SPACE)
        rows.addLayout(self._build_heading())
        rows.addWidget(self._build_figures())
        for line in self._others():
            label = QLabel(line)
            label.setWordWrap(True)
            rows.addWidget(label)
        rows.addWidget(self._build_advice(has_customer=has_customer))
        self.approval_label = QLabel(self._approval(lacking))
        self.approval_label.setObjectName("approval_label")
        self.approval_label.setWordWrap(True)
        mark(self.approval_label, role="attention")
        self.approval_label.setVisible(bool(lacking))
        rows.addWidget(self.approval_label)
        self.scans_label = QLabel()
        self.scans_label.setObjectName("scans_label")
        mark(self.scans_label, role="attention")
        self.scans_label.hide()
        rows.addWidget(self.scans_label)
        rows.addLayout(self._build_buttons())
        self.want_button.setEnabled(has_customer)
        self.want_button.setToolTip(
            self.tr("Note the wish for {units}, without promise or charge; nothing is put on the invoice.").format(
                units=formatting.quantity(self.warning.shortage)
            )
            if has_customer
            else self.tr("Attach the customer first, whose wish it is.")
        )
        if lacking:
            self.sell_anyway_button.setIcon(icon("lock"))
            self.sell_anyway_button.setToolTip(self.approval_label.text())
            self.sell_anyway_button.setAccessibleDescription(self.approval_label.text())

    def _build_heading(self) -> QHBoxLayout:
        sign = QLabel()
        sign.setPixmap(icon("triangle-alert", role="attention").pixmap(_ICON, _ICON))
        available = max(Decimal(0), self.warning.left)
        words = (
            self.tr("Only {left} of {wanted} can be sold from stock")
            if available > 0
            else self.tr("Nothing is available")
        )
        self.heading_label = QLabel(
            words.format(left=formatting.quantity(available), wanted=formatting.quantity(self.warning.wanted))
        )
        mark(self.heading_label, role="title")
        self.item_label = QLabel(f"{self.warning.item} – {self.warning.description}")
        self.item_label.setWordWrap(True)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE)
        texts.addWidget(self.heading_label)
        texts.addWidget(self.item_label)
        columns = QHBoxLayout()
        columns.setSpacing(3 * SPACE)
        columns.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(texts, 1)
        return columns

    def _build_figures(self) -> QFrame:
        frame = QFrame()
        mark(frame, card=True)
        grid = QGridLayout(frame)
        grid.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        grid.setVerticalSpacing(SPACE)
        figures = (
            (self.tr("On Hand"), self.warning.on_hand),
            (self.tr("Available"), self.warning.available),
            (self.tr("On This Line"), self.warning.wanted),
            (self.tr("On Order"), self.warning.expected),
        )
        for column, (caption, quantity) in enumerate(figures):
            name, value = QLabel(caption), QLabel(formatting.quantity(quantity))
            mark(name, role="label")
            mark(value, role="title")
            value.setAccessibleName(f"{caption} {value.text()}")
            grid.addWidget(name, 0, column)
            grid.addWidget(value, 1, column)
        return frame

    def _others(self) -> list[str]:
        lines = []
        if self.warning.backordered > 0:
            lines.append(
                self.tr("Already back-ordered for others: {quantity} ({who})").format(
                    quantity=formatting.quantity(self.warning.backordered), who=self._names(self.warning.waiting)
                )
            )
        if self.warning.set_aside:
            lines.append(self.tr("Set aside for: {who}").format(who=self._names(self.warning.set_aside)))
        return lines

    def _names(self, rows: Sequence[WaitingCustomer]) -> str:
        return ", ".join(
            f"{row.customer or self.tr('no customer named')} {formatting.quantity(row.quantity)}" for row in rows
        )

    def _build_advice(self, *, has_customer: bool) -> QLabel:
        words = []
        if self.warning.can_split:
            words.append(
                self.tr("Split sells {left} now and back-orders {rest}.").format(
                    left=formatting.quantity(self.warning.left), rest=formatting.quantity(self.warning.shortage)
                )
            )
        if not has_customer:
            words.append(self.tr("A backorder needs a customer before you can post it."))
        self.advice_label = QLabel(" ".join(words))
        self.advice_label.setWordWrap(True)
        mark(self.advice_label, role="muted")
        self.advice_label.setVisible(bool(words))
        return self.advice_label

    def _approval(self, lacking: tuple[Permit, ...]) -> str:
        """Say that Sell Anyway needs somebody else, before anything is sold and any money is taken."""
        return self.tr("Sell Anyway needs the approval of somebody who may: {deeds}.").format(
            deeds="; ".join(permission_words(need.permission) for need in lacking)
        )

    def _build_buttons(self) -> QHBoxLayout:
        self.back_order_button = self._button(self.tr("&Back Order"), Answer.BACK_ORDER, primary=True)
        self.split_button = self._button(self.tr("&Split"), Answer.SPLIT)
        self.split_button.setVisible(self.warning.can_split)
        self.sell_anyway_button = self._button(self.tr("Sell &Anyway"), Answer.SELL_ANYWAY)
        self.want_button = self._button(self.tr("&Want List"), Answer.WANT)
        self.cancel_button = self._button(self.tr("&Cancel"), Answer.CANCEL)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addStretch(1)
        for button in (
            *(self.cancel_button, self.sell_anyway_button, self.want_button),
            *(self.split_button, self.back_order_button),
        ):
            columns.addWidget(button)
        return columns

    def _button(self, label: str, answer: Answer, *, primary: bool = False) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(f"{answer.name.lower()}_button")
        button.setAccessibleName(label.replace("&", ""))
        mark(button, tender=True, primary=primary)
        button.setDefault(primary)
        button.clicked.connect(lambda: self._settle(answer))
        return button

    def _connect(self) -> None:
        self.finished.connect(lambda _result: self.answered.emit(self._answer))

    def show_scans(self, count: int) -> None:
        """Say how many scans wait for the answer."""
        self.scans_label.setText(
            self.tr("Scans waiting: {count}. They will be added after you answer.").format(
                count=formatting.count(count)
            )
        )
        self.scans_label.show()

    def _settle(self, answer: Answer) -> None:
        self._answer = answer
        self.accept()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        sounds.play(Sound.ATTENTION)

    @override
    def reject(self) -> None:
        self._answer = Answer.CANCEL
        super().reject()
