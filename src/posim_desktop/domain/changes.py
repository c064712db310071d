"""What a verb touched: the names of records, which open screens compare with what they show."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Record(StrEnum):
    """A kind of record that screens show."""

    BACKORDER = "backorder"
    BACKUP = "backup"
    CUSTOMER = "customer"
    DEPARTMENT = "department"
    DRAWER = "drawer"
    DRAWER_DAY = "drawer_day"
    EMPLOYEE = "employee"
    FILE_IMPORT = "file_import"
    INVOICE = "invoice"
    ITEM = "item"
    OUTGOING_MAIL = "outgoing_mail"
    PREFERENCE = "preference"
    PRINT_JOB = "print_job"
    PURCHASE_ORDER = "purchase_order"
    RECEIVING_LOG = "receiving_log"
    ROLE = "role"
    SPECIAL_ORDER = "special_order"
    STOCK_COUNT = "stock_count"
    TAX_CODE = "tax_code"
    TENDER_TYPE = "tender_type"
    VENDOR = "vendor"
    VENDOR_RETURN = "vendor_return"
    WANT = "want"


class Change(NamedTuple):
    """One record that was added, changed or removed; id 0 stands for several new records and for the preferences."""

    record: Record
    id: int


Changes = frozenset[Change]

_NAMED = 1000


def some_new(record: Record) -> Change:
    """Say that there are new records of a kind, or other preferences."""
    return Change(record, 0)


def each_of(record: Record, ids: Iterable[int]) -> set[Change]:
    """Name changed records; more than a thousand are told as some of their kind."""
    found = set(ids)
    return {some_new(record)} if len(found) > _NAMED else {Change(record, each) for each in found}


@dataclass(frozen=True, slots=True)
class Done:
    """What a verb returns: its record and everything it changed."""

    record_id: int
    changes: Changes


def done(record_id: int, *changes: Change) -> Done:
    """Collect a verb's result."""
    return Done(record_id, frozenset(changes))
