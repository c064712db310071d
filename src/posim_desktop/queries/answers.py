"""What customers answered to the questions of departments, and what else they would take.

Serves the guide's page "Needs Information".
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards.department_questions import joined, questions_of
from posim_desktop.orm import (
    Allocation,
    Backorder,
    BackorderEvent,
    Department,
    InvoiceLine,
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
_answer = sa.alias(BackorderEvent.__table__, "answer")
_before = sa.alias(BackorderEvent.__table__, "asked_before")
_QUESTION_OF_ANSWER = (
    sa.select(_before.c.reason)
    .where(_before.c.backorder_id == _answer.c.backorder_id, _before.c.kind == str(EventKind.ASK))
    .where(_before.c.id < _answer.c.id)
    .order_by(_before.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_is_answer = sa.and_(_answer.c.backorder_id == Backorder.id, _answer.c.kind == str(EventKind.ANSWER))
_SAID_ON_PURCHASE_ORDER: sa.Select[*tuple[Any, ...]] = (
    sa.select(PurchaseOrderLine.id, _QUESTION_OF_ANSWER, _answer.c.reason)
    .join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .join(_answer, _is_answer)
    .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"))
    .order_by(PurchaseOrderLine.position, Backorder.id, _answer.c.id)
)
_SAID_ON_INVOICES: sa.Select[*tuple[Any, ...]] = (
    sa.select(InvoiceLine.id, _QUESTION_OF_ANSWER, _answer.c.reason)
    .join(Backorder, Backorder.id == InvoiceLine.fills_backorder_id)
    .join(_answer, _is_answer)
    .where(InvoiceLine.invoice_id.in_(sa.bindparam("invoices", expanding=True)))
    .order_by(InvoiceLine.id, _answer.c.id)
)
_ASKED_NOW = (
    sa.select(Backorder.question, Department.questions)
    .select_from(Backorder)
    .join(Item, Item.id == Backorder.item_id)
    .outerjoin(Department, Department.id == Item.department_id)
    .where(Backorder.id == sa.bindparam("backorder"))
)
_ON_INVOICES: sa.Select[*tuple[Any, ...]] = (
    sa.select(InvoiceLine.id, SpecialOrderAnswer.question, SpecialOrderAnswer.answer)
    .join(Backorder, Backorder.id == InvoiceLine.fills_backorder_id)
    .join(SpecialOrderLine, SpecialOrderLine.invoice_line_id == Backorder.source_line_id)
    .join(SpecialOrderAnswer, SpecialOrderAnswer.line_id == SpecialOrderLine.id)
    .where(InvoiceLine.invoice_id.in_(sa.bindparam("invoices", expanding=True)))
    .order_by(InvoiceLine.id, SpecialOrderAnswer.position)
)
_ALSO_TAKEN = (
    sa.select(PurchaseOrderLine.id, Backorder.will_also_take)
    .join(Allocation, Allocation.purchase_order_line_id == PurchaseOrderLine.id)
    .join(Backorder, Backorder.id == Allocation.backorder_id)
    .where(PurchaseOrderLine.purchase_order_id == sa.bindparam("order"), Backorder.will_also_take != "")
    .order_by(PurchaseOrderLine.position, Backorder.id)
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
    return _by_line(connection.execute(_ON_SPECIAL_ORDER, {"order": special_order_id}))


def on_purchase_order(connection: sa.Connection, purchase_order_id: int) -> dict[int, tuple[Asked, ...]]:
    """List the answers of whom a purchase order is to serve by its lines, for the vendor to read."""
    place = {"order": purchase_order_id}
    before, said = (connection.execute(each, place).all() for each in (_ON_PURCHASE_ORDER, _SAID_ON_PURCHASE_ORDER))
    return _by_line([*before, *said])


def on_invoices(connection: sa.Connection, invoice_ids: Sequence[int]) -> dict[int, tuple[Asked, ...]]:
    """List the answers by the lines of invoices on which the goods wait."""
    place = {"invoices": list(invoice_ids)}
    before, said = (connection.execute(each, place).all() for each in (_ON_INVOICES, _SAID_ON_INVOICES))
    return _by_line([*before, *said])


def open_questions(connection: sa.Connection, backorder_id: int) -> tuple[str, ...]:
    """Split the open question of a backorder into those that its department asks; any other is one question."""
    row = connection.execute(_ASKED_NOW, {"backorder": backorder_id}).one_or_none()
    if row is None or not row.question:
        return ()
    still = tuple(each for each in questions_of(row.questions or "") if each in row.question)
    return still if joined(still) == row.question else (row.question,)


def also_taken(connection: sa.Connection, purchase_order_id: int) -> dict[int, tuple[str, ...]]:
    """List by the lines of a purchase order what else whom it serves would take, each once."""
    found: dict[int, dict[str, None]] = {}
    for line_id, what in connection.execute(_ALSO_TAKEN, {"order": purchase_order_id}):
        found.setdefault(line_id, {})[what] = None
    return {line_id: tuple(each) for line_id, each in found.items()}


def _by_line(rows: Iterable[sa.Row[*tuple[Any, ...]]]) -> dict[int, tuple[Asked, ...]]:
    found: dict[int, tuple[Asked, ...]] = {}
    for line_id, question, answer in rows:
        found[line_id] = (*found.get(line_id, ()), Asked(question, answer))
    return found
