"""What a search says of cards that are each of one customer and one item: backorders and wishes."""

from collections.abc import Callable

import sqlalchemy as sa

from posim_desktop.domain import folding
from posim_desktop.orm.base import Column
from posim_desktop.queries.deck import DeckPart, Found

Test = sa.ColumnElement[bool]


def tests_of(
    found: Found,
    holds: Callable[[str], Test],
    customer_id: Column[int],
    item_id: Column[int] | Column[int | None],
    in_part: Callable[[DeckPart], list[Test]],
) -> list[Test]:
    """List what must be true of a card that is found.

    Args:
        found: What is looked for.
        holds: Says that a card has a word somewhere.
        customer_id: Whose the card is.
        item_id: Of which item it is.
        in_part: Lists what is true of the cards of a part of the deck.
    """
    tests = [holds(word) for word in folding.words(found.text)]
    if found.customer_id is not None:
        tests.append(customer_id == found.customer_id)
    if found.item_id is not None:
        tests.append(item_id == found.item_id)
    if found.part is not None:
        tests += in_part(found.part)
    return tests
