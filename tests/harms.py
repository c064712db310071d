# ruff: noqa: S608 - statements of constants of this module
"""Ways to break the records of a shop behind the program's back, and what must be said about each.

They are written for the shops that ``tests/queries/verify/test_verify.py`` makes: of the sales first, then the one
that orders and receives too.
"""

from dataclasses import dataclass

PROCESSED = "(SELECT id FROM invoices WHERE number = 1)"
WORKING = "(SELECT MAX(id) FROM invoices WHERE status = 'working')"
BACKORDER = "(SELECT id FROM backorders WHERE number = 1)"
KETTLE = "(SELECT id FROM items WHERE code = 'kettle')"
BULB = "(SELECT id FROM items WHERE code = 'bulb')"
LAMP = "(SELECT id FROM items WHERE code = 'lamp')"
SAM = "(SELECT id FROM employees WHERE code = 'sam')"
ANN = "(SELECT id FROM employees WHERE code = 'ann')"
KIM = "(SELECT id FROM customers WHERE code = 'kim')"
LEE = "(SELECT id FROM customers WHERE code = 'lee')"
WORKING_LINE = f"(SELECT id FROM invoice_lines WHERE invoice_id = {WORKING})"
NOW = "'2026-11-03 10:00:00.000000'"

RECEIVE = (
    "INSERT INTO backorder_events (id, backorder_id, kind, quantity, invoice_id, employee_id, name, reason, at) "
    f"VALUES (900, {BACKORDER}, 'receive', 1000, {PROCESSED}, {SAM}, 'Sam', '', {NOW})"
)
SOLD = RECEIVE.replace("900", "901").replace("receive", "sold")
LEDGER = (
    "INSERT INTO stock_ledger (id, item_id, kind, quantity, invoice_line_id, employee_id, reason, at) VALUES (900, "
)
IMPORT = (
    "INSERT INTO imports (id, kind, file_name, made, changed, refused, noted, workstation, at) "
    "VALUES (900, 'items', 'prices.csv', {made}, {changed}, 0, 0, 'till 1', '2026-11-02 09:00:00')"
)
JOB = (
    "INSERT INTO print_jobs (id, printing, invoice_id, workstation, printer, state, reason, attempts, opens_drawer, "
    f"is_copy, spells_out, employee_id, at) VALUES (900, 'receipt', {{invoice}}, 'till 1', 'printer', '{{state}}', '', "
    f"{{attempts}}, NOT {{{{true}}}}, NOT {{{{true}}}}, NOT {{{{true}}}}, {SAM}, {NOW})"
)
DISCARDED = "(SELECT MAX(id) FROM invoices WHERE status = 'discarded')"
STANDING = (
    "INSERT INTO tenders (id, type_id, name, reference, opens_drawer, gives_change, rounds, "
    "invoice_id, position, kind, amount, change, employee_id, taken_at, workstation) "
    "VALUES (900, 1, 'Cash', '', {true}, {true}, {true}, "
)
ASKED = (
    "INSERT INTO card_requests (id, key, invoice_id, type_id, amount, terminal, state, reference, employee_id, "
    "workstation, asked_at) VALUES (900, "
)
SOLD_LINE = f"(SELECT MIN(id) FROM invoice_lines WHERE invoice_id = {PROCESSED})"
BACK_LINE = f"(SELECT id FROM invoice_lines WHERE invoice_id = {PROCESSED} AND trans_code = 'R')"
SERIAL = (
    "INSERT INTO invoice_serials (id, invoice_id, line_id, serial, form, vouched) "
    "VALUES (900, {invoice}, {line}, '{serial}', 'a', NOT {{true}})"
)
FOREIGN_LABEL = (
    '{{"prefix": "5", "article": 6, "value": 5, "meaning": "price", "decimals": 2, "is_value_checked": false}}'
)
TENDER = "UPDATE tenders SET amount = amount + 100 WHERE kind = 'card'"


@dataclass(frozen=True)
class Harm:
    """One way to break the records of the shop, and what must be said about it."""

    rule: str
    statements: tuple[str, ...]
    says: str
    also: frozenset[str] = frozenset()


WANT = (
    "INSERT INTO wants (id, customer_id, item_id, description, quantity, note, employee_id, wanted_at, version, "
    f"search_text) VALUES (900, {LEE}, {{item}}, '', 1000, '', {SAM}, {NOW}, 1, '{{found}}')"
)
B_LINE = f"(SELECT id FROM invoice_lines WHERE invoice_id = {PROCESSED} AND trans_code = 'B')"
PICKED = "INSERT INTO picked_lines (id, invoice_id, line_id, held_id) VALUES (900, {pick_up}, {line}, {held})"

SKIPPED = (
    "INSERT INTO skipped_numbers (id, counter, drawer_id, first, last, event_id) "
    "VALUES (900, '{counter}', {drawer}, {first}, {last}, 1)"
)

