"""What a row of a customer's money says, on the screen and on paper. Serves the guide's page "Deposits and credit"."""

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.queries.money_held import MoneyRow


def what_happened(row: MoneyRow) -> str:
    """Say what a row did to the money."""
    if row.kind is MoneyKind.MOVED:
        return _where_it_moved(row)
    if row.kind is MoneyKind.TAKEN:
        return _tr("Deposit") if row.backorder_id is not None else _tr("Paid in")
    words = {
        MoneyKind.CREDITED: _tr("Refunded as credit"),
        MoneyKind.APPLIED: _tr("Used to pay"),
        MoneyKind.REFUNDED: _tr("Paid back"),
        MoneyKind.FORFEITED: _tr("Cancellation fee"),
    }
    return words[row.kind]


def _where_it_moved(row: MoneyRow) -> str:
    comes = row.amount > 0
    if row.is_between_cards:
        return _tr("From the card that was merged") if comes else _tr("To the card that is used now")
    if row.other_backorder_number is None:
        return _tr("From credit") if comes else _tr("To credit")
    words = _tr("From backorder {number}") if comes else _tr("To backorder {number}")
    return words.format(number=row.other_backorder_number)


def document_of(row: MoneyRow) -> str:
    """Name the invoice of a row; blank where money only moved."""
    if row.invoice_id is None:
        return ""
    if row.invoice_number is None:
        return _tr("Open invoice")
    return _tr("Invoice {number}").format(number=row.invoice_number)


def _tr(words: str) -> str:
    return QCoreApplication.translate("money_words", words)
