"""Guards and effects of correcting a receiving log, of what is odd about a delivery, and of its charges."""

from mutants.mutant import Mutant

_RULES = "domain/receiving/corrections.py"
_VERB = "services/receiving/corrections.py"
CORRECT = ("services/receiving/test_corrections.py",)
ODD = ("domain/receiving/test_oddities.py", "queries/test_oddities.py")
CHARGE = ("domain/receiving/test_charges.py", "services/receiving/test_corrections.py")

CORRECTING = (
    Mutant(
        "a working log is corrected",
        _RULES,
        "    require(correct_refusal(standing.status))\n",
        "",
        CORRECT,
    ),
    Mutant("more is taken back than came", _RULES, "if asked.quantity > line.left:", "if False:", CORRECT),
    Mutant("goods that are gone are taken back", _RULES, "    if missing <= 0:\n", "    if True:\n", CORRECT),
    Mutant("more is taken of customers than did not come", _RULES, "if taken > asked.quantity:", "if False:", CORRECT),
    Mutant("more is taken than waits", _RULES, "if refusal is None and quantity > waits:", "if False:", CORRECT),
    Mutant(
        "the oldest backorder loses goods first",
        _RULES,
        "for each in sorted(held, key=lambda each: (each.place, each.invoice_id), reverse=True):",
        "for each in sorted(held, key=lambda each: (each.place, each.invoice_id)):",
        CORRECT,
    ),
    Mutant(
        "whoever has to answer gets a plan",
        _RULES,
        "more = NO_UNITS if waits.is_asked else",
        "more = NO_UNITS if False else",
        CORRECT,
    ),
    Mutant(
        "a unit that was not named is taken back",
        _RULES,
        "if len({one_form(serial) for serial in asked.serials}) != asked.quantity:",
        "if False:",
        CORRECT,
    ),
    Mutant("a unit of another line is taken back", _RULES, "if one_form(serial) not in here:", "if False:", CORRECT),
    Mutant("another correction is posted than was seen", _VERB, "    if plan != seen:\n", "    if False:\n", CORRECT),
    Mutant(
        "goods that were taken off an invoice stay set aside",
        _VERB,
        "stock.move(session, ledger=ledger, committed=freed, on_order=more_on_order)",
        "stock.move(session, ledger=ledger, on_order=more_on_order)",
        CORRECT,
    ),
    Mutant(
        "what is still to come is not on order",
        _VERB,
        "stock.move(session, ledger=ledger, committed=freed, on_order=more_on_order)",
        "stock.move(session, ledger=ledger, committed=freed)",
        CORRECT,
    ),
    Mutant(
        "a delivery that was taken back whole still says the cost",
        _VERB,
        "    stock.recount_costs(session, {line.item_id for line in whole})\n",
        "",
        CORRECT,
    ),
    Mutant(
        "an order stays closed on which a correction opens something",
        _VERB,
        "        order_rows.step(session, correcting.order, OrderStatus.PROCESSED)\n",
        "        pass\n",
        CORRECT,
    ),
    Mutant(
        "who loses goods is not on the order again",
        _VERB,
        "    _allocate(session, stamp, correcting.order.id, planned)\n",
        "",
        CORRECT,
    ),
    Mutant(
        "what was expected is odd",
        "domain/receiving/oddities.py",
        "    expected = line.still_open is not None and line.over == 0\n",
        "    expected = False\n",
        ODD,
    ),
    Mutant(
        "a delivery that was taken back says what is usual",
        "queries/receiving/oddities.py",
        "        ReceivingLog.status == str(ReceivingStatus.POSTED),\n        ReceivingLine.quantity > taken_back,\n",
        "        ReceivingLog.status == str(ReceivingStatus.POSTED),\n",
        ODD,
    ),
    Mutant(
        "cents of the charges are lost",
        "domain/receiving/charges.py",
        "        cents[place] += 1\n",
        "        pass\n",
        CHARGE,
    ),
    Mutant(
        "more is free than came",
        "services/receiving/logs.py",
        "    require(charge_rules.free_refusal(free, line.quantity))\n",
        "",
        CHARGE,
    ),
    Mutant(
        "goods that are free make their card say they cost the freight",
        "services/receiving/posting.py",
        "        if each.paid > 0\n",
        "",
        CHARGE,
    ),
)
