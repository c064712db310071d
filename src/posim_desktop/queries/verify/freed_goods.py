"""Rule P7: no more is decided about goods of sent orders than customers canceled, and each answer has a request."""

from posim_desktop.queries.verify.violation import Rule

RULES = (
    Rule(
        "P7",
        "purchase order",
        "of a line {} are decided about or asked, but customers canceled {}",
        """SELECT p.id, p.number, f.quantity, COALESCE(c.quantity, 0)
             FROM (SELECT g.purchase_order_line_id, SUM(g.quantity) AS quantity
                     FROM freed_goods g
                    WHERE g.kind <> 'asked'
                       OR NOT EXISTS (SELECT 1 FROM freed_goods a WHERE a.request_id = g.id)
                    GROUP BY g.purchase_order_line_id) f
             JOIN purchase_order_lines l ON l.id = f.purchase_order_line_id
             JOIN purchase_orders p ON p.id = l.purchase_order_id
             LEFT JOIN (SELECT h.purchase_order_id, b.item_id, SUM(h.before - h.after) AS quantity
                          FROM allocation_events h JOIN backorders b ON b.id = h.backorder_id
                         WHERE h.kind = 'canceled' GROUP BY h.purchase_order_id, b.item_id) c
                    ON c.purchase_order_id = p.id AND c.item_id = l.item_id
            WHERE f.quantity > COALESCE(c.quantity, 0)""",
    ),
    Rule(
        "P7",
        "purchase order",
        "the vendor agreed to drop {}, but was asked to drop {}",
        """SELECT p.id, p.number, a.quantity, COALESCE(r.quantity, 0)
             FROM freed_goods a JOIN purchase_order_lines l ON l.id = a.purchase_order_line_id
             JOIN purchase_orders p ON p.id = l.purchase_order_id
             LEFT JOIN freed_goods r ON r.id = a.request_id AND r.kind = 'asked'
                   AND r.purchase_order_line_id = a.purchase_order_line_id
            WHERE a.kind IN ('agreed', 'refused', 'withdrawn', 'came')
              AND (r.id IS NULL OR a.quantity > r.quantity)""",
    ),
)
