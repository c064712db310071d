"""Invoices and orders on large paper leave print jobs; what documents are found by is folded as on cards."""

import sqlalchemy as sa
from alembic import op
from folding_of_0009 import search_key
from rebuilding import rebuilt, unguarded

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

KINDS = ("receipt", "gift receipt", "drawer", "invoice paper", "order paper")
FOUND_BY = {
    "invoices": ("note", "workstation"),
    "purchase_orders": ("note",),
    "purchase_order_lines": ("vendor_item_number",),
    "receiving_logs": ("vendor_invoice",),
}
AT_ONCE = 5000


def upgrade() -> None:
    op.add_column("print_jobs", sa.Column("purchase_order_id", sa.BigInteger(), nullable=True))
    op.create_index("ix_print_jobs_purchase_order_id", "print_jobs", ["purchase_order_id"])
    known = ", ".join(f"'{kind}'" for kind in KINDS)
    with rebuilt("print_jobs") as jobs:
        jobs.create_foreign_key("fk_print_jobs_purchase_order_id", "purchase_orders", ["purchase_order_id"], ["id"])
        jobs.drop_constraint("ck_print_jobs_of_an_invoice", type_="check")
        jobs.drop_constraint("ck_print_jobs_printing_known", type_="check")
        jobs.create_check_constraint(
            "ck_print_jobs_of_an_invoice", "(printing IN ('drawer', 'order paper')) = (invoice_id IS NULL)"
        )
        jobs.create_check_constraint(
            "ck_print_jobs_of_an_order", "(printing = 'order paper') = (purchase_order_id IS NOT NULL)"
        )
        jobs.create_check_constraint("ck_print_jobs_printing_known", f"printing IN ({known})")
    for table in FOUND_BY:
        op.add_column(table, sa.Column("search_text", sa.Text(), nullable=False, server_default=""))
    with unguarded("receiving_logs"):  # posted ones never change, except that they are found
        for table, names in FOUND_BY.items():
            _fold(table, names)


def _fold(table: str, names: tuple[str, ...]) -> None:
    connection = op.get_bind()
    documents = sa.table(table, sa.column("id"), sa.column("status"), sa.column("search_text"), *map(sa.column, names))
    write = sa.update(documents).where(documents.c.id == sa.bindparam("document"))
    write = write.values(search_text=sa.bindparam("folded"))
    chosen = sa.select(documents.c.id, *(documents.c[name] for name in names))
    if table == "invoices":  # the others are found by their numbers, customers and goods
        chosen = chosen.where(documents.c.status == "working")
    last = 0
    while rows := connection.execute(chosen.where(documents.c.id > last).order_by(documents.c.id).limit(AT_ONCE)).all():
        last = rows[-1].id
        folded = [{"document": row.id, "folded": search_key(*row[1:])} for row in rows]
        changed = [each for each in folded if each["folded"]]
        if changed:
            connection.execute(write, changed)
