# ruff: noqa: S608 - statements of constants of this module
"""Ways to break the records of corrected receiving logs, and what must be said about each.

They are written for the shop that ``tests/queries/verify/test_verify.py`` lets correct: 5 mugs came with receiving log
1, 3 of them for Lee on backorder 1; correction 1 took 4 back that are still to come, 2 of them from Lee. A receiving
log is being written.
"""

from harms import Harm

MUG = "(SELECT id FROM items WHERE code = 'mug')"
LAMP = "(SELECT id FROM items WHERE code = 'lamp')"
SAM = "(SELECT id FROM employees WHERE code = 'sam')"
WORKING = "(SELECT id FROM receiving_logs WHERE status = 'working')"
POSTED = "(SELECT id FROM receiving_logs WHERE number = 1)"
NOW = "'2026-11-03 10:00:00.000000'"
INSERTED = (
    "INSERT INTO receiving_corrections (id, number, receiving_log_id, employee_id, workstation, reason, at) "
    f"VALUES (900, 2, {POSTED}, {SAM}, 'till 1', 'Why not', {NOW})"
)

CORRECTION_HARMS = {
    "more taken back than came": Harm(
        "R3",
        ("UPDATE receiving_correction_lines SET quantity = 6000",),
        "R3: receiving log 1: a line brought 5.000, but 6.000 of it was taken back",
        frozenset({"R4", "R7", "P4"}),
    ),
    "a correction of what is not posted": Harm(
        "R3",
        (f"UPDATE receiving_corrections SET receiving_log_id = {WORKING}",),
        "is working and not posted, but has 1 corrections",
    ),
    "a correction of another log's line": Harm(
        "R3",
        (f"UPDATE receiving_corrections SET receiving_log_id = {WORKING}",),
        "R3: correction 1: is of the receiving log with id",
    ),
    "more taken from customers than was taken back": Harm(
        "R3",
        ("UPDATE receiving_correction_backs SET quantity = 5000",),
        "R3: correction 1: takes back 4.000 of a line, but 5.000 of it from customers",
        frozenset({"R4"}),
    ),
    "units taken back without their serial numbers": Harm(
        "R3",
        (f"UPDATE receiving_lines SET serials_asked = {{true}} WHERE receiving_log_id = {POSTED}",),
        "R3: correction 1: takes back 4.000 units of goods with serial numbers, but names 0.000 that came",
        frozenset({"N1"}),
    ),
    "a correction that moved no stock": Harm(
        "R4",
        ("DELETE FROM stock_ledger WHERE kind = 'corrected'",),
        "R4: correction 1: takes back 4.000 of a line, but the stock ledger took 0.000 of its item off",
        frozenset({"S1"}),
    ),
    "goods taken from a customer who was not told so": Harm(
        "R4",
        ("UPDATE backorder_events SET receiving_line_id = NULL WHERE kind = 'release'",),
        "R4: receiving log 1: its corrections take 2.000 of a line from customers, but 0.000 was released by them",
    ),
    "goods that are not on their way again": Harm(
        "R4",
        ("UPDATE receiving_correction_backs SET planned = 1000",),
        "R4: backorder 1: corrections had 1.000 of the goods they took ordered for it again, but by its history 2.000",
    ),
    "goods given up that the order still waits for": Harm(
        "R4",
        ("UPDATE receiving_correction_lines SET coming = NOT {true}, reopened = 0, given_up = 4000",),
        "R4: purchase order 1: a line has 0.000 closed short, but corrections alone gave 4.000 up",
    ),
    "goods that come and do not come": Harm(
        "R4",
        ("UPDATE receiving_correction_lines SET coming = NOT {true}",),
        "R4: correction 1: leaves 4.000 of its goods to come of a line that is on no order, or says 0.000",
    ),
    "a correction of nothing": Harm(
        "R4",
        (
            INSERTED,
            "UPDATE counters SET value = 2 WHERE name = 'receiving_correction'",
        ),
        "R4: correction 2: is by “till 1”, and has 0 lines",
    ),
    "another cost than the newest delivery's": Harm(
        "R7",
        (f"UPDATE items SET cost = cost + 1 WHERE id = {MUG}",),
        "R7: item mug: costs",
    ),
    "charges that no line carries": Harm(
        "R8",
        (f"UPDATE receiving_logs SET freight = 500 WHERE id = {POSTED}",),
        "R8: receiving log 1: its lines carry 0.00 of its charges instead of 5.00",
    ),
    "a delivery that costs less than was paid": Harm(
        "R8",
        (
            "UPDATE item_costs SET cost = 25000 WHERE receiving_line_id IS NOT NULL",
            f"UPDATE items SET cost = 25000 WHERE id = {MUG}",
        ),
        "R8: item mug: a delivery made it cost 2.5000 instead of 3.0000",
    ),
    "the cost of other goods": Harm(
        "R7",
        (f"UPDATE item_costs SET item_id = {LAMP} WHERE receiving_line_id IS NOT NULL",),
        "has a cost by a delivery of another item",
    ),
    "a delivery that remembers costs before it is posted": Harm(
        "R7",
        (f"UPDATE receiving_lines SET vendor_cost_before = 10000 WHERE receiving_log_id = {WORKING}",),
        "is working and not posted, but remembers what goods of 1 lines cost before",
    ),
}
