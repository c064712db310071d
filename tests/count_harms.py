# ruff: noqa: S608 - statements of constants of this module
"""Ways to break the records of stock counts, and what must be said about each.

They are written for the shop that ``tests/queries/verify/test_verify.py`` lets count: count 1 found 7 mugs where 5
were, and 2 lamps where 2 were; another count, which has found 4 mugs so far, is going on.
"""

from harms import Harm

MUG = "(SELECT id FROM items WHERE code = 'mug')"
LAMP = "(SELECT id FROM items WHERE code = 'lamp')"
SAM = "(SELECT id FROM employees WHERE code = 'sam')"
POSTED = "(SELECT id FROM stock_counts WHERE number = 1)"
WORKING = "(SELECT id FROM stock_counts WHERE status = 'working')"
NOW = "'2026-11-03 10:00:00.000000'"
_OF_MUG = f"WHERE stock_count_id = {POSTED} AND item_id = {MUG}"
_STRAY = "INSERT INTO stock_count_strays (id, stock_count_id, code, employee_id, place, quantity, at, item_id, word)"

COUNT_HARMS = {
    "a count that found more than it says": Harm(
        "S6",
        (f"UPDATE stock_count_parts SET quantity = 9000 {_OF_MUG}",),
        "S6: stock count 1: found 4.000 more of an item than expected, but says 2.000",
    ),
    "a count that says other than it moved": Harm(
        "S6",
        (f"UPDATE stock_count_items SET difference = 3000, expected = 4000 {_OF_MUG}",),
        "S6: stock count 1: changed an item by 3.000, but the stock ledger by 2.000",
    ),
    "a count that moved other goods": Harm(
        "S6",
        (
            f"UPDATE stock_ledger SET item_id = {LAMP} WHERE kind = 'counted'",
            f"UPDATE items SET on_hand = on_hand + 2000 WHERE id = {LAMP}",
            f"UPDATE items SET on_hand = on_hand - 2000 WHERE id = {MUG}",
        ),
        "S6: stock count 1: is of the item with id",
    ),
    "a count that moved something before it was posted": Harm(
        "S6",
        (f"UPDATE stock_count_items SET difference = 0, cost = 0 WHERE stock_count_id = {WORKING}",),
        "is working and not posted, but says that it changed 1 items",
    ),
    "a code that was left unsolved": Harm(
        "S7",
        (f"{_STRAY} VALUES (900, {POSTED}, 'what', {SAM}, '', 1000, {NOW}, NULL, '')",),
        "S7: stock count 1: is posted, but left 1 codes unsolved",
    ),
    "an item that nobody counted": Harm(
        "S7",
        (f"DELETE FROM stock_count_parts WHERE stock_count_id = {WORKING}",),
        "of which 0 people counted anything",
    ),
    "goods whose figures were not frozen": Harm(
        "S7",
        (f"DELETE FROM stock_count_items WHERE stock_count_id = {WORKING}",),
        "but froze its figures 0 times",
    ),
    "a count without its number": Harm(
        "D1",
        (f"UPDATE stock_counts SET posted_at = NULL WHERE id = {POSTED}",),
        "D1: stock count 1: is posted, but has the number “1”",
    ),
}
