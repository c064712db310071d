"""The accounts of the journal, by the shop's own names. Serves the guide's page "The journal"."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from posim_desktop.domain import text
from posim_desktop.domain.errors import Cell, Refusal, require
from posim_desktop.domain.why import Why

LONGEST = 60
_FORBIDDEN = ";\t"


class Account(StrEnum):
    """What each journal has an account for; departments, tenders and taxes have their own besides."""

    SALES = "sales"
    RETURNS = "returns"
    CASH_ROUNDING = "cash rounding"
    FEES = "fees"
    DEPOSITS = "deposits"
    STORE_CREDIT = "store credit"
    ON_ACCOUNT = "on account"
    PAID_IN_OUT = "paid in and out"
    SAFE = "safe"
    OVER_SHORT = "over and short"
    STOCK = "stock"
    COST_OF_GOODS = "cost of goods"
    STOCK_CHANGES = "stock changes"
    OPENING_STOCK = "opening stock"
    PAYABLE = "payable"
    FREIGHT = "freight"
    DUE_FROM_VENDORS = "due from vendors"


USUAL: Mapping[str, str] = MappingProxyType(
    {
        Account.SALES: "Income:Sales",
        Account.RETURNS: "Income:Returns",
        Account.CASH_ROUNDING: "Income:Cash Rounding",
        Account.FEES: "Income:Cancellation Fees",
        Account.DEPOSITS: "Liabilities:Customer Deposits",
        Account.STORE_CREDIT: "Liabilities:Store Credit",
        Account.ON_ACCOUNT: "Assets:Accounts Receivable",
        Account.PAID_IN_OUT: "Expenses:Paid In and Out",
        Account.SAFE: "Assets:Safe",
        Account.OVER_SHORT: "Income:Over and Short",
        Account.STOCK: "Assets:Stock",
        Account.COST_OF_GOODS: "Expenses:Cost of Goods Sold",
        Account.STOCK_CHANGES: "Expenses:Stock Changes",
        Account.OPENING_STOCK: "Equity:Opening Stock",
        Account.PAYABLE: "Liabilities:Accounts Payable",
        Account.FREIGHT: "Expenses:Freight",
        Account.DUE_FROM_VENDORS: "Assets:Due from Vendors",
    }
)
"""What the accounts are called where the shop did not say otherwise."""


@dataclass(frozen=True, slots=True)
class NamedAccount:
    """An account that the shop calls otherwise; ``of`` is an :class:`Account`, a department's, a tender or a tax."""

    of: str
    name: str


BY_DEPARTMENT = (Account.SALES, Account.RETURNS)
"""The accounts of which a department can have its own."""


def department_account(account: Account, department_id: int) -> str:
    """Return the key of what a department has instead of one of :data:`BY_DEPARTMENT`."""
    return f"{account} of {department_id}"


def tender_account(type_id: int) -> str:
    """Return the key of the account of one of the shop's tenders."""
    return f"tender {type_id}"


def tax_account(tax_code_id: int, tax: str) -> str:
    """Return the key of the account of one tax of a tax code."""
    return f"tax {tax_code_id} {tax}"


def usual_of_tender(name: str) -> str:
    """Return what the account of a tender is called at first."""
    return f"Assets:{_as_account(name)}"


def usual_of_tax(name: str) -> str:
    """Return what the account of a tax is called at first."""
    return f"Liabilities:Tax:{_as_account(name)}"


def account_refusal(name: str, line: int) -> Refusal | None:
    """Return why an account cannot be called so in the files, or None: both of them must take it as it is typed.

    Args:
        name: Its parts stand between colons.
        line: The row that it was typed in.
    """
    where = Cell("account", line)
    refusal = text.text_refusal(name, field="account", limit=LONGEST, label=text.Label.ACCOUNT, blank=False)
    if refusal is not None:
        return refusal.at(where)
    if not name[0].isalnum():
        return Refusal(Why.ACCOUNT_BEGINS_WITH_SIGN, where)
    if "  " in name or any(sign in name for sign in _FORBIDDEN):
        return Refusal(Why.ACCOUNT_HAS_SIGN, where)
    if any(part != part.strip() or not part for part in name.split(":")):
        return Refusal(Why.ACCOUNT_PART_EMPTY, where)
    return None


def clean_accounts(accounts: Sequence[NamedAccount]) -> tuple[NamedAccount, ...]:
    """Bring the shop's own names into the form that is stored.

    Raises:
        RefusedError: At the cell ``account`` of a row, whose line is its place.
    """
    cleaned = [NamedAccount(each.of, unicodedata.normalize("NFC", each.name).strip()) for each in accounts]
    for place, each in enumerate(cleaned):
        require(account_refusal(each.name, place))
    return tuple(cleaned)


def _as_account(name: str) -> str:
    """Make a name of the shop's part of an account's name."""
    words = "".join(" " if sign in f"{_FORBIDDEN}:" else sign for sign in name).split()
    return " ".join(words) or "Other"
