# ruff: noqa: S608 - statements of constants of this module
"""Ways to break what the audit, the links between records and the database itself say, in the shops of test_verify.

Each names the shop that it is done to. Where an event of the audit is touched, its chain breaks as well.
"""

from harms import KETTLE, LEDGER, NOW, PROCESSED, SAM, WORKING, Harm

_LAST_EVENT = "(SELECT MAX(id) FROM audit_events)"
_POSTING = "action = 'post invoice'"
_DISCARDED = "(SELECT MIN(id) FROM invoices WHERE status = 'discarded')"
_CUT_COUNTER = "UPDATE counters SET value = value - 1 WHERE name = '{name}'"
_RECEIVED = "backorder_events WHERE kind = 'receive'"

ACCOUNT_HARMS: dict[str, tuple[str, Harm]] = {
    # ---- A1: postings ----
    "two invoices that changed their numbers": (
        "returned",
        Harm(
            "A1",
            (
                "UPDATE invoices SET number = 99 WHERE number = 2",
                "UPDATE invoices SET number = 2 WHERE number = 3",
                "UPDATE invoices SET number = 3 WHERE number = 99",
            ),
            "A1: invoice 3: the audit says that its number is 2",
        ),
    ),
    "a posting of which the audit says nothing": (
        "shop",
        Harm(
            "A1",
            (f"UPDATE audit_events SET action = 'log in' WHERE {_POSTING}",),
            "A1: invoice 1: was posted, but the audit does not say so",
            frozenset({"D4"}),
        ),
    ),
    "a posting that is told twice": (
        "shop",
        Harm(
            "A1",
            ("UPDATE audit_events SET action = 'post invoice' WHERE action = 'return goods'",),
            "A1: invoice 1: the audit says twice that it was posted",
            frozenset({"D4", "A2"}),
        ),
    ),
    "another total than was told": (
        "shop",
        Harm(
            "A1",
            (
                f"UPDATE invoices SET subtotal = subtotal + 100, total = total + 100 WHERE id = {PROCESSED}",
                f"UPDATE tenders SET amount = amount + 100 WHERE invoice_id = {PROCESSED} AND kind = 'card'",
            ),
            "but the audit says",
            frozenset({"M1", "Z1", "Z5"}),
        ),
    ),
    "an invoice that was posted at another moment": (
        "shop",
        Harm(
            "A1",
            (f"UPDATE invoices SET processed_at = {NOW} WHERE id = {PROCESSED}",),
            "A1: invoice 1: the audit says that it was posted at another moment",
            frozenset({"A2"}),
        ),
    ),
    "the last order that went, and its number with it": (
        "supplied",
        Harm(
            "A1",
            (
                (
                    "UPDATE purchase_orders SET status = 'discarded', number = NULL, processed_at = NULL "
                    "WHERE number = (SELECT MAX(number) FROM purchase_orders)"
                ),
                _CUT_COUNTER.format(name="purchase_order"),
            ),
            "says that purchase order 2 was posted: it is gone",
        ),
    ),
    # ---- A2: deeds and their reasons ----
    "a cancellation whose reason was rewritten": (
        "shop",
        Harm(
            "A2",
            ("UPDATE backorder_events SET reason = 'Never wanted it' WHERE kind = 'cancel'",),
            "the audit does not say “cancel backorder” at that moment for the reason “Never wanted it”",
        ),
    ),
    "a cancellation that is only told": (
        "shop",
        Harm(
            "A2",
            (
                "DELETE FROM backorder_events WHERE kind = 'cancel'",
                "UPDATE backorders SET canceled = 0, outstanding = 3000",
            ),
            "only the audit says “cancel backorder” at that moment for the reason “Wants only two”",
        ),
    ),
    "stock that was adjusted behind everybody's back": (
        "shop",
        Harm(
            "A2",
            (
                f"{LEDGER}{KETTLE}, 'adjustment', 1000, NULL, {SAM}, 'Found', {NOW})",
                f"UPDATE items SET on_hand = on_hand + 1000 WHERE id = {KETTLE}",
            ),
            "the audit does not say “adjust stock” at that moment for the reason “Found”",
        ),
    ),
    "a return whose reason was rewritten": (
        "shop",
        Harm(
            "A2",
            ("UPDATE invoice_lines SET return_reason = 'Broken' WHERE trans_code = 'R'",),
            "the audit does not say “return goods” at that moment for the reason “Broken”",
        ),
    ),
    "a correction whose reason was rewritten": (
        "corrected",
        Harm(
            "A2",
            ("UPDATE receiving_corrections SET reason = 'No idea'",),
            "the audit does not say “correct receiving” at that moment for the reason “No idea”",
        ),
    ),
    "an invoice that came back from the bin": (
        "shop",
        Harm(
            "A2",
            (f"UPDATE invoices SET status = 'working' WHERE id = {_DISCARDED}",),
            "is working, but the audit says that it was discarded",
        ),
    ),
    # ---- A3, A4: cards ----
    "an employee whom nobody added": (
        "founded",
        Harm(
            "A3",
            (
                (
                    "INSERT INTO employees (id, code, name, role, archived, version, search_text) "
                    "VALUES (900, 'EVE', 'Eve', 'owner', NOT {true}, 1, 'eve eve')"
                ),
            ),
            "A3: employee EVE: is on file, but the audit has 0 events in which somebody added them",
        ),
    ),
    "a price that nobody changed": (
        "founded",
        Harm(
            "A4",
            ("UPDATE items SET price = price + 100",),
            "A4: item LAMP: price is 25.00, but the audit last said 24.00",
        ),
    ),
    "a cost that nobody changed": (
        "founded",
        Harm("A4", ("UPDATE items SET cost = cost + 10000",), "A4: item LAMP: cost is 10.0000, but the audit last"),
    ),
    "a card that is gone": (
        "founded",
        Harm("A4", ("DELETE FROM tax_codes",), "A4: tax code (id 1): is gone, but the audit does not say"),
    ),
    "a tax that nobody changed": (
        "founded",
        Harm("A4", ("UPDATE tax_codes SET taxes = '9 VAT'",), "A4: tax code VAT: taxes is ['9 VAT'], but the audit"),
    ),
    # ---- A5: the end of the audit ----
    "the end of the audit cut off with its number": (
        "shop",
        Harm(
            "A5",
            (f"DELETE FROM audit_events WHERE id = {_LAST_EVENT}", _CUT_COUNTER.format(name="audit")),
            "A5: operation (id 12): the last event that it wrote, 6, is gone",
        ),
    ),
    "an action that was done at another moment": (
        "shop",
        Harm(
            "A5",
            (f"UPDATE operations SET at = {NOW} WHERE id = 8",),
            "A5: operation (id 8): the last event that it wrote, 4, is of another moment or workstation",
        ),
    ),
    # ---- F1 to F3: links ----
    "an invoice of somebody who is not there": (
        "shop",
        Harm(
            "F1",
            (f"UPDATE invoices SET employee_id = 999 WHERE id = {WORKING}",),
            "F1: invoices 3: its employee_id names 999 of employees, which is not there",
        ),
    ),
    "lines of an invoice that is not there": (
        "shop",
        Harm(
            "F1",
            (f"DELETE FROM invoices WHERE id = {_DISCARDED}",),
            "its invoice_id names 2 of invoices, which is not there",
        ),
    ),
    "goods that were received on somebody else's invoice": (
        "supplied",
        Harm(
            "F2",
            (
                (
                    f"UPDATE backorder_events SET invoice_id = (SELECT id FROM invoices WHERE customer_id <> "
                    f"(SELECT customer_id FROM backorders WHERE id = backorder_id) LIMIT 1) "
                    f"WHERE id = (SELECT MIN(id) FROM {_RECEIVED})"
                ),
            ),
            "but something happened to it on an invoice for the one with id",
        ),
    ),
    "a receipt of other goods in the ledger": (
        "corrected",
        Harm(
            "F2",
            (
                (
                    "UPDATE item_costs SET item_id = (SELECT id FROM items WHERE code = 'lamp') "
                    "WHERE receiving_line_id IS NOT NULL"
                ),
            ),
            "F2: cost (id",
            frozenset({"R7"}),
        ),
    ),
    "a posted invoice of nothing": (
        "shop",
        Harm(
            "F3",
            (
                f"DELETE FROM invoice_lines WHERE invoice_id = {_DISCARDED}",
                (
                    f"UPDATE invoices SET status = 'processed', number = 2, processed_at = {NOW}, subtotal = 0, "
                    f"tax = 0, total = 0 WHERE id = {_DISCARDED}"
                ),
                "UPDATE counters SET value = 2 WHERE name = 'invoice'",
            ),
            "F3: invoice 2: is processed, but has 0 lines",
            frozenset({"A1", "A2", "Z1"}),
        ),
    ),
    # ---- what a shop holds besides ----
    "goods that came at another price than was promised": (
        "ordered",
        Harm(
            "B9",
            ("UPDATE invoice_lines SET list_price = list_price + 100 WHERE fills_backorder_id IS NOT NULL",),
            "B9: backorder 1: was promised at 120.00, but the line that fills it was begun at 121.00",
        ),
    ),
    "goods that cost less than was promised, as nobody said": (
        "ordered",
        Harm(
            "B9",
            (
                (
                    "UPDATE invoice_lines SET unit_price = unit_price - 100, extension = extension - 100 "
                    "WHERE fills_backorder_id IS NOT NULL"
                ),
                (
                    "UPDATE invoices SET subtotal = subtotal - 100, total = total - 100 "
                    "WHERE id IN (SELECT invoice_id FROM invoice_lines WHERE fills_backorder_id IS NOT NULL)"
                ),
            ),
            "the line that fills it charges 119.00, and the audit does not say who",
        ),
    ),
    "a preference that cannot be read": (
        "shop",
        Harm(
            "C7",
            ("INSERT INTO preferences (name, value) VALUES ('lock_minutes', 'ten')",),
            "C7: preference lock_minutes: cannot be read",
            frozenset({"C5"}),
        ),
    ),
    "a preference of another kind": (
        "shop",
        Harm(
            "C7",
            ("""INSERT INTO preferences (name, value) VALUES ('lock_minutes', '"ten"')""",),
            "C7: preference lock_minutes: is 'ten', which is not of its kind",
        ),
    ),
}

