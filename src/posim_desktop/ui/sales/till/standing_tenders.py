"""What was handed over for an invoice so far, each with a button that gives it back. Serves "Pay and post"."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posim_desktop.printing.sales.invoice import reference_words, tender_name
from posim_desktop.queries.sales.working_rows import StandingTender
from posim_desktop.ui import formatting
from posim_desktop.ui.style import SPACE, mark
from posim_desktop.ui.widgets.elided import ElidedLabel
from posim_desktop.ui.widgets.scrolled_rows import ScrolledRows


class StandingTenders(QWidget):
    """Lists the tenders that stand on an invoice.

    Attributes:
        give_back_buttons: Their buttons, in the same order.

    Signals:
        give_back_requested(StandingTender): Give this one back.
    """

    give_back_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.give_back_buttons: list[QPushButton] = []
        scrolled = ScrolledRows()
        self._rows = scrolled.rows
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled)

    def show_tenders(self, tenders: Sequence[StandingTender]) -> None:
        """Show these, in order."""
        while (old := self._rows.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.give_back_buttons = []
        for tender in tenders:
            self._rows.addWidget(self._row(tender))

    def _row(self, tender: StandingTender) -> QWidget:
        row = QWidget()
        called = tender_name(tender.kind, tender.terms.name)
        name = ElidedLabel(f"{called} {tender.reference}".strip())
        amount = QLabel(formatting.money(tender.amount))
        amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        paid_out = tender.amount < 0
        give_back = QPushButton(self.tr("Take Back") if paid_out else self.tr("Give Back"))
        label = self.tr("Take Back {tender}") if paid_out else self.tr("Give Back {tender}")
        give_back.setAccessibleName(label.format(tender=f"{called} {amount.text()}"))
        mark(give_back, link=True)
        give_back.clicked.connect(partial(self.give_back_requested.emit, tender))
        self.give_back_buttons.append(give_back)
        told = [f"{tender.employee}, {formatting.date_time(tender.taken_at)}"] if tender.taken_at is not None else []
        row.setToolTip("\n".join([*told, *filter(None, [reference_words(tender.reference)])]))
        columns = QHBoxLayout(row)
        columns.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
        columns.addWidget(name, 1)
        columns.addWidget(amount)
        columns.addWidget(give_back)
        return row
