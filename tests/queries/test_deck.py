"""Walking through a deck and searching it, on both databases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posim_desktop.domain import folding
from posim_desktop.domain.folding import search_key
from posim_desktop.orm import Customer
from posim_desktop.queries import deck as decks
from posim_desktop.queries import search
from posim_desktop.queries.deck import EVERYTHING, DeckQuery, Found, Order, Step
from posim_desktop.services.database import open_engine

_TABLE = Customer.__table__


@dataclass(frozen=True)
class CustomerRow:
    id: int
    name: str


DECK: DeckQuery[CustomerRow] = DeckQuery(
    source=sa.join(Customer, sa.select(sa.literal(1).label("one")).subquery(), sa.true()),
    id=_TABLE.c.id,
    columns=(_TABLE.c.id, _TABLE.c.name),
    row=CustomerRow,
    orders={"name": _TABLE.c.name, "phone": _TABLE.c.phone, "since": _TABLE.c.created_at},
    first_order=Order("name"),
    condition=lambda found, dialect: [
        _TABLE.c.id.in_(search.ids_with(dialect, Customer.search_text, word)) for word in folding.words(found.text)
    ],
)


@pytest.fixture
def connection(database_url: str) -> Iterator[sa.Connection]:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def _add(connection: sa.Connection, names: list[str]) -> None:
    texts = dict.fromkeys(("company", "phone2", "email", "address", "notes"), "")
    rows = [
        texts
        | {
            "id": number,
            "code": f"C{number}",
            "name": name,
            "phone": str(len(name)),
            "created_at": datetime(2026, 1, 1 + number % 3, tzinfo=UTC),
            "archived": False,
            "version": 1,
            "search_text": search_key(name),
        }
        for number, name in enumerate(names, 1)
    ]
    connection.execute(sa.insert(Customer), rows)


def _walk(connection: sa.Connection, order: Order, start: Step, onwards: Step) -> list[int]:
    visited: list[int] = []
    here = decks.neighbor(connection, DECK, EVERYTHING, order, None, start)
    while here is not None:
        visited.append(here)
        here = decks.neighbor(connection, DECK, EVERYTHING, order, here, onwards)
    return visited


_names = st.lists(
    st.text(alphabet="aAbBäÄß'%_ é-", min_size=1, max_size=3).filter(lambda name: name.strip()), min_size=1, max_size=12
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=_names, column=st.sampled_from(["name", "phone", "since"]), descending=st.booleans())
def test_the_arrows_visit_every_card_once_in_the_order_of_the_list(
    connection: sa.Connection, names: list[str], column: str, *, descending: bool
) -> None:
    order = Order(column, descending)
    try:
        _add(connection, names)
        sort = DECK.orders[column]
        keys = (sort.desc(), _TABLE.c.id.desc()) if descending else (sort, _TABLE.c.id)
        listed = list(connection.scalars(sa.select(_TABLE.c.id).order_by(*keys)))

        assert _walk(connection, order, Step.FIRST, Step.NEXT) == listed
        assert _walk(connection, order, Step.LAST, Step.PREVIOUS) == listed[::-1]
        places = [decks.position(connection, DECK, EVERYTHING, order, number) for number in listed]
        assert places == [(place, len(listed)) for place in range(1, len(listed) + 1)]
        paged: list[int] = []
        page = decks.page(connection, DECK, EVERYTHING, order, limit=3)
        paged += [row.id for row in page.rows]
        while page.after is not None:
            page = decks.page(connection, DECK, EVERYTHING, order, page.after, limit=3)
            paged += [row.id for row in page.rows]
        assert paged == listed
    finally:
        connection.rollback()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100%", ["100% Wool"]),
        ("%", ["100% Wool"]),
        ("_", ["a_b"]),
        ("a_b", ["a_b"]),
        ("\\", ["back\\slash"]),
        ("k\\sl", ["back\\slash"]),
        ('"', ['the "Shop"']),
        ('"Shop"', ['the "Shop"']),
        ("o'brien", ["O'Brien"]),
        ("strasse", ["Hauptstraße"]),
        ("HAUPTSTRAẞE", ["Hauptstraße"]),
        ("ärm", ["ÄRMEL"]),
        ("wool 100", ["100% Wool"]),
        ("wool shop", []),
        ("OR", []),
        ("wool OR shop", []),
        ("*", []),
        ("aab", []),
        ("100\x00%", ["100% Wool"]),
    ],
)
def test_a_search_means_every_character_as_it_stands(connection: sa.Connection, text: str, found: list[str]) -> None:
    names = ["100% Wool", "a_b", "aXb", "back\\slash", 'the "Shop"', "O'Brien", "Hauptstraße", "ÄRMEL"]
    _add(connection, names)

    page = decks.page(connection, DECK, Found(text=text), Order("name"))

    assert [row.name for row in page.rows] == found
    assert decks.count(connection, DECK, Found(text=text)) == len(found)


def test_a_card_outside_the_found_set_has_no_place_in_it(connection: sa.Connection) -> None:
    _add(connection, ["Lee", "Kim"])

    assert not decks.contains(connection, DECK, Found(text="kim"), 1)
    assert decks.position(connection, DECK, Found(text="kim"), Order("name"), 1) == (0, 1)
    assert decks.neighbor(connection, DECK, Found(text="kim"), Order("name"), 1, Step.PREVIOUS) == 2
    assert decks.neighbor(connection, DECK, EVERYTHING, Order("name"), 99, Step.NEXT) == 2


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("many", [1, 3, 7])
def test_the_neighbors_stand_as_in_the_list(connection: sa.Connection, many: int, descending: bool) -> None:  # noqa: FBT001
    _add(connection, ["Zoë", "ada", "Ada", "Émile", "Lee", "Lee", "kim", "Bo", "Lee", "Ünal"])
    order = Order("name", descending)
    rows = decks.page(connection, DECK, EVERYTHING, order).rows

    for place, row in enumerate(rows):
        first = max(0, min(place - many // 2, len(rows) - many))
        assert decks.around(connection, DECK, EVERYTHING, order, row.id, many) == rows[first : first + many]


def test_the_neighbors_are_those_of_the_found_set(connection: sa.Connection) -> None:
    _add(connection, ["Ada Lee", "Bo", "Cai Lee", "Dan", "Eva Lee"])
    order = Order("name")

    around = decks.around(connection, DECK, Found(text="lee"), order, 3, 7)

    assert [row.name for row in around] == ["Ada Lee", "Cai Lee", "Eva Lee"]
