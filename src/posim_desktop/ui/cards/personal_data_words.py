"""What the tables are called, and their columns, in which a customer is given what is kept about them."""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from posim_desktop.queries.cards.kept_of_customer import KeptKind

_FILES: Mapping[KeptKind, str] = {
    KeptKind.CARD: str(QT_TRANSLATE_NOOP("PersonalData", "Card")),
    KeptKind.INVOICES: str(QT_TRANSLATE_NOOP("PersonalData", "Invoices")),
    KeptKind.INVOICE_LINES: str(QT_TRANSLATE_NOOP("PersonalData", "Lines of Invoices")),
    KeptKind.SERIALS: str(QT_TRANSLATE_NOOP("PersonalData", "Serial Numbers")),
    KeptKind.PAYMENTS: str(QT_TRANSLATE_NOOP("PersonalData", "Payments")),
    KeptKind.BACKORDERS: str(QT_TRANSLATE_NOOP("PersonalData", "Backorders")),
    KeptKind.EVENTS: str(QT_TRANSLATE_NOOP("PersonalData", "History of Backorders")),
    KeptKind.PRICES: str(QT_TRANSLATE_NOOP("PersonalData", "Prices Agreed To")),
    KeptKind.MONEY: str(QT_TRANSLATE_NOOP("PersonalData", "Deposits and Credit")),
    KeptKind.SPECIAL_ORDERS: str(QT_TRANSLATE_NOOP("PersonalData", "Special Orders")),
    KeptKind.SPECIAL_LINES: str(QT_TRANSLATE_NOOP("PersonalData", "Lines of Special Orders")),
    KeptKind.ANSWERS: str(QT_TRANSLATE_NOOP("PersonalData", "Answers")),
    KeptKind.WISHES: str(QT_TRANSLATE_NOOP("PersonalData", "Want List")),
    KeptKind.MAILS: str(QT_TRANSLATE_NOOP("PersonalData", "Mails")),
    KeptKind.FILES: str(QT_TRANSLATE_NOOP("PersonalData", "Pictures and Files")),
    KeptKind.AUDIT: str(QT_TRANSLATE_NOOP("PersonalData", "What Was Done with the Card")),
}
_COLUMNS: Mapping[str, str] = {
    "action": str(QT_TRANSLATE_NOOP("PersonalData", "What")),
    "address": str(QT_TRANSLATE_NOOP("PersonalData", "Address")),
    "amount": str(QT_TRANSLATE_NOOP("PersonalData", "Amount")),
    "answer": str(QT_TRANSLATE_NOOP("PersonalData", "Answer")),
    "archived": str(QT_TRANSLATE_NOOP("PersonalData", "Archived")),
    "at": str(QT_TRANSLATE_NOOP("PersonalData", "When")),
    "backorders.number": str(QT_TRANSLATE_NOOP("PersonalData", "Backorder No.")),
    "bill_to": str(QT_TRANSLATE_NOOP("PersonalData", "Bill To")),
    "body": str(QT_TRANSLATE_NOOP("PersonalData", "Text")),
    "canceled": str(QT_TRANSLATE_NOOP("PersonalData", "Canceled")),
    "change": str(QT_TRANSLATE_NOOP("PersonalData", "Change")),
    "company": str(QT_TRANSLATE_NOOP("PersonalData", "Company")),
    "created_at": str(QT_TRANSLATE_NOOP("PersonalData", "Made On")),
    "credit_limit": str(QT_TRANSLATE_NOOP("PersonalData", "Limit on Account")),
    "customer_order": str(QT_TRANSLATE_NOOP("PersonalData", "Customer's Order")),
    "customers.code": str(QT_TRANSLATE_NOOP("PersonalData", "Customer ID")),
    "deposit": str(QT_TRANSLATE_NOOP("PersonalData", "Deposit")),
    "deposit_percent": str(QT_TRANSLATE_NOOP("PersonalData", "Deposit in Percent")),
    "description": str(QT_TRANSLATE_NOOP("PersonalData", "Description")),
    "discard_reason": str(QT_TRANSLATE_NOOP("PersonalData", "Discarded Because")),
    "discount": str(QT_TRANSLATE_NOOP("PersonalData", "Discount")),
    "discount_reason": str(QT_TRANSLATE_NOOP("PersonalData", "Discount Because")),
    "dropped_at": str(QT_TRANSLATE_NOOP("PersonalData", "Dropped On")),
    "email": str(QT_TRANSLATE_NOOP("PersonalData", "Email")),
    "exempt_number": str(QT_TRANSLATE_NOOP("PersonalData", "Tax Exempt No.")),
    "exempt_reason": str(QT_TRANSLATE_NOOP("PersonalData", "Exempt Because")),
    "extension": str(QT_TRANSLATE_NOOP("PersonalData", "Extended")),
    "file_name": str(QT_TRANSLATE_NOOP("PersonalData", "File")),
    "filled": str(QT_TRANSLATE_NOOP("PersonalData", "Filled")),
    "id": str(QT_TRANSLATE_NOOP("PersonalData", "No. of the File")),
    "invoices.number": str(QT_TRANSLATE_NOOP("PersonalData", "Invoice No.")),
    "items.code": str(QT_TRANSLATE_NOOP("PersonalData", "Item ID")),
    "job_tag": str(QT_TRANSLATE_NOOP("PersonalData", "Job")),
    "kind": str(QT_TRANSLATE_NOOP("PersonalData", "Kind")),
    "name": str(QT_TRANSLATE_NOOP("PersonalData", "Name")),
    "needed_by": str(QT_TRANSLATE_NOOP("PersonalData", "Needed By")),
    "note": str(QT_TRANSLATE_NOOP("PersonalData", "Note")),
    "notes": str(QT_TRANSLATE_NOOP("PersonalData", "Notes")),
    "ordered": str(QT_TRANSLATE_NOOP("PersonalData", "Ordered")),
    "outstanding": str(QT_TRANSLATE_NOOP("PersonalData", "Outstanding")),
    "phone": str(QT_TRANSLATE_NOOP("PersonalData", "Phone")),
    "phone2": str(QT_TRANSLATE_NOOP("PersonalData", "Second Phone")),
    "position": str(QT_TRANSLATE_NOOP("PersonalData", "Line")),
    "posted_at": str(QT_TRANSLATE_NOOP("PersonalData", "Posted On")),
    "price_ceiling": str(QT_TRANSLATE_NOOP("PersonalData", "Not Above")),
    "processed_at": str(QT_TRANSLATE_NOOP("PersonalData", "Processed On")),
    "quantity": str(QT_TRANSLATE_NOOP("PersonalData", "Quantity")),
    "question": str(QT_TRANSLATE_NOOP("PersonalData", "Question")),
    "reach": str(QT_TRANSLATE_NOOP("PersonalData", "How to Reach")),
    "reach_by": str(QT_TRANSLATE_NOOP("PersonalData", "Best Reached By")),
    "reach_hours": str(QT_TRANSLATE_NOOP("PersonalData", "Best Time")),
    "reason": str(QT_TRANSLATE_NOOP("PersonalData", "Reason")),
    "received": str(QT_TRANSLATE_NOOP("PersonalData", "Received")),
    "recipient": str(QT_TRANSLATE_NOOP("PersonalData", "Sent To")),
    "reference": str(QT_TRANSLATE_NOOP("PersonalData", "Reference")),
    "return_reason": str(QT_TRANSLATE_NOOP("PersonalData", "Returned Because")),
    "rounding": str(QT_TRANSLATE_NOOP("PersonalData", "Rounding")),
    "serial": str(QT_TRANSLATE_NOOP("PersonalData", "Serial Number")),
    "special_orders.number": str(QT_TRANSLATE_NOOP("PersonalData", "Special Order No.")),
    "state": str(QT_TRANSLATE_NOOP("PersonalData", "State")),
    "status": str(QT_TRANSLATE_NOOP("PersonalData", "State")),
    "storage_place": str(QT_TRANSLATE_NOOP("PersonalData", "Storage Place")),
    "subject": str(QT_TRANSLATE_NOOP("PersonalData", "Subject")),
    "subtotal": str(QT_TRANSLATE_NOOP("PersonalData", "Subtotal")),
    "taken_at": str(QT_TRANSLATE_NOOP("PersonalData", "Paid On")),
    "tax": str(QT_TRANSLATE_NOOP("PersonalData", "Tax")),
    "terms": str(QT_TRANSLATE_NOOP("PersonalData", "Terms")),
    "total": str(QT_TRANSLATE_NOOP("PersonalData", "Total")),
    "trans_code": str(QT_TRANSLATE_NOOP("PersonalData", "Trans Code")),
    "unit": str(QT_TRANSLATE_NOOP("PersonalData", "Unit")),
    "unit_price": str(QT_TRANSLATE_NOOP("PersonalData", "Price")),
    "waiting": str(QT_TRANSLATE_NOOP("PersonalData", "Waiting")),
    "wanted_at": str(QT_TRANSLATE_NOOP("PersonalData", "Since")),
    "will_also_take": str(QT_TRANSLATE_NOOP("PersonalData", "Will Also Take")),
    "workstation": str(QT_TRANSLATE_NOOP("PersonalData", "Workstation")),
}
"""By the name of the column, with its table where that alone does not say enough."""


def file_word(kind: KeptKind) -> str:
    """Say what a table, or a folder of files, is called."""
    return QCoreApplication.translate("PersonalData", _FILES[kind])


def heading(column: str) -> str:
    """Say what stands in a column, which is named with its table: ``invoices.number``."""
    words = _COLUMNS.get(column) or _COLUMNS[column.partition(".")[2]]
    return QCoreApplication.translate("PersonalData", words)
