"""What a vendor's goods cost by the card once deliveries were taken back. Serves "Correct a receiving log"."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple


class Wrote(NamedTuple):
    """What a line of a vendor's delivery did to what an item costs there.

    Attributes:
        log_id: The delivery.
        before: What it cost by the card before the delivery, four places; None where nobody knows.
        cost: What it cost by this line.
        at: When that was written.
        ended_at: When the line was taken back whole; None while it counts.
    """

    log_id: int
    before: Decimal | None
    cost: Decimal
    at: datetime
    ended_at: datetime | None

    def stood(self, at: datetime) -> bool:
        """Tell whether it counted at a moment."""
        return self.ended_at is None or self.ended_at > at


def standing_cost(said: Decimal, wrote: Sequence[Wrote]) -> Decimal | None:
    """Work out what a vendor's goods cost, where deliveries of the vendor were taken back.

    A delivery that was taken back whole leaves what was said before it; of what others wrote, that were taken back,
    too, nothing is left. What somebody wrote on the card since stays.

    Args:
        said: What the card says they cost.
        wrote: What deliveries of the vendor wrote, the oldest first.

    Returns:
        What they cost; None where nobody knows what was said before.
    """
    newest = next((each for each in reversed(wrote) if each.ended_at is None or each.cost == said), None)
    if newest is None or newest.ended_at is None:
        return said
    last = newest
    for older in reversed(wrote[: wrote.index(newest)]):
        if not older.stood(last.at):
            continue
        if older.log_id != last.log_id and last.before not in {None, older.cost}:
            break  # somebody wrote something else between the two
        if older.ended_at is None:
            return older.cost
        last = older
    return last.before
