"""Employees: who may sign for what."""

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.orm.base import Base, Column, HasId, column, table


class Employee(HasId, Base):
    """A person who works here; ``code`` is the short name they log in with, their PIN is a row of its own."""

    __tablename__ = "employees"
    __table_args__ = table()

    code: Column[str] = column(sa.String(text.CODE), unique=True)
    name: Column[str] = column(sa.String(text.NAME), index=True)
    role: Column[str] = column(sa.String(text.CODE), sa.ForeignKey("roles.code"))
    archived: Column[bool]
    version: Column[int]
    badge: Column[str | None] = column(sa.String(text.CODE), unique=True, index=True)
    search_text: Column[str] = column(sa.DefaultClause(""))
