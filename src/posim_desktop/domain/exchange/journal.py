"""The journal: one balanced entry for each day, as a table or as plain-text accounting. Serves the guide's page on it.

A posting above zero is a debit, below zero a credit; those of a day come to nothing together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.exchange import csv_writing
from posim_desktop.domain.money import ZERO, money_places
from posim_desktop.domain.why import Why

MOST_YEARS = 10
YEARS = range(1900, 3000)


class Deed(StrEnum):
    """What moved money or goods, in the order in which a day tells it; the values are the words of the command line."""

    SOLD = "sales without tax"
    RETURNED = "returns without tax"
    TAX = "tax"
    TENDER = "tenders"
    ROUNDING = "cash rounding"
    DEPOSIT_TAKEN = "deposits taken"
    DEPOSIT_USED = "deposits used"
    DEPOSIT_REFUNDED = "deposits refunded"
    DEPOSIT_MOVED = "deposits moved"
    FEE = "cancellation fees"
    CREDIT_GIVEN = "store credit given"
    CREDIT_USED = "store credit used"
    CREDIT_REFUNDED = "store credit refunded"
    CREDIT_MOVED = "store credit moved"
    ON_ACCOUNT = "on account"
    PAID_IN_OUT = "paid in and out"
    SAFE = "between drawer and safe"
    OVER_SHORT = "over and short"
    COST = "cost of goods sold"
    COST_RETURNED = "cost of goods returned"
    DAMAGED = "returned damaged"
    RECEIVED = "goods received"
    CHARGES = "freight and other charges"
    CORRECTED = "receiving corrected"
    SENT_BACK = "returned to vendors"
    VENDOR_CREDIT = "credits of vendors"
    COUNTED = "stock counts"
    ADJUSTED = "stock adjusted"
    OPENING = "opening stock"


class JournalFormat(StrEnum):
    """How a journal is written; the values are the usual endings of the files."""

    CSV = "csv"
    LEDGER = "journal"


class JournalPosting(NamedTuple):
    """An amount on an account.

    Attributes:
        deed: What it comes from.
        account: Its account, as the shop calls it.
        amount: Above zero a debit, below zero a credit.
        of: The tender or the tax, where the deed is of one.
    """

    deed: Deed
    account: str
    amount: Decimal
    of: str = ""


@dataclass(frozen=True, slots=True)
class JournalDay:
    """The entry of a day of the shop."""

    day: date
    postings: Sequence[JournalPosting]


@dataclass(frozen=True, slots=True)
class JournalWords:
    """The words of a journal that are not the shop's own, in the language of who asks for it.

    Attributes:
        heads: The heads of the table: day, account, debit, credit, note.
        title: What the entry of a day is called.
        deed: Writes a deed.
    """

    heads: tuple[str, str, str, str, str] = ("Day", "Account", "Debit", "Credit", "Note")
    title: str = "Point of sale"
    deed: Callable[[Deed], str] = str


PLAIN_WORDS = JournalWords()
"""The words of the command line."""


def balance_refusal(entry: JournalDay) -> Refusal | None:
    """Refuse a day whose debits are not its credits, or return None: only records that do not agree make one."""
    difference = sum((posting.amount for posting in entry.postings), ZERO)
    return Refusal(Why.JOURNAL_OUT_OF_BALANCE, day=entry.day, difference=difference) if difference else None


def period_refusal(first: date, last: date) -> Refusal | None:
    """Return why a period cannot be asked for, or None."""
    if last < first:
        return Refusal(Why.PERIOD_ENDS_BEFORE)
    if last.year - first.year > MOST_YEARS or not {first.year, last.year} <= set(YEARS):
        return Refusal(Why.PERIOD_OUT_OF_RANGE, most=MOST_YEARS, first=str(YEARS[0]), last=str(YEARS[-1]))
    return None


def months(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Cut a period into its months, each with its first and last day; a year in one piece would hold a till up."""
    while first <= last:
        end = (first.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        yield first, min(end, last)
        first = end + timedelta(days=1)


def as_csv(days: Iterable[JournalDay], currency: str, words: JournalWords = PLAIN_WORDS) -> bytes:
    """Write a table for a spreadsheet: a row for each posting, the year first, a full stop before the cents.

    Nothing in it begins as a formula: accounts begin with a letter or a digit, and so do the words.
    """
    del currency  # a table of one shop has one
    return csv_writing.written(words.heads, (row for entry in days for row in _rows(entry, words)))


def as_ledger(days: Iterable[JournalDay], currency: str, words: JournalWords = PLAIN_WORDS) -> bytes:
    """Write plain-text accounting in UTF-8, as Ledger and hledger read it: a transaction for each day.

    Args:
        days: The days.
        currency: Three letters that stand after each amount; empty for none.
        words: Its words.
    """
    unit = f" {currency}" if currency else ""
    blocks = []
    for entry in days:
        lines = [f"{entry.day.isoformat()} {words.title}"]
        width = max(len(posting.account) for posting in entry.postings)
        figures = [_figure(posting.amount) for posting in entry.postings]
        widest = max(map(len, figures))
        lines += [
            f"    {posting.account:<{width}}  {figure:>{widest}}{unit}  ; {_note(posting, words)}"
            for posting, figure in zip(entry.postings, figures, strict=True)
        ]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks).encode("utf-8")


WRITERS: Mapping[JournalFormat, Callable[[Iterable[JournalDay], str, JournalWords], bytes]] = MappingProxyType(
    {JournalFormat.CSV: as_csv, JournalFormat.LEDGER: as_ledger}
)


def _rows(entry: JournalDay, words: JournalWords) -> Iterator[tuple[str, ...]]:
    for posting in entry.postings:
        figure = _figure(abs(posting.amount))
        sides = (figure, "") if posting.amount > 0 else ("", figure)
        yield entry.day.isoformat(), posting.account, *sides, _note(posting, words)


def _note(posting: JournalPosting, words: JournalWords) -> str:
    # A comma would begin a tag's value in hledger's comments, and a line break another posting.
    of = " ".join(posting.of.replace(":", " ").replace(",", " ").split())
    told = words.deed(posting.deed)
    return f"{told} ({of})" if of else told


def _figure(amount: Decimal) -> str:
    return f"{amount:.{money_places()}f}"
