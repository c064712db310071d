"""Guards and effects of the drawer and its day."""

from mutants.mutant import RACES, Mutant

DAYS_OF_DRAWERS = ("services/sales/test_days.py",)

DAYS = (
    Mutant(
        "a Z is compared with what a program counts that came after it",
        "domain/sales/day_figures.py",
        "    return [row[:width] for row in value]",
        "    return value",
        ("domain/sales/test_days.py",),
    ),
    Mutant(
        "a payment goes into a drawer that is counted",
        "domain/sales/days.py",
        "            return Refusal(Why.DRAWER_IS_COUNTED)\n        case DayStatus.CLOSED",
        "            return None\n        case DayStatus.CLOSED",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a drawer opens with nothing instead of what was left",
        "services/records/drawer_rows.py",
        "    left = drawer.left or ZERO\n",
        "    left = ZERO\n",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a drawer opens by itself though the shop wants its float counted",
        "services/records/drawer_rows.py",
        "preferences.load(session.connection()).float_counted:",
        "preferences.load(session.connection()).float_counted and False:",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "another float than was left needs no reason",
        "domain/sales/days.py",
        "opened_with != left and not reason:",
        "opened_with != left and not reason and False:",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a drawer that is open is opened again",
        "domain/sales/days.py",
        "    if status in {DayStatus.OPEN, DayStatus.COUNTED}:\n        return Refusal(Why.DRAWER_IS_OPEN)\n",
        "",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a day is closed that nobody counted",
        "domain/sales/days.py",
        "    return Refusal(Why.COUNT_FIRST) if status is DayStatus.OPEN else None\n",
        "    return None\n",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "more stays in the drawer than was counted",
        "domain/sales/days.py",
        "    if refusal is None and kept > counted:\n",
        "    if False:\n",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "Office takes cash",
        "domain/sales/days.py",
        "    if is_office and any(tender",
        "    if False and any(tender",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a workstation leaves its drawer open behind it",
        "domain/sales/days.py",
        "    if others or status in {None, DayStatus.CLOSED}:\n",
        "    if True:\n",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "what is given back stays in the drawer",
        "services/records/drawer_rows.py",
        "    write(session, stamp, day.id, [row._replace(taken_day_id=taken_day_id)])\n",
        "",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "what goes back as change stays in the drawer",
        "services/records/drawer_rows.py",
        "        if back:\n",
        "        if False:\n",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "cash is paid out for nothing",
        "domain/sales/days.py",
        "        blank=move.kind is RowKind.DROP,\n",
        "",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "more leaves the drawer than should be in it unasked",
        "domain/sales/days.py",
        "return move.moved < 0 and there + move.moved < 0",
        "return False",
        ("domain/sales/test_days.py",),
    ),
    Mutant(
        "what is discarded while the drawer is counted is in no Z",
        "services/records/drawer_rows.py",
        '_users.c.drawer_id == _days.c.drawer_id)\n    .where(_users.c.workstation == sa.bindparam("here"), '
        "_days.c.status != _CLOSED)",
        '_users.c.drawer_id == _days.c.drawer_id)\n    .where(_users.c.workstation == sa.bindparam("here"), '
        "_days.c.status == str(DayStatus.OPEN))",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a drawer is counted while a card terminal is asked",
        "domain/sales/days.py",
        "    return Refusal(Why.TERMINAL_ASKED_AT_COUNT) if terminals_asked else None\n",
        "    return None\n",
        DAYS_OF_DRAWERS,
    ),
    Mutant(
        "a posting does not hold its day",
        "services/records/drawer_rows.py",
        "_days.c.status != _CLOSED)\n    .with_for_update(read=True, of=_days)\n)\n_DAY_OF_DRAWER",
        "_days.c.status != _CLOSED)\n)\n_DAY_OF_DRAWER",
        RACES,
        races=True,
    ),
)
