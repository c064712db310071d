"""Each barcode has the one form of its number beside it, unique: twelve digits and thirteen are one article.

Where two barcodes turn out to be the same number, the one of the item still in use, or the older, gets the form; the
other has none and is found by how it is written, as before. Nothing is taken off a card.
"""

import sqlalchemy as sa
from alembic import op
from barcodes_of_0016 import one_form
from rebuilding import rebuilt

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

LONGEST = 40
AT_ONCE = 5000


def upgrade() -> None:
    op.add_column("barcodes", sa.Column("form", sa.String(LONGEST), nullable=True))
    connection = op.get_bind()
    barcodes = sa.table("barcodes", sa.column("id"), sa.column("item_id"), sa.column("barcode"), sa.column("form"))
    items = sa.table("items", sa.column("id"), sa.column("archived"))
    stored = (
        sa.select(barcodes.c.id, barcodes.c.barcode)
        .join(items, items.c.id == barcodes.c.item_id)
        .order_by(items.c.archived, barcodes.c.id)
    )
    firsts: dict[str, int] = {}
    for row in connection.execute(stored):
        form = one_form(row.barcode)
        if len(form) <= LONGEST:
            firsts.setdefault(form, row.id)
    write = sa.update(barcodes).where(barcodes.c.id == sa.bindparam("row")).values(form=sa.bindparam("written"))
    written = [{"row": row, "written": form} for form, row in firsts.items()]
    for start in range(0, len(written), AT_ONCE):
        connection.execute(write, written[start : start + AT_ONCE])
    with rebuilt("barcodes") as table:
        table.create_unique_constraint("uq_barcodes_form", ["form"])
