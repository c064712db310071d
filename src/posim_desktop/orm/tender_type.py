"""What the shop takes as payment."""

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.sales.tenders import TenderKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, one_of, table


class TenderType(HasId, Base):
    """A tender by the shop's own name; ``position`` is its place in Pay. Payments keep what they were paid by."""

    __tablename__ = "tender_types"
    __table_args__ = table(one_of("kind", TenderKind), check("only_cash_rounds", "NOT rounds OR kind = 'cash'"))

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
