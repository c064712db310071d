"""Confirmations of special orders leave print jobs, named by the invoice that the special order made."""

from rebuilding import rebuilt

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

KINDS = (
    *("receipt", "gift receipt", "drawer", "invoice paper", "order paper"),
    *("confirmation", "confirmation paper"),
)


def upgrade() -> None:
    known = ", ".join(f"'{kind}'" for kind in KINDS)
    with rebuilt("print_jobs") as jobs:
        jobs.drop_constraint("ck_print_jobs_printing_known", type_="check")
        jobs.create_check_constraint("ck_print_jobs_printing_known", f"printing IN ({known})")
