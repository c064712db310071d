"""Guide: "Bring your shop over" — small files as shops really have them, each read as the shop expects."""

import tracemalloc
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posim_desktop.domain.cards.cards import TaxCodeFields
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.csv_tables import MAX_BYTES, read_table
from posim_desktop.domain.exchange.import_columns import FileLayout
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_questions import Ask, ImportAnswer
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why
from posim_desktop.services.cards import preferences, tax_codes
from posim_desktop.services.exchange.import_files import ImportOptions, read_file
from posim_desktop.services.exchange.imports import ImportPlan, plan_import
from seeding import Till, open_till

D = Decimal
FILES = Path(__file__).parent / "shop_files"


@pytest.fixture
def till(sqlite_url: str) -> Iterator[Till]:
    """Give a till in a shop in a file: what is on file is read the same way on a server."""
    till = open_till(sqlite_url)
    yield till
    till.engine.dispose()


def planned(
    till: Till, name: str, kind: ImportKind = ImportKind.ITEMS, answers: Mapping[Ask, str] | None = None
) -> ImportPlan:
    options = ImportOptions(answers=answers or {})
    reading = read_file((FILES / name).read_bytes(), name, kind, options)
    with till.engine.connect() as connection:
        return plan_import(connection, reading, options)


def cards(plan: ImportPlan) -> dict[str, Any]:
    return {new.fields.code: new.fields for new in plan.plan.new}


def prices(plan: ImportPlan) -> list[Decimal]:
    return [new.fields.price for new in plan.plan.new]


def asked(plan: ImportPlan) -> dict[Ask, str]:
    return {question.ask: question.answer for question in plan.open_questions}


def noted(plan: ImportPlan) -> list[tuple[int, str, Why]]:
    return [(note.line, note.field, note.refusal.why) for note in plan.notes]


def test_web_shop(till: Till) -> None:
    plan = planned(till, "webshop-items.csv")

    assert [(c.description, c.price, c.notes) for c in cards(plan).values()] == [
        ("Frying pan 24 cm", D("34.90"), "Heats evenly."),
        ("Glass lid 24 cm", D("12.50"), "Fits & seals."),
    ]
    assert asked(plan) == {Ask.DEPARTMENTS: ImportAnswer.MAKE}
    assert [made.name for made in plan.plan.made.departments] == ["Kitchen > Pans", "Kitchen"]
    assert plan.reading.unused == ("ID", "Published", "Short description", "In stock?", "Sale price")


def test_till_of_another_maker(till: Till) -> None:
    plan = planned(till, "pos-items-with-html-description.csv")

    assert [(new.fields.description, new.fields.cost, new.opening) for new in plan.plan.new] == [
        ("Glass vase", D("9.1000"), D(4)),
        ("Bowl", D("4.0000"), D(9)),
    ]
    assert [(c.min_stock, c.max_stock, c.vendor_item_number) for c in cards(plan).values()] == [
        (D(2), D(2), "L-1"),
        (D(3), D(3), "L-2"),
    ]
    assert [made.name for made in plan.plan.made.vendors] == ["Lumo Trade"]


def test_stock_list_with_a_date(till: Till) -> None:
    plan = planned(till, "stock-list-with-a-date.csv")

    assert plan.reading.layout is FileLayout.LIST
    assert [new.opening for new in plan.plan.new] == [D(12), D(40), D(40)]
    assert (noted(plan), plan.reading.unused) == ([(3, "price", Why.PRICE_OF_ZERO)], ("Date",))


def test_reorder_point_without_max(till: Till) -> None:
    plan = planned(till, "reorder-point-without-max.csv")
    assert asked(plan) == {Ask.MAX_STOCK: ImportAnswer.AS_MIN}
    assert [(c.min_stock, c.max_stock) for c in cards(plan).values()] == [(D(10), D(10)), (D(5), D(5)), (D(0), D(0))]

    plan = planned(till, "reorder-point-without-max.csv", answers={Ask.MAX_STOCK: "8"})
    assert [c.max_stock for c in cards(plan).values()] == [D(10), D(8), D(0)]


def test_negative_stock(till: Till) -> None:
    plan = planned(till, "negative-stock.csv")
    assert asked(plan) == {Ask.NEGATIVE_STOCK: ImportAnswer.ZERO}
    assert [new.opening for new in plan.plan.new] == [D(12), D(0), D(0), D(0)]

    plan = planned(till, "negative-stock.csv", answers={Ask.NEGATIVE_STOCK: ImportAnswer.AS_IT_IS})
    assert [new.opening for new in plan.plan.new] == [D(12), D(-3), D(-2), D(0)]


