"""Rules C1 to C7: cards and documents are found by what they say, goods by their numbers, customers by one card.

Of customers who asked to be forgotten nothing is said.
"""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from posim_desktop.domain.accounts import clean_accounts
from posim_desktop.domain.backorders.wants import NOT_TOLD
from posim_desktop.domain.cards.barcodes import one_form
from posim_desktop.domain.cards.search_texts import FOUND_BY, search_text
from posim_desktop.domain.cards.vendor_terms import VendorTerms
from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.folding import search_key
from posim_desktop.domain.label_formats import clean_formats
from posim_desktop.orm import (
    Barcode,
    Customer,
    Department,
    Employee,
    Invoice,
    Item,
    ItemVendor,
    PurchaseOrder,
    PurchaseOrderLine,
    ReceivingLog,
    ShopRole,
    SpecialOrder,
    SpecialOrderLine,
    TaxCode,
    TenderType,
    Vendor,
    Want,
)
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.shop import preferences
from posim_desktop.queries.verify.violation import Rule, Violation

_AT_ONCE = 1000
_CARDS: Mapping[Record, type[Base]] = {
    Record.CUSTOMER: Customer,
    Record.DEPARTMENT: Department,
    Record.EMPLOYEE: Employee,
    Record.ITEM: Item,
    Record.ROLE: ShopRole,
    Record.TAX_CODE: TaxCode,
    Record.TENDER_TYPE: TenderType,
    Record.VENDOR: Vendor,
}
_NO_NUMBER: sa.ColumnElement[int | None] = sa.literal(None, sa.BigInteger())
_DOCUMENTS: Mapping[str, tuple[sa.Table, tuple[str, ...], sa.ColumnElement[int | None]]] = {
    "invoice": (table_of(Invoice), ("note", "workstation", "customer_order", "job_tag"), _NO_NUMBER),
    "purchase order": (table_of(PurchaseOrder), ("note",), table_of(PurchaseOrder).c.number),
    "purchase order line": (table_of(PurchaseOrderLine), ("vendor_item_number",), _NO_NUMBER),
    "want": (table_of(Want), ("description", "note"), _NO_NUMBER),
    "special order": (table_of(SpecialOrder), ("customer_order", "reach", "note"), table_of(SpecialOrder).c.number),
    "special order line": (table_of(SpecialOrderLine), ("description", "vendor_item_number"), _NO_NUMBER),
    "receiving log": (table_of(ReceivingLog), ("vendor_invoice",), table_of(ReceivingLog).c.number),
}
"""What documents are found by, and their numbers."""

_OTHER_NUMBERS = (
    sa.select(ItemVendor.item_id, ItemVendor.vendor_id, ItemVendor.vendor_item_number)
    .join(Item, Item.id == ItemVendor.item_id)
    .where(
        sa.or_(Item.preferred_vendor_id.is_(None), Item.preferred_vendor_id != ItemVendor.vendor_id),
        ItemVendor.vendor_item_number != "",
    )
    .order_by(ItemVendor.id)
)

