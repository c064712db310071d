"""What customers answered to the questions of departments. Serves the guide's page "Needs Information"."""

from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.cards.department_questions import questions_of
from posim_desktop.orm import (
    Allocation,
    Backorder,
    Department,
    Item,
    PurchaseOrderLine,
    SpecialOrderAnswer,
    SpecialOrderLine,
)


class Asked(NamedTuple):
    """A question and its answer, blank while it is open."""

    question: str
    answer: str


_ANSWERS = sa.select(SpecialOrderAnswer.question, SpecialOrderAnswer.answer).order_by(
    SpecialOrderAnswer.line_id, SpecialOrderAnswer.position
)
_OF_LINE = _ANSWERS.where(SpecialOrderAnswer.line_id == sa.bindparam("line"))
_OF_BACKORDER = (
    _ANSWERS.join(SpecialOrderLine, SpecialOrderLine.id == SpecialOrderAnswer.line_id)
    .join(Backorder, Backorder.source_line_id == SpecialOrderLine.invoice_line_id)
    .where(Backorder.id == sa.bindparam("backorder"))
)
_QUESTIONS = (
    sa.select(Department.questions)
    .select_from(SpecialOrderLine)
    .outerjoin(Item, Item.id == SpecialOrderLine.item_id)
    .join(Department, Department.id == sa.func.coalesce(Item.department_id, SpecialOrderLine.department_id))
    .where(SpecialOrderLine.id == sa.bindparam("line"))
)
_ON_SPECIAL_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(SpecialOrderLine.id, SpecialOrderAnswer.question, SpecialOrderAnswer.answer)
    .join(SpecialOrderAnswer, SpecialOrderAnswer.line_id == SpecialOrderLine.id)
    .where(SpecialOrderLine.special_order_id == sa.bindparam("order"))
    .order_by(SpecialOrderLine.position, SpecialOrderAnswer.position)
)
_ON_PURCHASE_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(PurchaseOrderLine.id, SpecialOrderAnswer.question, SpecialOrderAnswer.answer)
    .join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .join(SpecialOrderLine, SpecialOrderLine.invoice_line_id == Backorder.source_line_id)
    .join(SpecialOrderAnswer, SpecialOrderAnswer.line_id == SpecialOrderLine.id)
    .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
    .order_by(PurchaseOrderLine.position, Backorder.id, SpecialOrderAnswer.position)
)


def asked_of_line(connection: sa.Connection, line_id: int) -> tuple[Asked, ...]:
    """List what is asked of a line of a special order; what was answered stays when the department's card changes."""
    answers = dict(connection.execute(_OF_LINE, {"line": line_id}).all())
    asked = questions_of(connection.scalar(_QUESTIONS, {"line": line_id}) or "")
    return tuple(Asked(each, answers.get(each, "")) for each in dict.fromkeys((*asked, *answers)))


def of_backorder(connection: sa.Connection, backorder_id: int) -> tuple[Asked, ...]:
    """List what was answered before a backorder was promised."""
    return tuple(Asked(*row) for row in connection.execute(_OF_BACKORDER, {"backorder": backorder_id}))


def on_special_order(connection: sa.Connection, special_order_id: int) -> dict[int, tuple[Asked, ...]]:
    """List the answers of a special order by line, for its confirmation."""
    return _by_line(connection, _ON_SPECIAL_ORDER, special_order_id)


def on_purchase_order(connection: sa.Connection, purchase_order_id: int) -> dict[int, tuple[Asked, ...]]:
    """List the answers of whom a purchase order is to serve by its lines, for the vendor to read."""
    return _by_line(connection, _ON_PURCHASE_ORDER, purchase_order_id)


def _by_line(
    connection: sa.Connection, chosen: sa.Select[*tuple[Any, ...]], order_id: int
) -> dict[int, tuple[Asked, ...]]:
    found: dict[int, tuple[Asked, ...]] = {}
    for line_id, question, answer in connection.execute(chosen, {"order": order_id}):
        found[line_id] = (*found.get(line_id, ()), Asked(question, answer))
    return found
