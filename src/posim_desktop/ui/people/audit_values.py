"""The fields of an audit event as rows: what was there before, and after. Serves the guide's page "The audit"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain import tax
from posim_desktop.domain.audit_fields import APPROVED_BY, CHANGED, KEYED, REFERS, ROWS_REFER
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.changes import Record
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.printing.sales.invoice import tender_word
from posim_desktop.queries.people.audit import AuditDetails, Names
from posim_desktop.ui import formatting
from posim_desktop.ui.models.fixed_rows import Link
from posim_desktop.ui.people.audit_words import name_words, record_words
from posim_desktop.ui.people.deeds import DEEDS, said
from posim_desktop.ui.people.role_names import role_name
from posim_desktop.ui.refusal_words.marking import QT_TRANSLATE_NOOP

_MANY = 12
"""Values of a list that are written out."""

LABELS: Mapping[str, str] = {
    "number": QT_TRANSLATE_NOOP("AuditField", "Number"),
    "item_id": QT_TRANSLATE_NOOP("AuditField", "Item"),
    "line": QT_TRANSLATE_NOOP("AuditField", "Line"),
    "sheet": QT_TRANSLATE_NOOP("AuditField", "Change"),
    "lines": QT_TRANSLATE_NOOP("AuditField", "Lines"),
    "quantity": QT_TRANSLATE_NOOP("AuditField", "Quantity"),
    "unit_price": QT_TRANSLATE_NOOP("AuditField", "Price"),
    "discount": QT_TRANSLATE_NOOP("AuditField", "Discount"),
    "discount_percent": QT_TRANSLATE_NOOP("AuditField", "Discount %"),
    "sale_discount": QT_TRANSLATE_NOOP("AuditField", "Discount on the sale"),
    "sale_percent": QT_TRANSLATE_NOOP("AuditField", "Discount on the sale %"),
    "exempt": QT_TRANSLATE_NOOP("AuditField", "Tax exempt"),
    "exempt_number": QT_TRANSLATE_NOOP("AuditField", "Exemption number"),
    "exempt_reason": QT_TRANSLATE_NOOP("AuditField", "Exempt because"),
    "discount_reason": QT_TRANSLATE_NOOP("AuditField", "Reason for the discount"),
    "extension": QT_TRANSLATE_NOOP("AuditField", "Extended"),
    "total": QT_TRANSLATE_NOOP("AuditField", "Total"),
    "deposits": QT_TRANSLATE_NOOP("AuditField", "Deposits"),
    "freed": QT_TRANSLATE_NOOP("AuditField", "Freed of the deposit"),
    "fee": QT_TRANSLATE_NOOP("AuditField", "Cancellation fee"),
    "refund": QT_TRANSLATE_NOOP("AuditField", "Paid back"),
    "credit": QT_TRANSLATE_NOOP("AuditField", "Kept as credit"),
    "credit_limit": QT_TRANSLATE_NOOP("AuditField", "Limit on account"),
    "backorders": QT_TRANSLATE_NOOP("AuditField", "Backorders made"),
    "invoice": QT_TRANSLATE_NOOP("AuditField", "Invoice"),
    "invoices": QT_TRANSLATE_NOOP("AuditField", "Invoices made"),
    "kind": QT_TRANSLATE_NOOP("AuditField", "Kind"),
    "position": QT_TRANSLATE_NOOP("AuditField", "Place in Pay"),
    "opens_drawer": QT_TRANSLATE_NOOP("AuditField", "Opens the drawer"),
    "asks_reference": QT_TRANSLATE_NOOP("AuditField", "Asks a reference"),
    "gives_change": QT_TRANSLATE_NOOP("AuditField", "Gives change"),
    "rounds": QT_TRANSLATE_NOOP("AuditField", "Is rounded as cash"),
    "reference": QT_TRANSLATE_NOOP("AuditField", "Reference"),
    "by_terminal": QT_TRANSLATE_NOOP("AuditField", "Taken by the card terminal"),
    "taken": QT_TRANSLATE_NOOP("AuditField", "The money was taken"),
    "tender": QT_TRANSLATE_NOOP("AuditField", "Tender"),
    "float": QT_TRANSLATE_NOOP("AuditField", "Float"),
    "left": QT_TRANSLATE_NOOP("AuditField", "Left in the drawer"),
    "counted": QT_TRANSLATE_NOOP("AuditField", "Counted"),
    "expected": QT_TRANSLATE_NOOP("AuditField", "Expected"),
    "kept": QT_TRANSLATE_NOOP("AuditField", "Stays in the drawer"),
    "drawer": QT_TRANSLATE_NOOP("AuditField", "Drawer"),
    "amount": QT_TRANSLATE_NOOP("AuditField", "Amount"),
    "on_hand": QT_TRANSLATE_NOOP("AuditField", "On Hand"),
    "found_more": QT_TRANSLATE_NOOP("AuditField", "Found more than expected"),
    "missing": QT_TRANSLATE_NOOP("AuditField", "Missing"),
    "available": QT_TRANSLATE_NOOP("AuditField", "Available"),
    "outstanding": QT_TRANSLATE_NOOP("AuditField", "Outstanding"),
    "waiting": QT_TRANSLATE_NOOP("AuditField", "Waiting"),
    "will_also_take": QT_TRANSLATE_NOOP("AuditField", "Will Also Take"),
    "released": QT_TRANSLATE_NOOP("AuditField", "Released"),
    "received": QT_TRANSLATE_NOOP("AuditField", "Received"),
    "rcv": QT_TRANSLATE_NOOP("AuditField", "Set aside (Rcv)"),
    "open": QT_TRANSLATE_NOOP("AuditField", "Still open"),
    "closed_short": QT_TRANSLATE_NOOP("AuditField", "Closed short"),
    "sent_back": QT_TRANSLATE_NOOP("AuditField", "Sent back"),
    "taken_back": QT_TRANSLATE_NOOP("AuditField", "Taken back"),
    "owed_again": QT_TRANSLATE_NOOP("AuditField", "Owed to customers again"),
    "reopened_purchase_order": QT_TRANSLATE_NOOP("AuditField", "Purchase order open again"),
    "closed_purchase_order": QT_TRANSLATE_NOOP("AuditField", "Purchase order closed"),
    "allocations": QT_TRANSLATE_NOOP("AuditField", "Allocated"),
    "items": QT_TRANSLATE_NOOP("AuditField", "Items"),
    "filled": QT_TRANSLATE_NOOP("AuditField", "Backorders filled"),
    "set_aside_for": QT_TRANSLATE_NOOP("AuditField", "Set aside for"),
    "canceled_by": QT_TRANSLATE_NOOP("AuditField", "Canceled by"),
    "employee_id": QT_TRANSLATE_NOOP("AuditField", "Employee"),
    "employee": QT_TRANSLATE_NOOP("AuditField", "Employee"),
    "failures": QT_TRANSLATE_NOOP("AuditField", "Wrong PINs in a row"),
    "seconds": QT_TRANSLATE_NOOP("AuditField", "Seconds to wait"),
    "badge": QT_TRANSLATE_NOOP("AuditField", "Badge"),
    "customer_id": QT_TRANSLATE_NOOP("AuditField", "Customer"),
    "merged": QT_TRANSLATE_NOOP("AuditField", "Merged into this card"),
    "merged_into": QT_TRANSLATE_NOOP("AuditField", "Merged into"),
    "picked_from": QT_TRANSLATE_NOOP("AuditField", "Picked up from invoices"),
    "moved_invoices": QT_TRANSLATE_NOOP("AuditField", "Working invoices moved"),
    "moved_special_orders": QT_TRANSLATE_NOOP("AuditField", "Special orders moved"),
    "moved_backorders": QT_TRANSLATE_NOOP("AuditField", "Backorders moved"),
    "vendor_id": QT_TRANSLATE_NOOP("AuditField", "Vendor"),
    CHANGED: QT_TRANSLATE_NOOP("AuditField", "Changed"),
    "code": QT_TRANSLATE_NOOP("AuditField", "ID"),
    "name": QT_TRANSLATE_NOOP("AuditField", "Name"),
    "description": QT_TRANSLATE_NOOP("AuditField", "Description"),
    "questions": QT_TRANSLATE_NOOP("AuditField", "Questions"),
    "barcodes": QT_TRANSLATE_NOOP("AuditField", "Barcodes"),
    "packs": QT_TRANSLATE_NOOP("AuditField", "Pack barcodes"),
    "department_id": QT_TRANSLATE_NOOP("AuditField", "Department"),
    "tax_code_id": QT_TRANSLATE_NOOP("AuditField", "Tax Code"),
    "preferred_vendor_id": QT_TRANSLATE_NOOP("AuditField", "Preferred Vendor"),
    "vendor_item_number": QT_TRANSLATE_NOOP("AuditField", "Vendor Item Number"),
    "price": QT_TRANSLATE_NOOP("AuditField", "Price"),
    "cost": QT_TRANSLATE_NOOP("AuditField", "Cost"),
    "max_stock": QT_TRANSLATE_NOOP("AuditField", "Max Stock"),
    "min_stock": QT_TRANSLATE_NOOP("AuditField", "Min Stock"),
    "stocked": QT_TRANSLATE_NOOP("AuditField", "Stocked"),
    "serials": QT_TRANSLATE_NOOP("AuditField", "Serial Numbers"),
    "pack_quantity": QT_TRANSLATE_NOOP("AuditField", "Pack"),
    "unit": QT_TRANSLATE_NOOP("AuditField", "Unit"),
    "smallest_cut": QT_TRANSLATE_NOOP("AuditField", "Smallest Cut"),
    "pack_unit": QT_TRANSLATE_NOOP("AuditField", "Pack Is Called"),
    "pack_cost": QT_TRANSLATE_NOOP("AuditField", "Cost of a Pack"),
    "author": QT_TRANSLATE_NOOP("AuditField", "Author"),
    "publisher": QT_TRANSLATE_NOOP("AuditField", "Publisher"),
    "format": QT_TRANSLATE_NOOP("AuditField", "Format"),
    "on_sale_on": QT_TRANSLATE_NOOP("AuditField", "On Sale From"),
    "books": QT_TRANSLATE_NOOP("AuditField", "Books"),
    "vendor_cost": QT_TRANSLATE_NOOP("AuditField", "Cost from the preferred vendor"),
    "minimum_quantity": QT_TRANSLATE_NOOP("AuditField", "Smallest order"),
    "usual_days": QT_TRANSLATE_NOOP("AuditField", "Usual days"),
    "other_vendors": QT_TRANSLATE_NOOP("AuditField", "Other vendors (number / pack / smallest order / days)"),
    "other_costs": QT_TRANSLATE_NOOP("AuditField", "Costs from other vendors"),
    "minimum_amount": QT_TRANSLATE_NOOP("AuditField", "Smallest order, amount"),
    "minimum_units": QT_TRANSLATE_NOOP("AuditField", "Smallest order, units"),
    "taxes": QT_TRANSLATE_NOOP("AuditField", "Taxes"),
    "rate": QT_TRANSLATE_NOOP("AuditField", "Rate %"),
    "role": QT_TRANSLATE_NOOP("AuditField", "Role"),
    "permissions": QT_TRANSLATE_NOOP("AuditField", "May"),
    "most_discount": QT_TRANSLATE_NOOP("AuditField", "Largest discount %"),
    "price_floor": QT_TRANSLATE_NOOP("AuditField", "What must be left of the price %"),
    "most_paid_out": QT_TRANSLATE_NOOP("AuditField", "Most paid out for one invoice"),
    "most_returned": QT_TRANSLATE_NOOP("AuditField", "Most given back for a line"),
    "most_without_receipt": QT_TRANSLATE_NOOP("AuditField", "Most given back without a receipt"),
    "least_deposit": QT_TRANSLATE_NOOP("AuditField", "Smallest deposit %"),
    "deposit_percent": QT_TRANSLATE_NOOP("AuditField", "Deposit %"),
    "special_order_terms": QT_TRANSLATE_NOOP("AuditField", "Terms of special orders"),
    "deposit": QT_TRANSLATE_NOOP("AuditField", "Deposit"),
    "most_fee": QT_TRANSLATE_NOOP("AuditField", "Largest cancellation fee, % of the deposit"),
    "extents": QT_TRANSLATE_NOOP("AuditField", "Up to (percent, or money)"),
    "company": QT_TRANSLATE_NOOP("AuditField", "Company"),
    "contact": QT_TRANSLATE_NOOP("AuditField", "Contact"),
    "phone": QT_TRANSLATE_NOOP("AuditField", "Phone"),
    "phone2": QT_TRANSLATE_NOOP("AuditField", "Phone 2"),
    "email": QT_TRANSLATE_NOOP("AuditField", "Email"),
    "address": QT_TRANSLATE_NOOP("AuditField", "Address"),
    "account_number": QT_TRANSLATE_NOOP("AuditField", "Account Number"),
    "notes": QT_TRANSLATE_NOOP("AuditField", "Notes"),
    "archived": QT_TRANSLATE_NOOP("AuditField", "Archived"),
    "created_at": QT_TRANSLATE_NOOP("AuditField", "Since"),
    "store_name": QT_TRANSLATE_NOOP("AuditField", "Store name"),
    "store_address": QT_TRANSLATE_NOOP("AuditField", "Store address"),
    "store_phone": QT_TRANSLATE_NOOP("AuditField", "Store phone"),
    "tax_number": QT_TRANSLATE_NOOP("AuditField", "Tax number"),
    "logo": QT_TRANSLATE_NOOP("AuditField", "Logo"),
    "receipt_head": QT_TRANSLATE_NOOP("AuditField", "The receipt begins with"),
    "receipt_foot": QT_TRANSLATE_NOOP("AuditField", "The receipt ends with"),
    "locale": QT_TRANSLATE_NOOP("AuditField", "Region"),
    "currency": QT_TRANSLATE_NOOP("AuditField", "Currency"),
    "decimals": QT_TRANSLATE_NOOP("AuditField", "Decimal places of amounts"),
    "time_zone": QT_TRANSLATE_NOOP("AuditField", "Time zone"),
    "tax_inclusive": QT_TRANSLATE_NOOP("AuditField", "Prices include tax"),
    "default_tax_code_id": QT_TRANSLATE_NOOP("AuditField", "Tax code of new items"),
    "scan_vendor_numbers": QT_TRANSLATE_NOOP("AuditField", "A scan may be a vendor's item number"),
    "warn_out_of_stock": QT_TRANSLATE_NOOP("AuditField", "Warn when out of stock"),
    "accounts": QT_TRANSLATE_NOOP("AuditField", "Accounts of the journal"),
    "label_formats": QT_TRANSLATE_NOOP("AuditField", "Weight and price codes"),
    "reason_above_percent": QT_TRANSLATE_NOOP("AuditField", "Discounts need a reason above %"),
    "lock_minutes": QT_TRANSLATE_NOOP("AuditField", "Locks after (minutes)"),
    "log_in_asked": QT_TRANSLATE_NOOP("AuditField", "PIN asked for"),
    "cash_rounding": QT_TRANSLATE_NOOP("AuditField", "Cash rounded to (smallest units)"),
    "backup_folder": QT_TRANSLATE_NOOP("AuditField", "Folder of backups"),
    "backup_second_folder": QT_TRANSLATE_NOOP("AuditField", "Second folder of backups"),
    "backup_at_closing": QT_TRANSLATE_NOOP("AuditField", "Backs up at closing"),
    "backup_hour": QT_TRANSLATE_NOOP("AuditField", "Hour of the backup"),
    "backup_keep_days": QT_TRANSLATE_NOOP("AuditField", "Keeps all backups for (days)"),
    "backup_warn_days": QT_TRANSLATE_NOOP("AuditField", "Warns without a backup after (days)"),
    "file": QT_TRANSLATE_NOOP("AuditField", "File"),
    "skipped": QT_TRANSLATE_NOOP("AuditField", "Numbers left out"),
    "float_counted": QT_TRANSLATE_NOOP("AuditField", "Opens only with a counted float"),
    "cancel_fee_percent": QT_TRANSLATE_NOOP("AuditField", "Cancellation fee, % of the deposit"),
    "deposit_amount": QT_TRANSLATE_NOOP("AuditField", "Usual deposit (smallest units)"),
    "return_reasons": QT_TRANSLATE_NOOP("AuditField", "Why goods come back"),
    "return_customer_above": QT_TRANSLATE_NOOP("AuditField", "Without a receipt, a customer above"),
    "sale": QT_TRANSLATE_NOOP("AuditField", "Of invoice"),
    "damaged": QT_TRANSLATE_NOOP("AuditField", "Damaged"),
    "old_backorder_days": QT_TRANSLATE_NOOP("AuditField", "Backorders are old after (days)"),
}
"""What the fields are called, in the order in which they are read."""

_UNSAID = frozenset({"version", "operation", APPROVED_BY})  # nobody's business, and told with who did it
_MONEY = frozenset(
    {
        *("amount", "unit_price", "discount", "sale_discount", "extension", "total", "price"),
        *("deposit", "deposits", "freed", "fee", "refund", "credit", "credit_limit"),
        *("minimum_amount", "most_paid_out", "most_returned", "most_without_receipt"),
    }
)
_COSTS = frozenset({"cost", "pack_cost", "vendor_cost", "other_costs"})
_FIGURES = frozenset(
    {
        *("quantity", "on_hand", "available", "outstanding", "waiting", "released", "received", "rcv", "open"),
        *("taken_back", "sent_back", "owed_again"),
        *(
            "closed_short",
            "max_stock",
            "min_stock",
            "pack_quantity",
            "smallest_cut",
            "minimum_quantity",
            "minimum_units",
            "discount_percent",
            "sale_percent",
            "rate",
        ),
        *("most_discount", "price_floor", "least_deposit", "most_fee", "extents"),
    }
)
SERIALS_ASKED = {
    Serials.NONE: QT_TRANSLATE_NOOP("AuditField", "None"),
    Serials.SALE: QT_TRANSLATE_NOOP("AuditField", "Sale"),
    Serials.RECEIVING: QT_TRANSLATE_NOOP("AuditField", "Sale and receiving"),
}
"""When goods are asked for their serial numbers, in the words of the Item card."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of an event, as it is read; a side is ``""`` where the event says nothing about it."""

    label: str
    before: str
    after: str
    before_link: Link | None = None
    after_link: Link | None = None


