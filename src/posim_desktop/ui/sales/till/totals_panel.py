"""What a working invoice comes to, and the way to paying it. Serves the guide's page "Pay and post"."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.money import ZERO
from posim_desktop.printing.sales.invoice import is_charged, tender_name
from posim_desktop.queries.sales.invoice_reading import TaxLine
from posim_desktop.queries.sales.working_rows import WorkingDetails
from posim_desktop.ui import formatting
from posim_desktop.ui.icons import icon
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.sales import discount_words
from posim_desktop.ui.sales.till.due import still_due
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.amount_label import AmountLabel
from posim_desktop.ui.widgets.scrolled import Scrolled

_LEAST_SUMS = 9 * SPACE  # two of them in sight


class TotalsPanel(QFrame):
    """Subtotal, each tax, and the amount due in large figures.

    Signals:
        cash_requested: Take what is due in cash.
        pay_requested: Go on to paying.
    """

    cash_requested = Signal()
    pay_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums: list[tuple[QLabel, QLabel]] = []
        self.setProperty("card", True)
        self._build()
        self.cash_button.clicked.connect(self.cash_requested)
        self.pay_button.clicked.connect(self.pay_requested)
        self.show_totals(None)

    def _build(self) -> None:
        sums = QWidget()
        self.sums_grid = QGridLayout(sums)
        self.sums_grid.setContentsMargins(0, 0, 0, 0)
        self.sums_grid.setHorizontalSpacing(4 * SPACE)
        self.sums_grid.setVerticalSpacing(SPACE)
        self.sums_grid.setColumnStretch(0, 1)
        self.due_caption = QLabel(self.tr("Amount Due"))
        self.due_caption.setObjectName("due_caption")
        mark(self.due_caption, role="label")
        self.due_label = AmountLabel()
        self.due_label.setObjectName("due_label")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
        rows.setSpacing(SPACE)
        # A sale under several tax codes of several taxes has more sums than a low window has room for.
        scrolled = Scrolled(sums, least_height=_LEAST_SUMS)
        scrolled.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        rows.addWidget(scrolled)
        rows.addWidget(self.due_caption)
        rows.addWidget(self.due_label)
        rows.addSpacing(2 * SPACE)
        rows.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        self.cash_button = QPushButton(self.tr("Exact Cash"))
        self.cash_button.setObjectName("cash_button")
        self.cash_button.setAccessibleName(self.cash_button.text())
        mark(self.cash_button, tender=True)
        self.pay_button = QPushButton(self.tr("Pay"))
        self.pay_button.setObjectName("pay_button")
        self.pay_button.setAccessibleName(self.pay_button.text())
        self.pay_button.setIcon(icon("banknote", role="on_accent"))
        mark(self.pay_button, tender=True, primary=True)
        columns = QHBoxLayout()
        columns.setSpacing(2 * SPACE)
        columns.addWidget(self.cash_button)
        columns.addWidget(self.pay_button, 1)
        return columns

    def show_totals(self, details: WorkingDetails | None) -> None:
        """Show an invoice's sums."""
        total = details.total if details else ZERO
        handed_over = details.tenders if details else ()
        coin = details.coin if details else ZERO
        caption, due = still_due(total, [tender.for_rules() for tender in handed_over], coin)
        self.due_caption.setText(self.tr("Amount Due") if total >= 0 and not handed_over else caption)
        self.due_label.setText(formatting.amount(due))
        self.due_label.setAccessibleName(f"{self.due_caption.text()} {self.due_label.text()}")
        subtotal = details.subtotal + details.off_sale - details.deposits if details else ZERO
        sums = [(self.tr("Subtotal"), formatting.money(subtotal))]
        sums += discount_words.of_sale(details) if details else []
        sums += tax_lines(details.taxes if details else (), inclusive=bool(details and details.tax_inclusive))
        if details and details.exemption:
            words = self.tr("Tax exempt, {number}")
            sums.append((words.format(number=details.exemption.number), formatting.money(ZERO)))
        if details and details.deposits:
            sums.append((self.tr("Deposits"), formatting.money(details.deposits)))
        sums += [
            (tender_name(tender.kind, tender.terms.name), formatting.money(-tender.amount)) for tender in handed_over
        ]
        self._show_sums(sums)

    def mark_pay(self, *, main: bool) -> None:
        """Let Pay be the screen's main button, or another one."""
        mark(self.pay_button, primary=main)
        self._show_sign()

    def _show_sign(self) -> None:
        on_it = "on_accent" if self.pay_button.property("primary") else "text"
        self.pay_button.setIcon(icon("banknote", role=on_it if self.pay_button.isEnabled() else "disabled"))

    def show_refusal(self, refusal: Refusal | None) -> None:
        """Let the invoice be paid, or say on the buttons why not."""
        for button, key in ((self.cash_button, "F11"), (self.pay_button, "F12")):
            button.setEnabled(refusal is None)
            button.setToolTip(words_of(refusal) if refusal else key)
        self._show_sign()

    def _show_sums(self, sums: Sequence[tuple[str, str]]) -> None:
        """Write the sums into the labels that are there: other labels would lay the whole window out again."""
        for row in range(len(self._sums), len(sums)):
            self._sums.append(self._build_sum(row))
        for row, (name, value) in enumerate(self._sums):
            caption, amount = sums[row] if row < len(sums) else ("", "")
            name.setText(caption)
            value.setText(amount)
            name.setVisible(row < len(sums))
            value.setVisible(row < len(sums))

    def _build_sum(self, row: int) -> tuple[QLabel, QLabel]:
        name, value = QLabel(), QLabel()
        mark(name, role="muted")
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.sums_grid.addWidget(name, row, 0)
        self.sums_grid.addWidget(value, row, 1)
        return name, value


def tax_lines(taxes: Sequence[TaxLine], *, inclusive: bool) -> list[tuple[str, str]]:
    """Write each tax as caption and amount."""
    words = _tr("incl. Tax {name} {rate}%") if inclusive else _tr("Tax {name} {rate}%")
    return [
        (words.format(name=tax.name, rate=formatting.quantity(tax.rate)), formatting.money(tax.tax))
        for tax in filter(is_charged, taxes)
    ]


def _tr(words: str) -> str:
    return QCoreApplication.translate("TotalsPanel", words)