_SAYS_SOMETHING = " OR ".join(
    (
        *(f"c.{name} <> ''" for name in ("company", "phone", "phone2", "email", "address", "notes", "exempt_number")),
        *("c.exempt_reason <> ''", "c.reach_by <> ''", "c.reach_hours <> ''", "c.name <> c.code"),
        *("c.credit_limit <> 0", "NOT c.archived"),
    )
)
_BACKORDERS = "backorders b ON b.customer_id = c.id"
_SPECIAL_ORDERS = "special_orders s ON s.customer_id = c.id"
_SPECIAL_LINES = f"{_SPECIAL_ORDERS} JOIN special_order_lines l ON l.special_order_id = s.id"
_NOT_FORGOTTEN = (
    ("things on the card", "customers o ON o.id = c.id", _SAYS_SOMETHING),
    ("cards that were merged into it and say more", "customers m ON m.merged_into = c.id", "m.forgotten_at IS NULL"),
    ("working invoices", "invoices i ON i.customer_id = c.id", "i.status = 'working'"),
    ("open backorders", _BACKORDERS, "b.outstanding > 0 OR b.waiting > 0"),
    (
        "wishes that say more",
        "wants w ON w.customer_id = c.id",
        f"w.note <> '' OR w.description NOT IN ('', '{NOT_TOLD}')",
    ),
    (
        "discarded invoices that say more",
        "invoices i ON i.customer_id = c.id",
        (
            "i.status = 'discarded' AND (i.bill_to <> '' OR i.note <> '' OR i.customer_order <> '' OR i.job_tag <> '' "
            "OR i.storage_place <> '' OR i.exempt_number <> '' OR i.exempt_reason <> '')"
        ),
    ),
    ("special orders that say more", _SPECIAL_ORDERS, "s.reach <> '' OR s.customer_order <> '' OR s.note <> ''"),
    ("answers", f"{_SPECIAL_LINES} JOIN special_order_answers a ON a.line_id = l.id", "TRUE"),
    ("files beside special orders", f"{_SPECIAL_LINES} JOIN attachments f ON f.special_order_line_id = l.id", "TRUE"),
    ("files beside backorders", f"{_BACKORDERS} JOIN attachments f ON f.backorder_id = b.id", "TRUE"),
    ("mails", "invoices i ON i.customer_id = c.id JOIN outgoing_mails m ON m.invoice_id = i.id", "TRUE"),
)
"""What may not be there of somebody who was forgotten: what it is, where it is found, and when it says something."""

_TAKEN = "SELECT COUNT(*) AS taken FROM tender_types WHERE NOT archived"
RULES = (
    Rule(
        "C4",
        "shop",
        "takes {} tenders instead of {} or more",
        f"SELECT 0, NULL, taken, 1 FROM ({_TAKEN}) t WHERE taken = 0",  # noqa: S608 - text of this module
        places=0,
    ),
    Rule(
        "C4",
        "tender",
        "is at place {} in Pay, and so are {} others",
        """SELECT MIN(id), MIN(name), position, COUNT(*) - 1 FROM tender_types GROUP BY position HAVING COUNT(*) > 1""",
        places=0,
    ),
    Rule(
        "C3",
        "customer",
        "was merged into the card with id {}, which was merged into the one with id {}",
        """SELECT c.id, c.code, c.merged_into, o.merged_into
             FROM customers c JOIN customers o ON o.id = c.merged_into WHERE o.merged_into IS NOT NULL""",
        places=0,
    ),
    Rule(
        "C3",
        "customer",
        "was merged into the card with id {}, but {} of its cards is not archived",
        "SELECT id, code, merged_into, 1 FROM customers WHERE merged_into IS NOT NULL AND NOT archived",
        places=0,
    ),
    Rule(
        "C6",
        "item",
        "prefers the vendor with id {}, of whose terms {} rows say what the card says",
        """SELECT i.id, i.code, i.preferred_vendor_id, 0 FROM items i
            WHERE i.preferred_vendor_id IS NOT NULL AND NOT EXISTS
                  (SELECT 1 FROM item_vendors v WHERE v.item_id = i.id AND v.vendor_id = i.preferred_vendor_id
                      AND v.vendor_item_number = i.vendor_item_number AND v.pack_quantity = i.pack_quantity)""",
        places=0,
    ),
    *(
        Rule(
            "C3",
            "customer",
            f"was merged into the card with id {{}}, but has {{}} {what}",
            f"""SELECT c.id, c.code, c.merged_into, COUNT(*) FROM customers c JOIN {table} d ON d.customer_id = c.id
                 WHERE c.merged_into IS NOT NULL AND {still_open} GROUP BY c.id, c.code, c.merged_into""",  # noqa: S608 - text of this module
            places=0,
        )
        for what, table, still_open in (
            ("working invoices", "invoices", "d.status = 'working'"),
            ("working special orders", "special_orders", "d.status = 'working'"),
            ("backorders", "backorders", "TRUE"),
            ("wishes", "wants", "TRUE"),
        )
    ),
    *(
        Rule(
            "C7",
            "customer",
            f"was forgotten, but there are {{}} {what} instead of {{}}",
            f"""SELECT c.id, c.code, COUNT(*), 0 FROM customers c JOIN {found}
                 WHERE c.forgotten_at IS NOT NULL AND ({says_something}) GROUP BY c.id, c.code""",  # noqa: S608 - text of this module
            places=0,
        )
        for what, found, says_something in _NOT_FORGOTTEN
    ),
)


