"""What is written on the cards of items, customers, vendors, employees, departments and tax codes.

Each ``clean_…`` brings what was typed into the form that is stored, or raises a refusal that names the field: the
name of the dataclass's attribute. Serves the guide's pages on items, customers, vendors and employees.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from posim_desktop.domain import text
from posim_desktop.domain.cards.barcodes import Pack, one_form
from posim_desktop.domain.cards.department_questions import clean_questions
from posim_desktop.domain.cards.serials import Serials, flag_refusal
from posim_desktop.domain.cards.vendor_terms import VendorTerms, clean_others, days_refusal
from posim_desktop.domain.errors import Field, Refusal, refuse, require
from posim_desktop.domain.exemption import Exemption, clean_exemption
from posim_desktop.domain.money import ZERO, cost_refusal, money_refusal, to_cents, to_cost
from posim_desktop.domain.numbers import places
from posim_desktop.domain.people.permissions import LIMITS, Rights, Role
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.quantity import NO_UNITS, ONE, SMALLEST, quantity_refusal
from posim_desktop.domain.tax import Taxes, clean_taxes
from posim_desktop.domain.why import Why

MAX_BARCODES = 50
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")


@dataclass(frozen=True, slots=True)
class ItemFields:
    """An Item card.

    Attributes:
        code: The item id; ``""`` asks for an automatic one.
        description: What it is.
        barcodes: Codes printed on the goods, each leading to this item only.
        packs: Codes printed on packs of several units, each leading to this item only.
        department_id: Department, or None.
        tax_code_id: Tax code, or None for goods that are not taxed.
        preferred_vendor_id: The vendor that Auto Order buys it from, or None.
        vendor_item_number: The vendor's own number for it.
        price: Selling price of one unit.
        cost: What one unit costs the shop, four places.
        max_stock: Auto Order fills up to this; 0 for no topping up.
        min_stock: Do not reorder while at least this many remain; 0 for no minimum.
        pack_quantity: It is bought in multiples of this.
        vendor_cost: What one unit costs at the preferred vendor, four places; None where it is ``cost``.
        minimum_quantity: The preferred vendor sends no fewer units of it; 0 for no minimum.
        usual_days: How many days it usually takes to come from the preferred vendor, or None.
        other_vendors: Who else sells it to the shop, and how.
        stocked: Whether there is a stock of it; a service has none.
        serials: When its units are asked for their serial numbers.
        notes: Anything else.
        unit: What its quantities are measured in, such as yd; ``""`` for pieces.
        smallest_cut: It is sold and ordered in multiples of this; 0 where any length will do.
        pack_unit: What the vendor calls a pack of it; ``""`` for a case.
        author: Who wrote a book.
        publisher: Who publishes it.
        format: Hardcover, paperback, audio.
        on_sale_on: The first day on which it may be handed out, None for any.
    """

    code: str = ""
    description: str = ""
    barcodes: tuple[str, ...] = ()
    packs: tuple[Pack, ...] = ()
    department_id: int | None = None
    tax_code_id: int | None = None
    preferred_vendor_id: int | None = None
    vendor_item_number: str = ""
    price: Decimal = ZERO
    cost: Decimal = ZERO
    max_stock: Decimal = NO_UNITS
    min_stock: Decimal = NO_UNITS
    pack_quantity: Decimal = ONE
    vendor_cost: Decimal | None = None
    minimum_quantity: Decimal = NO_UNITS
    usual_days: int | None = None
    other_vendors: tuple[VendorTerms, ...] = ()
    stocked: bool = True
    serials: str = Serials.NONE
    notes: str = ""
    unit: str = ""
    smallest_cut: Decimal = NO_UNITS
    pack_unit: str = ""
    author: str = ""
    publisher: str = ""
    format: str = ""
    on_sale_on: date | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Every barcode that leads here, of single units and of packs."""
        return (*self.barcodes, *(pack.barcode for pack in self.packs))

    @property
    def vendors(self) -> tuple[VendorTerms, ...]:
        """From whom it is bought and how, the preferred vendor first."""
        if self.preferred_vendor_id is None:
            return self.other_vendors
        preferred = VendorTerms(
            self.preferred_vendor_id,
            self.vendor_item_number,
            self.vendor_cost,
            self.pack_quantity,
            self.minimum_quantity,
            self.usual_days,
        )
        return (preferred, *self.other_vendors)