def test_odd_prices(till: Till) -> None:
    plan = planned(till, "odd-prices.csv")

    assert prices(plan) == [D("0.13"), D("15.30"), D("1.50"), D("12.00"), D(0), D(0), D(0)]
    assert cards(plan)["F2"].cost == D("7.1235")
    assert cards(plan)["F4"].min_stock == D("0.333")
    assert {line for line, _, why in noted(plan) if why is Why.PRICE_OF_ZERO} == {6, 7, 8}


def test_float_noise(till: Till) -> None:
    plan = planned(till, "float-noise.csv")

    assert prices(plan) == [D("133.80"), D("15.30"), D("0.10")]
    assert noted(plan) == [(4, "price", Why.ROUNDED_TO_FIT)]


def test_thousands_and_currency(till: Till) -> None:
    plan = planned(till, "thousands-and-currency.csv")
    assert (prices(plan), plan.notes) == ([D(1299), D(89), D(450), D(99), D(900)], ())


def test_decimal_comma(till: Till) -> None:
    plan = planned(till, "decimal-comma.csv")
    assert (plan.reading.sign, prices(plan), plan.questions) == (",", [D("12.50"), D("3.00")], ())


def test_barcodes_from_a_spreadsheet(till: Till) -> None:
    plan = planned(till, "barcodes-from-a-spreadsheet.csv")

    assert [c.barcodes for c in cards(plan).values()] == [()] * 5
    assert noted(plan) == [
        (2, "barcodes", Why.ROUNDED_BY_SPREADSHEET),
        *((line, "barcodes", Why.CELL_MEANS_NONE) for line in (3, 4, 5, 6)),
    ]


def test_odd_ids(till: Till) -> None:
    plan = planned(till, "odd-ids.csv")

    assert list(cards(plan)) == ["ABC", "00777", "1.10", "X-2", "A-VERY-LONG-NUMBER-FROM-SOME-W", "SKU/12#3", ""]
    assert [(row.line, row.refusal.why) for row in plan.refusals] == [(3, Why.ID_SPELLED_TWICE)]
    assert set(asked(plan)) == {Ask.MISSING_IDS, Ask.ODD_IDS}
    assert "A-VERY-LONG-NUMBER-FROM-SOME-WEB-SHOP-000123" in cards(plan)["A-VERY-LONG-NUMBER-FROM-SOME-W"].notes
    assert [line for line, _, why in noted(plan) if why is Why.SPACES_CUT_OFF] == [2, 4]

    out = dict.fromkeys((Ask.MISSING_IDS, Ask.ODD_IDS), ImportAnswer.LEAVE_OUT)
    plan = planned(till, "odd-ids.csv", answers=out)
    assert [(row.line, row.refusal.why) for row in plan.refusals] == [
        *((3, Why.ID_SPELLED_TWICE), (6, Why.CODE_HOLDS_ASTERISK), (7, Why.TEXT_TOO_LONG), (9, Why.ROW_WITHOUT_ID)),
    ]


def test_long_numbers_in_words(till: Till) -> None:
    plan = planned(till, "long-numbers-in-words.csv")
    assert (len(plan.plan.new), plan.refusals, plan.notes) == (6, (), ())


def test_customers_first_and_last_name(till: Till) -> None:
    plan = planned(till, "customers-first-and-last-name.csv", ImportKind.CUSTOMERS)

    ada, ben = plan.plan.new
    assert (ada.name, ada.address) == ("Ada Stone", "1 Low St\nFlat 4\nLeeds\nLS1 1AA\nUK")
    assert (ben.name, ben.company) == ("Ben Wood", "Wood Ltd")
    assert plan.reading.unused == ("Gender",)


def test_customers_with_odd_contacts(till: Till) -> None:
    plan = planned(till, "customers-with-odd-contacts.csv", ImportKind.CUSTOMERS)

    found = {card.code: card for card in plan.plan.new}
    assert list(found) == ["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8"]
    assert found["K1"].notes == "Phone: 555-0101 ext. 12 (mobile: 555-0102) call after six pm"
    assert found["K2"].notes == "Email: bo@example.com; bo2@example.com"
    assert (found["K4"].email, found["K6"].name) == ("", "Customer K6")
    assert [line for line, *_ in noted(plan)] == [2, 3, 4, 5, 7]


def test_vendors_and_departments_by_name(till: Till) -> None:
    plan = planned(till, "vendors-and-departments-by-name.csv")

    assert asked(plan) == {Ask.VENDORS: ImportAnswer.MAKE, Ask.DEPARTMENTS: ImportAnswer.MAKE}
    assert [made.name for made in plan.plan.made.vendors] == [
        "Lumo Trading Co.",
        "Wholesale House of Jams and Spreads, Ltd.",
    ]
    assert [made.code for made in plan.plan.made.departments] == ["DRINKS", "GROCERIES"]