SEARCH_HARMS = {
    "an item that search does not know": ("DELETE FROM items_search_docsize WHERE id = 1", "C8: item kettle: is on"),
    "an item that only search knows": (
        "INSERT INTO items_search (rowid, search_text) VALUES (999, 'ghost')",
        "C8: item (id 999): is in the index",
    ),
}

STRUCTURE_HARMS = {
    "a trigger that is gone": (
        "DROP TRIGGER audit_events_no_update",
        "DROP TRIGGER audit_events_append_only ON audit_events",
        "is missing",
    ),
    "a trigger that does something else": (
        (
            "DROP TRIGGER audit_events_no_update; CREATE TRIGGER audit_events_no_update BEFORE UPDATE ON audit_events "
            "BEGIN SELECT 1; END"
        ),
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
        "is not as this program makes it",
    ),
    "a trigger that is not in force": (
        "DROP TRIGGER invoices_keep_update",
        "ALTER TABLE invoices DISABLE TRIGGER invoices_keep",
        "T1: trigger invoices",
    ),
    "a trigger that somebody added": (
        "CREATE TRIGGER backdoor AFTER INSERT ON tenders BEGIN SELECT 1; END",
        "CREATE TRIGGER backdoor AFTER INSERT ON tenders FOR EACH ROW EXECUTE FUNCTION refuse_change()",
        "is none of this program's",
    ),
    "an index that is gone": (
        "DROP INDEX ix_invoices_processed_at",
        "DROP INDEX ix_invoices_processed_at",
        "T1: index ix_invoices_processed_at: is missing",
    ),
    "a check that is gone": (
        "DROP TABLE price_words; CREATE TABLE price_words (id INTEGER NOT NULL PRIMARY KEY) STRICT",
        "ALTER TABLE backorders DROP CONSTRAINT ck_backorders_b1_adds_up",
        "T1: ",
    ),
    "a table that is gone": ("DROP TABLE price_words", "DROP TABLE price_words", "T1: table price_words: is missing"),
}
