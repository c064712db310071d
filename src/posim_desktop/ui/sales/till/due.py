"""What is still due of an invoice in words and as a figure. Serves the guide's page "Pay and post"."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.sales import tenders as tender_rules
from posim_desktop.domain.sales.tenders import Tender


def still_due(total: Decimal, tenders: Sequence[Tender], coin: Decimal) -> tuple[str, Decimal]:
    """Return what is still due of an invoice, or the change: its caption and its amount."""
    due = -tender_rules.change_due(total, tenders, coin)
    to_pay = tender_rules.due_of(total, tenders)
    if to_pay >= 0 and due < 0:
        is_settled = tender_rules.tender_refusal(total, tenders, coin) is None
        return (_tr("Change") if is_settled else _tr("To Give Back")), -due
    return (_tr("To Pay Out") if to_pay < 0 else _tr("Still Due")), abs(due)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Due", words)
