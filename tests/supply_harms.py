# ruff: noqa: S608 - statements of constants of this module
"""Ways to break the records of ordering and receiving, and what must be said about each.

They are written for the shop that ``tests/queries/verify/test_verify.py`` lets order and receive: 10 mugs for Lee on
backorder 1 and 1 lamp for Kim on backorder 2; purchase order 1 of 9 mugs and 5 lamps, 5 and 1 of them allocated; of the
mugs 2 came with receiving log 1, 1 set aside and 1 canceled. Order 2 is closed; one more order was discarded, and an
order and a receiving log are being written.
"""

from harms import Harm

MUG = "(SELECT id FROM items WHERE code = 'mug')"
LAMP = "(SELECT id FROM items WHERE code = 'lamp')"
PROCESSED = "(SELECT id FROM purchase_orders WHERE number = 1)"
CLOSED = "(SELECT id FROM purchase_orders WHERE number = 2)"
WORKING = "(SELECT id FROM purchase_orders WHERE status = 'working')"
DISCARDED = "(SELECT id FROM purchase_orders WHERE status = 'discarded')"
MUG_LINE = f"(SELECT id FROM purchase_order_lines WHERE purchase_order_id = {PROCESSED} AND item_id = {MUG})"
LAMP_LINE = f"(SELECT id FROM purchase_order_lines WHERE purchase_order_id = {PROCESSED} AND item_id = {LAMP})"
LEE_WAITS = "(SELECT id FROM backorders WHERE number = 1)"
KIM_WAITS = "(SELECT id FROM backorders WHERE number = 2)"
RECEIVED_LINE = (
    "(SELECT l.id FROM receiving_lines l JOIN receiving_logs g ON g.id = l.receiving_log_id WHERE g.number = 1)"
)
COUNTED_LINE = (
    "(SELECT MAX(l.id) FROM receiving_lines l JOIN receiving_logs g ON g.id = l.receiving_log_id "
    "WHERE g.status = 'working')"
)
SAM = "(SELECT id FROM employees WHERE code = 'sam')"
NOW = "'2026-11-03 10:00:00.000000'"

RECEIVED_MUG = f"{RECEIVED_LINE[:-1]} AND l.item_id = {MUG})"
COUNTED_MUG = (
    "(SELECT MAX(l.id) FROM receiving_lines l JOIN receiving_logs g ON g.id = l.receiving_log_id "
    f"WHERE g.status = 'working' AND l.item_id = {MUG})"
)
LOG = "(SELECT id FROM receiving_logs WHERE number = 1)"
SERIAL = (
    "INSERT INTO receiving_serials (id, receiving_log_id, line_id, serial, form) "
    "VALUES ({id}, {log}, {line}, '{a}', '{a}')"
)

ASK = (
    "INSERT INTO backorder_events (id, backorder_id, kind, quantity, employee_id, name, reason, at) "
    f"VALUES ({{id}}, {{backorder}}, '{{kind}}', 0, {SAM}, 'Sam', 'Which color?', {NOW})"
)

CHANGE = (
    "INSERT INTO order_changes (id, purchase_order_id, sheet, purchase_order_line_id, kind, quantity, reason, "
    f"employee_id, at, cost_before, cost_after, expected_before, expected_after) VALUES (900, {PROCESSED}, {{sheet}}, "
    f"{{line}}, '{{kind}}', {{quantity}}, 'Sold out', {SAM}, {NOW}, NULL, NULL, NULL, NULL)"
)

FREED = (
    "INSERT INTO freed_goods (id, purchase_order_line_id, kind, quantity, request_id, note, employee_id, at) "
    f"VALUES ({{id}}, {{line}}, '{{kind}}', {{quantity}}, {{request}}, '', {SAM}, {NOW})"
)

