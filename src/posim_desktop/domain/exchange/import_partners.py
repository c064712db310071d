"""Cards of customers, vendors, departments and tax codes, and figures of items on file, made from the rows of a list.

Serves the guide's page "Bring your shop over".
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from posim_desktop.domain import text
from posim_desktop.domain.cards.barcodes import one_form
from posim_desktop.domain.cards.cards import (
    CustomerFields,
    DepartmentFields,
    TaxCodeFields,
    VendorFields,
    clean_customer,
    clean_department,
    clean_tax_code,
    clean_vendor,
)
from posim_desktop.domain.errors import Field, Refusal, RefusedError, refuse
from posim_desktop.domain.exchange.csv_tables import Table, TableRow
from posim_desktop.domain.exchange.figures import read_figure
from posim_desktop.domain.exchange.import_cards import (
    Card,
    Drawn,
    ImportedCustomer,
    ImportedDepartment,
    ImportedFigures,
    ImportedTaxCode,
    ImportedVendor,
    TableReading,
    Watch,
    clean_setting_aside,
    customer_name,
    draw,
    in_file_order,
    one_spaced,
    spaces_cut_off,
)
from posim_desktop.domain.exchange.import_columns import Columns
from posim_desktop.domain.exchange.import_items import fitting, stock_of
from posim_desktop.domain.exchange.import_questions import Ask, Asking, ImportAnswer
from posim_desktop.domain.exchange.plain_text import without_markup
from posim_desktop.domain.exchange.spoilt_codes import means_none, unspoilt
from posim_desktop.domain.money import ZERO, cost_places, cost_refusal, money_places, money_refusal
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.tax import Tax
from posim_desktop.domain.why import Why

_ADDRESS_PARTS = ("address", "address2", "city", "state", "postcode", "country")
_OF_PERSON = ("name", "company", "phone", "phone2", "email", "notes", "exempt_number")
_OF_VENDOR = (*("name", "contact", "phone", "email", "account_number", "notes"), "minimum_amount", "minimum_units")
_CODE = frozenset({"code"})
_CODE_AND_NAME = frozenset({"code", "name"})
Partner = TypeVar("Partner", CustomerFields, VendorFields)


def draw_customers(
    table: Table, columns: Columns, *, asking: Asking | None = None, watch: Watch | None = None
) -> Drawn[ImportedCustomer]:
    """Make a Customer card of each row of an address list; what its field cannot hold goes to the notes of the card."""
    reading = TableReading(table, columns, asking)

    def make(row: TableRow) -> ImportedCustomer:
        code = _code(reading)
        card = CustomerFields(
            code=code,
            name=_name(reading),
            company=_short(reading, "company"),
            phone=_contact(reading, "phone"),
            phone2=_contact(reading, "phone2"),
            email=_contact(reading, "email"),
            address=_address(reading),
            notes=without_markup(reading.text("notes")),
            exempt_number=reading.text("exempt_number"),
        )
        if not card.name and not card.company and (code or any((card.phone, card.email, card.address))):
            called = customer_name(code or card.email or card.phone or card.address.partition("\n")[0])[: text.NAME]
            reading.note("", Refusal(Why.NAME_MADE_OF_ID, Field("name"), kept=called))
            card = replace(card, name=called)
        card = _with_notes(reading, clean_setting_aside(reading, card, clean_customer, _CODE), clean_customer)
        return ImportedCustomer(row.line, card, _given(reading, card, _OF_PERSON))

    return _drawn(reading, make, lambda card: card.fields.code, watch)


def draw_vendors(
    table: Table,
    columns: Columns,
    *,
    decimal_point: str = ".",
    asking: Asking | None = None,
    watch: Watch | None = None,
) -> Drawn[ImportedVendor]:
    """Make a Vendor card of each row of a list; what its field cannot hold goes to the notes of the card."""
    reading = TableReading(table, columns, asking, decimal_point)

    def make(row: TableRow) -> ImportedVendor:
        amount, units = reading.figure("minimum_amount"), reading.figure("minimum_units")
        person = _joined_name(reading)
        card = VendorFields(
            code=_code(reading),
            name=_short(reading, "name"),
            contact=_short(reading, "contact") or person,
            phone=_contact(reading, "phone"),
            email=_contact(reading, "email"),
            account_number=reading.text("account_number"),
            address=_address(reading),
            notes=without_markup(reading.text("notes")),
            minimum_amount=ZERO if amount is None else fitting(reading, "minimum_amount", amount, money_places()),
            minimum_units=NO_UNITS if units is None else units,
        )
        if not card.name:
            raise refuse(Why.TEXT_MISSING, Field("name"), label=text.Label.NAME)
        card = _with_notes(reading, clean_setting_aside(reading, card, clean_vendor, _CODE_AND_NAME), clean_vendor)
        given = _given(reading, card, _OF_VENDOR)
        return ImportedVendor(row.line, card, given | {"contact"} if card.contact else given)

    return _drawn(reading, make, lambda card: card.fields.code or one_spaced(card.fields.name).casefold(), watch)


def draw_departments(
    table: Table, columns: Columns, *, asking: Asking | None = None, watch: Watch | None = None
) -> Drawn[ImportedDepartment]:
    """Make a Department card of each row; one without an id has the id that its name makes."""
    reading = TableReading(table, columns, asking)

    def make(row: TableRow) -> ImportedDepartment:
        name = one_spaced(reading.text("name")) or one_spaced(reading.text("code"))
        code = reading.code() or code_of(name)
        return ImportedDepartment(row.line, clean_department(DepartmentFields(code, name)), frozenset({"name"}))

    return _drawn(reading, make, lambda card: card.fields.code, watch)


def draw_tax_codes(
    table: Table,
    columns: Columns,
    *,
    decimal_point: str = ".",
    asking: Asking | None = None,
    watch: Watch | None = None,
) -> Drawn[ImportedTaxCode]:
    """Make a Tax Code card with one tax of each row; a rate that is missing is not made up."""
    reading = TableReading(table, columns, asking, decimal_point)

    def make(row: TableRow) -> ImportedTaxCode:
        name = one_spaced(reading.text("name")) or one_spaced(reading.text("code"))
        code = reading.code() or code_of(name)
        rate = percent(reading.text("rate"), decimal_point)
        if rate is None:
            raise refuse(Why.NOT_A_NUMBER, Field("rate"), typed=reading.text("rate")[: text.TENDER])
        card = clean_tax_code(TaxCodeFields(code, name, (Tax("", rate),)))
        return ImportedTaxCode(row.line, card, frozenset({"name", "taxes"}))

    return _drawn(reading, make, lambda card: card.fields.code, watch)


def draw_figures(
    table: Table,
    columns: Columns,
    *,
    decimal_point: str = ".",
    asking: Asking | None = None,
    watch: Watch | None = None,
) -> Drawn[ImportedFigures]:
    """Read what rows say of items on file: how much there is, or what they cost."""
    reading = TableReading(table, columns, asking, decimal_point)

    def make(row: TableRow) -> ImportedFigures:
        code = reading.code().upper() if reading.has("code") else ""
        barcode = reading.text("barcode")
        code = code or ("" if means_none(barcode) else unspoilt(barcode, "barcodes"))
        if not code:
            raise refuse(Why.ROW_WITHOUT_ID, Field("code"))
        units, price, cost = (reading.figure(name) for name in ("on_hand", "price", "cost"))
        if price is not None:
            price = fitting(reading, "price", price, money_places())
            wrong = money_refusal(price, field="price")
            if wrong is not None:
                reading.set_aside("price", wrong)
                price = None
        if cost is not None:
            cost = fitting(reading, "cost", cost, cost_places())
            wrong = cost_refusal(cost, field="cost")
            if wrong is not None:
                reading.set_aside("cost", wrong)
                cost = None
        if units is not None:
            units = stock_of(reading, units)
        return ImportedFigures(row.line, code, None if "on_hand" in reading.aside else units, price, cost)

    return _drawn(reading, make, lambda card: one_form(card.code), watch)


def percent(typed: str, sign: str) -> Decimal | None:
    """Read ``20%``, ``20`` or ``8,25 %``; None where no rate is written."""
    bare = typed.replace("%", "").strip()
    try:
        return read_figure(bare, sign if sign in bare else ".", "rate") if bare else None
    except RefusedError:
        return None


def code_of(name: str) -> str:
    """Make an id of a name: its letters and digits in capitals, the words joined by hyphens."""
    words = "".join(letter if letter.isalnum() else " " for letter in name.upper()).split()
    return "-".join(words)[: text.CODE].rstrip("-")


def _drawn(
    reading: TableReading, make: Callable[[TableRow], Card], key: Callable[[Card], str], watch: Watch | None
) -> Drawn[Card]:
    drawn = draw(reading, make, key, watch)
    notes = in_file_order([*drawn.notes, *spaces_cut_off(reading.table, reading.columns)])
    return replace(drawn, notes=tuple(notes))


def _code(reading: TableReading) -> str:
    if not reading.has("code"):
        return ""
    code = reading.code()
    if not code:
        if reading.asking.about(Ask.MISSING_IDS, reading.text("name")) == ImportAnswer.LEAVE_OUT:
            raise refuse(Why.ROW_WITHOUT_ID, Field("code"))
        reading.note("", Refusal(Why.ID_MADE_AUTOMATICALLY, Field("code")))
        return ""
    if len(code.upper()) <= text.CODE:
        return code
    if reading.asking.about(Ask.ODD_IDS, code) == ImportAnswer.LEAVE_OUT:
        raise refuse(Why.TEXT_TOO_LONG, Field("code"), label=text.Label.CUSTOMER_ID, most=text.CODE, length=len(code))
    kept = code[: text.CODE].rstrip()
    reading.note(code, Refusal(Why.CODE_CHANGED_TO_FIT, Field("code"), kept=kept))
    reading.aside["code"] = code
    return kept


def _joined_name(reading: TableReading) -> str:
    return one_spaced(f"{reading.text('first_name')} {reading.text('last_name')}")


def _name(reading: TableReading) -> str:
    return _short(reading, "name") or _joined_name(reading)


def _short(reading: TableReading, field: str) -> str:
    """Read a name; of one that is too long what fits, and the whole goes to the notes."""
    words = one_spaced(reading.text(field))
    if len(words) <= text.NAME:
        return words
    kept = words[: text.NAME].rsplit(" ", 1)[0]
    reading.note(words, Refusal(Why.TEXT_CUT_TO_FIT, Field(field), kept=kept))
    reading.aside[field] = words
    return kept


def _contact(reading: TableReading, field: str) -> str:
    """Read a number or an address; a dash means that there is none."""
    written = reading.text(field)
    if written and means_none(written):
        reading.note(written, Refusal(Why.CELL_MEANS_NONE, Field(field)))
        return ""
    return written


def _address(reading: TableReading) -> str:
    return "\n".join(filter(None, (reading.text(part) for part in _ADDRESS_PARTS)))


def _with_notes(reading: TableReading, card: Partner, clean: Callable[[Partner], Partner]) -> Partner:
    """Write what was set aside under the notes, after what the file calls it."""
    told: list[str] = [f"{reading.title(field)}: {value}" for field, value in reading.aside.items() if value]
    if not told:
        return card
    notes: dict[str, Any] = {"notes": "\n".join(filter(None, (card.notes, *told)))}
    try:
        return clean(replace(card, **notes))
    except RefusedError:  # a card number, or too much of it: it is listed all the same
        return card


def _given(reading: TableReading, card: CustomerFields | VendorFields, names: tuple[str, ...]) -> frozenset[str]:
    given = set(reading.given(names))
    given |= {name for name in ("name", "notes", "address") if getattr(card, name)}
    return frozenset(given)
