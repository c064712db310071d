"""What a cashier types or scans to name goods: ``KETTLE``, ``5012345678900``, ``3*KETTLE``, ``1.5*CABLE``."""

from typing import NamedTuple

TIMES = "*"


class TypedEntry(NamedTuple):
    """A typed entry taken apart; ``times`` is the quantity as typed, ``""`` for one."""

    times: str
    wanted: str


def split_entry(typed: str) -> TypedEntry:
    """Take an entry apart at its first ``*``; item ids hold none."""
    before, star, after = typed.strip().partition(TIMES)
    return TypedEntry(before.strip(), after.strip()) if star else TypedEntry("", before)
