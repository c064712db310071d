"""The tenders that the shop takes, as they are stored: what holds for all of them together."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from posim_desktop.orm import TenderType
from posim_desktop.orm.base import table_of
from posim_desktop.services.records import card_rows
from posim_desktop.services.session import Session

_types = table_of(TenderType)
_IDS = sa.select(_types.c.id)
_IN_ORDER = sa.select(_types.c.id, _types.c.name, _types.c.position, _types.c.archived).order_by(
    _types.c.position, _types.c.id
)
_PUT = sa.update(_types).where(_types.c.id == sa.bindparam("type")).values(position=sa.bindparam("place"))


class StoredType(NamedTuple):
    """A tender that the shop takes, or took."""

    id: int
    name: str
    position: int
    archived: bool


def lock_all(session: Session) -> list[StoredType]:
    """Lock all of them, so that nobody else names, orders or archives one meanwhile; list them in their order."""
    connection = session.connection()
    card_rows.lock(session, _types, connection.scalars(_IDS).all())
    return [StoredType(*row) for row in connection.execute(_IN_ORDER)]


def put_in_order(session: Session, ids: Sequence[int], stored: Sequence[StoredType]) -> None:
    """Number the locked tenders from 1 on; what only moved up or down is no other card by that."""
    before = {each.id: each.position for each in stored}
    moved = [(each, place) for place, each in enumerate(ids, 1) if before.get(each) != place]
    for each, place in moved:
        session.connection().execute(_PUT, {"type": each, "place": place})
