"""The X and the Z of a drawer's day go on A4 and Letter, too."""

from rebuilding import rebuilt

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None

OF_A_DAY = ("x report", "z report", "x report paper", "z report paper")
RETURNS = ("vendor return", "vendor return paper")
WITHOUT_INVOICE = ("drawer", "order paper", "statement", "statement paper", *OF_A_DAY, *RETURNS)
PRINTINGS = (
    *("receipt", "gift receipt", "drawer", "invoice paper", "order paper", "confirmation", "confirmation paper"),
    *("slip", "slip paper", "box labels", "box labels paper", "statement", "statement paper"),
    *OF_A_DAY,
    *RETURNS,
)


def upgrade() -> None:
    with rebuilt("print_jobs") as jobs:
        for name, rule in (
            ("printing_known", f"printing IN ({_listed(PRINTINGS)})"),
            ("of_an_invoice", f"(printing IN ({_listed(WITHOUT_INVOICE)})) = (invoice_id IS NULL)"),
            ("of_a_day", f"(printing IN ({_listed(OF_A_DAY)})) = (day_id IS NOT NULL)"),
        ):
            jobs.drop_constraint(f"ck_print_jobs_{name}", type_="check")
            jobs.create_check_constraint(f"ck_print_jobs_{name}", rule)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
