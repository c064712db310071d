"""The serial numbers of goods that are sold and brought back. Serves the guide's page "Serial numbers"."""

from collections.abc import Mapping, Sequence

from posim_desktop.domain.cards.serials import (
    FIELD,
    Whereabouts,
    clean_serials,
    count_refusal,
    one_form,
    twice_refusal,
    units_refusal,
)
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError, refuse, require
from posim_desktop.domain.sales import invoice as invoice_rules
from posim_desktop.domain.sales.invoice import TransCode
from posim_desktop.domain.sales.serials import Receipt, are_asked, move_refusal
from posim_desktop.domain.why import Why
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.sales import returns as return_queries
from posim_desktop.services.records import barcode_rows, invoice_lines, invoice_rows, item_cards, serial_rows
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.serial_rows import StoredSerial
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session, Stamp


def enter(
    session: Session, _stamp: Stamp, *, line_id: int, serials: tuple[str, ...], vouched: tuple[str, ...] = ()
) -> Done:
    """Make these the serial numbers of a line of a working invoice, committed or not; there may be more to come.

    Args:
        session: The transaction.
        line_id: A line that sells or brings back goods with serial numbers.
        serials: All numbers of the line.
        vouched: Those that come back although the shop has no record of their sale; the person was told.

    Raises:
        RefusedError: At ``serials``: a number is given twice, is no number of a unit, or cannot be sold or come back.
    """
    invoice = invoice_rows.lock(session, invoice_lines.invoice_of(session, line_id))
    require(invoice_rules.edit_refusal(invoice.status, committed=False))
    lines = invoice_lines.of_invoice(session, invoice.id)
    _enter(session, invoice.id, lines, invoice_lines.find(lines, line_id), serials, vouched)
    invoice_rows.write(session, invoice.id)
    return done(invoice.id, Change(Record.INVOICE, invoice.id))


def add_scanned(session: Session, invoice_id: int, item_id: int, serials: Sequence[str]) -> None:
    """Put numbers that were scanned with goods on the line that the goods were just put on.

    A code may carry the number of a unit whose goods ask for none; that number says nothing.

    Raises:
        RefusedError: As :func:`enter`.
    """
    lines = invoice_lines.of_invoice(session, invoice_id)
    line = next(each for each in reversed(lines) if each.item_id == item_id)
    if not are_asked(item_cards.sold_item(session, item_id).serials, line.trans_code):
        return
    before = [each.serial for each in serial_rows.on_invoice(session, invoice_id) if each.line_id == line.id]
    _enter(session, invoice_id, lines, line, (*before, *serials), ())


def bring_back(session: Session, invoice_id: int, line: StoredLine, serials: Sequence[str]) -> None:
    """Put the numbers of sold units on a line that brings them back, if the shop knows them all to be sold."""
    known = serial_queries.histories(session.connection(), serials)
    found = [known.get((line.item_id or 0, one_form(serial))) for serial in serials]
    if all(history is not None and history.at is Whereabouts.SOLD for history in found):
        serial_rows.write(session, invoice_id, line.id, list(serials), [])


def _enter(
    session: Session,
    invoice_id: int,
    lines: Sequence[StoredLine],
    line: StoredLine,
    serials: Sequence[str],
    vouched: Sequence[str],
) -> None:
    card = None if line.item_id is None else item_cards.sold_item(session, line.item_id)
    if card is None or not are_asked(card.serials, line.trans_code):
        raise refuse(Why.SERIALS_NOT_ASKED, Field(FIELD))
    numbers = clean_serials(serials)
    require_no_barcodes(session, numbers)
    of_item = {each.id for each in lines if each.item_id == line.item_id and each.id != line.id}
    others = {each.form for each in serial_rows.on_invoice(session, invoice_id) if each.line_id in of_item}
    require(twice_refusal(numbers, others))
    known = serial_queries.histories(session.connection(), numbers)
    taken_back = {one_form(serial) for serial in vouched}
    receipt = _receipt(session, line)
    marked = []
    for serial in numbers:
        history = known.get((card.id, one_form(serial)))
        at = Whereabouts.UNKNOWN if history is None else history.at
        is_vouched = one_form(serial) in taken_back and at is Whereabouts.UNKNOWN
        sold_on = 0 if history is None else history.sold_on
        require(move_refusal(line.trans_code, serial, at, invoice=sold_on, vouched=is_vouched, receipt=receipt))
        if is_vouched:
            marked.append(serial)
    serial_rows.write(session, invoice_id, line.id, numbers, marked)


