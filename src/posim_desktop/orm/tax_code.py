"""Tax codes: what is taxed at which rate."""

from decimal import Decimal

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, check, column, table
from posim_desktop.orm.types import Percent


class TaxCode(HasId, Base):
    """A tax rate in percent under a short code."""

    __tablename__ = "tax_codes"
    __table_args__ = table(check("rate_range", "rate BETWEEN 0 AND 1000000"))

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME))
    rate: Column[Decimal] = column(Percent())
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))
