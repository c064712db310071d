"""The papers of returns to vendors leave print jobs, as those of orders and slips do."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None

RETURNS = ("vendor return", "vendor return paper")
WITHOUT_INVOICE = ("drawer", "order paper", "statement", "statement paper", "x report", "z report", *RETURNS)
PRINTINGS = (
    *("receipt", "gift receipt", "drawer", "invoice paper", "order paper", "confirmation", "confirmation paper"),
    *("slip", "slip paper", "box labels", "box labels paper", "statement", "statement paper", "x report", "z report"),
    *RETURNS,
)


def upgrade() -> None:
    op.add_column("print_jobs", sa.Column("vendor_return_id", sa.BigInteger(), nullable=True))
    with rebuilt("print_jobs") as jobs:
        jobs.create_foreign_key("fk_print_jobs_vendor_return_id", "vendor_returns", ["vendor_return_id"], ["id"])
        jobs.drop_constraint("ck_print_jobs_printing_known", type_="check")
        jobs.drop_constraint("ck_print_jobs_of_an_invoice", type_="check")
        for name, rule in (
            ("printing_known", f"printing IN ({_listed(PRINTINGS)})"),
            ("of_an_invoice", f"(printing IN ({_listed(WITHOUT_INVOICE)})) = (invoice_id IS NULL)"),
            ("of_a_return", f"(printing IN ({_listed(RETURNS)})) = (vendor_return_id IS NOT NULL)"),
        ):
            jobs.create_check_constraint(f"ck_print_jobs_{name}", rule)
    given = sa.text("vendor_return_id IS NOT NULL")
    op.create_index(
        "ix_print_jobs_vendor_return_id",
        "print_jobs",
        ["vendor_return_id"],
        sqlite_where=given,
        postgresql_where=given,
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
