"""Rule R8: what deliveries cost besides their goods, and what a unit costs by it."""

from collections.abc import Iterator

import sqlalchemy as sa

from posim_desktop.domain.money import money_places
from posim_desktop.domain.purchasing.packs import Packing
from posim_desktop.domain.receiving.charges import unit_cost
from posim_desktop.orm import Item, ItemCost, ReceivingLine
from posim_desktop.queries.verify.violation import Rule, Violation

RULES = (
    Rule(
        "R8",
        "receiving log",
        "its lines carry {} of its charges instead of {}",
        """SELECT g.id, g.number, l.charges,
                  CASE WHEN g.status = 'posted' AND g.spread <> 'none' THEN g.freight + g.other_charges ELSE 0 END
             FROM receiving_logs g
             JOIN (SELECT receiving_log_id, SUM(charges) AS charges FROM receiving_lines GROUP BY receiving_log_id) l
               ON l.receiving_log_id = g.id
            WHERE l.charges <> CASE WHEN g.status = 'posted' AND g.spread <> 'none'
                                    THEN g.freight + g.other_charges ELSE 0 END""",
        places=money_places,
    ),
)

_COSTS = (
    sa.select(
        Item.id,
        Item.code,
        ItemCost.cost,
        ReceivingLine.quantity,
        ReceivingLine.free,
        ReceivingLine.cost.label("asked"),
        ReceivingLine.charges,
        ReceivingLine.pack_quantity,
        ReceivingLine.pack_cost,
    )
    .select_from(ItemCost)
    .join(Item, Item.id == ItemCost.item_id)
    .join(ReceivingLine, ReceivingLine.id == ItemCost.receiving_line_id)
    .order_by(ItemCost.id)
)


def costs(connection: sa.Connection) -> Iterator[Violation]:
    """Find the rows of costs that are not what the delivery's line comes to, its free units and charges included."""
    for row in connection.execute(_COSTS):
        packing = Packing(row.pack_quantity, pack_cost=row.pack_cost)
        right = unit_cost(packing, row.quantity, row.free, row.asked, row.charges)
        # Deliveries that were posted before counted with the cost of a unit of the pack, which was rounded by itself.
        if row.cost not in {right, unit_cost(Packing(), row.quantity, row.free, row.asked, row.charges)}:
            yield Violation("R8", "item", row.id, row.code, f"a delivery made it cost {row.cost} instead of {right}")
