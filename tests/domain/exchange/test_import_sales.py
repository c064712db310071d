"""Guide: "Import items and customers" — cards derived from a shop's invoice lines."""

from decimal import Decimal
from pathlib import Path

import pytest

from posim_desktop.domain.exchange.csv_tables import Table, read_table
from posim_desktop.domain.exchange.import_columns import find_columns
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_sales import draw_customers_from_sales, draw_items_from_sales

D = Decimal


@pytest.fixture
def table() -> Table:
    """The lines of a shop that writes notes where descriptions belong."""
    return read_table((Path(__file__).parents[2] / "dirty_sales.csv").read_bytes())


def test_items_have_their_usual_name_and_newest_price(table: Table) -> None:
    drawn = draw_items_from_sales(table, find_columns(ImportKind.ITEMS, table.header, {}))

    assert [(card.fields.code, card.fields.description, card.fields.price) for card in drawn.cards] == [
        ("10123A", "RED TEAPOT", D("8.95")),
        ("30789", 'OLD "OAK" CLOCK, SMALL', D("24.95")),
        ("40111", "PAPER CRAFT BIRD", D("2.08")),
    ]
    assert [(note.line, note.field) for note in drawn.notes] == [(2, "description"), (2, "price")]


def test_every_row_is_a_card_a_repetition_or_refused(table: Table) -> None:
    drawn = draw_items_from_sales(table, find_columns(ImportKind.ITEMS, table.header, {}))

    assert drawn.rows == len(drawn.cards) + drawn.repeated + len(drawn.refusals)
    assert [(refusal.line, refusal.field) for refusal in drawn.refusals] == [
        (5, "price"),
        (6, "price"),
        (7, "description"),
        (9, "code"),
        (10, "code"),
        (11, "code"),
        (12, "description"),
        (13, "description"),
        (14, "price"),
        (16, "price"),
        (17, ""),
    ]


def test_customers_have_the_country_they_are_known_in(table: Table) -> None:
    drawn = draw_customers_from_sales(table, find_columns(ImportKind.CUSTOMERS, table.header, {}))

    assert {card.fields.code: (card.fields.name, card.fields.address) for card in drawn.cards} == {
        "17850": ("Customer 17850", "United Kingdom"),
        "17851": ("Customer 17851", "Norway"),
        "17852": ("Customer 17852", "Norway"),
        "17853": ("Customer 17853", "EIRE"),
        "16446": ("Customer 16446", "United Kingdom"),
    }
    assert {refusal.line for refusal in drawn.refusals if refusal.field == "code"} == {5, 6, 11, 13, 14}


def test_without_dates_the_last_row_has_the_newest_price() -> None:
    table = read_table(b"invoice,code,description,quantity,price\n1,A1,Pot,1,5.00\n2,A1,Pot,1,4.00\n")

    drawn = draw_items_from_sales(table, find_columns(ImportKind.ITEMS, table.header, {}))

    assert drawn.cards[0].fields.price == D("4.00")
