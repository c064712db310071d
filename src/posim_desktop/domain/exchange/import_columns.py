"""Which column of a foreign table is which field of a card. Serves the guide's page "Import items and customers"."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from posim_desktop.domain.errors import Field, refuse
from posim_desktop.domain.exchange.csv_tables import TableRow
from posim_desktop.domain.why import Why

Columns = Mapping[str, int]
"""The place of each field's column, from 0."""


class ImportKind(StrEnum):
    """What a table is imported as."""

    ITEMS = "items"
    CUSTOMERS = "customers"


class FileLayout(StrEnum):
    """What one row of a table is."""

    LIST = "list"
    SALES = "sales"


# The first name of each field is the one that --map uses; the others are what tables of other programs call it.
_ITEM_NAMES = {
    "code": "code itemid itemcode itemno itemnumber sku stockcode productcode productid articleno partno plu id",
    "description": "description itemdescription productname itemname title name desc product item",
    "price": "price unitprice sellingprice saleprice retailprice ourretail retail rrp",
    "cost": "cost unitcost costprice buyprice purchaseprice lastcost",
    "barcode": "barcode barcodes upc ean ean13 gtin",
    "department": "department dept departmentid category group",
    "tax_code": "taxcode tax taxid vatcode",
    "vendor": "vendor preferredvendor vendorid supplier supplierid",
    "vendor_item_number": "vendoritemnumber vendoritemno vendorsku suppliercode supplieritemnumber",
    "on_hand": "onhand stock stockonhand qtyonhand quantityonhand openingstock instock",
    "max_stock": "maxstock max maximum maximumstock",
    "min_stock": "minstock min minimum minimumstock reorderpoint",
    "pack_quantity": "packquantity packsize pack casequantity caseqty",
    "stocked": "stocked stocktracked trackstock trackinventory managestock inventorytracked itemtype type",
    "serials": "serials serialized serialised serialtracked serialnumbered trackserials trackserialnumbers",
    "notes": "notes note comment comments remarks",
    "unit": "unit uom unitofmeasure measure sellingunit",
    "pack_unit": "packunit packname caseunit buyingunit",
    "author": "author authors writer",
    "publisher": "publisher imprint",
    "format": "format binding",
    "smallest_cut": "smallestcut cut minimumcut increment",
}
_CUSTOMER_NAMES = {
    "code": "code customerid customercode customerno customernumber accountno accountnumber clientid id",
    "name": "name customername customer fullname contact contactname",
    "company": "company companyname business organisation organization",
    "phone": "phone telephone phonenumber tel mobile phone1 cell",
    "phone2": "phone2 otherphone secondphone telephone2",
    "email": "email emailaddress mail",
    "address": "address street address1 streetaddress billingaddress",
    "city": "city town",
    "state": "state province county region",
    "postcode": "postcode zip zipcode postalcode",
    "country": "country",
    "notes": "notes note comment comments remarks",
}
_SALES_NAMES = {
    "invoice": "invoice invoiceno invoicenumber invoiceid receiptno orderno transactionid",
    "date": "date invoicedate saledate orderdate",
    "quantity": "quantity qty",
}
_NAMES: Mapping[ImportKind, Mapping[str, str]] = {
    ImportKind.ITEMS: _ITEM_NAMES | _SALES_NAMES,
    ImportKind.CUSTOMERS: _CUSTOMER_NAMES | _SALES_NAMES,
}


def fields_of(kind: ImportKind) -> tuple[str, ...]:
    """List the fields that a column can be mapped to."""
    return tuple(_NAMES[kind])


def find_columns(kind: ImportKind, header: Sequence[str], wanted: Mapping[str, str]) -> Columns:
    """Find each field's column: as told, else by the names that other programs use.

    Args:
        kind: What is imported.
        header: The table's column names.
        wanted: Column name by field, from ``--map``; a blank name leaves the field out.

    Raises:
        RefusedError: An unknown field, a column that is missing or there twice, or no column at all for a card.
    """
    known = _NAMES[kind]
    unknown = [field for field in wanted if field not in known]
    if unknown:
        raise refuse(Why.NO_SUCH_FIELD, Field("map"), field=unknown[0], cards=kind, known=tuple(known))
    found = {field: _column(header, name) for field, name in wanted.items() if name}
    for field, names in known.items():
        if field in wanted:
            continue
        free = [place for place in range(len(header)) if place not in found.values()]
        guess = next((place for name in names.split() for place in free if _folded(header[place]) == name), None)
        if guess is not None:
            found[field] = guess
    _require_enough(kind, found, header)
    return found


def layout_of(columns: Columns) -> FileLayout:
    """Tell a list of cards from a list of sales, which has quantities and an invoice or a date to each row."""
    if "quantity" in columns and ("invoice" in columns or "date" in columns):
        return FileLayout.SALES
    return FileLayout.LIST


def cell(row: TableRow, columns: Columns, field: str) -> str:
    """Return a field's cell; ``""`` when the table has no such column or the row ends before it."""
    place = columns.get(field)
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def parse_mapping(written: str) -> dict[str, str]:
    """Read ``code=StockCode,description=Description``.

    Raises:
        RefusedError: A part without ``=``, or a field named twice.
    """
    mapping: dict[str, str] = {}
    for part in filter(str.strip, written.split(",")):
        field, equals, name = (piece.strip() for piece in part.partition("="))
        if not equals or not field:
            raise refuse(Why.NOT_A_MAPPING, Field("map"), part=part.strip())
        if field in mapping:
            raise refuse(Why.FIELD_MAPPED_TWICE, Field("map"), field=field)
        mapping[field] = name
    return mapping


def _column(header: Sequence[str], name: str) -> int:
    places = [place for place, title in enumerate(header) if title == name]
    places = places or [place for place, title in enumerate(header) if _folded(title) == _folded(name) != ""]
    if not places:
        raise refuse(Why.NO_SUCH_COLUMN, Field("map"), name=name, header=tuple(header))
    if len(places) > 1:
        raise refuse(Why.COLUMN_NOT_UNIQUE, Field("map"), count=len(places), name=name)
    return places[0]


def _require_enough(kind: ImportKind, found: Columns, header: Sequence[str]) -> None:
    needed = {ImportKind.ITEMS: ("description",), ImportKind.CUSTOMERS: ("name", "company", "code")}[kind]
    if not any(field in found for field in needed):
        raise refuse(Why.NO_COLUMN_RECOGNIZED, Field("map"), needed=needed, header=tuple(header), first=needed[0])


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
