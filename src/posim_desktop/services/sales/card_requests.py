"""Payments that a card terminal takes: stored before it is asked, ended by its answer or by a person.

Serves the guide's page "Card terminals".
"""

from posim_desktop.domain import text
from posim_desktop.domain.audit_actions import AuditAction
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import require
from posim_desktop.domain.ids import new_operation_key
from posim_desktop.domain.practice import Outside
from posim_desktop.domain.sales import card_requests as request_rules
from posim_desktop.domain.sales.card_requests import OPEN, RequestState, TerminalAnswer
from posim_desktop.domain.sales.tenders import Tender
from posim_desktop.queries.sales import tender_types
from posim_desktop.services.audit import AuditEntry, append
from posim_desktop.services.cards import practicing
from posim_desktop.services.records import card_request_rows, drawer_rows, invoice_rows, tender_rows
from posim_desktop.services.records.card_request_rows import StoredRequest
from posim_desktop.services.sales import tenders
from posim_desktop.services.sales.lines import require_seller
from posim_desktop.services.session import Session, Stamp


def ask(session: Session, stamp: Stamp, *, invoice_id: int, tender: Tender, terminal: str) -> Done:
    """Write down what a terminal is about to be asked; ``record_id`` is the request's id.

    Raises:
        RefusedError: As :func:`posim_desktop.services.sales.tenders.take`, or the terminal takes no such tender, or the
            shop is for practice.
    """
    practicing.require_outside(session, Outside.TERMINAL)
    takeable = tenders.takeable(session, stamp, invoice_id, tender, is_asked=True)
    require(request_rules.ask_refusal(takeable.tender))
    drawer_rows.hold(session, stamp, at_till=True)  # nobody counts it while the terminal is asked
    key = str(new_operation_key())
    request_id = card_request_rows.insert(session, stamp, invoice_id, takeable.tender, key, terminal)
    return done(request_id, Change(Record.INVOICE, invoice_id))


def answer(session: Session, stamp: Stamp, *, request_id: int, answer: TerminalAnswer) -> Done:
    """Write down what a terminal said; what it took stands on the invoice from now on, whatever happened meanwhile.

    What is known of a request already stays as it is.
    """
    require_seller(stamp)
    request_rules.require_answer(answer)
    request = _lock(session, request_id)
    if request.state in OPEN:
        _end(session, stamp, request, answer)
    return done(request_id, Change(Record.INVOICE, request.invoice_id))


def settle(session: Session, stamp: Stamp, *, request_id: int, taken: bool, reference: str = "") -> Done:
    """Write down what somebody read on the terminal, where it did not say itself what came of a request.

    Raises:
        RefusedError: At ``reference``: it is too long, or a card's number.
    """
    require_seller(stamp)
    reference = text.clean(reference, field="reference", limit=text.SHORT, label=text.Label.REFERENCE)
    request = _lock(session, request_id)
    if request.state in OPEN:
        found = TerminalAnswer(RequestState.APPROVED, reference) if taken else TerminalAnswer(RequestState.CANCELED)
        _end(session, stamp, request, found, settled_by=stamp.employee_id)
        after = {"amount": request.amount, "taken": taken} | ({"reference": reference} if reference else {})
        append(session, stamp, [AuditEntry(AuditAction.SETTLE_CARD, Record.INVOICE, request.invoice_id, after=after)])
    return done(request_id, Change(Record.INVOICE, request.invoice_id))


def _lock(session: Session, request_id: int) -> StoredRequest:
    """Lock a request by its invoice, and read it again."""
    invoice_rows.lock(session, card_request_rows.find(session, request_id).invoice_id)
    return card_request_rows.find(session, request_id)


def _end(
    session: Session, stamp: Stamp, request: StoredRequest, found: TerminalAnswer, *, settled_by: int | None = None
) -> None:
    if found.state is not RequestState.APPROVED:
        card_request_rows.write(session, stamp, request.id, TerminalAnswer(found.state), settled_by)
        return
    card = tender_types.card_of(session.connection(), request.type_id)
    tender = card.paying(request.amount, request_rules.safe_reference(found.reference))
    card_request_rows.write(session, stamp, request.id, TerminalAnswer(found.state, tender.reference), settled_by)
    standing = tender_rows.of_invoice(session, request.invoice_id)
    tender_rows.insert(session, stamp, request.invoice_id, standing, [tender])
