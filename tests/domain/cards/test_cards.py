"""What may be written on a card, field by field."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posim_desktop.domain.cards import cards
from posim_desktop.domain.cards.barcodes import Pack
from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    EmployeeFields,
    ItemFields,
    TaxCodeFields,
    VendorFields,
)
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.import_cards import field_of
from posim_desktop.domain.tax import Tax

CARD_NUMBER = "4111 1111 1111 1111"
GOOD: dict[Callable[[Any], Any], Any] = {
    cards.clean_item: ItemFields(code="KETTLE", description="Kettle"),
    cards.clean_customer: CustomerFields(name="Lee"),
    cards.clean_vendor: VendorFields(name="Acme"),
    cards.clean_employee: EmployeeFields(code="SAM", name="Sam"),
    cards.clean_department: DepartmentFields(code="KIT", name="Kitchen"),
    cards.clean_tax_code: TaxCodeFields("STD", "Standard", (Tax("", Decimal("8.25")),)),
}
FREE_TEXT = [
    (cards.clean_item, ("notes",)),
    (cards.clean_customer, ("name", "company", "address", "notes")),
    (cards.clean_vendor, ("name", "contact", "address", "notes")),
    (cards.clean_employee, ("name",)),
    (cards.clean_department, ("name",)),
    (cards.clean_tax_code, ("name",)),
]
NUMBERS = [
    *((cards.clean_item, field) for field in ("code", "description", "vendor_item_number")),
    *((cards.clean_customer, field) for field in ("code", "phone", "phone2")),
    *((cards.clean_vendor, field) for field in ("code", "phone", "account_number")),
    *((cards.clean_employee, field) for field in ("code", "badge")),
    *((clean, "code") for clean in (cards.clean_department, cards.clean_tax_code)),
]
EACH_FREE_TEXT = [(clean, field) for clean, fields in FREE_TEXT for field in fields]


def _refused_field(clean: Callable[[Any], Any], **changed: object) -> str:
    with pytest.raises(RefusedError) as refused:
        clean(replace(GOOD[clean], **changed))
    return field_of(refused.value.refusal)


@pytest.mark.parametrize(("clean", "field"), EACH_FREE_TEXT)
def test_a_card_number_is_refused_in_every_free_text(clean: Callable[[Any], Any], field: str) -> None:
    assert _refused_field(clean, **{field: f"pay with {CARD_NUMBER}"[-30:]}) == field


@pytest.mark.parametrize(("clean", "field"), [*EACH_FREE_TEXT, *NUMBERS])
def test_a_control_character_is_refused_in_every_text(clean: Callable[[Any], Any], field: str) -> None:
    assert _refused_field(clean, **{field: "a\x07b"}) == field


@pytest.mark.parametrize("clean", GOOD)
def test_a_text_over_its_limit_is_refused(clean: Callable[[Any], Any]) -> None:
    field = "description" if clean is cards.clean_item else "name"
    assert _refused_field(clean, **{field: "x" * 121}) == field


@pytest.mark.parametrize("field", ["code", "barcodes", "description", "vendor_item_number"])
def test_what_names_goods_may_look_like_a_card_number(field: str) -> None:
    digits = CARD_NUMBER.replace(" ", "")
    value = (digits,) if field == "barcodes" else digits
    good: Any = GOOD[cards.clean_item]
    assert getattr(cards.clean_item(replace(good, **{field: value})), field) == value


def test_phone_and_account_numbers_may_look_like_card_numbers() -> None:
    lee = CustomerFields(name="Lee", phone="0049 170 1234560", phone2="5105 1051 0510 5100")
    assert cards.clean_customer(lee) == lee
    acme = VendorFields(code="ACME", name="Acme", phone="3782 822463 10005", account_number=CARD_NUMBER)
    assert cards.clean_vendor(acme) == acme


def test_codes_are_kept_in_capitals_without_blanks_around_them() -> None:
    assert cards.clean_item(ItemFields(code="  kettle ", description="Kettle")).code == "KETTLE"


def test_a_code_that_grows_over_its_limit_in_capitals_is_refused() -> None:
    assert _refused_field(cards.clean_item, code="ß" * 30) == "code"
    assert _refused_field(cards.clean_department, code="ß" * 30) == "code"


@pytest.mark.parametrize(("field", "value"), [("code", "3*KETTLE"), ("barcodes", ("12*34",))])
def test_a_star_is_refused_where_goods_are_entered(field: str, value: object) -> None:
    assert _refused_field(cards.clean_item, **{field: value}) == field


def test_barcodes_are_cleaned_and_kept_once() -> None:
    kettle = ItemFields(description="Kettle", barcodes=(" 55 ", "", "55", "66"))
    assert cards.clean_item(kettle).barcodes == ("55", "66")


def test_a_pack_is_cleaned_and_a_number_is_one_or_the_other() -> None:
    typed = (Pack(" 036000291452 ", Decimal(6)), Pack("0036000291452", Decimal(6)), Pack("77", Decimal(1)))
    cleaned = cards.clean_item(ItemFields(description="Kettle", barcodes=("55", "0036000291452"), packs=typed))
    assert (cleaned.barcodes, cleaned.packs) == (("55", "77"), (Pack("036000291452", Decimal("6.000")),))
    assert cleaned.codes == ("55", "77", "036000291452")


@pytest.mark.parametrize(
    "packs",
    [
        (Pack("1", Decimal(0)),),
        (Pack("", Decimal(2)),),
        (Pack("3*4", Decimal(2)),),
        (Pack("036000291452", Decimal(2)), Pack("0036000291452", Decimal(3))),
    ],
)
def test_what_is_no_pack_is_refused(packs: tuple[Pack, ...]) -> None:
    assert _refused_field(cards.clean_item, packs=packs) == "packs"


@pytest.mark.parametrize("barcodes", [("5" * 41,), tuple(str(n) for n in range(51))])
def test_barcodes_have_limits(barcodes: tuple[str, ...]) -> None:
    assert _refused_field(cards.clean_item, barcodes=barcodes) == "barcodes"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("price", "-0.01"),
        ("price", "1e9"),
        ("price", "0.001"),
        ("cost", "0.00001"),
        ("cost", "-1"),
        ("max_stock", "1e9"),
        ("max_stock", "-1"),
        ("min_stock", "0.0001"),
        ("pack_quantity", "0"),
        ("price", "NaN"),
        ("max_stock", "Infinity"),
    ],
)
def test_a_number_out_of_range_is_refused_at_its_field(field: str, value: str) -> None:
    assert _refused_field(cards.clean_item, **{field: Decimal(value)}) == field


def test_min_stock_above_max_stock_is_refused() -> None:
    assert _refused_field(cards.clean_item, min_stock=Decimal(5), max_stock=Decimal(2)) == "min_stock"


@pytest.mark.parametrize("rate", ["-1", "100.0001", "8.00001"])
def test_a_tax_rate_out_of_range_is_refused(rate: str) -> None:
    assert _refused_field(cards.clean_tax_code, taxes=(Tax("", Decimal(rate)),)) == "rate_1"


@pytest.mark.parametrize("email", ["lee", "lee@", "@shop", "a b@shop.example", "a@b@c"])
def test_an_email_address_that_is_none_is_refused(email: str) -> None:
    assert _refused_field(cards.clean_customer, email=email) == "email"


def test_a_company_without_a_contact_is_called_by_its_own_name() -> None:
    assert cards.clean_customer(CustomerFields(company="Harbour Café")).name == "Harbour Café"


def test_a_customer_without_any_name_is_refused() -> None:
    assert _refused_field(cards.clean_customer, name=" ") == "name"


@pytest.mark.parametrize("clean", GOOD)
def test_what_is_clean_stays_as_it_is(clean: Callable[[Any], Any]) -> None:
    once = clean(GOOD[clean])
    assert clean(once) == once


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_is_cleaned_or_refused_at_its_field(description: str, code: str) -> None:
    try:
        item = cards.clean_item(ItemFields(code=code, description=description))
    except RefusedError as refused:
        assert field_of(refused.refusal) in {"code", "description"}  # noqa: PT017 - both ways are right
    else:
        assert item == cards.clean_item(item)
        assert len(item.code) <= 30
        assert "*" not in item.code
