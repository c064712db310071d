"""Post a receiving log of 1,000 lines set to 2,000 backorders of 200 customers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from benchmarks.backlog import AT, DATABASES, copy_of, empty_shop, fill, median_ms, plain
from benchmarks.by_hand import ByHand
from benchmarks.shop import NOW
from posim_desktop.domain.changes import Done
from posim_desktop.domain.receiving.logs import Share
from posim_desktop.orm import Allocation, Item
from posim_desktop.queries.receiving import logs as reading
from posim_desktop.services.database import open_engine, snapshot
from posim_desktop.services.purchasing import orders as purchase_orders
from posim_desktop.services.purchasing import posting as order_posting
from posim_desktop.services.purchasing.lines import NewOrderLine
from posim_desktop.services.receiving import logs as receiving
from posim_desktop.services.receiving import posting as receiving_posting
from posim_desktop.services.transaction import Transactor

LINES, BACKORDERS, CUSTOMERS = 1_000, 2_000, 200
_LOG, _ORDER = 1, 1


def measure() -> list[tuple[str, float, float, str]]:
    """Return rows of (what, milliseconds, ratio to the floor, bar)."""
    rows = []
    for name in DATABASES:
        with empty_shop(name) as url:
            fill(url, vendors=1, items=LINES, backorders=BACKORDERS, customers=CUSTOMERS)
            _unload(url)
            ours = median_ms(name, partial(copy_of, url), _program)
            floor = median_ms(name, partial(copy_of, url), _floor)
        rows.append((f"post a log of 1,000 lines set to 2,000 backorders, {name}", ours, ours / floor, "≤ 3.0×"))
    return rows


def _doing(transactor: Transactor) -> Callable[[partial[Done]], Done]:
    return lambda verb: transactor.run(verb, key=uuid4(), employee_id=1, workstation="till")


def _unload(url: str) -> None:
    """Order 4 of each item, of which none is there, 2 and 2 for its two backorders, and count the delivery."""
    engine = open_engine(url)
    do = _doing(Transactor(engine, lambda: NOW))
    with engine.begin() as connection:
        connection.execute(sa.update(Item).values(on_hand=Decimal(0)))
        items = connection.scalars(sa.select(Item.id).where(Item.preferred_vendor_id == 1)).all()
    lines = tuple(NewOrderLine(item_id, Decimal(1)) for item_id in items)
    do(partial(purchase_orders.add_lines, purchase_order_id=None, vendor_id=1, lines=lines))
    do(partial(purchase_orders.add_backorders, purchase_order_id=_ORDER))
    with engine.connect() as connection:
        read = sa.select(Allocation.purchase_order_line_id, Allocation.backorder_id, Allocation.quantity)
        planned = tuple((line, backorder, units) for line, backorder, units in connection.execute(read))
    do(partial(order_posting.post, purchase_order_id=_ORDER, allocations=planned))
    do(partial(receiving.start, purchase_order_id=_ORDER, received_on=date(2026, 11, 23)))
    engine.dispose()


def _program(url: str) -> Callable[[], object]:
    engine = open_engine(url)
    with snapshot(engine) as connection:
        shares = tuple(
            Share(item.receiving_line_id, row.backorder_id, row.proposed, Decimal(0))
            for item in reading.set_backorders(connection, _LOG)
            for row in item.rows
        )
    assert (len(shares), sum(share.rcv for share in shares)) == (BACKORDERS, 2 * BACKORDERS)
    do = _doing(Transactor(engine, lambda: NOW))

    def post() -> None:
        do(partial(receiving_posting.post, receiving_log_id=_LOG, shares=shares))
        engine.dispose()

    return post


def _floor(url: str) -> Callable[[], object]:
    def post() -> None:
        with plain(url) as connection:
            hand = ByHand(connection)
            with hand.operation():
                _post(hand)

    return post


def _post(hand: ByHand) -> None:
    """Set 2 of each line to each of its two backorders, 1 is left for the shelf."""
    hand.run(f"SELECT * FROM receiving_logs WHERE id = ?{hand.lock}", _LOG).fetchone()
    hand.run(f"SELECT status FROM purchase_orders WHERE id = ?{hand.lock}", _ORDER).fetchone()
    came = hand.run(
        "SELECT id, item_id, purchase_order_line_id, quantity, cost FROM receiving_lines WHERE receiving_log_id = ? "
        "ORDER BY position",
        _LOG,
    ).fetchall()
    of_log = f"IN (SELECT item_id FROM receiving_lines WHERE receiving_log_id = {_LOG})"
    hand.run(
        "SELECT id, code, description, cost, on_hand, committed, on_order FROM items "
        f"WHERE id {of_log} ORDER BY id{hand.lock}"
    ).fetchall()
    hand.run(
        f"SELECT * FROM purchase_order_lines WHERE purchase_order_id = ? ORDER BY id{hand.lock}", _ORDER
    ).fetchall()
    hand.run("SELECT * FROM allocations").fetchall()
    owed = hand.run(
        "SELECT id, item_id, customer_id, outstanding, unit_price FROM backorders "
        f"WHERE item_id {of_log} ORDER BY id{hand.lock}"
    ).fetchall()
    hand.run("SELECT name FROM employees WHERE id = 1").fetchone()
    _move(hand, came, owed)
    invoices = _invoices(hand, owed)
    lines = {item_id: line_id for line_id, item_id, *_rest in came}
    hand.many(
        "INSERT INTO backorder_events (backorder_id, kind, quantity, invoice_id, receiving_line_id, employee_id, name, "
        f"reason, at) VALUES (?, 'receive', ?, ?, ?, 1, 'Ana', '', '{AT}')",
        [(each, quantity, invoices[customer], lines[item_id]) for each, item_id, customer, quantity, _price in owed],
    )
    hand.many(
        "INSERT INTO receiving_settings (receiving_line_id, backorder_id, rcv, canc) VALUES (?,?,?,0)",
        [(lines[item_id], each, quantity) for each, item_id, _customer, quantity, _price in owed],
    )
    hand.many("DELETE FROM allocations WHERE backorder_id = ?", [(each[0],) for each in owed])
    hand.run("UPDATE purchase_orders SET status = 'closed', version = version + 1 WHERE id = ?", _ORDER)
    number = hand.take("receiving_log")
    hand.run(
        f"UPDATE receiving_logs SET status = 'posted', number = ?, posted_at = '{AT}', version = version + 1 "
        "WHERE id = ?",
        *(number, _LOG),
    )
    hand.account("post receiving log", [("receiving_log", _LOG, {"number": number, "invoices": [*invoices.values()]})])


def _move(hand: ByHand, came: list[Any], owed: list[Any]) -> None:
    hand.many(
        "INSERT INTO stock_ledger (item_id, kind, quantity, receiving_line_id, employee_id, reason, at) "
        f"VALUES (?, 'receipt', ?, ?, 1, '', '{AT}')",
        [(item_id, quantity, line_id) for line_id, item_id, _order_line, quantity, _cost in came],
    )
    set_aside: dict[int, int] = {}
    for _each, item_id, _customer, quantity, _price in owed:
        set_aside[item_id] = set_aside.get(item_id, 0) + quantity
    hand.many(
        "UPDATE items SET on_hand = on_hand + ?, committed = committed + ?, on_order = on_order - ? WHERE id = ?",
        [(quantity, set_aside[item_id], quantity, item_id) for _line, item_id, _order_line, quantity, _cost in came],
    )
    hand.many(
        "UPDATE purchase_order_lines SET received = received + ?, still_open = 0 WHERE id = ?",
        [(quantity, order_line) for _line, _item, order_line, quantity, _cost in came],
    )
    hand.many(
        "UPDATE backorders SET received = ?, canceled = 0, outstanding = 0, waiting = ?, filled = 0, "
        "version = version + 1 WHERE id = ?",
        [(quantity, quantity, each) for each, _item, _customer, quantity, _price in owed],
    )


def _invoices(hand: ByHand, owed: list[Any]) -> dict[int, int]:
    lines: dict[int, list[tuple[object, ...]]] = {}
    totals: dict[int, int] = {}
    for each, item_id, customer, quantity, price in owed:
        own = lines.setdefault(customer, [])
        extension = quantity * price // 1000
        totals[customer] = totals.get(customer, 0) + extension
        own.append((len(own) + 1, item_id, quantity, price, price, extension, each))
    hand.many(
        "INSERT INTO invoices (status, committed, committed_at, origin, customer_id, employee_id, workstation, "
        "created_at, tax_inclusive, subtotal, tax, total, rounding, bill_to, note, version, discount, discount_reason) "
        f"VALUES ('working', true, '{AT}', 'fill_receiving', ?, 1, 'till', '{AT}', false, ?, 0, ?, 0, '', '', "
        "1, 0, '')",
        [(customer, totals[customer], totals[customer]) for customer in lines],
    )
    made = hand.run("SELECT customer_id, id FROM invoices WHERE status = 'working' AND committed").fetchall()
    invoices: dict[int, int] = dict(made)
    hand.many(
        "INSERT INTO invoice_lines (invoice_id, position, trans_code, item_id, description, quantity, unit_price, "
        "list_price, discount, discount_reason, tax_code_id, taxes, extension, sell_anyway, stocked, "
        "fills_backorder_id, sale_discount) "
        "VALUES (?, ?, 'S', ?, 'Item', ?, ?, ?, 0, '', 1, '8.25 T', ?, false, true, ?, 0)",
        [(invoices[customer], *line) for customer, own in lines.items() for line in own],
    )
    return invoices
