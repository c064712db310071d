# ruff: noqa: S608 - statements of constants of this module
"""Ways to break special orders behind the program's back, in the shop of ``tests/queries/verify/test_verify.py``.

In it special order 1 is posted for Lee, of a coat that was not on file and waits for her by now, and of two kettles;
another is still being written, of a hat, and a third was discarded.
"""

from harms import JOB as RECEIPT_JOB
from harms import Harm

POSTED = "(SELECT id FROM special_orders WHERE status = 'posted')"
WORKING = "(SELECT id FROM special_orders WHERE status = 'working')"
KETTLE_LINE = f"(SELECT MAX(id) FROM special_order_lines WHERE special_order_id = {POSTED})"
COAT_LINE = f"(SELECT MIN(id) FROM special_order_lines WHERE special_order_id = {POSTED})"
HAT_LINE = f"(SELECT id FROM special_order_lines WHERE special_order_id = {WORKING})"
SALE = "(SELECT MAX(id) FROM invoices WHERE origin = 'sale')"
JOB = RECEIPT_JOB.replace("'receipt'", "'confirmation'").replace("{state}", "waiting").replace("{attempts}", "0")
LAST_LINE = "(SELECT MAX(id) FROM invoice_lines)"
KIM = "(SELECT id FROM customers WHERE code = 'kim')"

SPECIAL_HARMS = {
    "a question that did not follow its line": Harm(
        "E3",
        (f"UPDATE special_order_lines SET question = 'Which color?' WHERE id = {KETTLE_LINE}",),
        "E3: special order 1: asks “Which color?”, but its backorder began with the question “”",
    ),
    "a number before it is posted": Harm(
        "E1",
        (
            f"UPDATE special_orders SET number = 2 WHERE id = {WORKING}",
            "UPDATE counters SET value = 2 WHERE name = 'special_order'",
        ),
        "E1: special order 2: is working, but has the number 2",
    ),
    "posted without an invoice": Harm(
        "E1",
        (f"UPDATE special_orders SET invoice_id = NULL WHERE id = {POSTED}",),
        "E1: special order 1: is posted, but has the invoice with the id nothing",
        also=frozenset({"E2"}),
    ),
    "posted at no time": Harm(
        "E1",
        (f"UPDATE special_orders SET posted_at = NULL WHERE id = {POSTED}",),
        "E1: special order 1: is posted, but has the time of posting nothing",
    ),
    "an item of an order that is not posted": Harm(
        "E1",
        (f"UPDATE special_order_lines SET item_id = (SELECT MIN(id) FROM items) WHERE id = {HAT_LINE}",),
        "is working and not posted, but made 1 items",
    ),
    "a promise of an order that is not posted": Harm(
        "E1",
        (f"UPDATE special_order_lines SET invoice_line_id = {LAST_LINE} WHERE id = {HAT_LINE}",),
        "is working and not posted, but 1 of its lines are promised",
    ),
    "an invoice that no special order made": Harm(
        "E1",
        ("UPDATE invoices SET origin = 'special_order' WHERE origin = 'sale'",),
        "and comes from a special order, but 0 posted ones name it",
    ),
    "a line that nothing is promised for": Harm(
        "E2",
        (f"UPDATE special_order_lines SET invoice_line_id = NULL WHERE id = {KETTLE_LINE}",),
        "E2: special order 1: orders Kettle on line 2, and its invoice promises something else or nothing for it",
    ),
    "another quantity than is promised": Harm(
        "E2",
        (f"UPDATE special_order_lines SET quantity = 3000 WHERE id = {KETTLE_LINE}",),
        "E2: special order 1: orders Kettle on line 2",
    ),
    "another price than is promised": Harm(
        "E2",
        (f"UPDATE special_order_lines SET unit_price = unit_price + 1 WHERE id = {KETTLE_LINE}",),
        "E2: special order 1: orders Kettle on line 2",
    ),
    "one piece, but not in what is promised": Harm(
        "E2",
        (f"UPDATE special_order_lines SET one_piece = {{true}} WHERE id = {KETTLE_LINE}",),
        "E2: special order 1: orders Kettle on line 2",
    ),
    "a line less than is promised": Harm(
        "E2",
        (f"DELETE FROM special_order_lines WHERE id = {KETTLE_LINE}",),
        "E2: special order 1: has 1 lines, but its invoice promises 2",
    ),
    "another customer than the invoice has": Harm(
        "E2",
        (f"UPDATE special_orders SET customer_id = {KIM} WHERE id = {POSTED}",),
        "E2: special order 1: is for the customer with id",
    ),
    "a confirmation of what is no special order": Harm(
        "J1",
        (JOB.format(invoice=f"(SELECT id FROM invoices WHERE id = {SALE})"),),
        "is a confirmation of a special order, but its invoice comes from sale, not special_order",
    ),
    "a price above what was promised": Harm(
        "E4",
        (f"UPDATE special_order_lines SET unit_price = 100, price_ceiling = 150 WHERE id = {COAT_LINE}",),
        "charges 120.00 for a unit that was promised not above 1.50, and its customer did not agree",
        also=frozenset({"E2"}),
    ),
    "a note by which it is not found": Harm(
        "C1",
        (f"UPDATE special_orders SET note = 'Gift' WHERE id = {WORKING}",),
        "is found by",
    ),
    "a description by which it is not found": Harm(
        "C1",
        (f"UPDATE special_order_lines SET description = 'Cap' WHERE id = {HAT_LINE}",),
        "is found by",
    ),
}
"""By what was done."""