def search_texts(connection: sa.Connection) -> Iterator[Violation]:
    """C1: fold every card again."""
    others = _other_vendors(connection)
    for record, entity in _CARDS.items():
        cards = table_of(entity)
        named = dict.fromkeys(("id", "code", "search_text", *FOUND_BY[record]))
        rows = sa.select(*(cards.c[name] for name in named)).order_by(cards.c.id).execution_options(yield_per=_AT_ONCE)
        for row in connection.execute(rows).mappings():
            written = {str(name): value for name, value in row.items()}
            if record is Record.ITEM:
                written["other_vendors"] = others.get(row["id"], ())
            folded = search_text(record, written)
            if folded != row["search_text"]:
                problem = f"is found by “{row['search_text']}”, but says “{folded}”"
                yield Violation("C1", record.replace("_", " "), row["id"], row["code"], problem)


def _other_vendors(connection: sa.Connection) -> dict[int, list[VendorTerms]]:
    found: dict[int, list[VendorTerms]] = {}
    for item_id, vendor_id, number in connection.execute(_OTHER_NUMBERS):
        found.setdefault(item_id, []).append(VendorTerms(vendor_id, number))
    return found


def document_texts(connection: sa.Connection) -> Iterator[Violation]:
    """C1: fold what documents are found by again; invoices are found by it while they are working."""
    for kind, (document, names, number) in _DOCUMENTS.items():
        rows = sa.select(document.c.id, number, document.c.search_text, *(document.c[name] for name in names))
        if document.name == "invoices":
            rows = rows.where(document.c.status == "working")
        for record_id, numbered, stored, *written in connection.execute(rows.execution_options(yield_per=_AT_ONCE)):
            folded = search_key(*written)
            if folded != stored:
                called = "" if numbered is None else str(numbered)
                yield Violation("C1", kind, record_id, called, f"is found by “{stored}”, but says “{folded}”")


def barcode_forms(connection: sa.Connection) -> Iterator[Violation]:
    """C2: bring every barcode into its one form again; a twin that an upgrade found has none."""
    stored = sa.select(Barcode.id, Barcode.barcode, Barcode.form).order_by(Barcode.id)
    for row in connection.execute(stored.execution_options(yield_per=_AT_ONCE)):
        if row.form is not None and row.form != one_form(row.barcode):
            yield Violation("C2", "barcode", row.id, row.barcode, f"is found by “{row.form}”")


def label_formats(connection: sa.Connection) -> Iterator[Violation]:
    """C4: take the shop's table of weight and price codes again as if somebody had just written it."""
    try:
        clean_formats(preferences.load(connection).label_formats)
    except (RefusedError, KeyError, TypeError, ValueError) as error:
        yield Violation("C5", "preference", 0, "label_formats", f"cannot be kept: {error}")


def accounts(connection: sa.Connection) -> Iterator[Violation]:
    """C5: take what the shop calls its accounts again as if somebody had just written it."""
    try:
        clean_accounts(preferences.load(connection).accounts)
    except (RefusedError, KeyError, TypeError, ValueError) as error:
        yield Violation("C5", "preference", 0, "accounts", f"cannot be kept: {error}")
