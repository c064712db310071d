"""A question to a customer keeps their backorder off every order until it is answered; what else they will take."""

import sqlalchemy as sa
from alembic import op
from rebuilding import rebuilt

revision = "0034"
down_revision = "0033"
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
    _carry_over()


def _carry_over() -> None:
    """Let what was asked on posted special orders hold on their backorders.

    Goods that somebody ordered, or that came, without the answer were got knowingly: there it counts as answered.
    """
    of_line = "SELECT l.{column} FROM special_order_lines l WHERE l.invoice_line_id = backorders.source_line_id"
    op.execute(f"UPDATE backorders SET will_also_take = COALESCE(({of_line.format(column='will_also_take')}), '')")
    got = "(b.outstanding = 0 OR EXISTS (SELECT 1 FROM allocations a WHERE a.backorder_id = b.id))"
    asked = """SELECT b.id, '{kind}', 0, s.employee_id, e.name, {said}, s.posted_at
                 FROM special_orders s JOIN special_order_lines l ON l.special_order_id = s.id
                 JOIN backorders b ON b.source_line_id = l.invoice_line_id JOIN employees e ON e.id = s.employee_id
                WHERE l.question <> ''"""
    columns = "backorder_id, kind, quantity, employee_id, name, reason, at"
    op.execute(f"INSERT INTO backorder_events ({columns}) {asked.format(kind='ask', said='l.question')}")
    answered = asked.format(kind="answer", said="'Ordered without an answer'")
    op.execute(f"INSERT INTO backorder_events ({columns}) {answered} AND {got}")
    op.execute(
        f"""UPDATE backorders SET question = COALESCE(({of_line.format(column="question")}), '')
             WHERE NOT (outstanding = 0 OR EXISTS (SELECT 1 FROM allocations a WHERE a.backorder_id = backorders.id))"""
    )


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"