def field_rows(event: AuditDetails, *, costs: bool = True) -> list[FieldRow]:
    """Write the fields of an event, those of which we know the words first; costs for who may see them."""
    places = {name: place for place, name in enumerate(LABELS)}
    unsaid = _UNSAID if costs else _UNSAID | _COSTS
    names = sorted({*event.before, *event.after} - unsaid, key=lambda name: (places.get(name, len(places)), name))
    return [
        FieldRow(
            field_label(name),
            _written(name, event.before.get(name), event.names),
            _written(name, event.after.get(name), event.names),
            _link(name, event.before.get(name), event.names),
            _link(name, event.after.get(name), event.names),
        )
        for name in names
    ]


def field_label(name: str) -> str:
    """Name a field; one that this program does not know stands as it is stored."""
    words = LABELS.get(name)
    return name.replace("_", " ") if words is None else QCoreApplication.translate("AuditField", words)


def _link(name: str, value: object, names: Names) -> Link | None:
    record = REFERS.get(name)
    if record is None or not isinstance(value, int) or (record, value) not in names:
        return None
    return record, value


def _written(name: str, value: Any, names: Names) -> str:  # noqa: ANN401 - read from JSON
    if value is None:
        return ""
    rows = ROWS_REFER.get(name)
    if isinstance(value, bool):
        yes, no = QCoreApplication.translate("AuditField", "Yes"), QCoreApplication.translate("AuditField", "No")
        return yes if value else no
    if rows is not None and isinstance(value, list):
        return _listed([_row_words(rows, row, names) for row in value])
    if name == CHANGED and isinstance(value, list):
        return _listed([field_label(str(each)) for each in value])
    if isinstance(value, list):
        return _listed([_single(name, each, names) for each in value if each is not None])
    if isinstance(value, dict):
        return _listed([f"{_keyed(name, each, names)}: {_figure(units)}" for each, units in value.items()])
    return _single(name, value, names)


