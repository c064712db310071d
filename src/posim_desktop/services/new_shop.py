"""Making the tables of a new shop, and the rows that every shop begins with.

They are what all the migrations together would leave, in a thirtieth of the time; a test holds one against the other.
"""

from collections.abc import Iterator

import sqlalchemy as sa

from posim_desktop.domain.cards.search_texts import search_text
from posim_desktop.domain.changes import Record
from posim_desktop.domain.people import permissions
from posim_desktop.domain.sales import tenders
from posim_desktop.domain.sales.days import OFFICE
from posim_desktop.orm import Counter, Drawer, ShopRole, TenderType
from posim_desktop.orm.base import create_tables, table_of
from posim_desktop.orm.preference import COUNTERS


def make_tables(connection: sa.Connection) -> None:
    """Make everything a database of this revision holds, in one that holds nothing of it."""
    create_tables(connection)
    connection.execute(sa.insert(table_of(Counter)), [{"name": name, "value": 0} for name in COUNTERS])
    connection.execute(sa.insert(table_of(ShopRole)), list(_roles()))
    connection.execute(sa.insert(table_of(TenderType)), list(_tender_types()))
    connection.execute(sa.insert(table_of(Drawer)), {"name": OFFICE, "is_office": True, "last_number": 0, "version": 1})


def _roles() -> Iterator[dict[str, object]]:
    for role, rights in permissions.SHIPPED.items():
        card = {"code": str(role), "name": role.title()}
        yield {**card, **rights._asdict(), **_found_by(Record.ROLE, card), "archived": False, "version": 1}


def _tender_types() -> Iterator[dict[str, object]]:
    for position, kind in enumerate(tenders.OF_SHOP, 1):
        terms = tenders.SHIPPED[kind]
        card = {"code": str(kind), "name": terms.name}
        yield {
            **card,
            **_found_by(Record.TENDER_TYPE, card),
            "kind": str(kind),
            "position": position,
            "opens_drawer": terms.opens_drawer,
            "asks_reference": terms.asks_reference,
            "gives_change": terms.gives_change,
            "rounds": terms.rounds,
            "by_terminal": terms.by_terminal,
            "archived": False,
            "version": 1,
        }


def _found_by(record: Record, card: dict[str, str]) -> dict[str, str]:
    return {"search_text": search_text(record, card)}
