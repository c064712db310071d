"""A question to a customer keeps their backorder off every order until it is answered; what else they will take."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0030"
down_revision = "0025"
branch_labels = None
depends_on = None

EVENTS = ("receive", "fill_stock", "release", "cancel", "sold", "ask", "answer")
ALLOCATIONS = ("allocated", "changed", "received", "delivered", "canceled", "filled", "closed_short", "asked")


def upgrade() -> None:
    for name in ("question", "will_also_take"):
        op.add_column("backorders", sa.Column(name, sa.String(200), nullable=False, server_default=""))
    with rebuilt("backorder_events") as events:
        events.drop_constraint("ck_backorder_events_kind_known", type_="check")
        events.drop_constraint("ck_backorder_events_quantity_range", type_="check")
        events.drop_constraint("ck_backorder_events_cancel_has_reason", type_="check")
        events.create_check_constraint("ck_backorder_events_kind_known", _one_of("kind", EVENTS))
        events.create_check_constraint("ck_backorder_events_quantity_range", "quantity BETWEEN 0 AND 999999999")
        events.create_check_constraint(
            "ck_backorder_events_goods_have_quantity", "(kind IN ('ask', 'answer')) = (quantity = 0)"
        )
        events.create_check_constraint(
            "ck_backorder_events_words_are_said",
            "kind NOT IN ('cancel', 'ask', 'answer') OR (length(trim(name)) > 0 AND length(trim(reason)) > 0)",
        )
    with rebuilt("allocation_events") as events:
        events.drop_constraint("ck_allocation_events_kind_known", type_="check")
        events.create_check_constraint("ck_allocation_events_kind_known", _one_of("kind", ALLOCATIONS))


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"
