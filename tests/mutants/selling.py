"""Guards and effects of the counter."""

from mutants.mutant import FILL, SELL, Mutant

SELLING = (
    Mutant(
        "the payments need not settle the total",
        "services/sales/posting.py",
        "    require(invoice_rules.tender_refusal(sums.total, tenders))\n",
        "",
        SELL,
    ),
    Mutant(
        "another total than was seen is taken",
        "services/sales/posting.py",
        "sums.total != expected_total",
        "False",
        SELL,
    ),
    Mutant(
        "goods that ran out are sold without a question",
        "services/sales/posting.py",
        "        _require_stock(session, stamp, invoice_id, lines, goods)\n",
        "        pass\n",
        SELL,
    ),
    Mutant(
        "a committed invoice is posted without Uncommit",
        "services/sales/posting.py",
        "committed=invoice.committed and not uncommit,",
        "committed=False,",
        SELL,
    ),
    Mutant(
        "a pick-up leaves its goods committed",
        "services/sales/posting.py",
        ", committed={item_id: -quantity for item_id, quantity in freed.items()}",
        "",
        SELL,
    ),
    Mutant(
        "a pick-up fills no backorder",
        "services/sales/posting.py",
        "    filled = fill_sales.sell(session, stamp, invoice, lines)\n",
        "    filled = ()\n",
        SELL,
    ),
    Mutant(
        "archived goods are promised",
        "services/sales/posting.py",
        "    _require_promisable(lines, goods, customer)\n",
        "",
        SELL,
    ),
    Mutant(
        "overselling is not accounted for",
        "services/sales/posting.py",
        "*_oversold(invoice_id, goods, short), ",
        "",
        SELL,
    ),
    Mutant(
        "a cashier sells what is set aside",
        "services/sales/set_aside.py",
        "            raise _named_refusal(refused.refusal, goods[item_id].code, waiting[item_id]) from refused\n",
        "            _ = refused\n",
        SELL,
    ),
    Mutant(
        "lines of a committed invoice are changed",
        "services/sales/lines.py",
        "    require(invoice_rules.edit_refusal(invoice.status, committed=invoice.committed))\n    return invoice",
        "    require(invoice_rules.edit_refusal(invoice.status, committed=False))\n    return invoice",
        FILL,
    ),
    Mutant(
        "a fill invoice is given to another customer",
        "services/sales/invoices.py",
        "if any(line.fills_backorder_id is not None for line in invoice_lines.of_invoice(session, invoice_id)):",
        "if False:",
        FILL,
    ),
    Mutant(
        "a fill line is removed like any other",
        "services/sales/invoices.py",
        '    require(fill_line_refusal(changes_goods=line.fills_backorder_id is not None, field="fills"))\n',
        "",
        FILL,
    ),
    Mutant(
        "a fill invoice is discarded like any other",
        "services/sales/invoices.py",
        '    require(fill_line_refusal(changes_goods=filling, field="fills"))\n',
        "",
        FILL,
    ),
    Mutant(
        "an operation key is used for something else",
        "services/records/operation_rows.py",
        "if before.fingerprint != action.content:",
        "if False:",
        ("services/test_transaction.py",),
    ),
)
