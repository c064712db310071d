"""Where a backorder stands in the queue of its item. Serves every list that offers goods to the oldest first."""

import sqlalchemy as sa

from posim_desktop.orm import Backorder

PLACE = (sa.func.coalesce(Backorder.wanted_at, Backorder.created_at), Backorder.id)
"""Its date, which of one that was a wish is the day of the wish, then its number."""
