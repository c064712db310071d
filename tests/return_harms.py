# ruff: noqa: S608 - statements of constants of this module
"""Ways to break what the records say of goods that came back, as ``tests/harms.py`` does it for sales.

In the shop of ``tests/queries/verify/test_verify.py`` invoice 1 sold three kettles and two mugs, by card and cash;
invoice 2 took a damaged kettle of it back, invoice 3 a mug without a receipt.
"""

from harms import Harm

SALE = "(SELECT id FROM invoices WHERE number = 1)"
RETURN = "(SELECT id FROM invoices WHERE number = 2)"
COMMENT = f"(SELECT id FROM invoice_lines WHERE invoice_id = {SALE} AND trans_code = 'C')"
OF_RETURN = f"WHERE invoice_id = {RETURN} AND trans_code = 'R'"

OF_SALE = f"WHERE invoice_id = {SALE} AND trans_code = 'S' AND quantity = 3000"
NUMBER = (
    "INSERT INTO invoice_serials (id, invoice_id, line_id, serial, form, vouched) "
    "VALUES ({id}, {invoice}, (SELECT MAX(id) FROM invoice_lines {line}), '{a}', '{a}', {{true}})"
)

RETURN_HARMS: dict[str, Harm] = {
    "more came back than was sold": Harm(
        "X1",
        (f"UPDATE invoice_lines SET quantity = 4000 {OF_RETURN}",),
        "a line sold 3.000, but 4.000 came back",
        frozenset({"M3", "S4", "U6"}),
    ),
    "a line comes back of what was not sold": Harm(
        "X1",
        (f"UPDATE invoice_lines SET returns_line_id = {COMMENT} {OF_RETURN}",),
        "takes back a line with the code C",
        frozenset({"X2"}),
    ),
    "a return names another sale": Harm(
        "X1",
        (f"UPDATE invoices SET returns_invoice_id = NULL WHERE id = {RETURN}",),
        "but names the one with id nothing",
    ),
    "more was given back than was paid": Harm(
        "X2",
        (
            f"UPDATE invoice_lines SET extension = -9999 {OF_RETURN}",
            f"UPDATE invoices SET subtotal = -9999, total = tax - 9999 WHERE id = {RETURN}",
        ),
        "a line was paid with 29.97, but 99.99 was given back",
        frozenset({"M2", "M3", "M6"}),
    ),
    "a line gives back another amount": Harm(
        "M3",
        (f"UPDATE invoice_lines SET given_before = 100 {OF_RETURN}",),
        "gives back 9.99 after 1.00, but 9.99 after 0.00 is due",
    ),
    "money went back another way": Harm(
        "X3",
        (f"UPDATE tenders SET kind = 'check', type_id = 3, name = 'Check' WHERE invoice_id = {RETURN}",),
        "refunds 10.81 another way than the sale was paid",
    ),
    "damaged goods stay on the shelf": Harm(
        "S4",
        ("DELETE FROM stock_ledger WHERE kind = 'damaged'",),
        "came back damaged, 1.000 of it, but the stock ledger took 0.000 off",
        frozenset({"S1"}),
    ),
    "another unit came back with the receipt": Harm(
        "N4",
        (
            f"UPDATE invoice_lines SET serials_asked = {{true}} {OF_SALE}",
            f"UPDATE invoice_lines SET serials_asked = {{true}} {OF_RETURN}",
            NUMBER.format(id=900, invoice=SALE, line=OF_SALE, a="a"),
            NUMBER.format(id=901, invoice=RETURN, line=OF_RETURN, a="b"),
        ),
        "the unit with serial number b came back as one of those that invoice 1 sold",
        frozenset({"N1"}),
    ),
    "nobody allowed goods without a receipt": Harm(
        "U6",
        ("DELETE FROM line_approvals WHERE permission = 'return without receipt'",),
        "nobody allowed: return without receipt",
    ),
}
