"""Guards and effects of special orders."""

from mutants.mutant import Mutant

TESTS = ("services/sales/test_special_orders.py", "domain/sales/test_special_orders.py")
AWAITED = ("services/sales/test_awaited_orders.py",)
ASKED = ("services/sales/test_special_questions.py", "domain/cards/test_department_questions.py")
POSTING = "services/sales/special_order_posting.py"
WRITING = "services/sales/special_orders.py"
RULES = "domain/sales/special_orders.py"

SPECIAL_ORDERS = (
    Mutant(
        "what is promised at the till is not asked what its department asks",
        "services/sales/posting.py",
        "    if invoice.origin != Origin.SPECIAL_ORDER:  # that one asked before\n",
        "    if False:\n",
        ("services/sales/test_special_questions.py",),
    ),
    Mutant(
        "what was left blank is not asked again",
        "services/backorders/questions.py",
        "    left = department_questions.joined([question for question, answer in said if not answer])\n",
        '    left = ""\n',
        ("services/sales/test_special_questions.py",),
    ),
    Mutant(
        "the posting of an order takes the lines of an invoice away that sells something else by now",
        "services/sales/special_order_payments.py",
        "    if not (is_open and holds_only_deposit):\n",
        "    if not is_open:\n",
        ("services/sales/test_special_orders.py",),
    ),
    Mutant(
        "a special order is posted that is posted already",
        RULES,
        "    refusal = edit_refusal(status)\n    if refusal is not None:\n        return refusal\n    if not has_customer",
        "    if not has_customer",
        TESTS,
    ),
    Mutant(
        "a special order is posted for nobody",
        POSTING,
        "has_customer=order.customer_id is not None",
        "has_customer=True",
        TESTS,
    ),
    Mutant(
        "what is posted goes on changing",
        WRITING,
        "    require(rules.edit_refusal(order.status))\n",
        "",
        TESTS,
    ),
    Mutant(
        "a deposit is taken that nobody was told",
        POSTING,
        "    if deposit != expected:\n",
        "    if False:\n",
        TESTS,
    ),
    Mutant(
        "the usual deposit is asked of goods that cost less",
        "domain/sales/special_orders.py",
        "    return min(amount, total) if amount == usual else amount\n",
        "    return amount\n",
        ("domain/sales/test_special_orders.py", "services/sales/test_special_orders.py"),
    ),
    Mutant(
        "a deposit is taken that is more than the goods cost",
        POSTING,
        "    if deposit > total:\n",
        "    if False:\n",
        TESTS,
    ),
    Mutant(
        "anybody asks as little as they like",
        POSTING,
        "    if deposit < _usual_deposit(session, total):\n",
        "    if False:\n",
        TESTS,
    ),
    Mutant(
        "a percentage is of the goods without their tax",
        POSTING,
        "    total = invoice.totals(as_sold).total\n",
        "    total = invoice.totals(as_sold).subtotal\n",
        TESTS,
    ),
    Mutant(
        "the cents that are left over go to nobody",
        RULES,
        "    for place in by_remainder[: cents - sum(given)]:\n",
        "    for place in by_remainder[:0]:\n",
        TESTS,
    ),
    Mutant(
        "a new item takes the archived tax code of its line",
        "services/cards/items.py",
        "        if chosen:\n            cards.require_usable(session, entity, chosen, name, record)\n",
        "",
        TESTS,
    ),
    Mutant(
        "what is not stocked is specially ordered",
        WRITING,
        "    require(stock_rules.backorder_refusal(card.description, stocked=card.stocked))\n",
        "",
        TESTS,
    ),
    Mutant(
        "a discarded special order says no reason",
        WRITING,
        "label=text.Label.REASON, blank=False)",
        "label=text.Label.REASON)",
        TESTS,
    ),
    Mutant(
        "a price above the promise is asked without the customer",
        "services/sales/price_promises.py",
        "    require(rules.price_refusal(promise, line.unit_price, said))\n",
        "",
        TESTS,
    ),
    Mutant(
        "what the customer said is forgotten",
        "services/sales/price_promises.py",
        "    price_words.insert(session, stamp, line.fills_backorder_id, line.unit_price, said)\n",
        "",
        TESTS,
    ),
    Mutant(
        "a price within the promise must be allowed",
        "services/sales/price_promises.py",
        "        return line.unit_price <= promise.most\n",
        "        return False\n",
        TESTS,
    ),
    Mutant(
        "above the promise nobody must allow the price",
        "services/sales/price_promises.py",
        "        return line.unit_price <= promise.most\n",
        "        return True\n",
        TESTS,
    ),
    Mutant(
        "a posting allocates what somebody else has",
        "services/sales/awaited_orders.py",
        "        if wanted > left:\n",
        "        if False:\n",
        AWAITED,
    ),
    Mutant(
        "a sale waits for an order",
        "services/sales/awaited_orders.py",
        "    if line.trans_code is not TransCode.BACKORDER:\n",
        "    if False:\n",
        AWAITED,
    ),
    Mutant(
        "a line waits for other goods than its own",
        "services/sales/awaited_orders.py",
        "ordered.item_id != line.item_id or ",
        "",
        AWAITED,
    ),
    Mutant(
        "a line waits for an order that was not sent",
        "services/sales/awaited_orders.py",
        "order_rows.sent_line(session, order_line_id)",
        "order_rows.line(session, order_line_id)",
        AWAITED,
    ),
    Mutant(
        "whoever changes the allocations of the order is not told",
        "services/sales/awaited_orders.py",
        "        order_rows.write(session, order_id)\n",
        "        pass\n",
        AWAITED,
    ),
    Mutant(
        "what a department asks is open to nobody",
        POSTING,
        "for each in (line.question, *left) if each",
        "for each in (line.question,) if each",
        ASKED,
    ),
    Mutant(
        "what was answered to a department is asked again",
        POSTING,
        "        left = department_questions.unanswered(questions, answers.get(line.id, {}))\n",
        "        left = questions\n",
        ASKED,
    ),
    Mutant(
        "a department asks without end",
        "domain/cards/department_questions.py",
        "    if len(asked) > MOST:\n",
        "    if False:\n",
        ASKED,
    ),
    Mutant(
        "open questions do not fit where they are written",
        "domain/cards/department_questions.py",
        "        if len(longer) <= limit:\n",
        "        if True:\n",
        ASKED,
    ),
)
