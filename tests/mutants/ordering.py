"""Guards and effects of purchase orders, their allocations and the automatic orders."""

from mutants.mutant import ORDER, Mutant

ORDERING = (
    Mutant(
        "a posted order puts nothing on order",
        "services/purchasing/posting.py",
        "    stock.add_on_order(session, purchase_order_id)\n",
        "",
        ORDER,
    ),
    Mutant(
        "an order changed meanwhile is posted unseen",
        "services/purchasing/posting.py",
        "    require(order_rules.stale_refusal(expected_version, order.version))\n",
        "",
        ORDER,
    ),
    Mutant(
        "a line that was closed short stays on order",
        "services/purchasing/posting.py",
        "    stock.move(session, on_order={item_id: -line.still_open})\n",
        "",
        ORDER,
    ),
    Mutant(
        "goods that never come stay allocated",
        "services/purchasing/posting.py",
        "shrunk = plans.trim_lines(session, stamp, AllocationKind.CLOSED_SHORT, {line_id: NO_UNITS})",
        "shrunk = plans.trim_lines(session, stamp, AllocationKind.CLOSED_SHORT, {})",
        ORDER,
    ),
    Mutant(
        "more is allocated than is ordered",
        "domain/purchasing/allocation.py",
        "if refusal is None and total > still_open:",
        "if False:",
        ORDER,
    ),
    Mutant(
        "more is allocated than is outstanding",
        "domain/purchasing/allocation.py",
        "if refusal is None and limit is not None and quantity > limit:",
        "if False:",
        ORDER,
    ),
    Mutant(
        "two orders are meant for the same backorder",
        "services/purchasing/allocations.py",
        "outstanding - elsewhere.get(each, NO_UNITS) for each",
        "outstanding for each",
        ORDER,
    ),
    Mutant(
        "goods are allocated to a backorder of other goods",
        "services/purchasing/allocations.py",
        "if backorder_id in unallocated and backorders[backorder_id].item_id == line.item_id",
        "if backorder_id in unallocated",
        ORDER,
    ),
    Mutant(
        "the oldest allocation shrinks first", "domain/purchasing/allocation.py", "reverse=True", "reverse=False", ORDER
    ),
    Mutant(
        "a smaller line keeps its allocations",
        "services/purchasing/orders.py",
        "left = {} if edit.quantity is None else {line_id: edit.quantity}",
        "left: dict[int, Decimal] = {}",
        ORDER,
    ),
    Mutant(
        "a discarded order is meant for somebody",
        "services/purchasing/orders.py",
        "allocations.trim_lines(session, stamp, AllocationKind.DISCARDED, gone)",
        "allocations.trim_lines(session, stamp, AllocationKind.DISCARDED, {})",
        ORDER,
    ),
    Mutant(
        "what is planned anew is in no history",
        "services/records/allocation_rows.py",
        "for chunk in chunks(sorted({each.purchase_order_id for each in quantities})):",
        "for chunk in chunks(sorted({each.purchase_order_id for each in quantities})[:0]):",
        ORDER,
    ),
    Mutant(
        "the history forgets what happened to a backorder before",
        "services/records/allocation_rows.py",
        "newest.get(backorder_id)",
        "None",
        ("migrations/test_allocation_history.py",),
    ),
    Mutant(
        "a processed order is edited",
        "services/purchasing/lines.py",
        "    require(order_rules.edit_refusal(order.status))\n",
        "",
        ORDER,
    ),
    Mutant(
        "Auto Order pressed twice orders twice",
        "domain/purchasing/orders.py",
        "return self.available + self.already - self.outstanding",
        "return self.available - self.outstanding",
        ORDER,
    ),
    Mutant(
        "Auto Order does not see what others ordered meanwhile",
        "services/purchasing/auto_order.py",
        "    _require_as_seen(session, vendor_id, wanted, seen)\n",
        "",
        ORDER,
    ),
    Mutant(
        "Auto Backorder PO buys what open orders bring",
        "domain/purchasing/orders.py",
        "round_up_to_pack(max(NO_UNITS, unallocated - free), pack)",
        "round_up_to_pack(unallocated, pack)",
        ORDER,
    ),
    Mutant(
        "Auto Backorder PO takes backorders of any date",
        "services/purchasing/auto_backorder_po.py",
        "chosen = backorder_rows.owed_before(before, backorder_rows.owed_by_vendors(vendor_ids))",
        "chosen = backorder_rows.owed_by_vendors(vendor_ids)",
        ORDER,
    ),
)
