"""What the fields of an audit event are: which of them name another record, and which say who somebody is.

An event that stays for ever holds ids, not names: a customer who asks to be forgotten is forgotten on the card, and the
audit names nobody by itself. What is written on such a field of a card is left out; that it was changed is told.
"""

from collections.abc import Mapping
from types import MappingProxyType

from posim_desktop.domain.changes import Record

CHANGED = "changed"
"""The field that lists which fields of a card were changed without saying into what."""

APPROVED_BY = "approved_by"
"""The field of a second person who approved what was done."""

OF_A_PERSON: Mapping[Record, frozenset[str]] = MappingProxyType(
    {
        Record.CUSTOMER: frozenset(
            {
                *("code", "name", "company", "phone", "phone2", "email", "address", "notes"),
                *("exempt_number", "reach_hours"),
            }
        ),
        Record.VENDOR: frozenset({"contact", "phone", "email", "notes"}),
        Record.EMPLOYEE: frozenset({"badge", "code", "name"}),
    }
)
"""The fields of cards that say who somebody is or how to reach them; so do the codes of customers and employees."""


def is_of_a_person(card: Record, field: str) -> bool:
    """Return whether what is written on a field of a card stays out of the audit."""
    return field in OF_A_PERSON.get(card, frozenset())


REFERS: Mapping[str, Record] = MappingProxyType(
    {
        APPROVED_BY: Record.EMPLOYEE,
        "canceled_by": Record.EMPLOYEE,
        "closed_purchase_order": Record.PURCHASE_ORDER,
        "customer_id": Record.CUSTOMER,
        "default_tax_code_id": Record.TAX_CODE,
        "department_id": Record.DEPARTMENT,
        "drawer": Record.DRAWER,
        "employee": Record.EMPLOYEE,
        "employee_id": Record.EMPLOYEE,
        "invoice": Record.INVOICE,
        "invoices": Record.INVOICE,
        "item_id": Record.ITEM,
        "merged": Record.CUSTOMER,
        "merged_into": Record.CUSTOMER,
        "moved_backorders": Record.BACKORDER,
        "moved_invoices": Record.INVOICE,
        "moved_special_orders": Record.SPECIAL_ORDER,
        "picked_from": Record.INVOICE,
        "preferred_vendor_id": Record.VENDOR,
        "reopened_purchase_order": Record.PURCHASE_ORDER,
        "sale": Record.INVOICE,
        "tax_code_id": Record.TAX_CODE,
        "vendor_id": Record.VENDOR,
    }
)
"""The fields that hold the id of a record, or several ids."""

KEYED: Mapping[str, Record] = MappingProxyType(
    {"filled": Record.BACKORDER, "items": Record.ITEM, "other_costs": Record.VENDOR}
)
"""The fields that hold a quantity for each record; where they hold a number it is how many records there are."""

ROWS_REFER: Mapping[str, tuple[Record | None, ...]] = MappingProxyType(
    {
        "allocations": (None, Record.BACKORDER, None),
        "other_vendors": (Record.VENDOR, None),
        "set_aside_for": (Record.CUSTOMER, Record.INVOICE, None),
    }
)
"""The fields that hold rows: which record each cell names, None for one that is read as it is."""


def referred(field: str, value: object) -> set[tuple[Record, int]]:
    """Name the records that a field of an event refers to.

    Args:
        field: Its name.
        value: What it holds, read from JSON; events of older programs hold names in some places.
    """
    rows = ROWS_REFER.get(field)
    if rows is not None and isinstance(value, list):
        cells = [pair for row in value if isinstance(row, list) for pair in zip(rows, row, strict=False)]
        return {(record, cell) for record, cell in cells if record is not None and isinstance(cell, int)}
    record = KEYED.get(field) if isinstance(value, dict) else REFERS.get(field)
    if record is None:
        return set()
    ids = value if isinstance(value, list | dict) else (value,)
    return {(record, int(each)) for each in ids if isinstance(each, int) or (isinstance(each, str) and each.isdigit())}
