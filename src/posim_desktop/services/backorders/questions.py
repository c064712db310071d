"""Asking a customer about a backorder, and writing down what they say.

Serves the guide's page "Needs Information".
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.backorders import questions as question_rules
from posim_desktop.domain.backorders.backorder import EventKind
from posim_desktop.domain.cards import department_questions
from posim_desktop.domain.cards.department_questions import questions_of
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import refuse, require
from posim_desktop.domain.purchasing.allocation import AllocationKind
from posim_desktop.domain.quantity import NO_UNITS
from posim_desktop.domain.why import Why
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.purchasing import allocations
from posim_desktop.services.records import backorder_rows, signatures
from posim_desktop.services.records.backorder_rows import StoredBackorder
from posim_desktop.services.session import Session, Stamp


def ask(session: Session, stamp: Stamp, *, backorder_id: int, question: str) -> Done:
    """Note what the customer has to be asked; until the answer no goods are planned or set aside for the backorder.

    What orders were to bring for it is free for others; the orders are among the changes, and
    ``queries.allocations.shrunk`` tells what was released.

    Raises:
        RefusedError: Names the field ``question``.
    """
    backorder = _lock(session, backorder_id)
    require(question_rules.ask_refusal(backorder.outstanding, backorder.question))
    asked = text.clean(question, field="question", limit=text.REASON, label=text.Label.QUESTION, blank=False)
    signed = signatures.sign(session, stamp.employee_id, asked)
    event = backorder_rows.event(stamp, EventKind.ASK, backorder_id, NO_UNITS, signed)
    released = allocations.trim_backorders(session, stamp, AllocationKind.ASKED, {backorder_id: NO_UNITS})
    backorder_rows.write_words(session, backorder_id, [event], question=asked)
    freed = sum((each.quantity for each in released), Decimal(0))
    after = {"released": freed} if freed else {}
    append(
        session,
        stamp,
        [AuditEntry(AuditAction.ASK_CUSTOMER, Record.BACKORDER, backorder_id, after=after, reason=asked)],
    )
    return done(backorder_id, *_touched(backorder), *allocations.changed_by(released))


def answer(session: Session, stamp: Stamp, *, backorder_id: int, answer: str) -> Done:
    """Write down what the customer answered: goods may be planned and set aside again.

    Raises:
        RefusedError: Names the field ``answer``.
    """
    backorder = _lock(session, backorder_id)
    require(question_rules.answer_refusal(backorder.question))
    said = text.clean(answer, field="answer", limit=text.REASON, label=text.Label.ANSWER, blank=False)
    signed = signatures.sign(session, stamp.employee_id, said)
    event = backorder_rows.event(stamp, EventKind.ANSWER, backorder_id, NO_UNITS, signed)
    backorder_rows.write_words(session, backorder_id, [event], question="")
    append(session, stamp, [AuditEntry(AuditAction.ANSWER_QUESTION, Record.BACKORDER, backorder_id, reason=said)])
    return done(backorder_id, *_touched(backorder))


def answer_each(session: Session, stamp: Stamp, *, backorder_id: int, answers: tuple[tuple[str, str], ...]) -> Done:
    """Write down what the customer answered to each of several questions; what is left blank stays to be asked.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        backorder_id: A backorder whose open question these are.
        answers: Each question with its answer.

    Raises:
        RefusedError: Names ``answer_0``, ``answer_1`` and so on: it cannot be kept, or nothing is answered at all.
    """
    backorder = _lock(session, backorder_id)
    require(question_rules.answer_refusal(backorder.question))
    said = [
        (question, text.clean(answer, field=f"answer_{place}", limit=text.REASON, label=text.Label.ANSWER))
        for place, (question, answer) in enumerate(answers)
    ]
    answered = [(question, answer) for question, answer in said if answer]
    if not answered:
        text.clean("", field="answer_0", limit=text.REASON, label=text.Label.ANSWER, blank=False)
    events, entries = [], []
    for question, answer in answered:
        for kind, words in ((EventKind.ASK, question), (EventKind.ANSWER, answer)):
            signed = signatures.sign(session, stamp.employee_id, words)
            events.append(backorder_rows.event(stamp, kind, backorder_id, NO_UNITS, signed))
        entries.append(AuditEntry(AuditAction.ANSWER_QUESTION, Record.BACKORDER, backorder_id, reason=answer))
    left = department_questions.joined([question for question, answer in said if not answer])
    if left:
        signed = signatures.sign(session, stamp.employee_id, left)
        events.append(backorder_rows.event(stamp, EventKind.ASK, backorder_id, NO_UNITS, signed))
        entries.append(AuditEntry(AuditAction.ASK_CUSTOMER, Record.BACKORDER, backorder_id, reason=left))
    backorder_rows.write_words(session, backorder_id, events, question=left)
    append(session, stamp, entries)
    return done(backorder_id, *_touched(backorder))


def ask_for_departments(session: Session, stamp: Stamp, line_ids: Sequence[int]) -> None:
    """Ask of the backorders that B lines just became what the departments of their items ask of all that is ordered."""
    asked = backorder_rows.asked_by_departments(session, line_ids)
    carry_over(
        session,
        stamp,
        {each: (department_questions.joined(questions_of(written)), "") for each, written in asked.items()},
    )


def note_will_also_take(session: Session, stamp: Stamp, *, backorder_id: int, will_also_take: str) -> Done:
    """Write down what else the customer would take instead; blank for nothing.

    Raises:
        RefusedError: Names the field ``will_also_take``.
    """
    backorder = _lock(session, backorder_id)
    noted = text.clean(will_also_take, field="will_also_take", limit=text.REASON, label=text.Label.WILL_ALSO_TAKE)
    if noted == backorder.will_also_take:
        return done(backorder_id)
    backorder_rows.write_words(session, backorder_id, will_also_take=noted)
    before, after = {"will_also_take": backorder.will_also_take}, {"will_also_take": noted}
    append(
        session,
        stamp,
        [AuditEntry(AuditAction.CHANGE_WILL_ALSO_TAKE, Record.BACKORDER, backorder_id, before, after)],
    )
    return done(backorder_id, *_touched(backorder))


def carry_over(session: Session, stamp: Stamp, said: Mapping[int, tuple[str, str]]) -> None:
    """Take over what was asked and noted on a special order to the backorders that its posting just made.

    Args:
        session: The transaction.
        stamp: When, where and by whom.
        said: The question, and what else the customer will take, by backorder; blank for none.
    """
    for backorder_id, (question, will_also_take) in said.items():
        asked = []
        if question:
            signed = signatures.sign(session, stamp.employee_id, question)
            asked = [backorder_rows.event(stamp, EventKind.ASK, backorder_id, NO_UNITS, signed)]
        if question or will_also_take:
            backorder_rows.write_words(session, backorder_id, asked, question=question, will_also_take=will_also_take)


def _lock(session: Session, backorder_id: int) -> StoredBackorder:
    backorder = backorder_rows.lock(session, [backorder_id]).get(backorder_id)
    if backorder is None:
        raise refuse(Why.NO_SUCH_BACKORDER)
    return backorder


def _touched(backorder: StoredBackorder) -> tuple[Change, ...]:
    return (
        Change(Record.BACKORDER, backorder.id),
        Change(Record.ITEM, backorder.item_id),
        Change(Record.CUSTOMER, backorder.customer_id),
    )