class ReachBy(StrEnum):
    """How a customer likes to be reached; nobody may have asked."""

    ANYHOW = ""
    PHONE = "phone"
    SECOND_PHONE = "second_phone"
    TEXT = "text"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class CustomerFields:
    """A Customer card; ``code`` is the customer id, ``""`` asks for an automatic one.

    Who has an ``exempt_number`` pays no tax. ``reach_by`` is one of :class:`ReachBy`, ``reach_hours`` says when.
    """

    code: str = ""
    name: str = ""
    company: str = ""
    phone: str = ""
    phone2: str = ""
    email: str = ""
    address: str = ""
    notes: str = ""
    exempt_number: str = ""
    exempt_reason: str = ""
    reach_by: str = ReachBy.ANYHOW
    reach_hours: str = ""


@dataclass(frozen=True, slots=True)
class VendorFields:
    """A Vendor card; ``code`` is the vendor id, ``""`` asks for an automatic one.

    ``minimum_amount`` and ``minimum_units`` are the smallest order that the vendor takes, 0 for any.
    """

    code: str = ""
    name: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    account_number: str = ""
    address: str = ""
    notes: str = ""
    minimum_amount: Decimal = ZERO
    minimum_units: Decimal = NO_UNITS


@dataclass(frozen=True, slots=True)
class EmployeeFields:
    """An Employee card; ``code`` is the short name they log in with, ``badge`` what a scanner reads off their badge."""

    code: str = ""
    name: str = ""
    role: str = Role.CASHIER
    badge: str = ""


@dataclass(frozen=True, slots=True)
class RoleFields:
    """A role; its code is automatic. Limits as in :class:`~posim_desktop.domain.people.permissions.Rights`."""

    code: str = ""
    name: str = ""
    permissions: frozenset[Permission] = frozenset()
    most_discount: Decimal | None = None
    price_floor: Decimal | None = None
    most_paid_out: Decimal | None = None
    most_returned: Decimal | None = None
    most_without_receipt: Decimal | None = None
    least_deposit: Decimal | None = None
    most_fee: Decimal | None = None

    @property
    def rights(self) -> Rights:
        """What it lets its people do."""
        return Rights(self.permissions, *(getattr(self, limit) for limit in LIMITS))


@dataclass(frozen=True, slots=True)
class DepartmentFields:
    """A Department card; ``questions`` are what it asks of a special order, one to a line.

    ``books`` says that author, publisher, format and the day of sale are kept of its items.
    """

    code: str = ""
    name: str = ""
    questions: str = ""
    books: bool = False


@dataclass(frozen=True, slots=True)
class TaxCodeFields:
    """A Tax Code card; ``taxes`` are the one to four taxes that it is made of, in order."""

    code: str = ""
    name: str = ""
    taxes: Taxes = ()