def require_no_barcodes(session: Session, serials: Sequence[str]) -> None:
    """See that nobody scanned the barcode of goods for a unit's number.

    Raises:
        RefusedError: At ``serials``.
    """
    for held in barcode_rows.held(session.connection(), serials):
        raise refuse(Why.SERIAL_IS_A_BARCODE, Field(FIELD), serial=held.barcode, item=held.code)


def settle(session: Session, invoice_id: int, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]) -> None:
    """See, before an invoice is posted, that each unit has its number and may be sold or come back.

    The items are locked, so that no two tills sell the same unit.

    Raises:
        RefusedError: At the cell ``serials`` of a line.
    """
    asked = [
        line for line in lines if line.item_id is not None and are_asked(goods[line.item_id].serials, line.trans_code)
    ]
    if not asked:
        return
    entered: dict[int, list[StoredSerial]] = {}
    for each in serial_rows.on_invoice(session, invoice_id):
        entered.setdefault(each.line_id, []).append(each)
    for line in asked:
        item, count = line.description, len(entered.get(line.id, ()))
        _require_at(line, units_refusal(item, line.quantity), count_refusal(item, line.quantity, count))
    _require_free(session, asked, entered)
    serial_rows.ask(session, [line.id for line in asked])


def _require_free(session: Session, asked: Sequence[StoredLine], entered: Mapping[int, Sequence[StoredSerial]]) -> None:
    """See that the units are where the lines take them from, now that nobody else moves them."""
    numbers = [each.serial for line in asked for each in entered[line.id]]
    known = serial_queries.histories(session.connection(), numbers)
    unvouched, seen = [], set[tuple[int | None, str]]()
    for line in asked:
        receipt = _receipt(session, line)
        for each in entered[line.id]:
            unit = line.item_id, each.form
            _require_at(line, twice_refusal([each.serial], {each.form} if unit in seen else ()))
            seen.add(unit)
            history = known.get((line.item_id or 0, each.form))
            at = Whereabouts.UNKNOWN if history is None else history.at
            sold_on = 0 if history is None else history.sold_on
            refusal = move_refusal(
                line.trans_code, each.serial, at, invoice=sold_on, vouched=each.vouched, receipt=receipt
            )
            _require_at(line, refusal)
            if each.vouched and (at is not Whereabouts.UNKNOWN or line.trans_code is not TransCode.RETURN):
                unvouched.append(each.id)
    serial_rows.unvouch(session, unvouched)


def _receipt(session: Session, line: StoredLine) -> Receipt | None:
    """Read which units of its goods the sale sold that a line names; None where none were noted."""
    if line.returns_line_id is None:
        return None
    connection = session.connection()
    sale = return_queries.sale(connection, invoice_lines.invoice_of(session, line.returns_line_id))
    if sale is None:
        return None
    sold = {each.id for each in invoice_lines.of_invoice(session, sale.id) if each.item_id == line.item_id}
    units = {each.form for each in serial_rows.on_invoice(session, sale.id) if each.line_id in sold}
    return Receipt(sale.number, units) if units else None


def _require_at(line: StoredLine, *refusals: Refusal | None) -> None:
    refusal = next(filter(None, refusals), None)
    if refusal is not None:
        raise RefusedError(refusal.at(Cell(FIELD, line.id)))
