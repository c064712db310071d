"""Rule C1: cards are found by what is written on them."""

from collections.abc import Iterator, Mapping

import sqlalchemy as sa

from posim_desktop.domain.cards.search_texts import FOUND_BY, search_text
from posim_desktop.domain.changes import Record
from posim_desktop.orm import Customer, Department, Employee, Item, ShopRole, TaxCode, Vendor
from posim_desktop.orm.base import Base, table_of
from posim_desktop.queries.verify.violation import Violation

_AT_ONCE = 1000
_CARDS: Mapping[Record, type[Base]] = {
    Record.CUSTOMER: Customer,
    Record.DEPARTMENT: Department,
    Record.EMPLOYEE: Employee,
    Record.ITEM: Item,
    Record.ROLE: ShopRole,
    Record.TAX_CODE: TaxCode,
    Record.VENDOR: Vendor,
}


def search_texts(connection: sa.Connection) -> Iterator[Violation]:
    """C1: fold every card again."""
    for record, entity in _CARDS.items():
        cards = table_of(entity)
        named = dict.fromkeys(("id", "code", "search_text", *FOUND_BY[record]))
        rows = sa.select(*(cards.c[name] for name in named)).order_by(cards.c.id).execution_options(yield_per=_AT_ONCE)
        for row in connection.execute(rows).mappings():
            folded = search_text(record, {str(name): value for name, value in row.items()})
            if folded != row["search_text"]:
                problem = f"is found by “{row['search_text']}”, but says “{folded}”"
                yield Violation("C1", record.replace("_", " "), row["id"], row["code"], problem)
