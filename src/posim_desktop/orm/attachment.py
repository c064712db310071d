"""Pictures and files beside what customers ordered."""

from datetime import datetime

import sqlalchemy as sa

from posim_desktop.domain import text
from posim_desktop.domain.backorders.attachments import MAX_BYTES, AttachmentKind
from posim_desktop.orm.base import Base, Column, HasId, check, column, index_of_given, one_of, table


class Attachment(HasId, Base):
    """A picture or file, whole: beside a backorder, or a line of a special order, which its backorder shows too."""

    __tablename__ = "attachments"
    __table_args__ = table(
        one_of("kind", AttachmentKind),
        check("beside_one_thing", "(backorder_id IS NULL) <> (special_order_line_id IS NULL)"),
        check("content_range", f"length(content) BETWEEN 1 AND {MAX_BYTES}"),
        index_of_given("backorder_id"),
        index_of_given("special_order_line_id"),
    )

    backorder_id: Column[int | None] = column(sa.ForeignKey("backorders.id"))
    special_order_line_id: Column[int | None] = column(sa.ForeignKey("special_order_lines.id"))
    name: Column[str] = column(sa.String(text.NAME))
    kind: Column[str] = column(sa.String(text.CODE))
    content: Column[bytes] = column(sa.LargeBinary())
    employee_id: Column[int] = column(sa.ForeignKey("employees.id"))
    at: Column[datetime]
