"""The statement of account: opening, rows and closing add up, on large paper and on a receipt."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.customer_money import MoneyKind
from posim_desktop.printing.escpos import printer_job
from posim_desktop.printing.sales.statement import StatementWriting, statement_pages, statement_strip
from posim_desktop.printing.strip import StripPaper
from posim_desktop.queries.money_held import MoneyRow
from posim_desktop.queries.sales.on_deposit import HeldRow
from posim_desktop.queries.sales.statements import Statement
from printing.receipt_paper import Printer

D = Decimal
START = datetime(2026, 11, 1, tzinfo=UTC)
WRITING = StatementWriting(
    money=lambda amount: f"{amount:,.2f}",
    amount=lambda amount: f"${amount:,.2f}",
    day=lambda moment: f"{moment:%Y-%m-%d}",
)
SHOP = ShopPreferences(store_name="Café Corner", store_address="1 High Street\nSpringfield")


def row(number: int, kind: MoneyKind, amount: str, **other: object) -> MoneyRow:
    """Make a row of the ledger of the day of its number."""
    at = START + timedelta(days=number)
    plain = MoneyRow(number, at, kind, D(amount), None, None, "", number, 40 + number, None, None, False, "Sam", "")
    return replace(plain, **other)  # type: ignore[arg-type]


STATEMENT = Statement(
    *(1, "LEE", "Lee Harper", "", "2 Low Street", START, START + timedelta(days=30), D("5.00")),
    rows=(
        row(1, MoneyKind.TAKEN, "20.00"),
        row(2, MoneyKind.APPLIED, "-12.50"),
        row(
            *(3, MoneyKind.MOVED, "-10.00"),
            invoice_id=None,
            invoice_number=None,
            other_backorder_id=7,
            other_backorder_number=17,
        ),
    ),
    deposits=(
        HeldRow(
            *(1, "Lee Harper", "", "", 7, 17, "KETTLE", "Enamel kettle", D(2), D(0), START, D("10.00")),
        ),
    ),
)


def on_receipt(statement: Statement = STATEMENT, columns: int = 42) -> list[str]:
    paper = StripPaper(columns=columns)
    job = printer_job(statement_strip(statement, SHOP, WRITING, paper), paper)
    return [" ".join(line.split()) for line in Printer().take(job.content).paper.splitlines() if line.strip()]


def test_the_receipt_says_what_was_there_what_happened_and_what_is_left() -> None:
    rows = on_receipt()
    assert rows[:5] == [
        "Café Corner",
        "1 High Street",
        "Springfield",
        "Statement of Account",
        "2026-11-01 to 2026-11-30",
    ]
    for words in (
        *("Lee Harper", "Opening 5.00", "2026-11-02 Paid in 20.00", "Invoice 41", "2026-11-03 Used to pay -12.50"),
        *("2026-11-04 To backorder 17 -10.00", "Your credit $2.50", "On deposit now", "17 KETTLE Enamel kettle 10.00"),
    ):
        assert words in rows


def test_who_owes_is_told_so_without_a_minus() -> None:
    assert "You owe $22.50" in on_receipt(replace(STATEMENT, opening=D("-20.00"), deposits=()))
    assert not any("On deposit" in words for words in on_receipt(replace(STATEMENT, deposits=())))


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_no_line_is_wider_than_the_paper(columns: int) -> None:
    assert all(len(words) <= columns for words in on_receipt(columns=columns))


@pytest.mark.parametrize(("locale", "width"), [("en_US", 612), ("de_DE", 595)])
def test_large_paper_is_the_countrys_and_shows_the_balance_after_each_row(locale: str, width: int) -> None:
    pages = statement_pages(STATEMENT, replace(SHOP, locale=locale), WRITING)
    assert round(pages.sheet.width()) == width
    assert STATEMENT.balances == (D("25.00"), D("12.50"), D("2.50"))
    assert STATEMENT.closing == D("2.50")
    assert pages.title == "Statement for Lee Harper"
    assert pages.count == 1
