"""Pick-up slips, box labels and statements leave print jobs: of goods that wait, and of a customer in a while."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

KINDS = (
    *("receipt", "gift receipt", "drawer", "invoice paper", "order paper", "confirmation", "confirmation paper"),
    *("slip", "slip paper", "box labels", "box labels paper", "statement", "statement paper"),
)
IS_STATEMENT = "(printing IN ('statement', 'statement paper'))"


def upgrade() -> None:
    op.add_column("print_jobs", sa.Column("customer_id", sa.BigInteger(), nullable=True))
    op.add_column("print_jobs", sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("print_jobs", sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("print_jobs", sa.Column("boxes", sa.BigInteger(), nullable=True))
    op.create_index("ix_print_jobs_customer_id", "print_jobs", ["customer_id"])
    known = ", ".join(f"'{kind}'" for kind in KINDS)
    with rebuilt("print_jobs") as jobs:
        jobs.create_foreign_key("fk_print_jobs_customer_id", "customers", ["customer_id"], ["id"])
        jobs.drop_constraint("ck_print_jobs_printing_known", type_="check")
        jobs.drop_constraint("ck_print_jobs_of_an_invoice", type_="check")
        jobs.create_check_constraint("ck_print_jobs_printing_known", f"printing IN ({known})")
        jobs.create_check_constraint(
            "ck_print_jobs_of_an_invoice",
            "(printing IN ('drawer', 'order paper', 'statement', 'statement paper')) = (invoice_id IS NULL)",
        )
        jobs.create_check_constraint("ck_print_jobs_of_a_customer", f"{IS_STATEMENT} = (customer_id IS NOT NULL)")
        jobs.create_check_constraint("ck_print_jobs_from_a_day", f"{IS_STATEMENT} = (starts_at IS NOT NULL)")
        jobs.create_check_constraint("ck_print_jobs_until_a_day", f"{IS_STATEMENT} = (ends_at IS NOT NULL)")
        jobs.create_check_constraint(
            "ck_print_jobs_of_boxes", "(printing IN ('box labels', 'box labels paper')) = (boxes IS NOT NULL)"
        )
        jobs.create_check_constraint("ck_print_jobs_boxes_sign", "boxes > 0")