def _row_words(records: tuple[Record | None, ...], row: object, names: Names) -> str:
    """Write a row as the records that it names and their quantity; rows of older programs are texts."""
    if not isinstance(row, list):
        return str(row)
    named = [
        record_words(record, names.get((record, cell)))
        for record, cell in zip(records, row, strict=False)
        if record is not None and cell is not None
    ]
    return f"{', '.join(named)}: {_figure(row[-1])}"


def _keyed(name: str, key: str, names: Names) -> str:
    record = KEYED.get(name)
    return key if record is None else name_words(record, names.get((record, int(key))))


def _single(name: str, value: Any, names: Names) -> str:  # noqa: ANN401 - read from JSON
    record = REFERS.get(name)
    if record is not None and str(value).isdigit():
        return name_words(record, names.get((record, int(value))))
    if name in {"tender", "kind"} and value in set(TenderKind):
        return tender_word(TenderKind(value))
    if name == "taxes":
        return _taxes(str(value))
    if name == "serials" and value in SERIALS_ASKED:
        return QCoreApplication.translate("AuditField", SERIALS_ASKED[value])
    if name == "role":
        return role_name(str(value), "") or str(value)
    if name == "permissions" and value in set(Permission):
        return said(DEEDS[Permission(value)])
    if name == "created_at":
        return formatting.date_time(datetime.fromisoformat(str(value)))
    writers: tuple[tuple[frozenset[str], Callable[[Decimal], str]], ...] = (
        (_MONEY, formatting.money),
        (_COSTS, formatting.cost),
        (_FIGURES, formatting.quantity),
    )
    writer = next((writer for fields, writer in writers if name in fields), None)
    number = None if writer is None else _decimal(value)
    return str(value) if writer is None or number is None else writer(number)


def _taxes(stored: str) -> str:
    try:
        return formatting.taxes(tax.read(stored))
    except (ValueError, ArithmeticError):
        return stored


def _figure(value: object) -> str:
    number = _decimal(value)
    return str(value) if number is None else formatting.quantity(number)


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _listed(words: list[str]) -> str:
    shown = "; ".join(words[:_MANY])
    if len(words) <= _MANY:
        return shown
    more = QCoreApplication.translate("AuditField", "{shown}; {count} more")
    return more.format(shown=shown, count=formatting.count(len(words) - _MANY))
