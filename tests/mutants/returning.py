"""Guards and effects of goods that come back."""

from mutants.mutant import Mutant

RETURN = ("services/sales/test_returns.py", "domain/sales/test_returns.py")

REVERSAL = ("services/sales/test_reversals.py",)

RETURNING = (
    Mutant(
        "a reversal cancels what another sale owes",
        "services/sales/reversals.py",
        "        raise refuse(Why.BACKORDER_OF_ANOTHER_SALE)\n",
        "        pass\n",
        REVERSAL,
    ),
    Mutant(
        "of several deposits that a reversal frees only one is paid back",
        "services/sales/cancellations.py",
        "        told, touched = refunds.pay_back(session, stamp, customer_id, amounts, refund_by, wish)\n",
        "        told, touched = refunds.pay_back(session, stamp, customer_id, amounts[:1], refund_by, wish)\n",
        REVERSAL,
    ),
    Mutant(
        "a reversal releases more than is no longer wanted",
        "services/sales/unwanted_goods.py",
        "        quantity = min(line.quantity, more.get(backorder_id, NO_UNITS)) if",
        "        quantity = (line.quantity if more.get(backorder_id, NO_UNITS) > 0 else NO_UNITS) if",
        REVERSAL,
    ),
    Mutant(
        "a tender proposes all that goes back",
        "domain/sales/returns.py",
        "    return max(due, -left) if left > 0 else due\n",
        "    return due\n",
        ("domain/sales/test_returns.py",),
    ),
    Mutant(
        "more comes back than was sold",
        "services/sales/given_back.py",
        "    require(return_rules.more_than_sold_refusal(sold, wanted))\n",
        "",
        RETURN,
    ),
    Mutant(
        "what is given back is rounded for each part alone",
        "domain/sales/returns.py",
        "        given.append(GivenBack(now.given - line.given, before[line.tax_code_id, line.taxes]))\n",
        "        alone = back(line.extension, line.quantity, each.quantity)\n"
        "        given.append(GivenBack(alone, before[line.tax_code_id, line.taxes]))\n",
        RETURN,
    ),
    Mutant(
        "the tax that comes back is rounded for each part alone",
        "domain/tax.py",
        "(taxes_on(each, taxes, inclusive=inclusive) for each in (before + amount, before))",
        "(taxes_on(each, taxes, inclusive=inclusive) for each in (amount, ZERO))",
        RETURN,
    ),
    Mutant(
        "another amount is posted than the person saw",
        "services/sales/given_back.py",
        "    if invoice.totals(ruled) != invoice.totals([line.ruled for line in lines]):\n",
        "    if False:\n",
        RETURN,
    ),
    Mutant(
        "nobody says why goods come back",
        "services/sales/refund_rights.py",
        "        if refusal is not None:\n            raise RefusedError(refusal.at(Cell",
        "        if False:\n            raise RefusedError(refusal.at(Cell",
        RETURN,
    ),
    Mutant(
        "goods without a receipt come back at any price",
        "services/sales/invoices.py",
        "        or return_rules.price_refusal(changed, line.list_price)\n",
        "",
        RETURN,
    ),
    Mutant(
        "much comes back without a receipt from nobody",
        "domain/sales/returns.py",
        "    if has_customer or not above or bare <= above:\n",
        "    if True:\n",
        RETURN,
    ),
    Mutant(
        "money goes back by any tender",
        "services/sales/refund_rights.py",
        "    otherwise = return_rules.road_needs(paid, tenders, rounding) if has_goods else ()\n",
        "    otherwise = ()\n",
        RETURN,
    ),
    Mutant(
        "rounded cash goes back against the cents of the sale",
        "domain/sales/returns.py",
        "            unrounded, rounding = unrounded - rounding, ZERO\n",
        "            unrounded, rounding = unrounded, ZERO\n",
        RETURN,
    ),
    Mutant(
        "damaged goods stay on the shelf",
        "services/sales/posting.py",
        "        if line.damaged:\n",
        "        if False:\n",
        RETURN,
    ),
    Mutant(
        "what an archived card sold cannot come back",
        "services/sales/invoices.py",
        "    if new.trans_code is not TransCode.RETURN:  # what left",
        "    if True:  # what left",
        RETURN,
    ),
    Mutant(
        "a line of a sale is given another price",
        "services/sales/returned_lines.py",
        "        require(return_rules.kept_refusal(of_a_sale=is_changed, field=field))\n",
        "        pass\n",
        RETURN,
    ),
    Mutant(
        "goods of two sales come back on one invoice",
        "services/sales/returns.py",
        "    if invoice.returns_invoice_id not in {None, sale.id}:\n",
        "    if False:\n",
        RETURN,
    ),
    Mutant(
        "nobody needs a permission for goods without a receipt",
        "domain/sales/line_needs.py",
        "        Permit(Permission.RETURN_WITHOUT_RECEIPT, amount, line.quantity),\n",
        "",
        ("services/sales/test_line_rights.py",),
    ),
    Mutant(
        "a role takes goods of any worth back",
        "domain/people/permissions.py",
        "                return self.most_returned\n",
        "                return None\n",
        RETURN,
    ),
    Mutant(
        "two tills take the same goods back",
        "services/records/invoice_rows.py",
        "    wanted = {invoice_id, *others, *(() if sale_id is None else (sale_id,))}\n",
        "    wanted = {invoice_id, *others}\n",
        ("stateful/test_contests.py",),
        races=True,
    ),
)
