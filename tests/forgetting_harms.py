# ruff: noqa: S608 - statements of constants of this module
"""Ways to remember a customer who was forgotten, in the shop of ``tests/queries/verify/test_verify.py``.

In it everything happened to Lee, who was then forgotten with the card that was merged into theirs; of Kim a file and
a mail are kept.
"""

from harms import Harm

LEE = "(SELECT id FROM customers WHERE forgotten_at IS NOT NULL AND merged_into IS NULL)"
ORDER = "(SELECT id FROM special_orders WHERE status = 'posted')"
LINE = "(SELECT MIN(id) FROM special_order_lines)"
BACKORDER = f"(SELECT MIN(id) FROM backorders WHERE customer_id = {LEE})"
DISCARDED = f"(SELECT id FROM invoices WHERE status = 'discarded' AND customer_id = {LEE})"

FORGETTING_HARMS = {
    "a note on the card of somebody who was forgotten": Harm(
        "C7", (f"UPDATE customers SET notes = 'Lee' WHERE id = {LEE}",), "but there are 1 things on the card instead"
    ),
    "a merged card that was not forgotten": Harm(
        "C7",
        ("UPDATE customers SET forgotten_at = NULL WHERE merged_into IS NOT NULL",),
        "but there are 1 cards that were merged into it",
    ),
    "a working invoice of somebody who was forgotten": Harm(
        "C7",
        (f"UPDATE invoices SET status = 'working', search_text = 'till 1' WHERE id = {DISCARDED}",),
        "but there are 1 working invoices",
    ),
    "goods that wait for somebody who was forgotten": Harm(
        "C7",
        (f"UPDATE backorders SET canceled = 0, outstanding = 1000 WHERE id = {BACKORDER}",),
        "but there are 1 open backorders",
        also=frozenset({"B3"}),
    ),
    "a wish with a note": Harm(
        "C7",
        (f"UPDATE wants SET note = 'blue', search_text = 'blue' WHERE customer_id = {LEE} AND item_id IS NOT NULL",),
        "but there are 1 wishes that say more",
    ),
    "a discarded invoice with a note": Harm(
        "C7", (f"UPDATE invoices SET note = 'Gift' WHERE id = {DISCARDED}",), "but there are 1 discarded invoices"
    ),
    "a special order that says how to reach somebody": Harm(
        "C7",
        (f"UPDATE special_orders SET reach = 'six', search_text = 'six' WHERE id = {ORDER}",),
        "but there are 1 special orders that say more",
    ),
    "an answer of somebody who was forgotten": Harm(
        "C7",
        (f"INSERT INTO special_order_answers VALUES (900, {LINE}, 1, 'a', 'b')",),
        "but there are 1 answers",
    ),
    "a file beside a special order": Harm(
        "C7",
        (f"UPDATE attachments SET backorder_id = NULL, special_order_line_id = {LINE}",),
        "but there are 1 files beside special orders",
    ),
    "a file beside a backorder": Harm(
        "C7", (f"UPDATE attachments SET backorder_id = {BACKORDER}",), "but there are 1 files beside backorders"
    ),
    "a mail to somebody who was forgotten": Harm(
        "C7",
        ("UPDATE outgoing_mails SET invoice_id = (SELECT id FROM invoices WHERE number = 2)",),
        "but there are 1 mails",
    ),
}