def clean_item(fields: ItemFields) -> ItemFields:
    """Clean an Item card for storage.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    code = _entry_code(fields.code, "code", text.Label.ITEM_ID, limit=text.CODE, blank=True).upper()
    packs = _packs(fields.packs)
    of_one = [pack.barcode for pack in packs if pack.quantity == ONE]
    packs = tuple(pack for pack in packs if pack.quantity != ONE)
    barcodes = _barcodes((*fields.barcodes, *of_one), packs)
    if len(barcodes) + len(packs) > MAX_BARCODES:
        raise refuse(Why.TOO_MANY_BARCODES, Field("barcodes"), most=MAX_BARCODES)
    require(money_refusal(fields.price, field="price"))
    require(cost_refusal(fields.cost, field="cost"))
    require(quantity_refusal(fields.max_stock, field="max_stock", zero=True))
    require(quantity_refusal(fields.min_stock, field="min_stock", zero=True))
    require(quantity_refusal(fields.pack_quantity, field="pack_quantity"))
    require(quantity_refusal(fields.smallest_cut, field="smallest_cut", zero=True))
    require(min_stock_refusal(fields.min_stock, fields.max_stock))
    require(flag_refusal(fields.serials, stocked=fields.stocked))
    if not fields.stocked:  # nothing is ever topped up
        fields = replace(fields, max_stock=NO_UNITS, min_stock=NO_UNITS)
    if fields.vendor_cost is not None:
        require(cost_refusal(fields.vendor_cost, field="vendor_cost"))
    require(quantity_refusal(fields.minimum_quantity, field="minimum_quantity", zero=True))
    require(days_refusal(fields.usual_days, "usual_days"))
    if fields.preferred_vendor_id is None:  # nobody whose they could be
        fields = replace(fields, vendor_cost=None, minimum_quantity=NO_UNITS, usual_days=None)
    return replace(
        fields,
        code=code,
        description=_words(fields.description, "description", text.Label.DESCRIPTION, text.DESCRIPTION, blank=False),
        barcodes=barcodes,
        packs=packs,
        vendor_item_number=text.clean(
            fields.vendor_item_number,
            field="vendor_item_number",
            limit=text.SHORT,
            label=text.Label.VENDOR_ITEM_NUMBER,
        ),
        price=to_cents(fields.price),
        cost=to_cost(fields.cost),
        max_stock=fields.max_stock.quantize(SMALLEST),
        min_stock=fields.min_stock.quantize(SMALLEST),
        pack_quantity=fields.pack_quantity.quantize(SMALLEST),
        vendor_cost=None if fields.vendor_cost is None else to_cost(fields.vendor_cost),
        minimum_quantity=fields.minimum_quantity.quantize(SMALLEST),
        other_vendors=clean_others(fields.other_vendors, fields.preferred_vendor_id),
        notes=_notes(fields.notes),
        unit=_words(fields.unit, "unit", text.Label.UNIT, text.UNIT),
        smallest_cut=fields.smallest_cut.quantize(SMALLEST),
        author=_words(fields.author, "author", text.Label.AUTHOR, text.DESCRIPTION),
        publisher=_words(fields.publisher, "publisher", text.Label.PUBLISHER, text.NAME),
        format=_words(fields.format, "format", text.Label.FORMAT, text.SHORT),
        pack_unit=_words(fields.pack_unit, "pack_unit", text.Label.UNIT, text.UNIT),
    )


def preferring(fields: ItemFields, vendor_id: int) -> ItemFields:
    """Make another vendor the preferred one, by its own terms; the one that was stays on the card with its terms."""
    if vendor_id == fields.preferred_vendor_id:
        return fields
    terms = next((each for each in fields.other_vendors if each.vendor_id == vendor_id), None)
    others = tuple(each for each in fields.vendors if each.vendor_id != vendor_id)
    if terms is None and fields.preferred_vendor_id is None:  # what was written without a vendor is the first one's
        return replace(fields, preferred_vendor_id=vendor_id)
    terms = terms or VendorTerms(vendor_id)
    return replace(
        fields,
        preferred_vendor_id=vendor_id,
        vendor_item_number=terms.vendor_item_number,
        vendor_cost=terms.cost,
        pack_quantity=terms.pack_quantity,
        minimum_quantity=terms.minimum_quantity,
        usual_days=terms.usual_days,
        other_vendors=others,
    )


def clean_customer(fields: CustomerFields) -> CustomerFields:
    """Bring a Customer card into the form that is stored; a company without a contact is called by its own name.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    company = _words(fields.company, "company", text.Label.COMPANY, text.NAME)
    name = _words(fields.name, "name", text.Label.NAME, text.NAME, blank=bool(company)) or company
    exempt = clean_exemption(Exemption(fields.exempt_number, fields.exempt_reason))
    return replace(
        fields,
        code=_code(fields.code, text.Label.CUSTOMER_ID, blank=True),
        name=name,
        company=company,
        phone=_phone(fields.phone, "phone", text.Label.PHONE),
        phone2=_phone(fields.phone2, "phone2", text.Label.SECOND_PHONE),
        email=_email(fields.email),
        address=_address(fields.address),
        notes=_notes(fields.notes),
        exempt_number=exempt.number,
        exempt_reason=exempt.reason,
        reach_by=str(ReachBy(fields.reach_by)),
        reach_hours=_words(fields.reach_hours, "reach_hours", text.Label.REACH_HOURS, text.SHORT),
    )


