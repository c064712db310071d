"""The tenders that the shop takes, as they stand. Serves the guide's pages "Tenders" and "Pay and post"."""

from dataclasses import dataclass

import sqlalchemy as sa

from posim_desktop.domain.sales.tenders import ShopTender, TenderKind, TenderTypeFields, Terms
from posim_desktop.orm import TenderType
from posim_desktop.queries import filing


@dataclass(frozen=True, slots=True)
class TenderTypeRow:
    """A tender in List All."""

    id: int
    name: str
    kind: str
    position: int
    opens_drawer: bool
    asks_reference: bool
    gives_change: bool
    rounds: bool
    archived: bool


@dataclass(frozen=True, slots=True)
class TenderTypeDetails:
    """Everything a Tender card shows; ``places`` is how many tenders stand in the row of Pay, archived ones too."""

    id: int
    version: int
    archived: bool
    fields: TenderTypeFields
    places: int


DECK = filing.deck(
    TenderType,
    TenderTypeRow,
    orders=("position", "name"),
    first_order="position",
    condition=filing.by_search_text(TenderType.search_text),
)
_TERMS = ("name", "opens_drawer", "asks_reference", "gives_change", "rounds")
_columns = TenderType.__table__.c
_IN_USE = (
    sa.select(_columns.id, _columns.kind, *(_columns[name] for name in _TERMS))
    .where(~_columns.archived)
    .order_by(_columns.position, _columns.id)
)
_COUNT = sa.select(sa.func.count()).select_from(TenderType)


def in_use(connection: sa.Connection) -> tuple[ShopTender, ...]:
    """List what the shop takes, in the order of the buttons in Pay."""
    return tuple(ShopTender(row.id, TenderKind(row.kind), Terms(*row[2:])) for row in connection.execute(_IN_USE))


def places(connection: sa.Connection) -> int:
    """Count the tenders that stand in the row of Pay, archived ones too."""
    return connection.scalar(_COUNT) or 0


def details(connection: sa.Connection, tender_type_id: int) -> TenderTypeDetails | None:
    """Read a card, or None when there is no such tender."""
    card = filing.card(connection, TenderType, tender_type_id)
    if card is None:
        return None
    content = {name: card[name] for name in ("code", "position", *_TERMS)}
    return TenderTypeDetails(
        id=tender_type_id,
        version=card["version"],
        archived=card["archived"],
        fields=TenderTypeFields(kind=TenderKind(card["kind"]), **content),
        places=places(connection),
    )
