"""What a verb touched: the names of records, which open screens compare with what they show."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Record(StrEnum):
    """A kind of record that screens show."""

    BACKORDER = "backorder"
    CUSTOMER = "customer"
    DEPARTMENT = "department"
    EMPLOYEE = "employee"
    INVOICE = "invoice"
    ITEM = "item"
    PREFERENCE = "preference"
    PURCHASE_ORDER = "purchase_order"
    RECEIVING_LOG = "receiving_log"
    TAX_CODE = "tax_code"
    VENDOR = "vendor"


class Change(NamedTuple):
    """One record that is new, different or gone; 0 stands for new records of a kind and for the preferences."""

    record: Record
    id: int


Changes = frozenset[Change]


@dataclass(frozen=True, slots=True)
class Done:
    """What a verb gives back: the record it was about, and all that it touched."""

    record_id: int
    changes: Changes


def done(record_id: int, *changes: Change) -> Done:
    """Collect a verb's result."""
    return Done(record_id, frozenset(changes))
