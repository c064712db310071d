"""Auto Order for a vendor of 20,000 items, each with a customer who waits: propose, then put it on an order."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import uuid4

from benchmarks.backlog import AT, DATABASES, copy_of, empty_shop, fill, median_ms, plain
from benchmarks.by_hand import ByHand
from benchmarks.shop import NOW
from posim_desktop.queries.purchasing import auto_order as reading
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.purchasing import auto_order
from posim_desktop.services.purchasing.auto_order import ToOrder
from posim_desktop.services.transaction import Transactor

ITEMS = 20_000


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds, ratio to the floor, bar)."""
    rows = []
    for name in DATABASES:
        with empty_shop(name) as url:
            fill(url, vendors=1, items=ITEMS, backorders=ITEMS)
            ours = median_ms(name, partial(copy_of, url), _program)
            floor = median_ms(name, partial(copy_of, url), _floor)
        rows.append((f"Auto Order for a vendor of 20,000 items, {name}", ours, ours / floor, "≤ 2.0×"))
    return rows


def _program(url: str) -> Callable[[], object]:
    engine = open_engine(url)
    transactor = Transactor(engine, lambda: NOW)

    def press() -> None:
        with snapshot(engine) as connection:
            rows = reading.proposal(connection, 1, None, date(2026, 11, 23), 90)
        wanted = tuple(ToOrder(row.item_id, row.proposal.order, row.proposal.already_on_order) for row in rows)
        assert len(wanted) == ITEMS
        verb = partial(auto_order.apply, purchase_order_id=None, vendor_id=1, quantities=wanted)
        transactor.run(verb, key=uuid4(), employee_id=1, workstation="till")
        engine.dispose()

    return press


def _floor(url: str) -> Callable[[], object]:
    def press() -> None:
        with plain(url) as connection:
            hand = ByHand(connection)
            wanted = _propose(hand)
            assert len(wanted) == ITEMS
            if hand.lock:
                connection.commit()
            with hand.operation():
                _order(hand, wanted)

    return press


def _propose(hand: ByHand) -> dict[int, int]:
    """Work out quantities from the same four reads."""
    working = (
        "SELECT l.item_id, SUM(l.still_open) FROM purchase_orders p JOIN purchase_order_lines l "
        "ON l.purchase_order_id = p.id WHERE p.status = 'working' GROUP BY l.item_id"
    )
    of_vendor = "JOIN items i ON i.id = b.item_id WHERE i.preferred_vendor_id = 1 AND NOT i.archived"
    owed = dict(
        hand.run(
            f"SELECT b.item_id, SUM(b.outstanding) FROM backorders b {of_vendor} AND b.outstanding > 0 "
            "GROUP BY b.item_id"
        ).fetchall()
    )
    coming = dict(hand.run(working).fetchall())
    hand.run(
        f"SELECT b.item_id, b.id, b.number, b.outstanding, b.created_at FROM backorders b {of_vendor} "
        "AND b.outstanding > 0 AND b.created_at < '2026-08-26'"
    ).fetchall()
    cards = hand.run(
        "SELECT id, code, description, vendor_item_number, cost, on_hand, committed, on_order, max_stock, min_stock, "
        "pack_quantity FROM items WHERE preferred_vendor_id = 1 AND NOT archived ORDER BY code, id"
    ).fetchall()
    wanted = {}
    for item_id, _code, _words, _number, _cost, on_hand, committed, on_order, most, least, pack in cards:
        after = on_hand - committed + on_order + coming.get(item_id, 0) - owed.get(item_id, 0)
        order = 0 if least and after >= least else -(-max(0, most - after) // pack) * pack
        if order:
            wanted[item_id] = order
    return wanted


def _order(hand: ByHand, wanted: dict[int, int]) -> None:
    order_id = hand.run(
        "INSERT INTO purchase_orders (status, vendor_id, employee_id, workstation, created_at, note, version) "
        f"VALUES ('working', 1, 1, 'till', '{AT}', '', 1) RETURNING id"
    ).fetchone()[0]
    cards = hand.run(
        "SELECT id, description, vendor_item_number, cost, on_order FROM items WHERE preferred_vendor_id = 1 "
        f"AND NOT archived ORDER BY id{hand.lock}"
    ).fetchall()
    hand.many(
        "INSERT INTO purchase_order_lines (purchase_order_id, position, item_id, vendor_item_number, description, "
        "cost, quantity, changed, received, closed_short, still_open) VALUES (?,?,?,?,?,?,?,0,0,0,?)",
        [
            (order_id, place, item_id, number, words, cost, wanted[item_id], wanted[item_id])
            for place, (item_id, words, number, cost, _on_order) in enumerate(cards, 1)
            if item_id in wanted
        ],
    )
    owed = hand.run(
        "SELECT id, item_id, outstanding FROM backorders WHERE outstanding > 0 AND item_id IN (SELECT item_id FROM "
        f"purchase_order_lines WHERE purchase_order_id = {order_id}) ORDER BY created_at, id{hand.lock}"
    ).fetchall()
    planned = dict(hand.run("SELECT backorder_id, SUM(quantity) FROM allocations GROUP BY backorder_id").fetchall())
    of_order = "SELECT item_id, id, still_open FROM purchase_order_lines WHERE purchase_order_id = ?"
    lines = {item_id: [line_id, left] for item_id, line_id, left in hand.run(of_order, order_id).fetchall()}
    allocations = []
    for backorder_id, item_id, outstanding in owed:
        line = lines[item_id]
        given = min(line[1], outstanding - planned.get(backorder_id, 0))
        line[1] -= given
        allocations.append((line[0], backorder_id, given))
    hand.many("INSERT INTO allocations (purchase_order_line_id, backorder_id, quantity) VALUES (?,?,?)", allocations)
