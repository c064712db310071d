"""Guards and effects of the backorder itself, of committing and of filling."""

from mutants.mutant import CANCEL, FILL, RECEIVE, Mutant

BACKORDERS = (
    Mutant(
        "more is canceled than is outstanding",
        "domain/backorders/backorder.py",
        "    if refusal is None and quantity > figures.outstanding:\n        return Refusal(\n",
        "    if False:\n        return Refusal(\n",
        CANCEL,
    ),
    Mutant(
        "more is received than is outstanding",
        "domain/backorders/backorder.py",
        "    if refusal is None and quantity > figures.outstanding:\n        refusal = ",
        "    if False:\n        refusal = ",
        CANCEL,
    ),
    Mutant(
        "more is handed over than waits",
        "domain/backorders/backorder.py",
        "if quantity > figures.waiting:",
        "if False:",
        CANCEL,
    ),
    Mutant(
        "a reason may be blank",
        "services/sales/backorders.py",
        'label="The reason", blank=False',
        'label="The reason"',
        CANCEL,
    ),
    Mutant(
        "a cancellation leaves no row on the card",
        "services/sales/backorders.py",
        "    session.execute(sa.insert(BackorderEvent), [event])\n",
        "",
        CANCEL,
    ),
    Mutant(
        "orders bring what was canceled",
        "services/sales/backorders.py",
        "shrunk = allocations.trim_backorders(session, {backorder_id: figures.outstanding})",
        "shrunk: list[allocations.Shrunk] = []",
        CANCEL,
    ),
    Mutant(
        "more is committed than is available",
        "services/sales/commitments.py",
        "        require(\n"
        '            rules.short_refusal(item.code, item.on_hand - item.committed, quantity, where=Cell("quantity", item_id))\n'
        "        )\n",
        "        del item\n",
        FILL,
    ),
    Mutant(
        "uncommitting keeps the goods committed",
        "services/sales/commitments.py",
        "    fill_invoices.move_items(session, ((item_id, NONE, -quantity, NONE) for item_id, quantity in freed.items()))\n",
        "",
        FILL,
    ),
    Mutant(
        "a working invoice's backorders are filled",
        "services/sales/fills.py",
        "if invoice.status != InvoiceStatus.PROCESSED:",
        "if False:",
        FILL,
    ),
    Mutant(
        "another invoice's backorders are filled",
        "services/sales/fills.py",
        "if row is None or backorder_id not in mine:",
        "if row is None:",
        FILL,
    ),
    Mutant(
        "two backorders are filled with the same goods",
        "services/sales/fills.py",
        "        available[row.item_id] -= quantity\n",
        "",
        FILL,
    ),
    Mutant(
        "orders bring what was filled from the shelf",
        "services/sales/fills.py",
        "    shrunk = allocations.trim_backorders(session, outstanding)\n",
        "    shrunk: list[allocations.Shrunk] = []\n",
        FILL,
    ),
    Mutant(
        "a fill line grows",
        "services/sales/fills.py",
        "    require(rules.reduce_refusal(line.quantity, quantity))\n",
        "",
        FILL,
    ),
    Mutant(
        "goods that are not committed are given free",
        "services/sales/fills.py",
        "    if committed:\n        fill_invoices.move_items",
        "    if True:\n        fill_invoices.move_items",
        FILL,
    ),
    Mutant(
        "what the customer no longer wants is owed again",
        "services/sales/fills.py",
        "            figures = backorder_rules.cancel(figures, quantity)\n",
        "",
        FILL,
    ),
    Mutant(
        "the promised discount is forgotten",
        "services/sales/fill_invoices.py",
        "discount = backorder_rules.discount_of_fill(figures_of(row), row.discount, row.unit_price, goods.quantity)",
        "discount = ZERO",
        RECEIVE,
    ),
)
