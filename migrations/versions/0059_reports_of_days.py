"""The X and the Z of a day are printed by print jobs."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

PRINTINGS = (
    *("receipt", "gift receipt", "drawer", "invoice paper", "order paper", "confirmation", "confirmation paper"),
    *("slip", "slip paper", "box labels", "box labels paper", "statement", "statement paper", "x report", "z report"),
)


def upgrade() -> None:
    op.add_column("print_jobs", sa.Column("day_id", sa.BigInteger(), nullable=True))
    with rebuilt("print_jobs") as jobs:
        jobs.create_foreign_key("fk_print_jobs_day_id", "drawer_days", ["day_id"], ["id"])
        jobs.drop_constraint("ck_print_jobs_printing_known", type_="check")
        jobs.drop_constraint("ck_print_jobs_of_an_invoice", type_="check")
        without_invoice = "'drawer', 'order paper', 'statement', 'statement paper', 'x report', 'z report'"
        known = ", ".join(f"'{printing}'" for printing in PRINTINGS)
        for name, rule in (
            ("printing_known", f"printing IN ({known})"),
            ("of_an_invoice", f"(printing IN ({without_invoice})) = (invoice_id IS NULL)"),
            ("of_a_day", "(printing IN ('x report', 'z report')) = (day_id IS NOT NULL)"),
        ):
            jobs.create_check_constraint(f"ck_print_jobs_{name}", rule)
    given = sa.text("day_id IS NOT NULL")
    op.create_index("ix_print_jobs_day_id", "print_jobs", ["day_id"], sqlite_where=given, postgresql_where=given)
