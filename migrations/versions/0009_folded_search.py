"""What cards are found by is folded: accents, capitals, strokes, apostrophes and hyphens no longer make a difference."""

import sqlalchemy as sa
from alembic import op
from folding_of_0009 import digits_of, search_key

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

NEWLY_SEARCHED = ("departments", "employees", "roles", "tax_codes")
FOUND_BY = {
    "customers": ("code", "name", "company", "phone", "phone2", "email"),
    "departments": ("code", "name"),
    "employees": ("code", "name"),
    "items": ("code", "description", "vendor_item_number"),
    "roles": ("name",),
    "tax_codes": ("code", "name"),
    "vendors": ("code", "name", "contact", "phone", "email", "account_number"),
}
AT_ONCE = 5000


def upgrade() -> None:
    for table in NEWLY_SEARCHED:
        op.add_column(table, sa.Column("search_text", sa.Text(), nullable=False, server_default=""))
    for table, names in FOUND_BY.items():
        _fold(table, names)


def _fold(table: str, names: tuple[str, ...]) -> None:
    connection = op.get_bind()
    cards = sa.table(table, sa.column("id"), sa.column("search_text"), *map(sa.column, names))
    write = sa.update(cards).where(cards.c.id == sa.bindparam("card")).values(search_text=sa.bindparam("folded"))
    last = 0
    while True:
        some = sa.select(cards).where(cards.c.id > last).order_by(cards.c.id).limit(AT_ONCE)
        rows = connection.execute(some).all()
        if not rows:
            return
        last = rows[-1].id
        folded = [{"card": row.id, "folded": _folded(row, names)} for row in rows]
        old = {row.id: row.search_text for row in rows}
        changed = [each for each in folded if each["folded"] != old[each["card"]]]
        if changed:
            connection.execute(write, changed)


def _folded(row: sa.Row, names: tuple[str, ...]) -> str:
    phones = (getattr(row, name) for name in names if name.startswith("phone"))
    return search_key(*(getattr(row, name) for name in names), *map(digits_of, phones))
