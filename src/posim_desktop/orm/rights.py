"""What the tills' user of a PostgreSQL server may do with each table: what the keepers do, and nothing else."""

from collections.abc import Iterator

from posim_desktop.orm.base import Base

_CHANGED = {
    "approvals": ("used",),
    "backups": ("ended_at", "state", "folder", "file", "size", "sha256", "proof", "second", "problem"),
    "backorders": (
        *("customer_id", "received", "canceled", "outstanding", "waiting", "filled"),
        *("question", "will_also_take", "version"),
    ),
    "card_requests": ("state", "reference", "ended_at", "settled_by"),
    "counters": ("value",),
    "customer_accounts": ("version",),
    "drawers": ("last_number", "version"),
    "drawer_users": ("drawer_id",),
    "imports": ("undone_at", "undone_by"),
    "invoice_serials": ("invoice_id", "vouched"),
    "line_approvals": ("invoice_id",),
    "operations": ("result", "changes"),
    "print_jobs": ("printer", "state", "reason", "attempts", "is_copy", "spells_out", "tried_at"),
    "tenders": ("change",),
    "wants": (
        *("customer_id", "item_id", "description", "quantity", "note"),
        *("dropped_at", "dropped_by", "version", "search_text"),
    ),
}
"""Tables of whose rows only some columns change."""

_CHANGED_WHOLE = frozenset(
    {
        *("customers", "departments", "employees", "items", "preferences", "roles", "tax_codes", "vendors"),
        "tender_types",
        "drawer_days",
        *("item_vendors", "outgoing_mails", "vendor_returns", "vendor_return_lines"),
        *("invoices", "invoice_lines", "pins", "purchase_orders", "purchase_order_lines", "allocations"),
        *("receiving_logs", "receiving_lines", "special_orders", "special_order_lines"),
        *("stock_counts", "stock_count_items", "stock_count_parts", "stock_count_held", "stock_count_strays"),
    }
)
"""Tables whose rows change until a trigger closes them, see :mod:`posim_desktop.orm.triggers`."""

_DELETED = frozenset(
    {
        *("customers", "departments", "employees", "items", "barcodes", "preferences", "roles", "tax_codes", "vendors"),
        *("invoice_lines", "line_approvals", "pins", "purchase_order_lines", "allocations", "receiving_lines"),
        *("tenders", "tender_types", "invoice_serials", "receiving_serials", "special_order_lines", "picked_lines"),
        *("awaited_orders", "attachments", "special_order_answers", "item_vendors"),
        *("vendor_return_lines", "vendor_return_serials", "outgoing_mails"),
        *("stock_count_items", "stock_count_parts", "stock_count_held"),
    }
)
_ADDED_BY_MIGRATIONS = frozenset({"counters"})
REVISION_TABLE = "alembic_version"


def rights() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each table and what a till may do with it, as GRANT is told."""
    yield REVISION_TABLE, ("SELECT",)
    for table in sorted(Base.metadata.tables):
        yield table, tuple(_rights_on(table))


def _rights_on(table: str) -> Iterator[str]:
    yield "SELECT"
    if table not in _ADDED_BY_MIGRATIONS:
        yield "INSERT"
    if table in _CHANGED_WHOLE:
        yield "UPDATE"
    elif table in _CHANGED:
        yield f"UPDATE ({', '.join(_CHANGED[table])})"
    if table in _DELETED:
        yield "DELETE"
