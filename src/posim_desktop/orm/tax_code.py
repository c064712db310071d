"""Tax codes: what is taxed, by which taxes and at which rates."""

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.tax import Taxes
from posim_desktop.orm.base import Base, Column, HasId, check, column, table
from posim_desktop.orm.types import TaxesOfCode


class TaxCode(HasId, Base):
    """One to four taxes under a short code, as they are charged today; a line keeps those that it was made with."""

    __tablename__ = "tax_codes"
    __table_args__ = table(check("taxes_named", "taxes <> ''"))

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME))
    taxes: Column[Taxes] = column(TaxesOfCode())
    archived: Column[bool]
    version: Column[int]
    search_text: Column[str] = column(sa.DefaultClause(""))
