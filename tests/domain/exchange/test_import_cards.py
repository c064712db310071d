"""Guide: "Import items and customers" — lists, one row a card."""

from decimal import Decimal

import pytest

from places import place
from posim_desktop.domain.cards.serials import Serials
from posim_desktop.domain.exchange.csv_tables import read_table
from posim_desktop.domain.exchange.import_cards import (
    Drawn,
    ImportedCustomer,
    ImportedItem,
    count_reasons,
)
from posim_desktop.domain.exchange.import_columns import find_columns
from posim_desktop.domain.exchange.import_items import draw_items
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_partners import draw_customers
from posim_desktop.domain.why import Why

D = Decimal


def items(written: str, *, decimal_point: str = ".") -> Drawn[ImportedItem]:
    table = read_table(written.encode())
    return draw_items(table, find_columns(ImportKind.ITEMS, table.header, {}), decimal_point=decimal_point)


def customers(written: str) -> Drawn[ImportedCustomer]:
    table = read_table(written.encode())
    return draw_customers(table, find_columns(ImportKind.CUSTOMERS, table.header, {}))


def test_a_row_makes_a_card() -> None:
    drawn = items(
        "sku,name,price,cost,barcode,on hand,max stock,min stock,pack,department,supplier,notes\n"
        "kettle-1, Kettle  red,$24.00,11.1234,5012345678900 20123,2.5,10,2,6,kitchen,acme,Heavy\n"
    )

    [card] = drawn.cards
    assert (card.line, card.department, card.vendor, card.on_hand) == (2, "kitchen", "acme", D("2.5"))
    assert card.fields.code == "KETTLE-1"
    assert card.fields.description == "Kettle red"
    assert card.fields.barcodes == ("5012345678900", "20123")
    assert (card.fields.price, card.fields.cost) == (D("24.00"), D("11.1234"))
    assert (card.fields.max_stock, card.fields.min_stock, card.fields.pack_quantity) == (D(10), D(2), D(6))


@pytest.mark.parametrize(
    ("written", "stocked"),
    [
        *(
            ("no", False),
            ("False", False),
            ("0", False),
            ("Service", False),
            ("Non-Inventory", False),
            ("LABOR", False),
        ),
        *(("yes", True), ("1", True), ("simple", True), ("Inventory Part", True), ("", True), ("Wine", True)),
    ],
)
def test_a_service_is_known_by_its_column(written: str, *, stocked: bool) -> None:
    drawn = items(f"sku,name,type,stock,max\nX-1,Something,{written},4,9\n")

    [card] = drawn.cards
    assert card.fields.stocked is stocked
    assert (card.on_hand, card.fields.max_stock) == ((D(4), D(9)) if stocked else (D(0), D(0)))
    assert [(note.value, note.refusal.why) for note in drawn.notes] == (
        [] if stocked else [("4", Why.NOT_STOCKED_NO_STOCK)]
    )


@pytest.mark.parametrize(
    ("written", "serials"),
    [("", Serials.NONE), ("no", Serials.NONE), ("Yes", Serials.SALE), ("Sale and receiving", Serials.RECEIVING)],
)
def test_goods_with_serial_numbers_are_known_by_their_column(written: str, serials: Serials) -> None:
    [card] = items(f"sku,name,serialized\nX-1,Something,{written}\n").cards
    assert card.fields.serials == serials


def test_decimal_commas_are_read_when_asked_for() -> None:
    drawn = items("code;description;price\n1;Kettle;24,50\n", decimal_point=",")

    assert drawn.cards[0].fields.price == D("24.50")


