"""Guards and effects of stock counts."""

from mutants.mutant import Mutant

COUNT = ("services/receiving/test_stock_counts.py",)

COUNTING = (
    Mutant(
        "what is expected stays as it was at the first scan",
        "services/records/stock_count_rows.py",
        '"new_expected": item.available}',
        '"new_expected": item.available * 0 + 5}',
        COUNT,
    ),
    Mutant(
        "goods that wait for customers are not asked about",
        "domain/receiving/stock_counts.py",
        "held=tuple(unasked)) if unasked else None",
        "held=tuple(unasked)) if False else None",
        COUNT,
    ),
    Mutant(
        "codes that nobody knows are left behind",
        "domain/receiving/stock_counts.py",
        "    if unidentified:\n",
        "    if False:\n",
        COUNT,
    ),
    Mutant(
        "what is missing of the goods that wait is not taken off",
        "domain/receiving/stock_counts.py",
        " + sum((each.found - each.held for each in held), NO_UNITS)",
        "",
        COUNT,
    ),
    Mutant(
        "a posted count is counted on",
        "services/receiving/stock_counts.py",
        "    require(rules.edit_refusal(count.status))\n",
        "",
        COUNT,
    ),
    Mutant(
        "more is found than waits",
        "services/receiving/stock_counts.py",
        "        if rules.clean_units(each.found, line) > held:",
        "        if False:",
        COUNT,
    ),
    Mutant(
        "what waits is answered though it is other goods by now",
        "services/receiving/stock_counts.py",
        "        if held != each.held:",
        "        if False:",
        COUNT,
    ),
    Mutant(
        "everybody posts a count",
        "services/receiving/stock_counts.py",
        "    require_permission(session, stamp, Permission.ADJUST_STOCK)\n    count = _lock(session, stamp, stock_count_id)\n    counted = stock",
        "    count = _lock(session, stamp, stock_count_id)\n    counted = stock",
        COUNT,
    ),
)