HARMS = {
    "numbers that nobody says were left out by a restore": Harm(
        "D5",
        (
            SKIPPED.format(counter="invoice", drawer="NULL", first=2, last=4),
            "UPDATE counters SET value = 4 WHERE name = 'invoice'",
        ),
        "D5: restore 1: leaves out invoice 2 to 4, but the audit names no such numbers",
    ),
    "a document with a number that was left out": Harm(
        "D5",
        (SKIPPED.format(counter="invoice", drawer="NULL", first=1, last=1),),
        "D5: invoice 1: has the number 1, which a restored shop leaves out from 1 on",
    ),
    "numbers that were left out, and still are given": Harm(
        "D2",
        (SKIPPED.format(counter="invoice", drawer="NULL", first=2, last=4),),
        "D2: counter invoice: stands at 1, but the last number given is 4",
        frozenset({"D5"}),
    ),
    "a wish for other goods than it became": Harm(
        "L1",
        (WANT.format(item=LAMP, found=""), f"UPDATE invoice_lines SET want_id = 900 WHERE id = {SOLD_LINE}"),
        "L1: want (id 900): is of the item with id",
    ),
    "a wish that became two invoices": Harm(
        "L1",
        (
            WANT.format(item=KETTLE, found=""),
            f"UPDATE invoice_lines SET want_id = 900 WHERE id IN ({SOLD_LINE}, {WORKING_LINE})",
            f"UPDATE invoices SET customer_id = {LEE} WHERE id = {WORKING}",
            f"UPDATE invoice_lines SET item_id = {KETTLE}, description = 'Kettle' WHERE id = {WORKING_LINE}",
        ),
        "L1: want (id 900): became lines of 2 invoices instead of 1",
    ),
    "a wish on somebody else's invoice": Harm(
        "L1",
        (
            WANT.format(item=KETTLE, found="").replace(LEE, KIM),
            f"UPDATE invoice_lines SET want_id = 900 WHERE id = {SOLD_LINE}",
        ),
        "L1: want (id 900): is of the customer with id",
    ),
    "a wish that was dropped and granted": Harm(
        "L1",
        (
            WANT.format(item=KETTLE, found=""),
            f"UPDATE wants SET dropped_at = wanted_at, dropped_by = {SAM}",
            f"UPDATE invoice_lines SET want_id = 900 WHERE id = {SOLD_LINE}",
        ),
        "L1: want (id 900): was dropped at",
    ),
    "a backorder that lost the date of its wish": Harm(
        "L2",
        (WANT.format(item=KETTLE, found=""), f"UPDATE invoice_lines SET want_id = 900 WHERE id = {B_LINE}"),
        "L2: backorder 1: is wished for since nothing, but the Want List says",
    ),
    "a wish that is found by other words": Harm(
        "C1",
        (WANT.format(item=KETTLE, found="teapot"),),
        "C1: want (id 900): is found by “teapot”, but says “”",
    ),
    "a question that nobody asked": Harm(
        "E3",
        ("UPDATE backorders SET question = 'Which color?'",),
        "E3: backorder 1: the open question is “Which color?”, but by its events “”",
    ),
    "goods to be picked up that lie on a third invoice": Harm(
        "K1",
        (PICKED.format(pick_up=WORKING, line=WORKING_LINE, held=DISCARDED),),
        "K1: invoice (id 3): picks up a line of the invoice with id 2, but it is on the one with id 3",
    ),
    "goods to be picked up that are set aside nowhere": Harm(
        "K1",
        (PICKED.format(pick_up=WORKING, line=SOLD_LINE, held=PROCESSED),),
        "picks up a S line of an invoice that is processed and not set aside",
    ),
    "goods to be picked up by somebody else": Harm(
        "K1",
        (PICKED.format(pick_up=WORKING, line=SOLD_LINE, held=PROCESSED),),
        "K1: invoice (id 3): is for the customer with id nothing, but picks up goods of the customer with id 1",
    ),
    "a pick-up that was discarded and still names goods": Harm(
        "K1",
        (PICKED.format(pick_up=DISCARDED, line=WORKING_LINE, held=WORKING),),
        "K1: invoice (id 2): names lines of others, but is discarded",
    ),
    "goods that were picked up and never moved": Harm(
        "K2",
        (
            f"UPDATE invoices SET customer_id = {LEE} WHERE id = {WORKING}",
            PICKED.format(pick_up=PROCESSED, line=WORKING_LINE, held=WORKING),
        ),
        "K2: invoice 1: picked up a line of the invoice with id 3, but it is on the one with id 3",
    ),
    "an invoice that was emptied by a pick-up and is still open": Harm(
        "K2",
        (
            f"UPDATE invoices SET customer_id = {LEE} WHERE id = {WORKING}",
            PICKED.format(pick_up=PROCESSED, line=SOLD_LINE, held=WORKING),
            f"DELETE FROM invoice_lines WHERE id = {WORKING_LINE}",
            f"UPDATE invoices SET subtotal = 0, tax = 0, total = 0 WHERE id = {WORKING}",
        ),
        "K2: invoice (id 3): is working, but 1 of its lines are picked up by others and none is left to sell",
    ),
    "goods sold without the serial numbers that were asked": Harm(
        "N1",
        (f"UPDATE invoice_lines SET serials_asked = {{true}} WHERE id = {SOLD_LINE}",),
        "N1: invoice 1: a line of 2.000 units of goods with serial numbers has numbers of 0.000 units",
    ),
    "serial numbers that were asked before the invoice was posted": Harm(
        "N1",
        (f"UPDATE invoice_lines SET serials_asked = {{true}} WHERE id = {WORKING_LINE}",),
        "a S line was asked for serial numbers, on an invoice that is working",
    ),
    "a unit that came back though it was never sold": Harm(
        "N2",
        (
            f"UPDATE invoice_lines SET serials_asked = {{true}} WHERE id = {BACK_LINE}",
            SERIAL.format(invoice=PROCESSED, line=BACK_LINE, serial="A"),
        ),
        "N2: item lamp: the unit with serial number a is sold -1 times more than it came back",
    ),
    "a serial number that is not found as it is written": Harm(
        "N3",
        (SERIAL.format(invoice=WORKING, line=WORKING_LINE, serial="B"),),
        "serial number B is compared as a, not as b",
    ),
    "a serial number on another invoice's line": Harm(
        "N3",
        (SERIAL.format(invoice=WORKING, line=SOLD_LINE, serial="A"),),
        "serial number A stands on it, but its line with id 1 is another invoice’s",
    ),
    "a customer who is found by an old name": Harm(
        "C1",
        (f"UPDATE customers SET name = 'Łukasz' WHERE id = {LEE}",),
        "C1: customer lee: is found by “lee lee”, but says “lee lukasz”",
    ),
    "a merged customer whose invoice is still open": Harm(
        "C3",
        (
            f"UPDATE customers SET archived = TRUE, merged_into = {KIM} WHERE id = {LEE}",
            f"UPDATE backorders SET customer_id = {KIM}",
            f"UPDATE invoices SET customer_id = {LEE} WHERE id = {WORKING}",
        ),
        "C3: customer lee: was merged into the card with id 2, but has 1 working invoices",
    ),
    "a merged customer who is still owed goods": Harm(
        "C3",
        (f"UPDATE customers SET archived = TRUE, merged_into = {KIM} WHERE id = {LEE}",),
        "C3: customer lee: was merged into the card with id 2, but has 1 backorders",
        frozenset({"B5"}),
    ),
    "a merged customer who is still offered": Harm(
        "C3",
        (
            f"UPDATE customers SET merged_into = {KIM} WHERE id = {LEE}",
            f"UPDATE backorders SET customer_id = {KIM}",
        ),
        "C3: customer lee: was merged into the card with id 2, but 1 of its cards is not archived",
    ),
    "a customer who was merged into a merged one": Harm(
        "C3",
        (
            f"UPDATE customers SET archived = TRUE, merged_into = {KIM} WHERE id = {LEE}",
            f"UPDATE backorders SET customer_id = {KIM}",
            f"UPDATE customers SET archived = TRUE, merged_into = {KIM} WHERE id = {KIM}",
        ),
        "C3: customer kim: was merged into the card with id 2, which was merged into the one with id 2",
    ),
    "a cashier who is found by nothing": Harm(
        "C1",
        (f"UPDATE employees SET search_text = '' WHERE id = {ANN}",),
        "C1: employee ann: is found by “”, but says “ann ann”",
    ),
    "a parked invoice that is found by an old note": Harm(
        "C1",
        (f"UPDATE invoices SET note = 'Łódź' WHERE id = {WORKING}",),
        "C1: invoice (id 3): is found by “till 1”, but says “lodz till 1”",
    ),
    "goods that are found by another number": Harm(
        "C2",
        (f"INSERT INTO barcodes (id, item_id, barcode, form) VALUES (900, {KETTLE}, '036000291452', '1')",),
        "C2: barcode 036000291452: is found by “1”",
    ),
    "a code of scales that may be a manufacturer's": Harm(
        "C5",
        (f"INSERT INTO preferences (name, value) VALUES ('label_formats', '[{FOREIGN_LABEL}]')",),
        "C5: preference label_formats: cannot be kept: label_prefix_not_own prefix=5",
    ),
    "an account that a file of the journal cannot hold": Harm(
        "C5",
        ("""INSERT INTO preferences (name, value) VALUES ('accounts', '[{{"of": "sales", "name": "=1"}}]')""",),
        "C5: preference accounts: cannot be kept: account_begins_with_sign",
    ),
    "a backorder that does not add up": Harm(
        "B1",
        ("UPDATE backorders SET outstanding = outstanding + 1000 WHERE number = 1",),
        "B1: backorder 1: ordered is 3.000, but received + canceled + outstanding is 4.000",
    ),
    "more canceled than ordered": Harm(
        "B1",
        (
            "UPDATE backorders SET outstanding = -1000, canceled = 4000 WHERE number = 1",
            "UPDATE backorder_events SET quantity = 4000",
        ),
        "B1: backorder 1: outstanding is -1.000, below 0.000",
    ),
    "received goods that are nowhere": Harm(
        "B2",
        (RECEIVE, "UPDATE backorders SET received = 1000, outstanding = outstanding - 1000 WHERE number = 1"),
        "B2: backorder 1: received is 1.000, but waiting + filled is 0.000",
    ),
    "a cancellation without an event": Harm(
        "B3",
        ("UPDATE backorders SET canceled = 2000, outstanding = 1000 WHERE number = 1",),
        "B3: backorder 1: canceled is 2.000, but its cancel events come to 1.000",
    ),
    "goods received without an event": Harm(
        "B3",
        (
            "UPDATE backorders SET received = 1000, waiting = 1000, outstanding = outstanding - 1000 WHERE number = 1",
            f"UPDATE invoice_lines SET fills_backorder_id = {BACKORDER}, item_id = {KETTLE} WHERE id = {WORKING_LINE}",
            f"UPDATE invoices SET customer_id = {LEE} WHERE id = {WORKING}",
        ),
        "B3: backorder 1: received is 1.000, but its receive, fill and release events come to 0.000",
    ),
    "a sale of it without a line": Harm(
        "B4",
        (
            RECEIVE,
            SOLD,
            "UPDATE backorders SET received = 1000, filled = 1000, outstanding = outstanding - 1000 WHERE number = 1",
        ),
        "B4: backorder 1: filled is 1.000, but processed invoices sold 0.000 of it",
    ),
    "goods that wait on no invoice": Harm(
        "B4",
        (
            RECEIVE,
            "UPDATE backorders SET received = 1000, waiting = 1000, outstanding = outstanding - 1000 WHERE number = 1",
        ),
        "B4: backorder 1: waiting is 1.000, but working invoices hold 0.000 of it",
    ),
    "a B line without a card": Harm(
        "B5",
        (f"UPDATE invoice_lines SET trans_code = 'B', item_id = {KETTLE} WHERE trans_code = 'C'",),
        "B5: invoice 1: its B line at position 4 has 0 backorders instead of 1",
    ),
    "a card of a line that is not posted": Harm(
        "B5",
        (f"UPDATE backorders SET source_line_id = {WORKING_LINE} WHERE number = 1",),
        "B5: backorder 1: comes from a S line of a working invoice, not from a B line of a processed one",
        frozenset({"D1"}),
    ),
    "a promise of another price": Harm(
        "B5",
        ("UPDATE backorders SET unit_price = unit_price + 100 WHERE number = 1",),
        "B5: backorder 1: the price is 25.00, but its B line says 24.00",
    ),
    "a promise of other goods": Harm(
        "B5",
        (f"UPDATE backorders SET item_id = {LAMP} WHERE number = 1",),
        "B5: backorder 1: is of the item with id 2, but its B line of 1",
    ),
    "a promise to somebody else": Harm(
        "B5",
        ("UPDATE backorders SET customer_id = (SELECT id FROM customers WHERE code = 'kim') WHERE number = 1",),
        "B5: backorder 1: is for the customer with id 2, but its invoice for 1",
    ),
    "a cancellation nobody explained": Harm(
        "B6",
        ("UPDATE backorder_events SET reason = ' '",),
        "B6: backorder 1: a cancellation has the name “Sam” and the reason “ ”, "
        "but needs an employee, a name and a reason",
    ),
    "a backorder filled with other goods": Harm(
        "B7",
        (
            RECEIVE,
            "UPDATE backorders SET received = 1000, waiting = 1000, outstanding = outstanding - 1000 WHERE number = 1",
            f"UPDATE invoice_lines SET fills_backorder_id = {BACKORDER} WHERE id = {WORKING_LINE}",
            f"UPDATE invoices SET customer_id = {LEE} WHERE id = {WORKING}",
        ),
        "B7: backorder 1: is of the item with id 1, but a line of the item with id 3 fills it",
    ),
    "a backorder sold to somebody else": Harm(
        "B7",
        (
            RECEIVE,
            "UPDATE backorders SET received = 1000, waiting = 1000, outstanding = outstanding - 1000 WHERE number = 1",
            f"UPDATE invoice_lines SET fills_backorder_id = {BACKORDER}, item_id = {KETTLE} WHERE id = {WORKING_LINE}",
        ),
        "B7: backorder 1: is for the customer with id 1, but an invoice for the customer with id nothing fills it",
    ),
    "stock that no ledger row brought": Harm(
        "S1",
        ("UPDATE items SET on_hand = on_hand + 1000 WHERE code = 'kettle'",),
        "S1: item kettle: on hand is 9.000, but the stock ledger comes to 8.000",
    ),
    "goods set aside for nobody": Harm(
        "S2",
        ("UPDATE items SET committed = 1000 WHERE code = 'kettle'",),
        "S2: item kettle: committed is 1.000, but committed invoices hold 0.000",
    ),
    "an invoice committed with nothing set aside on it": Harm(
        "S2",
        (
            f"UPDATE invoice_lines SET stocked = NOT {{true}} WHERE invoice_id = {WORKING}",
            f"UPDATE invoices SET committed = {{true}}, committed_at = {NOW} WHERE id = {WORKING}",
        ),
        "is committed, but of its 1 lines 0 hold goods that are set aside",
    ),
    "goods committed and not counted": Harm(
        "S2",
        (f"UPDATE invoices SET committed = {{true}} WHERE id = {WORKING}",),
        "S2: item bulb: committed is 0.000, but committed invoices hold 1.000",
    ),
    "stock that fell below zero silently": Harm(
        "S3",
        (
            f"{LEDGER} {KETTLE}, 'adjustment', -9000, NULL, {SAM}, 'Counted', {NOW})",
            "UPDATE items SET on_hand = on_hand - 9000 WHERE code = 'kettle'",
        ),
        "S3: item kettle: available is -1.000, below 0.000, and no oversell event explains it",
    ),
    "a return that brought nothing back": Harm(
        "S4",
        (
            "DELETE FROM stock_ledger WHERE kind = 'return'",
            "UPDATE items SET on_hand = on_hand - 1000 WHERE code = 'lamp'",
        ),
        "S4: invoice 1: its line at position 3 has 0 rows in the stock ledger instead of 1",
    ),
    "a service that left the shelf": Harm(
        "S4",
        (f"UPDATE invoice_lines SET stocked = false WHERE invoice_id = {PROCESSED} AND item_id = {LAMP}",),
        "S4: invoice 1: its line at position 3 is of goods that are not stocked, but has 1 rows in the stock ledger",
    ),
    "a stock of a service": Harm(
        "S5",
        (f"UPDATE items SET stocked = false WHERE id = {KETTLE}",),
        "S5: item kettle: it is not stocked, but on hand, set aside and on order come to 8.000 and 2.000 is owed",
    ),
    "a sale that took too much": Harm(
        "S4",
        (
            f"UPDATE stock_ledger SET quantity = -3000 WHERE kind = 'sale' AND item_id = {KETTLE}",
            "UPDATE items SET on_hand = on_hand - 1000 WHERE code = 'kettle'",
        ),
        "S4: invoice 1: a line takes 2.000 of its item, but the stock ledger moved -3.000",
    ),
    "a sale of one thing that took another": Harm(
        "S4",
        (
            f"UPDATE stock_ledger SET item_id = {LAMP} WHERE kind = 'sale' AND item_id = {KETTLE}",
            "UPDATE items SET on_hand = on_hand + 2000 WHERE code = 'kettle'",
            "UPDATE items SET on_hand = on_hand - 2000 WHERE code = 'lamp'",
        ),
        "S4: invoice 1: a line is of the item with id 1, but the stock ledger moved the item with id 2",
    ),
    "a sale in the ledger as something else": Harm(
        "S4",
        (f"UPDATE stock_ledger SET kind = 'adjustment' WHERE kind = 'sale' AND item_id = {KETTLE}",),
        "S4: invoice 1: a S line has a stock ledger row of kind “adjustment”",
    ),
    "a subtotal that is not its lines": Harm(
        "M1",
        ("UPDATE invoices SET subtotal = subtotal + 100, total = total + 100 WHERE number = 1", TENDER),
        "M1: invoice 1: the subtotal is 49.00, but its lines come to 48.00",
        frozenset({"Z1", "Z5"}),
    ),
    "a total that is not subtotal and tax": Harm(
        "M1",
        ("UPDATE invoices SET total = total + 100 WHERE number = 1", TENDER),
        "M1: invoice 1: the total is 53.96, but its subtotal and tax come to 52.96",
        frozenset({"Z1", "Z5"}),
    ),
    "a tax that is not its taxes": Harm(
        "M1",
        ("UPDATE invoices SET tax = tax + 100, total = total + 100 WHERE number = 1", TENDER),
        "M1: invoice 1: the tax is 5.96, but its taxes come to 4.96",
        frozenset({"Z1", "Z5"}),
    ),
    "a backorder that was charged": Harm(
        "M1",
        (
            "UPDATE invoice_lines SET extension = 100, tax_code_id = NULL, taxes = '' WHERE trans_code = 'B'",
            "UPDATE invoices SET subtotal = subtotal + 100, total = total + 100 WHERE number = 1",
            TENDER,
        ),
        "M1: invoice 1: a line that charges nothing comes to 1.00 instead of 0.00",
        frozenset({"M3", "Z1", "Z5"}),
    ),
    "a payment that is short": Harm(
        "M2",
        ("UPDATE tenders SET amount = amount - 1 WHERE kind = 'card'",),
        "M2: invoice 1: the total, rounded where cash is, is 52.96, but its tenders less change come to 52.95",
        frozenset({"M6", "Z1", "Z5"}),
    ),
    "an extension that is wrong": Harm(
        "M3",
        (
            f"UPDATE invoice_lines SET extension = extension + 100 WHERE invoice_id = {PROCESSED} AND position = 1",
            f"UPDATE invoice_lines SET extension = extension - 100 WHERE invoice_id = {PROCESSED} AND position = 5",
        ),
        "M3: invoice 1: the line at position 1 comes to 49.00, but quantity × price − discount is 48.00",
    ),
    "tax on an exempt sale": Harm(
        "M3",
        ("UPDATE invoices SET exempt_number = '12-345' WHERE number = 1",),
        "M3: invoice 1: is exempt from tax, but its tax is 4.96 instead of 0.00",
    ),
    "a discount on the sale that is shared wrongly": Harm(
        "M3",
        (
            "UPDATE invoices SET discount = 500 WHERE number = 1",
            f"""UPDATE invoice_lines SET sale_discount = 300, extension = extension - 300
                 WHERE invoice_id = {PROCESSED} AND position = 1""",
            f"""UPDATE invoice_lines SET sale_discount = 200, extension = extension - 200
                 WHERE invoice_id = {PROCESSED} AND position = 5""",
        ),
        "M3: invoice 1: the line at position 1 has 3.00 of the discount on the sale, but its share is 3.99",
        frozenset({"M1", "U6"}),
    ),
    "a discount on the sale that no line has": Harm(
        "M3",
        ("UPDATE invoices SET discount_percent = 100000 WHERE number = 1",),
        "M3: invoice 1: the line at position 5 has 0.00 of the discount on the sale, but its share is 1.21",
    ),
    "a tax that is rounded wrongly": Harm(
        "M3",
        (
            f"UPDATE invoice_taxes SET tax = tax + 1 WHERE invoice_id = {PROCESSED}",
            "UPDATE invoices SET tax = tax + 1, total = total + 1 WHERE number = 1",
            "UPDATE tenders SET amount = amount + 1 WHERE kind = 'card'",
        ),
        "M3: invoice 1: there is a tax std of 8.25 % on 60.10, which is 4.97, but its lines make it std of 8.25 % on "
        "60.10, which is 4.96",
        frozenset({"Z1", "Z5"}),
    ),
    "a tax on something else than the lines": Harm(
        "M3",
        (f"UPDATE invoice_taxes SET taxable = taxable + 1 WHERE invoice_id = {PROCESSED}",),
        "M3: invoice 1: there is a tax std of 8.25 % on 60.11, which is 4.96, but its lines make it std of 8.25 % on "
        "60.10, which is 4.96",
    ),
    "a tax that was left out": Harm(
        "M3",
        (
            f"DELETE FROM invoice_taxes WHERE invoice_id = {PROCESSED}",
            "UPDATE invoices SET tax = 0, total = subtotal WHERE number = 1",
            "UPDATE tenders SET amount = amount - 496 WHERE kind = 'card'",
        ),
        "M3: invoice 1: its lines make a tax std of 8.25 % on 60.10, which is 4.96, which is missing",
        frozenset({"Z1", "Z5"}),
    ),
    "a line whose taxes are other ones": Harm(
        "M3",
        (f"UPDATE invoice_lines SET taxes = '9.25 std' WHERE invoice_id = {PROCESSED} AND position = 1",),
        "M3: invoice 1: its lines make a tax std of 9.25 % on 48.00, which is 4.44, which is missing",
    ),
    "a line whose taxes nobody can read": Harm(
        "M10",
        (f"UPDATE invoice_lines SET taxes = 'much std' WHERE invoice_id = {PROCESSED} AND position = 1",),
        "M10: invoice 1: the line at position 1 has the taxes 'much std', not as taxes are written",
        frozenset({"M3"}),
    ),
    "a tax code whose taxes are not as they are written": Harm(
        "M10",
        ("UPDATE tax_codes SET taxes = '8.250 std'",),
        "M10: tax code std: its taxes '8.250 std' are not as taxes are written",
    ),
    "a working invoice added up wrongly": Harm(
        "M3",
        (f"UPDATE invoices SET tax = tax + 100, total = total + 100 WHERE id = {WORKING}",),
        "the tax is 2.00, but its lines make it 1.00",
    ),
    "money for an invoice that was discarded": Harm(
        "D1",
        (f"{STANDING}{DISCARDED}, 1, 'cash', 2000, 0, {SAM}, {NOW}, 'till 1')",),
        "was discarded, but of 20.00 that was handed over for it, 0.00 was given back",
    ),
    "a terminal that was never heard of again": Harm(
        "D1",
        (f"{ASKED}'k', {DISCARDED}, 2, 2000, 't', 'asked', '', {SAM}, 'till 1', {NOW})",),
        "is discarded, but what came of a card terminal's request is asked",
    ),
    "a rounding that nobody paid": Harm(
        "M2",
        ("UPDATE invoices SET rounding = 4 WHERE number = 1",),
        "M2: invoice 1: the total, rounded where cash is, is 53.00, but its tenders less change come to 52.96",
        frozenset({"M6"}),
    ),
    "a card payment that is rounded": Harm(
        "M2",
        (
            "UPDATE invoices SET rounding = 4 WHERE number = 1",
            "UPDATE tenders SET amount = amount + 4 WHERE kind = 'card'",
            "UPDATE tenders SET rounds = NOT {true}",
        ),
        "M2: invoice 1: is rounded by 0.04, but 0.00 tenders are rounded",
        frozenset({"Z1", "Z5"}),
    ),
    "a card payment that is called a check": Harm(
        "M2",
        ("UPDATE tenders SET kind = 'check' WHERE kind = 'card'",),
        "M2: invoice 1: was paid by “check”, but the shop's tender of that payment is “card”",
    ),
    "a card's number kept as a reference": Harm(
        "M2",
        ("UPDATE tenders SET reference = '4111 1111 1111 1111' WHERE kind = 'card'",),
        "M2: invoice 1: a reference holds a card's number",
    ),
    "a shop that takes nothing": Harm(
        "C4",
        ("UPDATE tender_types SET archived = {true}",),
        "takes 0 tenders instead of 1 or more",
    ),
    "two tenders at one place": Harm(
        "C4",
        ("UPDATE tender_types SET position = 1 WHERE code = 'card'",),
        "C4: tender Card: is at place 1 in Pay, and so are 1 others",
    ),
    "change from a working invoice": Harm(
        "M2",
        (f"{STANDING}{WORKING}, 1, 'cash', 2000, 500, {SAM}, {NOW}, 'till 1')",),
        "is not posted, but 5.00 of the 20.00 handed over for it went back",
    ),
    "money that nobody took": Harm(
        "M2",
        (f"{STANDING}{WORKING}, 1, 'cash', 2000, 0, NULL, NULL, NULL)",),
        "of 20.00 that was handed over before it is posted, somebody took 0.00",
    ),
    "stock moved by a working invoice": Harm(
        "D1",
        (
            f"{LEDGER} {BULB}, 'sale', -1000, {WORKING_LINE}, {SAM}, '', {NOW})",
            "UPDATE items SET on_hand = on_hand - 1000 WHERE code = 'bulb'",
        ),
        "is working and not processed, but has 1 stock ledger rows",
    ),
    "a tax row on a working invoice": Harm(
        "D1",
        (
            f"""INSERT INTO invoice_taxes (id, invoice_id, position, tax_code_id, name, rate, taxable, tax)
                SELECT 900, i.id, 1, t.id, t.code, 82500, i.subtotal, i.tax
                  FROM invoices i, tax_codes t WHERE i.id = {WORKING}""",
        ),
        "is working and not processed, but has 1 tax rows",
    ),
    "a number on a working invoice": Harm(
        "D1",
        (
            f"UPDATE invoices SET number = 2 WHERE id = {WORKING}",
            "UPDATE counters SET value = 2 WHERE name = 'invoice'",
        ),
        "D1: invoice 2: is working, but has the number “2”",
    ),
    "a processed invoice without a time": Harm(
        "D1",
        ("UPDATE invoices SET processed_at = NULL WHERE number = 1",),
        "D1: invoice 1: is processed, but has the number “1”",
    ),
    "a gap in the invoice numbers": Harm(
        "D2",
        (
            "UPDATE invoices SET number = 5 WHERE number = 1",
            "UPDATE counters SET value = 5 WHERE name = 'invoice'",
        ),
        "D2: invoice 5: the number before it is 0, so the numbers jump to 5",
    ),
    "a gap in the backorder numbers": Harm(
        "D2",
        (
            "UPDATE backorders SET number = 3 WHERE number = 1",
            "UPDATE counters SET value = 3 WHERE name = 'backorder'",
        ),
        "D2: backorder 3: the number before it is 0, so the numbers jump to 3",
    ),
    "a counter that ran ahead": Harm(
        "D2",
        ("UPDATE counters SET value = 9 WHERE name = 'invoice'",),
        "D2: counter invoice: stands at 9, but the last number given is 1",
    ),
    "a counter that is gone": Harm(
        "D2",
        ("DELETE FROM counters WHERE name = 'backorder'",),
        "D2: counter backorder: there are 0 counters of this name instead of 1",
    ),
    "an operation under a key that was used": Harm(
        "D3",
        (
            """INSERT INTO operations (id, key, fingerprint, workstation, result, changes, at)
               SELECT 900, key, fingerprint, workstation, result, changes, at FROM operations WHERE id = 1""",
        ),
        "was used 2 times",
    ),
    "an operation done by half": Harm(
        "D3",
        ("UPDATE operations SET result = NULL WHERE id = 1",),
        "but its result is nothing: it was only half done",
    ),
    "an audit event that was rewritten": Harm(
        "D4",
        ("UPDATE audit_events SET reason = 'Nothing to see' WHERE action = 'cancel backorder'",),
        "D4: audit event 5: its digest is",
    ),
    "an audit event that was moved in time": Harm(
        "D4",
        (f"UPDATE audit_events SET at = {NOW} WHERE action = 'cancel backorder'",),
        "D4: audit event 5: its digest is",
    ),
    "an audit event that was taken out": Harm(
        "D4",
        ("DELETE FROM audit_events WHERE id = 2",),
        "D4: audit event 3: follows event 1: what was between them is gone",
    ),
    "the newest audit event taken out": Harm(
        "D4",
        ("DELETE FROM audit_events WHERE id = 6",),
        "D4: counter audit: stands at 6, but the last number given is 5",
    ),
    "a receipt of what is not posted": Harm(
        "J1",
        (JOB.format(invoice=WORKING, state="waiting", attempts=0),),
        "J1: print job (id 900): is of an invoice that is working, not processed",
    ),
    "a receipt that was printed by nobody": Harm(
        "J2",
        (JOB.format(invoice=PROCESSED, state="printed", attempts=0),),
        "J2: print job (id 900): is printed, after 0 attempts",
    ),
    "an import that made cards of which none is tied to it": Harm(
        "I1",
        (IMPORT.format(made=1, changed=0),),
        "I1: import prices.csv: says that it made 1 cards, and 0 are tied to it",
    ),
    "an import that changed cards of which none is tied to it": Harm(
        "I1",
        (IMPORT.format(made=0, changed=2),),
        "I1: import prices.csv: says that it changed 2 cards, and 0 are tied to it",
    ),
    "a drawer that practice opens": Harm(
        "J4",
        (
            "INSERT INTO preferences (name, value) VALUES ('practice', '1')",
            JOB.format(invoice=PROCESSED, state="waiting", attempts=0),
            "UPDATE print_jobs SET opens_drawer = {true}",
        ),
        "J4: print job (id 900): opens a drawer, but the shop is for practice and opens none",
    ),
    "a PIN that nobody made": Harm(
        "U1",
        (f"INSERT INTO pins (id, employee_id, pin_hash, failures) VALUES (900, {ANN}, '$argon2id$', 0)",),
        "U1: employee ann: has a PIN, but the audit has 0 events in which it was made instead of 1",
    ),
    "wrong PINs that nobody typed": Harm(
        "U2",
        (f"INSERT INTO pins (id, employee_id, pin_hash, failures) VALUES (900, {ANN}, '$argon2id$', 3)",),
        "U2: employee ann: typed 3 wrong PINs in a row, but the audit has 0",
        frozenset({"U1"}),
    ),
    "somebody whose role is gone": Harm(
        "U3",
        (f"UPDATE employees SET role = 'porter' WHERE id = {ANN}",),
        "U3: employee ann: works here as porter, a role that is not on file or is archived",
    ),
    "no role of the Owner": Harm(
        "U4",
        ("UPDATE roles SET archived = {true} WHERE code = 'owner'",),
        "U4: role owner: is on file 0 times instead of 1",
        frozenset({"U3"}),
    ),
    "a shop that nobody owns": Harm(
        "U5",
        ("UPDATE employees SET role = 'manager' WHERE role = 'owner'",),
        "U5: role owner: is held by 0 people who work here instead of at least 1",
    ),
    "goods that came back and nobody allowed it": Harm(
        "U6",
        ("DELETE FROM line_approvals WHERE permission = 'return goods'",),
        "U6: invoice 1: on its line at position 3 nobody allowed: return goods",
    ),
    "a discount that nobody allowed": Harm(
        "U6",
        (
            "UPDATE invoice_lines SET discount = 100 WHERE trans_code = 'B'",
            "UPDATE backorders SET discount = 100 WHERE number = 1",
        ),
        "U6: invoice 1: on its line at position 2 nobody allowed: discount",
    ),
    "another price that was allowed for fewer": Harm(
        "U6",
        (
            "UPDATE invoice_lines SET list_price = list_price + 100 WHERE trans_code = 'B'",
            f"""INSERT INTO line_approvals (id, invoice_id, line_id, permission, quantity, employee_id)
                SELECT 900, invoice_id, id, 'change price', quantity - 1, {SAM} FROM invoice_lines
                 WHERE trans_code = 'B'""",
        ),
        "U6: invoice 1: on its line at position 2 nobody allowed: change price",
    ),
    "an approval used for nothing": Harm(
        "U7",
        (
            f"""INSERT INTO approvals (id, operation, permission, approver_id, employee_id, at, used)
                VALUES (900, 'nobody did this', 'discount', {SAM}, {SAM}, {NOW}, {{true}})""",
        ),
        "U7: approval (id 900): to discount was used",
    ),
}
