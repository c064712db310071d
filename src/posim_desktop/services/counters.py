"""Running numbers without gaps: the last lock a transaction takes."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from posim_desktop.orm import Counter

_TAKE = (
    sa.update(Counter)
    .where(Counter.name == sa.bindparam("counter"))
    .values(value=Counter.value + sa.bindparam("how_many"))
    .returning(Counter.value)
    .execution_options(synchronize_session=False)
)


def take_numbers(session: Session, name: str, how_many: int = 1) -> int:
    """Take the next numbers of a counter and return the first of them."""
    last = session.scalar(_TAKE, {"counter": name, "how_many": how_many})
    if last is None:
        raise LookupError(f"no counter {name!r}")
    return last - how_many + 1
