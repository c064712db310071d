"""Where a receipt is mailed to. Serves the guide's page "Mail a receipt"."""

import sqlalchemy as sa

from posim_desktop.orm import Customer, Invoice
from posim_desktop.orm.base import table_of

_used = table_of(Customer).alias("used")
_ADDRESS = (
    sa.select(sa.func.coalesce(_used.c.email, Customer.email))
    .select_from(Invoice)
    .join(Customer, Customer.id == Invoice.customer_id)
    .outerjoin(_used, _used.c.id == Customer.merged_into)
    .where(Invoice.id == sa.bindparam("invoice"))
)


def address(connection: sa.Connection, invoice_id: int) -> str:
    """Read the mail address of an invoice's customer, from the card that is used now; empty without one."""
    return connection.scalar(_ADDRESS, {"invoice": invoice_id}) or ""
