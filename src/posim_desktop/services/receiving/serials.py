"""The serial numbers of the units that a delivery brings. Serves the guide's page "Serial numbers"."""

from typing import TYPE_CHECKING

from posim_desktop.domain.cards.serials import (
    FIELD,
    Serials,
    Whereabouts,
    clean_serials,
    count_refusal,
    one_form,
    receive_refusal,
    twice_refusal,
    units_refusal,
)
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving import logs as log_rules
from posim_desktop.domain.why import Why
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.serials import SerialHistory
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.receiving.shares import Delivery
from posim_desktop.services.records import item_cards, receiving_rows, serial_rows
from posim_desktop.services.records.receiving_rows import StoredReceivingLine
from posim_desktop.services.sales.serials import require_no_barcodes
from posim_desktop.services.session import Session, Stamp

if TYPE_CHECKING:
    from posim_desktop.services.records.serial_rows import StoredSerial


def enter(session: Session, stamp: Stamp, *, line_id: int, serials: tuple[str, ...]) -> Done:
    """Make these the serial numbers of what came on a line of a working log; there may be more to come.

    Raises:
        RefusedError: At ``serials``: a number is given twice, is no number of a unit, or is here or sold already.
    """
    require_permission(session, stamp, Permission.RECEIVE)
    log = receiving_rows.lock(session, receiving_rows.line(session, line_id).receiving_log_id)
    require(log_rules.edit_refusal(log.status))
    line = receiving_rows.line(session, line_id)
    if not _are_asked(session, line):
        raise refuse(Why.SERIALS_NOT_ASKED, Field(FIELD))
    _write(session, line, serials)
    receiving_rows.write(session, log.id)
    return done(log.id, Change(Record.RECEIVING_LOG, log.id))


def add_scanned(session: Session, line_id: int, serials: tuple[str, ...]) -> None:
    """Put numbers that were scanned with goods on the line of a locked log on which the goods were just counted.

    A code may carry the number of a unit whose goods ask for none when they come; that number says nothing.

    Raises:
        RefusedError: As :func:`enter`.
    """
    if not serials:
        return
    line = receiving_rows.line(session, line_id)
    if _are_asked(session, line):
        on_log = serial_rows.on_log(session, line.receiving_log_id)
        _write(session, line, (*(each.serial for each in on_log if each.line_id == line.id), *serials))


def _are_asked(session: Session, line: StoredReceivingLine) -> bool:
    return item_cards.sold_item(session, line.item_id).serials == Serials.RECEIVING


def _write(session: Session, line: StoredReceivingLine, serials: tuple[str, ...]) -> None:
    numbers = clean_serials(serials)
    require_no_barcodes(session, numbers)
    log_id = line.receiving_log_id
    of_item = {each.id for each in receiving_rows.lines_of_item(session, log_id, line.item_id)} - {line.id}
    others = {each.form for each in serial_rows.on_log(session, log_id) if each.line_id in of_item}
    require(twice_refusal(numbers, others))
    known = serial_queries.histories(session.connection(), numbers)
    for serial in numbers:
        require(_here_refusal(serial, known.get((line.item_id, one_form(serial)))))
    serial_rows.write_on_log(session, log_id, line.id, numbers)


def settle(session: Session, delivery: Delivery) -> None:
    """See, before a log is posted, that each unit has its number; the items are locked.

    Raises:
        RefusedError: At the cell ``serials`` of a line.
    """
    asked = [line for line in delivery.lines.values() if delivery.items[line.item_id].serials == Serials.RECEIVING]
    if not asked:
        return
    entered: dict[int, list[StoredSerial]] = {}
    for each in serial_rows.on_log(session, delivery.log.id):
        entered.setdefault(each.line_id, []).append(each)
    numbers = [each.serial for line in asked for each in entered.get(line.id, ())]
    known = serial_queries.histories(session.connection(), numbers)
    seen: dict[int, set[str]] = {}
    for line in asked:
        item, own = delivery.items[line.item_id].code, entered.get(line.id, [])
        _require_at(line, units_refusal(item, line.quantity), count_refusal(item, line.quantity, len(own)))
        others = seen.setdefault(line.item_id, set())
        _require_at(line, twice_refusal((each.serial for each in own), others))
        others |= {each.form for each in own}
        for each in own:
            _require_at(line, _here_refusal(each.serial, known.get((line.item_id, each.form))))
    serial_rows.ask_on_log(session, [line.id for line in asked])


def _here_refusal(serial: str, history: SerialHistory | None) -> Refusal | None:
    if history is None:
        return receive_refusal(serial, Whereabouts.UNKNOWN, invoice=0)
    return receive_refusal(serial, history.at, invoice=history.sold_on)


def _require_at(line: StoredReceivingLine, *refusals: Refusal | None) -> None:
    refusal = next(filter(None, refusals), None)
    if refusal is not None:
        raise RefusedError(refusal.at(Cell(FIELD, line.id)))
