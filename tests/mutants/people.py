"""Guards of the door."""

from mutants.mutant import DOOR, FOUNDERS, PRESENCE, Mutant

PEOPLE = (
    Mutant(
        "who is locked out goes on guessing",
        "services/people/pins.py",
        "    if left:\n",
        "    if False:\n",
        DOOR,
    ),
    Mutant(
        "wrong PINs are not counted",
        "services/people/pins.py",
        "    failures = pin.failures + 1\n",
        "    failures = 1\n",
        DOOR,
    ),
    Mutant(
        "a PIN that was changed meanwhile still lets in",
        "services/people/pins.py",
        "pin is None or pin.pin_hash != tried.pin_hash",
        "pin is None",
        DOOR,
    ),
    Mutant(
        "everybody gives everybody a PIN",
        "services/people/pins.py",
        "    require_permission(session, stamp, Permission.EDIT_EMPLOYEES)\n",
        "",
        DOOR,
    ),
    Mutant(
        "who has no PIN is let in without one",
        "services/people/pins.py",
        "stored_pins.are_kept(connection) or stored_pins.first_manager(connection) == person.id",
        "False",
        DOOR,
    ),
    Mutant(
        "any manager makes the first PIN",
        "services/people/pins.py",
        "    if managers[:1] != [person.id]:\n",
        "    if person.id not in managers:\n",
        DOOR,
    ),
    Mutant(
        "a manager changes their own PIN without the old one",
        "services/people/pins.py",
        "person.id == stamp.employee_id and stored_pins.has_pin(session.connection(), person.id)",
        "False",
        DOOR,
    ),
    Mutant(
        "who left goes on working",
        "services/records/signatures.py",
        "_employees.c.id == employee_id, ~_employees.c.archived)\n",
        "_employees.c.id == employee_id)\n",
        PRESENCE,
    ),
    Mutant(
        "nobody works where others do",
        "services/records/signatures.py",
        "        return ~_ANYBODY\n",
        "        return sa.true()\n",
        PRESENCE,
    ),
    Mutant(
        "everybody is taken for somebody at the door",
        "services/records/signatures.py",
        "    if verb in _at_the_door:\n",
        "    if True:\n",
        PRESENCE,
    ),
    Mutant(
        "three set one shop up, and there are three founders",
        "services/cards/shop.py",
        '    hold_numbers(session, "audit")',
        "    #",
        FOUNDERS,
        races=True,
    ),
)
