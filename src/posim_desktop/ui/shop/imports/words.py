"""What the Import window calls kinds of cards, their fields, and what a file leaves open."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from posim_desktop.domain.exchange.import_columns import FileLayout
from posim_desktop.domain.exchange.import_kinds import ImportKind
from posim_desktop.domain.exchange.import_questions import Ask, ImportAnswer, ImportQuestion
from posim_desktop.services.exchange.import_files import AlikeRows, Existing


def _tr(words: str) -> str:
    return QCoreApplication.translate("Imports", words)


def kinds() -> Mapping[ImportKind, str]:
    """Return what the kinds are called, in the order of the box."""
    return {
        ImportKind.ITEMS: _tr("Items"),
        ImportKind.CUSTOMERS: _tr("Customers"),
        ImportKind.VENDORS: _tr("Vendors"),
        ImportKind.DEPARTMENTS: _tr("Departments"),
        ImportKind.TAX_CODES: _tr("Tax Codes"),
        ImportKind.STOCK: _tr("Stock Counts"),
        ImportKind.PRICES: _tr("Prices and Costs"),
    }


def kind_name(kind: str) -> str:
    """Return what a stored kind is called."""
    return kinds()[ImportKind(kind)]


def layouts() -> Mapping[FileLayout, str]:
    """Return what one row can be."""
    return {FileLayout.LIST: _tr("A card"), FileLayout.SALES: _tr("A line of a sale")}


def existing() -> Mapping[Existing, str]:
    """Return what can happen to a row whose card is on file."""
    return {
        Existing.SKIP: _tr("Leave the card as it is"),
        Existing.UPDATE: _tr("Change what the row says"),
        Existing.REFUSE: _tr("Refuse the row"),
    }


def alike() -> Mapping[AlikeRows, str]:
    """Return what can happen to a row that looks like a customer on file."""
    return {AlikeRows.LEAVE: _tr("Refuse the row"), AlikeRows.ADD: _tr("Add a card")}


def signs() -> Mapping[ImportAnswer, str]:
    """Return what can stand before decimals."""
    return {ImportAnswer.POINT: _tr("Point: 1,299.50"), ImportAnswer.COMMA: _tr("Comma: 1.299,50")}


def separators() -> Mapping[str, str]:
    """Return what can stand between cells."""
    return {",": _tr("Comma"), ";": _tr("Semicolon"), "\t": _tr("Tab"), "|": _tr("Vertical bar")}


def field_name(field: str) -> str:
    """Return what a field is called on the cards; a field that only files have has words of its own."""
    names = {
        "code": _tr("ID"),
        "description": _tr("Description"),
        "price": _tr("Price"),
        "cost": _tr("Cost"),
        "barcode": _tr("Barcodes"),
        "barcodes": _tr("Barcodes"),
        "department": _tr("Department"),
        "department_id": _tr("Department"),
        "tax_code": _tr("Tax Code"),
        "tax_code_id": _tr("Tax Code"),
        "vendor": _tr("Preferred Vendor"),
        "preferred_vendor_id": _tr("Preferred Vendor"),
        "vendor_item_number": _tr("Vendor Item #"),
        "on_hand": _tr("On Hand"),
        "opening": _tr("On Hand"),
        "max_stock": _tr("Max Stock"),
        "min_stock": _tr("Min Stock"),
        "pack_quantity": _tr("Pack Quantity"),
        "stocked": _tr("Stocked"),
        "serials": _tr("Serial Numbers"),
        "notes": _tr("Notes"),
        "unit": _tr("Unit"),
        "pack_unit": _tr("Pack Name"),
        "author": _tr("Author"),
        "publisher": _tr("Publisher"),
        "format": _tr("Format"),
        "smallest_cut": _tr("Smallest Cut"),
        "long_description": _tr("Long Description (into the notes)"),
        "group": _tr("Group of Variants"),
        "option1": _tr("Variant 1"),
        "option2": _tr("Variant 2"),
        "option3": _tr("Variant 3"),
        "invoice": _tr("Invoice"),
        "date": _tr("Date"),
        "quantity": _tr("Quantity"),
        "name": _tr("Name"),
        "company": _tr("Company"),
        "contact": _tr("Contact"),
        "phone": _tr("Phone"),
        "phone2": _tr("Second Phone"),
        "email": _tr("Email"),
        "address": _tr("Address"),
        "address2": _tr("Address, Line 2"),
        "city": _tr("City"),
        "state": _tr("State"),
        "postcode": _tr("Postcode"),
        "country": _tr("Country"),
        "first_name": _tr("First Name"),
        "last_name": _tr("Last Name"),
        "exempt_number": _tr("Exempt Number"),
        "account_number": _tr("Account Number"),
        "minimum_amount": _tr("Minimum Amount"),
        "minimum_units": _tr("Minimum Units"),
        "rate": _tr("Rate"),
        "taxes": _tr("Taxes"),
    }
    return names.get(field, field)


def question(asked: ImportQuestion) -> str:
    """Return what is asked, without the rows it is about."""
    return {
        Ask.ENCODING: _tr("The encoding is not certain"),
        Ask.DECIMAL_SIGN: _tr("The decimal sign is not certain"),
        Ask.MAX_STOCK: _tr("Items have a Min Stock, and no Max Stock to fill up to"),
        Ask.NEGATIVE_STOCK: _tr("Stock is below zero"),
        Ask.ODD_IDS: _tr("IDs are too long or hold an asterisk"),
        Ask.MISSING_IDS: _tr("Rows have no ID"),
        Ask.VENDORS: _tr("Vendors are not on file"),
        Ask.DEPARTMENTS: _tr("Departments are not on file"),
        Ask.TAX_CODES: _tr("Tax codes are not on file"),
        Ask.TAXED: _tr("Items are taxed; which tax code do they get?"),
    }[asked.ask]


def answer(chosen: str) -> str:
    """Return what an answer is called; an encoding or a quantity stands for itself."""
    words = {
        ImportAnswer.POINT: _tr("Point: 1,299.50"),
        ImportAnswer.COMMA: _tr("Comma: 1.299,50"),
        ImportAnswer.AS_MIN: _tr("Max Stock is Min Stock"),
        ImportAnswer.ZERO: _tr("Bring in 0"),
        ImportAnswer.AS_IT_IS: _tr("Bring it in as it is"),
        ImportAnswer.CHANGE: _tr("Shorten the ID, keep the whole in the notes"),
        ImportAnswer.LEAVE_OUT: _tr("Leave these rows out"),
        ImportAnswer.AUTOMATIC: _tr("Give them automatic IDs"),
        ImportAnswer.MAKE: _tr("Make these cards"),
        ImportAnswer.LEAVE_BLANK: _tr("Leave the field blank"),
    }
    return words[ImportAnswer(chosen)] if chosen in tuple(ImportAnswer) else chosen