def clean_vendor(fields: VendorFields) -> VendorFields:
    """Bring a Vendor card into the form that is stored.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    require(money_refusal(fields.minimum_amount, field="minimum_amount"))
    require(quantity_refusal(fields.minimum_units, field="minimum_units", zero=True))
    return replace(
        fields,
        code=_code(fields.code, text.Label.VENDOR_ID, blank=True),
        name=_words(fields.name, "name", text.Label.NAME, text.NAME, blank=False),
        contact=_words(fields.contact, "contact", text.Label.CONTACT, text.NAME),
        phone=_phone(fields.phone, "phone", text.Label.PHONE),
        email=_email(fields.email),
        account_number=_words(fields.account_number, "account_number", text.Label.ACCOUNT_NUMBER, text.SHORT),
        address=_address(fields.address),
        notes=_notes(fields.notes),
        minimum_amount=to_cents(fields.minimum_amount),
        minimum_units=fields.minimum_units.quantize(SMALLEST),
    )


def clean_employee(fields: EmployeeFields) -> EmployeeFields:
    """Bring an Employee card into the form that is stored.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    return replace(
        fields,
        code=_code(fields.code, text.Label.LOG_IN_NAME),
        name=_words(fields.name, "name", text.Label.NAME, text.NAME, blank=False),
        badge=text.clean(fields.badge, field="badge", limit=text.CODE, label=text.Label.BADGE),
    )


def clean_role(fields: RoleFields) -> RoleFields:
    """Bring a role into the form that is stored; a limit of what it may not do at all is none.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    for name in ("most_discount", "price_floor", "least_deposit", "most_fee"):
        percent = getattr(fields, name)
        if percent is not None and not (percent.is_finite() and 0 <= percent <= 100 and places(percent) <= 2):  # noqa: PLR2004
            raise refuse(Why.PERCENT_OUT_OF_RANGE, Field(name))
    for name in ("most_paid_out", "most_returned", "most_without_receipt"):
        amount = getattr(fields, name)
        if amount is not None:
            require(money_refusal(amount, field=name))
    held = fields.permissions
    return replace(
        fields,
        name=_words(fields.name, "name", text.Label.NAME, text.NAME, blank=False),
        most_discount=fields.most_discount if Permission.DISCOUNT in held else None,
        price_floor=fields.price_floor if Permission.CHANGE_PRICE in held else None,
        most_paid_out=fields.most_paid_out if Permission.PAY_OUT in held else None,
        most_returned=fields.most_returned if Permission.RETURN_GOODS in held else None,
        most_without_receipt=fields.most_without_receipt if Permission.RETURN_WITHOUT_RECEIPT in held else None,
        least_deposit=fields.least_deposit if Permission.LOWER_DEPOSIT in held else None,
        most_fee=fields.most_fee if Permission.CANCEL_FEE in held else None,
    )


def clean_department(fields: DepartmentFields) -> DepartmentFields:
    """Bring a Department card into the form that is stored.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    return DepartmentFields(
        code=_code(fields.code, text.Label.DEPARTMENT_ID),
        name=_words(fields.name, "name", text.Label.NAME, text.NAME, blank=False),
        questions=clean_questions(fields.questions),
        books=fields.books,
    )


