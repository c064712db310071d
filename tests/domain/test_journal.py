"""Guide: "The journal" — what its files look like, and what an account may be called."""

from datetime import date
from decimal import Decimal

import pytest

from posim_desktop.domain.accounts import NamedAccount, clean_accounts, usual_of_tender
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.journal import (
    Deed,
    JournalDay,
    JournalPosting,
    as_csv,
    as_ledger,
    balance_refusal,
    months,
    period_refusal,
)
from posim_desktop.domain.why import Why

DAY = JournalDay(
    date(2026, 11, 30),
    (
        JournalPosting(Deed.SOLD, "Income:Sales", Decimal("-100.00")),
        JournalPosting(Deed.TAX, "Liabilities:Tax:State", Decimal("-8.25"), "std: State"),
        JournalPosting(Deed.TENDER, "Assets:Cash, front", Decimal("108.25"), "=Cash"),
    ),
)


def test_a_day_in_a_table() -> None:
    assert as_csv([DAY], "EUR").decode("utf-8-sig").splitlines() == [
        "Day,Account,Debit,Credit,Note",
        "2026-11-30,Income:Sales,,100.00,sales without tax",
        "2026-11-30,Liabilities:Tax:State,,8.25,tax (std State)",
        '2026-11-30,"Assets:Cash, front",108.25,,tenders (=Cash)',
    ]


def test_a_day_in_plain_text() -> None:
    assert as_ledger([DAY, DAY], "EUR").decode().split("\n\n")[0].splitlines() == [
        "2026-11-30 Point of sale",
        "    Income:Sales           -100.00 EUR  ; sales without tax",
        "    Liabilities:Tax:State    -8.25 EUR  ; tax (std State)",
        "    Assets:Cash, front      108.25 EUR  ; tenders (=Cash)",
    ]


def test_a_day_that_does_not_balance_is_told() -> None:
    assert balance_refusal(DAY) is None
    refusal = balance_refusal(JournalDay(DAY.day, DAY.postings[:2]))
    assert refusal is not None
    assert (refusal.why, refusal.facts["difference"]) == (Why.JOURNAL_OUT_OF_BALANCE, Decimal("-108.25"))


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", Why.TEXT_MISSING),
        ("x" * 61, Why.TEXT_TOO_LONG),
        ("=1+1", Why.ACCOUNT_BEGINS_WITH_SIGN),
        ("(Assets:Cash)", Why.ACCOUNT_BEGINS_WITH_SIGN),
        ("Assets;Cash", Why.ACCOUNT_HAS_SIGN),
        ("Assets:Cash  front", Why.ACCOUNT_HAS_SIGN),
        ("Assets::Cash", Why.ACCOUNT_PART_EMPTY),
        ("Assets: Cash", Why.ACCOUNT_PART_EMPTY),
    ],
)
def test_an_account_that_a_file_would_not_hold_is_refused(name: str, why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_accounts([NamedAccount("stock", "1200 Stock"), NamedAccount("sales", name)])
    assert (refused.value.refusal.why, getattr(refused.value.refusal.where, "line", None)) == (why, 1)


def test_a_tenders_name_becomes_part_of_an_account() -> None:
    assert usual_of_tender("Bank: A;  B") == "Assets:Bank A B"
    assert usual_of_tender(";") == "Assets:Other"


def test_a_period_is_read_month_by_month() -> None:
    assert list(months(date(2027, 1, 31), date(2027, 3, 2))) == [
        (date(2027, 1, 31), date(2027, 1, 31)),
        (date(2027, 2, 1), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2027, 3, 2)),
    ]
    assert list(months(date(2026, 12, 5), date(2026, 12, 5))) == [(date(2026, 12, 5), date(2026, 12, 5))]


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (date(2026, 11, 1), date(2026, 11, 1), None),
        (date(2026, 11, 2), date(2026, 11, 1), Why.PERIOD_ENDS_BEFORE),
        (date(2016, 1, 1), date(2026, 12, 31), None),
        (date(2015, 12, 31), date(2026, 1, 1), Why.PERIOD_OUT_OF_RANGE),
        (date(1, 1, 1), date(1, 1, 2), Why.PERIOD_OUT_OF_RANGE),
        (date(9999, 12, 30), date(9999, 12, 31), Why.PERIOD_OUT_OF_RANGE),
    ],
)
def test_a_period_that_no_shop_has_is_refused(first: date, last: date, why: Why | None) -> None:
    refusal = period_refusal(first, last)
    assert (None if refusal is None else refusal.why) == why