@pytest.mark.parametrize(
    ("row", "field", "why"),
    [
        ("1,,1", "description", Why.TEXT_MISSING),
        ("1,Ke\x07ttle,1", "description", Why.TEXT_UNPRINTABLE),
        ("5.01E+12,Kettle,1", "code", Why.ROUNDED_BY_SPREADSHEET),
        ("1,Kettle,1,more", "", Why.ROW_WIDER_THAN_HEADER),
    ],
)
def test_a_bad_row_is_refused_with_line_field_and_reason(row: str, field: str, why: Why) -> None:
    drawn = items(f"code,description,price\n0,Good,1\n{row}\n2,Good,2\n")

    [refusal] = drawn.refusals
    assert (refusal.line, refusal.field) == (3, field)
    assert len(drawn.cards) == 2
    assert refusal.refusal.why is why


@pytest.mark.parametrize(
    ("row", "field", "why"),
    [
        ("1,Kettle,-1", "price", Why.AMOUNT_BELOW_ZERO),
        ("1,Kettle,1.999", "price", Why.ROUNDED_TO_FIT),
        ("1,Kettle,abc", "price", Why.NOT_A_NUMBER),
        ("1,Kettle,1e5", "price", Why.NOT_A_NUMBER),
        ("1,Kettle,100000000", "price", Why.AMOUNT_TOO_LARGE),
        (",Kettle,1", "code", Why.ID_MADE_AUTOMATICALLY),
        ("a*b,Kettle,1", "code", Why.CODE_CHANGED_TO_FIT),
        (f"{'A' * 31},Kettle,1", "code", Why.CODE_CHANGED_TO_FIT),
        (f"1,{'Kettle ' * 20},1", "description", Why.TEXT_CUT_TO_FIT),
    ],
)
def test_an_odd_cell_costs_no_card(row: str, field: str, why: Why) -> None:
    drawn = items(f"code,description,price\n0,Good,1\n{row}\n2,Good,2\n")

    [note] = drawn.notes
    assert (note.line, note.field, note.refusal.why) == (3, field, why)
    assert (len(drawn.cards), drawn.refusals) == (3, ())


def test_the_same_row_again_is_one_card() -> None:
    drawn = items("code,description,price\na,Kettle,1\nA,Kettle,1.00\n")

    assert (len(drawn.cards), drawn.repeated, drawn.refusals) == (1, 1, ())


def test_an_id_with_other_content_is_refused_the_second_time() -> None:
    drawn = items("code,description,price\na,Kettle,1\na,Kettle,2\n")

    assert drawn.cards[0].fields.price == D(1)
    assert [(refusal.line, refusal.field) for refusal in drawn.refusals] == [(3, "code")]


def test_a_barcode_leads_to_one_item() -> None:
    drawn = items("code,description,barcode\na,Kettle,123\nb,Pot,123\n")

    assert [card.fields.barcodes for card in drawn.cards] == [("123",), ()]
    assert [(note.line, note.field, note.value) for note in drawn.notes] == [(3, "barcodes", "123")]


def test_ids_that_a_spreadsheet_made_decimal_are_whole_again() -> None:
    drawn = customers("CustomerID,Name\n17850.0,Lee\n17851.0,Kim\n")

    assert [card.fields.code for card in drawn.cards] == ["17850", "17851"]


def test_ids_that_are_meant_with_a_point_keep_it() -> None:
    drawn = items("code,description\n10.0,Drill\n10.5,Drill\n")

    assert [card.fields.code for card in drawn.cards] == ["10.0", "10.5"]


def test_rows_without_an_id_column_become_a_card_each() -> None:
    drawn = customers("Full Name,Telephone,Street,City,Zip\nLee,207-555-0100,1 Elm St,Portland,04101\nLee,,,,\n")

    assert [card.fields.name for card in drawn.cards] == ["Lee", "Lee"]
    assert drawn.cards[0].fields.address == "1 Elm St\nPortland\n04101"
    assert "address" in drawn.cards[0].given


def test_reasons_are_counted_the_most_frequent_first() -> None:
    drawn = items("code,description,price\n1E+5,a,1\n2E+5,b,1\n1,,1\n")

    counted = [(place(refusal), count) for refusal, count in count_reasons(drawn.refusals)]
    assert counted == [("code", 2), ("description", 1)]