def clean_tax_code(fields: TaxCodeFields) -> TaxCodeFields:
    """Bring a Tax Code card into the form that is stored.

    Raises:
        RefusedError: Names the field, the rule and the limit.
    """
    code = _code(fields.code, text.Label.TAX_CODE)
    return TaxCodeFields(
        code=code,
        name=_words(fields.name, "name", text.Label.NAME, text.NAME, blank=False),
        taxes=clean_taxes(fields.taxes, code),
    )


def min_stock_refusal(min_stock: Decimal, max_stock: Decimal) -> Refusal | None:
    """Say that the least stock is more than the most, or None."""
    if min_stock <= max_stock:
        return None
    return Refusal(Why.MIN_STOCK_ABOVE_MAX, Field("min_stock"), least=min_stock, most=max_stock)


def _code(typed: str, label: text.Label, *, blank: bool = False) -> str:
    """Codes are kept in capitals, so that the same code in small letters is the same card."""
    capitals = text.clean(typed, field="code", limit=text.CODE, label=label, blank=blank).upper()
    return text.clean(capitals, field="code", limit=text.CODE, label=label, blank=blank)


def _entry_code(typed: str, field: str, label: text.Label, *, limit: int, blank: bool) -> str:
    """Clean what is scanned or typed at the till, where ``3*CODE`` means three of it."""
    code = text.clean(typed, field=field, limit=limit, label=label, blank=blank)
    if len(code.upper()) > limit:
        raise refuse(Why.TEXT_TOO_LONG, Field(field), label=label, most=limit, length=len(code.upper()))
    if "*" in code:
        raise refuse(Why.CODE_HOLDS_ASTERISK, Field(field), label=label)
    return code


def _barcodes(typed: tuple[str, ...], packs: tuple[Pack, ...]) -> tuple[str, ...]:
    """Keep each number once, as it was written first; one that is a pack's is the pack's."""
    written = [barcode for code in typed if (barcode := _barcode(code, "barcodes"))]
    forms = {one_form(barcode): barcode for barcode in reversed(written)}
    for pack in packs:
        forms.pop(one_form(pack.barcode), None)
    return tuple(forms.values())[::-1]


def _packs(typed: tuple[Pack, ...]) -> tuple[Pack, ...]:
    found: dict[str, Pack] = {}
    for each in typed:
        barcode = _barcode(each.barcode, "packs", blank=False)
        require(quantity_refusal(each.quantity, field="packs"))
        pack = Pack(barcode, each.quantity.quantize(SMALLEST))
        other = found.setdefault(one_form(barcode), pack)
        if other.quantity != pack.quantity:
            raise refuse(Why.PACK_TWICE, Field("packs"), barcode=barcode)
    return tuple(found.values())


def _barcode(typed: str, field: str, *, blank: bool = True) -> str:
    return _entry_code(typed, field, text.Label.BARCODE, limit=text.SHORT, blank=blank)


def _words(typed: str, field: str, label: text.Label, limit: int, *, blank: bool = True) -> str:
    return text.clean(typed, field=field, limit=limit, label=label, blank=blank)


def _address(typed: str) -> str:
    return text.clean(typed, field="address", limit=text.NOTE, label=text.Label.ADDRESS, lines=True)


def _notes(typed: str) -> str:
    return text.clean(typed, field="notes", limit=text.NOTE, label=text.Label.NOTE, lines=True)


def _phone(typed: str, field: str, label: text.Label) -> str:
    return text.clean(typed, field=field, limit=text.SHORT, label=label)


def _email(typed: str) -> str:
    address = _words(typed, "email", text.Label.EMAIL, text.EMAIL)
    if address and _EMAIL.fullmatch(address) is None:
        raise refuse(Why.NO_EMAIL_ADDRESS, Field("email"))
    return address
