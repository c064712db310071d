# ruff: noqa: S608 - statements of constants of this module
"""Ways to break the records of the customers' money, and what must be said about each.

They are written for the shop that ``tests/queries/verify/test_verify.py`` lets hold money: invoice 1 sold two kettles
to Lee; invoice 2 took 30.00 for his backorder 1 of three, of which one is canceled; invoice 3 made backorder 2.
"""

from harms import KIM, LEE, NOW, SAM, SOLD_LINE, Harm

HELD_FOR = "(SELECT id FROM backorders WHERE number = 1)"
OTHER = "(SELECT id FROM backorders WHERE number = 2)"
CANCELED = "(SELECT MIN(id) FROM backorder_events WHERE kind = 'cancel')"
MONEY = (
    "INSERT INTO customer_money (id, customer_id, backorder_id, kind, amount, line_id, tender_id, event_id, "
    "moved_from_id, employee_id, workstation, reason, at, day_id) "
    "VALUES ({id}, {customer}, {backorder}, '{kind}', {amount}, "
    f"{{line}}, NULL, {{event}}, {{moved}}, {SAM}, 'till 1', '', {NOW}, 1)"
)
OWN = (
    "INSERT INTO tenders (id, type_id, name, reference, opens_drawer, gives_change, rounds, invoice_id, position, "
    "kind, amount, change, backorder_id) SELECT 900, NULL, '', '', NOT {{true}}, NOT {{true}}, NOT {{true}}, id, 9, "
    "'{kind}', 500, 0, {backorder} FROM invoices WHERE number = {number}"
)


def moved(kind: str, amount: int, **row: str | int) -> str:
    """Write a row of the customers' money."""
    blank = dict.fromkeys(("backorder", "line", "event", "moved"), "NULL")
    return MONEY.format(**{"id": 900, "customer": LEE, **blank, "kind": kind, "amount": amount, **row})


MONEY_HARMS = {
    "a deposit that is used twice": Harm(
        "M4",
        (moved("applied", -3500, backorder=HELD_FOR),),
        "M4: backorder 1: its deposit is -5.00 and not 0.00 or more",
        frozenset({"M6"}),
    ),
    "a customer who owes more than they may": Harm(
        "M4",
        (moved("applied", -1001),),
        "M4: customer lee: has a credit of -10.01, and may owe 0.00 on account",
        frozenset({"M6"}),
    ),
    "money of a customer whose card is merged": Harm(
        "M4",
        (
            f"UPDATE customers SET merged_into = {LEE}, archived = {{true}} WHERE code = 'kim'",
            moved("moved", 100, customer=KIM, moved=901),
            moved("moved", -100, id=901),
        ),
        "M4: customer kim: was merged into another card, but 1.00 is held for it instead of 0.00",
    ),
    "money that is moved and never arrives": Harm(
        "M4",
        (moved("moved", -500, backorder=HELD_FOR),),
        "M4: customer lee: 5.00 was moved elsewhere, but 0.00 arrived",
        frozenset({"M6"}),
    ),
    "money that arrives from where none left": Harm(
        "M4",
        (moved("moved", 1500, moved="(SELECT MIN(id) FROM customer_money)"),),
        "M4: customer lee: 15.00 arrived, but came from where -30.00 had left",
        frozenset({"M6"}),
    ),
    "money that is held for what is closed": Harm(
        "M5",
        (
            moved("moved", -100),
            moved("moved", 100, id=901, moved=900, backorder=OTHER),
            "UPDATE backorders SET canceled = ordered, outstanding = 0 WHERE number = 2",
        ),
        "M5: backorder 2: is closed, but 1.00 is held for it instead of 0.00",
        frozenset({"B3", "M4"}),
    ),
    "a deposit for somebody else's backorder": Harm(
        "M5",
        (
            moved("moved", -300, backorder=HELD_FOR),
            moved("moved", 300, id=901, moved=900, backorder=HELD_FOR, customer=KIM),
        ),
        "M5: backorder 1: is another customer's than 3.00 of what is held for it, instead of 0.00",
    ),
    "money from nowhere": Harm(
        "M6",
        (moved("taken", 700),),
        "M6: shop (id 0): 78.00 came in, but goods came to 48.00, 37.00 is held, and 0.00 are fees",
    ),
    "deposits that pay for deposits": Harm(
        "M7",
        (OWN.format(kind="deposit", backorder=HELD_FOR, number=2),),
        "M7: invoice 2: 5.00 of its customer's money was used, but it comes to 0.00 without deposits",
        frozenset({"M2", "M9"}),
    ),
    "a cancellation that takes more than its share": Harm(
        "M8",
        (
            moved("moved", -1001, backorder=HELD_FOR, event=CANCELED),
            moved("moved", 1001, id=901, moved=900, event=CANCELED),
        ),
        "M8: backorder 1: a cancellation took 10.01 of its deposit, but its share was 10.00",
    ),
    "a deposit line that nobody holds": Harm(
        "M9",
        ("DELETE FROM customer_money",),
        "M9: invoice 2: a deposit line comes to 30.00, but 0.00 moved",
        frozenset({"M6"}),
    ),
    "money that was used and not taken off": Harm(
        "M9",
        (
            OWN.format(kind="credit", backorder="NULL", number=1),
            "UPDATE tenders SET amount = amount - 500 WHERE id = (SELECT MIN(id) FROM tenders)",
        ),
        "M9: invoice 1: 5.00 of its customer's money was used, but 0.00 moved",
        frozenset({"M6", "Z1", "Z5"}),
    ),
    "money that moved with goods": Harm(
        "M9",
        (f"UPDATE customer_money SET line_id = {SOLD_LINE}",),
        "M9: invoice 1: 30.00 moved with it, which its lines and tenders do not say; they say 0.00",
    ),
    "a deposit that is held for another backorder": Harm(
        "M9",
        (f"UPDATE customer_money SET backorder_id = {OTHER}",),
        "M9: invoice 2: its money is held for backorder",
    ),
    "a deposit that is held for another customer": Harm(
        "M9",
        (f"UPDATE customer_money SET customer_id = {KIM}, backorder_id = NULL",),
        "M9: invoice 2: its money is of customer",
    ),
    "a deposit for a line of another invoice": Harm(
        "M9",
        (f"UPDATE invoice_lines SET deposit_line_id = {SOLD_LINE} WHERE trans_code = 'D'",),
        "which is no B line of it but a line of invoice",
    ),
}
