"""Auto Backorder PO over 50,000 open backorders of 5,000 items from 200 vendors, all vendors in one go."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from uuid import uuid4

from benchmarks.backlog import AT, DATABASES, copy_of, empty_shop, fill, median_ms, plain
from benchmarks.by_hand import ByHand
from benchmarks.shop import NOW
from posim_desktop.services.database import open_engine
from posim_desktop.services.purchasing import auto_backorder_po
from posim_desktop.services.transaction import Transactor

VENDORS, ITEMS, BACKORDERS = 200, 5_000, 50_000
_BEFORE = datetime(2026, 11, 24, tzinfo=UTC)


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds, ratio to the floor, bar)."""
    rows = []
    for name in DATABASES:
        with empty_shop(name) as url:
            fill(url, vendors=VENDORS, items=ITEMS, backorders=BACKORDERS)
            ours = median_ms(name, partial(copy_of, url), _program)
            floor = median_ms(name, partial(copy_of, url), _floor)
        rows.append((f"Auto Backorder PO over 50,000 backorders, {name}", ours, ours / floor, "≤ 2.0×"))
    return rows


def _program(url: str) -> Callable[[], object]:
    engine = open_engine(url)
    transactor = Transactor(engine, lambda: NOW)
    verb = partial(auto_backorder_po.create, before=_BEFORE, vendor_ids=tuple(range(1, VENDORS + 1)))

    def press() -> None:
        made = transactor.run(verb, key=uuid4(), employee_id=1, workstation="till")
        engine.dispose()
        assert made.record_id

    return press


def _floor(url: str) -> Callable[[], object]:
    def press() -> None:
        with plain(url) as connection:
            hand = ByHand(connection)
            with hand.operation():
                _buy(hand)

    return press


def _buy(hand: ByHand) -> None:
    items = hand.run(
        "SELECT id, preferred_vendor_id, description, vendor_item_number, cost, pack_quantity FROM items i "
        "WHERE NOT archived AND preferred_vendor_id IS NOT NULL AND EXISTS (SELECT 1 FROM backorders b "
        f"WHERE b.item_id = i.id AND b.outstanding > 0 AND b.created_at < '2026-11-24') ORDER BY id{hand.lock}"
    ).fetchall()
    owed = hand.run(
        "SELECT id, item_id, outstanding, created_at FROM backorders WHERE outstanding > 0 "
        f"AND created_at < '2026-11-24' ORDER BY id{hand.lock}"
    ).fetchall()
    planned = dict(hand.run("SELECT backorder_id, SUM(quantity) FROM allocations GROUP BY backorder_id").fetchall())
    free = dict(
        hand.run(
            "SELECT l.item_id, SUM(l.still_open) FROM purchase_orders p JOIN purchase_order_lines l "
            "ON l.purchase_order_id = p.id WHERE p.status IN ('working', 'processed') GROUP BY l.item_id"
        ).fetchall()
    )
    needs: dict[int, list[tuple[int, int]]] = {}
    for backorder_id, item_id, outstanding, _at in sorted(owed, key=lambda row: (row[3], row[0])):
        left = outstanding - planned.get(backorder_id, 0)
        if left > 0:
            needs.setdefault(item_id, []).append((backorder_id, left))
    wanted = {}
    for item_id, *_card, pack in items:
        lacking = sum(left for _, left in needs[item_id]) - free.get(item_id, 0)
        if lacking > 0:
            wanted[item_id] = -(-lacking // pack) * pack
    hand.many(
        "INSERT INTO purchase_orders (status, vendor_id, employee_id, workstation, created_at, note, version) "
        f"VALUES ('working', ?, 1, 'till', '{AT}', '', 1)",
        [(vendor,) for vendor in sorted({vendor for item_id, vendor, *_card in items if item_id in wanted})],
    )
    orders = dict(hand.run("SELECT vendor_id, id FROM purchase_orders WHERE status = 'working'").fetchall())
    positions = dict.fromkeys(orders.values(), 0)
    lines = []
    for item_id, vendor, description, number, cost, _pack in items:
        if item_id in wanted:
            positions[orders[vendor]] += 1
            quantity = wanted[item_id]
            place = (orders[vendor], positions[orders[vendor]])
            lines.append((*place, item_id, number, description, cost, quantity, quantity))
    hand.many(
        "INSERT INTO purchase_order_lines (purchase_order_id, position, item_id, vendor_item_number, description, "
        "cost, quantity, changed, received, closed_short, still_open) VALUES (?,?,?,?,?,?,?,0,0,0,?)",
        lines,
    )
    _plan(hand, needs)
    hand.account("auto backorder po", [("purchase_order", order, {"items": positions[order]}) for order in positions])


def _plan(hand: ByHand, needs: dict[int, list[tuple[int, int]]]) -> None:
    allocations = []
    made = hand.run(
        "SELECT l.id, l.item_id, l.still_open FROM purchase_order_lines l JOIN purchase_orders p "
        "ON p.id = l.purchase_order_id WHERE p.status = 'working'"
    ).fetchall()
    for line_id, item_id, still_open in made:
        left = still_open
        for backorder_id, unallocated in needs[item_id]:
            given = min(left, unallocated)
            if given > 0:
                allocations.append((line_id, backorder_id, given))
                left -= given
    hand.many("INSERT INTO allocations (purchase_order_line_id, backorder_id, quantity) VALUES (?,?,?)", allocations)
