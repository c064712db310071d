"""A discount on the whole sale, shared over its lines; and for how many units a discount in money was asked.

Invoices from before the upgrade have no discount on the sale. What was taken off their lines stays as it is: such a
discount counts as asked for the units that the line has.
"""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

MONEY = "BETWEEN 0 AND 9999999999"


def upgrade() -> None:
    op.add_column("invoices", sa.Column("discount", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("invoices", sa.Column("discount_percent", sa.BigInteger(), nullable=True))
    op.add_column("invoices", sa.Column("discount_reason", sa.String(200), nullable=False, server_default=""))
    with rebuilt("invoices") as invoices:
        invoices.alter_column("discount", server_default=None)
        invoices.alter_column("discount_reason", server_default=None)
        invoices.create_check_constraint("ck_invoices_discount_range", f"discount {MONEY}")
    op.add_column("invoice_lines", sa.Column("sale_discount", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("invoice_lines", sa.Column("fixed_discount", sa.BigInteger(), nullable=True))
    op.add_column("invoice_lines", sa.Column("fixed_for", sa.BigInteger(), nullable=True))
    with rebuilt("invoice_lines") as lines:
        lines.alter_column("sale_discount", server_default=None)
        for name, rule in (
            ("sale_discount_range", f"sale_discount {MONEY}"),
            ("fixed_discount_range", f"fixed_discount {MONEY}"),
            ("fixed_for_range", "fixed_for BETWEEN 1 AND 999999999"),
            ("sale_discount_of_sales", "sale_discount = 0 OR trans_code = 'S'"),
            ("fixed_for_units", "(fixed_discount IS NULL) = (fixed_for IS NULL)"),
        ):
            lines.create_check_constraint(f"ck_invoice_lines_{name}", rule)
