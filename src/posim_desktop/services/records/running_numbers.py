"""Running numbers without gaps: the last lock a transaction takes.

The IDs of new items come before the items: a special order that is posted makes cards and then locks them.
"""

import sqlalchemy as sa

from posim_desktop.orm import Counter
from posim_desktop.orm.base import table_of
from posim_desktop.services.records.lock_order import Rank, climb
from posim_desktop.services.session import Session

_RANKS = {"item": Rank.ITEM_NUMBER, "audit": Rank.AUDIT}
_counters = table_of(Counter)
_TAKE = (
    sa.update(_counters)
    .where(_counters.c.name == sa.bindparam("counter"))
    .values(value=_counters.c.value + sa.bindparam("how_many"))
    .returning(_counters.c.value)
)


def take_numbers(session: Session, name: str, how_many: int = 1) -> int:
    """Take the next numbers of a counter and return the first of them."""
    last: int | None = session.connection().scalar(_TAKE, {"counter": name, "how_many": how_many})
    if last is None:
        raise LookupError(f"no counter {name!r}")
    climb(session, _RANKS.get(name, Rank.NUMBER), [0], name)
    return last - how_many + 1


def hold_numbers(session: Session, name: str) -> None:
    """Lock a counter and take no number: until the transaction ends, nobody else takes one."""
    take_numbers(session, name, 0)