def test_tax_as_yes_and_no(till: Till) -> None:
    std = till.run(tax_codes.add, fields=TaxCodeFields("STD", "Standard", (Tax("VAT", D(19)),))).record_id
    till.run(preferences.change, preferences=ShopPreferences(default_tax_code_id=std))

    plan = planned(till, "tax-as-yes-and-no.csv")

    assert [c.tax_code_id for c in cards(plan).values()] == [std, None, -1]
    assert asked(plan) == {Ask.TAX_CODES: ImportAnswer.MAKE}


def test_title_rows_above_the_header(till: Till) -> None:
    plan = planned(till, "title-rows-above-the-header.csv")

    assert (plan.reading.table.header_line, list(cards(plan))) == (4, ["T1"])
    assert noted(plan) == [(6, "", Why.TOTAL_ROW_LEFT_OUT)]


def test_central_europe(till: Till) -> None:
    plan = planned(till, "central-europe-cp1250.csv")
    assert [c.description for c in cards(plan).values()] == ["Świeczka mała", "Żółta miska"]
    assert asked(plan) == {Ask.ENCODING: "cp1250"}
    assert asked(planned(till, "central-europe-cp1250.csv", answers={Ask.ENCODING: "cp1250"})) == {}


def test_utf_16_without_mark(till: Till) -> None:
    plan = planned(till, "utf-16-without-mark.csv")
    assert ([c.description for c in cards(plan).values()], plan.questions) == (["Thé glacé", "Müsli Äpfel"], ())


def test_zeros_that_a_spreadsheet_took_are_put_back_where_that_is_certain(till: Till) -> None:
    rows = "sku,name,price,upc\nA,a,1,36000291452\nB,b,1,12345678905\nC,c,1,42100005264\n"
    options = ImportOptions()
    with till.engine.connect() as connection:
        plan = plan_import(connection, read_file(rows.encode(), "upc.csv", None, options), options)

    assert [c.barcodes for c in cards(plan).values()] == [("036000291452",), ("012345678905",), ("042100005264",)]
    assert {why for *_, why in noted(plan)} == {Why.CODE_MENDED}


def test_a_variant_takes_what_it_lacks_from_the_row_above(till: Till) -> None:
    rows = (
        "Handle,Title,Body (HTML),Vendor,Option1 Value,Variant SKU,Variant Price,Image Src\n"
        "shirt,Shirt,<p>Cotton</p>,Lumo,Red,S-1,20.00,a.jpg\nshirt,,,,Blue,S-2,21.00,\nshirt,,,,,,,b.jpg\n"
    )
    options = ImportOptions()
    with till.engine.connect() as connection:
        plan = plan_import(connection, read_file(rows.encode(), "shop.csv", None, options), options)

    assert [(c.description, c.notes, c.preferred_vendor_id) for c in cards(plan).values()] == [
        ("Shirt, Red", "Cotton", -1),
        ("Shirt, Blue", "Cotton", -1),
    ]
    assert [(row.line, row.refusal.why) for row in plan.refusals] == [(4, Why.ROW_ONLY_A_PICTURE)]


def test_an_open_quote_of_64_megabytes_is_refused_in_little_memory() -> None:
    data = b'sku,name\n1,"' + b"a,b\n" * ((MAX_BYTES - 20) // 4)
    tracemalloc.start()
    with pytest.raises(RefusedError, match=Why.FILE_UNREADABLE_AT_LINE):
        read_table(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 64 * 1024 * 1024  # beside the file itself


CELLS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["1,299.00", "-3", "20%", "<p>x</p>", "5.4E+12", "####", "=1+1", "'", "\x00", '"', "0", "1" * 60, "*", "x" * 3000]
)
HEADERS = (
    "sku,name,price,stock,min,barcode,vendor,tax,handle",
    "id,first name,email,phone,notes",
    "code,rate,name",
    "x",
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    header=st.sampled_from(HEADERS),
    rows=st.lists(st.lists(CELLS, max_size=9), max_size=4),
    encoding=st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1250"]),
    kind=st.sampled_from([*ImportKind, None]),
)
def test_nothing_in_a_file_is_unforeseen(
    till: Till, header: str, rows: list[list[str]], encoding: str, kind: ImportKind | None
) -> None:
    text = "\n".join([header, *(",".join(row) for row in rows)])
    data = text.encode(encoding, "replace")
    options = ImportOptions(proposed=True)
    with suppress(RefusedError), till.engine.connect() as connection:
        plan_import(connection, read_file(data, "any.csv", kind, options), options)
