"""What the shop takes as payment."""

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.tenders import OF_SHOP
from posim_desktop.orm.base import Base, Column, HasId, check, column, table

_KINDS = ", ".join(f"'{kind}'" for kind in OF_SHOP)


class TenderType(HasId, Base):
    """A tender by the shop's own name; ``position`` is its place in Pay. Payments keep what they were paid by."""

    __tablename__ = "tender_types"
    __table_args__ = table(
        check("kind_known", f"kind IN ({_KINDS})"),
        check("only_cash_rounds", "NOT rounds OR kind = 'cash'"),
        check("only_cards_by_terminal", "NOT by_terminal OR kind = 'card'"),
    )

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.TENDER))
    kind: Column[str] = column(sa.String(text.CODE))
    position: Column[int]
    opens_drawer: Column[bool]
    asks_reference: Column[bool]
    gives_change: Column[bool]
    rounds: Column[bool]
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))
    by_terminal: Column[bool]