SUPPLY_HARMS = {
    "a card that says of its preferred vendor what is not so": Harm(
        "C6",
        (
            (
                "INSERT INTO item_vendors (id, item_id, vendor_id, vendor_item_number, pack_quantity, minimum_quantity)"
                f" SELECT 900, id, (SELECT MIN(id) FROM vendors), 'v', 6000, 0 FROM items WHERE id = {MUG}"
            ),
            f"UPDATE items SET preferred_vendor_id = (SELECT MIN(id) FROM vendors) WHERE id = {MUG}",
        ),
        "C6: item mug: prefers the vendor with id 1, of whose terms 0 rows say what the card says",
    ),
    "an order that brings goods for whom a question is open": Harm(
        "Q1",
        (
            ASK.format(id=900, backorder=KIM_WAITS, kind="ask"),
            f"UPDATE backorders SET question = 'Which color?' WHERE id = {KIM_WAITS}",
        ),
        "Q1: backorder 2: 1.000 of the 1.000 outstanding are allocated to it, but its customer has to answer",
    ),
    "goods set aside while a question was open": Harm(
        "Q3",
        (
            ASK.format(id=0, backorder=LEE_WAITS, kind="ask"),
            ASK.format(id=900, backorder=LEE_WAITS, kind="answer"),
        ),
        "Q3: backorder 1: a receive event of",
    ),
    "goods received without the serial numbers that were asked": Harm(
        "N1",
        (f"UPDATE receiving_lines SET serials_asked = {{true}} WHERE id = {RECEIVED_MUG}",),
        "N1: receiving log 1: a line of 2.000 units of goods with serial numbers has numbers of 0.000 units",
    ),
    "a unit that was received twice": Harm(
        "N2",
        (
            f"UPDATE receiving_lines SET serials_asked = {{true}} WHERE id IN ({RECEIVED_MUG}, {COUNTED_MUG})",
            SERIAL.format(id=900, log=LOG, line=RECEIVED_MUG, a="a"),
            SERIAL.format(id=901, log=LOG, line=RECEIVED_MUG, a="b"),
            SERIAL.format(id=902, log=LOG, line=COUNTED_MUG, a="a"),
        ),
        "N2: item mug: the unit with serial number a is in stock 2 times",
        frozenset({"N3"}),
    ),
    "a serial number on another log's line": Harm(
        "N3",
        (SERIAL.format(id=900, log=LOG, line=COUNTED_MUG, a="a"),),
        "N3: receiving log 1: serial number a stands on it, but its line with id",
    ),
    "more allocated than is to come": Harm(
        "P1",
        (f"UPDATE allocations SET quantity = 8000 WHERE backorder_id = {LEE_WAITS}",),
        "P1: purchase order 1: a line has 8.000 allocated to backorders, but 7.000 open",
        frozenset({"P5"}),
    ),
    "goods of a discarded order allocated": Harm(
        "P1",
        (
            f"""UPDATE allocations SET purchase_order_line_id =
                  (SELECT id FROM purchase_order_lines WHERE purchase_order_id = {DISCARDED})
                 WHERE backorder_id = {KIM_WAITS}""",
        ),
        "is discarded, but has goods allocated to backorder 2",
        frozenset({"P5"}),
    ),
    "more on the way for a customer than is owed": Harm(
        "P2",
        (f"UPDATE allocations SET quantity = 2000 WHERE backorder_id = {KIM_WAITS}",),
        "P2: backorder 2: purchase orders have 2.000 allocated to it, but outstanding is 1.000",
        frozenset({"P5"}),
    ),
    "other goods on the way than are owed": Harm(
        "P3",
        (f"UPDATE allocations SET purchase_order_line_id = {MUG_LINE} WHERE backorder_id = {KIM_WAITS}",),
        "P3: backorder 2: is of the item with id 1, but goods of the item with id 2 are allocated to it",
    ),
    "a case that costs more than its pieces": Harm(
        "P8",
        (f"UPDATE purchase_order_lines SET pack_cost = 20000 WHERE id = {MUG_LINE}",),
        "P8: purchase order 1: the line at position 1 costs 1.0000 a unit, but its pack says 2.0000",
    ),
    "a case that came at another cost than its pieces": Harm(
        "P8",
        (f"UPDATE receiving_lines SET pack_cost = 20000 WHERE id = {RECEIVED_MUG}",),
        "P8: receiving log 1: the line at position 1 costs 1.0000 a unit, but its pack says 2.0000",
    ),
    "a piece that nobody asked for": Harm(
        "B8",
        ("UPDATE backorders SET one_piece = {true} WHERE number = 2",),
        "B8: backorder 2: is wanted in one piece: yes, but its B line says no",
    ),
    "one piece that was cut unasked": Harm(
        "B8",
        (
            (
                "UPDATE invoice_lines SET one_piece = {true} "
                f"WHERE id = (SELECT source_line_id FROM backorders WHERE id = {LEE_WAITS})"
            ),
            f"UPDATE backorders SET one_piece = {{true}} WHERE id = {LEE_WAITS}",
        ),
        "B8: backorder 1: is wanted in one piece, but 1.000 of 10.000 were set aside and nobody said why",
    ),
    "an item on two lines of an order": Harm(
        "P3",
        (
            f"""INSERT INTO purchase_order_lines (id, purchase_order_id, position, item_id, vendor_item_number,
                       description, cost, quantity, changed, received, closed_short, still_open)
                SELECT 900, purchase_order_id, 9, item_id, '', '', cost, 1000, 0, 0, 0, 1000
                  FROM purchase_order_lines WHERE purchase_order_id = {WORKING}""",
        ),
        "the item with id 2 is on 2 of its lines instead of 1",
    ),
    "goods on order that nobody ordered": Harm(
        "P4",
        ("UPDATE items SET on_order = on_order + 1000 WHERE code = 'mug'",),
        "P4: item mug: on order is 8.000, but its processed purchase orders have 7.000 open",
    ),
    "goods received that never came": Harm(
        "P4",
        (
            f"UPDATE purchase_order_lines SET received = 3000, still_open = 6000 WHERE id = {MUG_LINE}",
            "UPDATE items SET on_order = 6000 WHERE code = 'mug'",
        ),
        "P4: purchase order 1: a line has 3.000 received, but its posted receipts less what was taken back come to "
        "2.000",
    ),
    "more open than was ordered": Harm(
        "P4",
        (
            f"UPDATE purchase_order_lines SET still_open = 8000 WHERE id = {MUG_LINE}",
            "UPDATE items SET on_order = 8000 WHERE code = 'mug'",
        ),
        "P4: purchase order 1: a line has 8.000 open, but ordered less received and closed short is 7.000",
    ),
    "a blank order": Harm(
        "P4",
        (f"DELETE FROM purchase_order_lines WHERE purchase_order_id = {WORKING}",),
        "is working and has 0 lines",
    ),
    "a closed order with goods to come": Harm(
        "P4",
        (
            f"""UPDATE purchase_order_lines SET closed_short = 0, still_open = quantity
                 WHERE purchase_order_id = {CLOSED}""",
        ),
        "P4: purchase order 2: is closed, but lines with goods still to come are 1",
    ),
    "a processed order with nothing to come": Harm(
        "P4",
        (f"UPDATE purchase_orders SET status = 'processed' WHERE id = {CLOSED}",),
        "P4: purchase order 2: is processed, but lines with goods still to come are 0",
    ),
    "a history of an allocation with a gap": Harm(
        "P5",
        (f"DELETE FROM allocation_events WHERE kind = 'received' AND backorder_id = {LEE_WAITS}",),
        "P5: backorder 1: a purchase order is to bring 4.000 for it, but by its history 5.000",
    ),
    "a history of an allocation that was touched up": Harm(
        "P5",
        (
            f"""UPDATE allocation_events SET before = before + 1000, after = after + 1000
                 WHERE kind = 'received' AND backorder_id = {LEE_WAITS}""",
        ),
        "P5: backorder 1: what a purchase order is to bring for it was changed from 6.000, but it was 5.000",
    ),
    "a working order with a history": Harm(
        "P5",
        (
            f"""INSERT INTO allocation_events (id, purchase_order_id, backorder_id, kind, before, after, employee_id,
                       at, after_event_id)
                VALUES (900, {WORKING}, {LEE_WAITS}, 'allocated', 0, 1000, {SAM}, {NOW}, NULL)""",
        ),
        "is working, but the history of what it is to bring has 1 rows",
    ),
    "a line that changed by no change": Harm(
        "P6",
        (
            f"UPDATE purchase_order_lines SET changed = 1000, still_open = 8000 WHERE id = {MUG_LINE}",
            "UPDATE items SET on_order = 8000 WHERE code = 'mug'",
        ),
        "P6: purchase order 1: a line changed by 1.000, but its changes come to 0.000",
    ),
    "a line that ordered nothing and was added by no change": Harm(
        "P6",
        (
            f"""INSERT INTO purchase_order_lines (id, purchase_order_id, position, item_id, vendor_item_number,
                       description, cost, quantity, changed, received, closed_short, still_open)
                SELECT 900, {CLOSED}, 9, {MUG}, '', '', 0, 0, 0, 0, 0, 0""",
        ),
        "P6: purchase order 2: a line ordered 0 at first, but was added later 0 times",
    ),
    "a line that was added and ordered before": Harm(
        "P6",
        (
            CHANGE.format(line=MUG_LINE, kind="added", quantity=1000, sheet=1),
            CHANGE.format(line=MUG_LINE, kind="less", quantity=-1000, sheet=1).replace("900", "901"),
        ),
        "P6: purchase order 1: a line ordered 9000 at first, but was added later 1 times",
    ),
    "a line at another cost than was agreed": Harm(
        "P6",
        (CHANGE.format(line=MUG_LINE, kind="cost", quantity=0, sheet=1).replace("NULL, NULL, NULL", "0, 70000, NULL"),),
        "but by its newest change 7.0000",
    ),
    "an order expected on another day than the vendor said": Harm(
        "P6",
        (
            CHANGE.format(line="NULL", kind="expected", quantity=0, sheet="NULL").replace(
                "NULL, NULL)", "NULL, '2026-12-24')"
            ),
        ),
        "P6: purchase order 1: is expected on nothing, but by its newest change on 2026-12-24",
    ),
    "a change that is missing": Harm(
        "P6",
        (
            CHANGE.format(line=MUG_LINE, kind="more", quantity=1000, sheet=2),
            CHANGE.format(line=MUG_LINE, kind="less", quantity=-1000, sheet=2).replace("900", "901"),
        ),
        "P6: purchase order 1: has changes up to 2, but 1 of them",
    ),
    "a change of an order that was not sent": Harm(
        "P6",
        (CHANGE.replace(PROCESSED, WORKING).format(line="NULL", kind="expected", quantity=0, sheet="NULL"),),
        "is working, but changed 1 times after it was sent",
    ),
    "a change of another order's line": Harm(
        "P6",
        (
            CHANGE.replace(PROCESSED, CLOSED).format(line=MUG_LINE, kind="more", quantity=1000, sheet=1),
            CHANGE.replace(PROCESSED, CLOSED)
            .format(line=MUG_LINE, kind="less", quantity=-1000, sheet=1)
            .replace("900", "901"),
        ),
        "P6: purchase order 2: changed the line with id 1, which is on the order with id 1",
    ),
    "goods decided about that nobody canceled": Harm(
        "P7",
        (FREED.format(id=900, line=LAMP_LINE, kind="shelf", quantity=1000, request="NULL"),),
        "P7: purchase order 1: of a line 1.000 are decided about or asked, but customers canceled 0.000",
    ),
    "a vendor who dropped more than was asked": Harm(
        "P7",
        (
            "UPDATE allocation_events SET kind = 'canceled' WHERE kind = 'received'",
            FREED.format(id=900, line=MUG_LINE, kind="asked", quantity=500, request="NULL"),
            FREED.format(id=901, line=MUG_LINE, kind="agreed", quantity=1000, request=900),
        ),
        "P7: purchase order 1: the vendor agreed to drop 1.000, but was asked to drop 0.500",
    ),
    "more set to customers than came": Harm(
        "R1",
        ("UPDATE receiving_settings SET rcv = 3000",),
        "R1: receiving log 1: a line brought 2.000, but 3.000 of it was set to customers",
        frozenset({"R2"}),
    ),
    "goods of an unposted delivery set to customers": Harm(
        "R1",
        (
            f"""INSERT INTO receiving_settings (id, receiving_line_id, backorder_id, rcv, canc)
                VALUES (900, {COUNTED_LINE}, {LEE_WAITS}, 1000, 0)""",
        ),
        "is working and not posted, but 1 of its lines were set to customers",
        frozenset({"R2"}),
    ),
    "a receipt that moved too much": Harm(
        "R2",
        (
            "UPDATE stock_ledger SET quantity = 3000 WHERE kind = 'receipt'",
            "UPDATE items SET on_hand = on_hand + 1000 WHERE code = 'mug'",
        ),
        "R2: receiving log 1: a line brought 2.000, but the stock ledger moved 3.000 of its item",
    ),
    "a receipt of other goods": Harm(
        "R2",
        (
            f"UPDATE stock_ledger SET item_id = {LAMP} WHERE kind = 'receipt'",
            "UPDATE items SET on_hand = on_hand - 2000 WHERE code = 'mug'",
            "UPDATE items SET on_hand = on_hand + 2000 WHERE code = 'lamp'",
        ),
        "R2: receiving log 1: a line brought 2.000, but the stock ledger moved 0.000 of its item",
        frozenset({"S3"}),  # the mug set aside for Lee is not there any more
    ),
    "stock moved by an unposted delivery": Harm(
        "R2",
        (
            f"""INSERT INTO stock_ledger (id, item_id, kind, quantity, receiving_line_id, employee_id, reason, at)
                VALUES (900, {MUG}, 'receipt', 1000, {COUNTED_LINE}, {SAM}, '', {NOW})""",
            "UPDATE items SET on_hand = on_hand + 1000 WHERE code = 'mug'",
        ),
        "is working and not posted, but has 1 stock ledger rows",
    ),
    "goods set aside by no delivery": Harm(
        "R2",
        ("UPDATE backorder_events SET receiving_line_id = NULL WHERE kind = 'receive'",),
        "R2: receiving log 1: a line set 1.000 aside, but its receive events come to 0.000",
    ),
    "a cancellation at receiving that never was": Harm(
        "R2",
        ("UPDATE receiving_settings SET canc = 2000",),
        "R2: receiving log 1: a line canceled 2.000, but its cancel events come to 1.000",
    ),
    "goods set aside on no invoice": Harm(
        "B3",
        ("UPDATE backorder_events SET invoice_id = NULL WHERE kind = 'receive'",),
        "B3: backorder 1: a receive event of ",
    ),
    "a number on a working order": Harm(
        "D1",
        (
            f"UPDATE purchase_orders SET number = 3 WHERE id = {WORKING}",
            "UPDATE counters SET value = 3 WHERE name = 'purchase_order'",
        ),
        "D1: purchase order 3: is working, but has the number “3”",
    ),
    "a posted receiving log without a time": Harm(
        "D1",
        ("UPDATE receiving_logs SET posted_at = NULL WHERE number = 1",),
        "D1: receiving log 1: is posted, but has the number “1”",
    ),
    "a gap in the purchase order numbers": Harm(
        "D2",
        (
            "UPDATE purchase_orders SET number = 4 WHERE number = 2",
            "UPDATE counters SET value = 4 WHERE name = 'purchase_order'",
        ),
        "D2: purchase order 4: the number before it is 1, so the numbers jump to 4",
    ),
    "a counter of receiving logs that ran ahead": Harm(
        "D2",
        ("UPDATE counters SET value = 2 WHERE name = 'receiving_log'",),
        "D2: counter receiving_log: stands at 2, but the last number given is 1",
    ),
}
