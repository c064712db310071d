"""The serial numbers of the units that go back to their vendor. Serves the guide's page "Serial numbers"."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from posim_desktop.domain.cards.serials import (
    FIELD,
    Serials,
    Whereabouts,
    clean_serials,
    count_refusal,
    leave_refusal,
    one_form,
    twice_refusal,
    units_refusal,
)
from posim_desktop.domain.changes import Change, Done, Record, done
from posim_desktop.domain.errors import Cell, Field, Refusal, RefusedError, refuse, require
from posim_desktop.domain.permits import Permission
from posim_desktop.domain.receiving import vendor_returns as return_rules
from posim_desktop.domain.receiving.vendor_returns import GoingBack
from posim_desktop.domain.why import Why
from posim_desktop.queries import serials as serial_queries
from posim_desktop.queries.serials import SerialHistory
from posim_desktop.services.people.permissions import require_permission
from posim_desktop.services.records import item_cards, receiving_rows, serial_rows, vendor_return_rows
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.sales.serials import require_no_barcodes
from posim_desktop.services.session import Session, Stamp

if TYPE_CHECKING:
    from posim_desktop.services.records.serial_rows import StoredSerial


def enter(session: Session, stamp: Stamp, *, line_id: int, serials: tuple[str, ...]) -> Done:
    """Make these the serial numbers of what goes back on a line of a working return; there may be more to come.

    Raises:
        RefusedError: At ``serials``: a number is given twice, is no number of a unit, was sold or went back already, or
            is of no unit that the line's delivery brought.
    """
    require_permission(session, stamp, Permission.RETURN_TO_VENDOR)
    return_id = vendor_return_rows.line(session, line_id).vendor_return_id
    require(return_rules.edit_refusal(vendor_return_rows.lock(session, return_id).status))
    going = {each.line_id: each for each in vendor_return_rows.going_back(session, return_id)}
    line = going[line_id]
    if item_cards.sold_item(session, line.item_id).serials == Serials.NONE:
        raise refuse(Why.SERIALS_NOT_ASKED, Field(FIELD))
    numbers = clean_serials(serials)
    require_no_barcodes(session, numbers)
    others = {
        each.form
        for each in serial_rows.on_return(session, return_id)
        if each.line_id != line_id and going[each.line_id].item_id == line.item_id
    }
    require(twice_refusal(numbers, others))
    known = serial_queries.histories(session.connection(), numbers)
    brought = _brought(session, [line])
    for serial in numbers:
        require(_refusal(line, serial, known, brought))
    serial_rows.write_on_return(session, return_id, line_id, numbers)
    vendor_return_rows.write(session, return_id)
    return done(return_id, Change(Record.VENDOR_RETURN, return_id))


def settle(session: Session, vendor_return_id: int, sent: Sequence[GoingBack], items: Mapping[int, ItemStock]) -> None:
    """See, before a return is posted, that each unit has its number and is here; the items are locked.

    Raises:
        RefusedError: At the cell ``serials`` of a line.
    """
    asked = [line for line in sent if items[line.item_id].serials != Serials.NONE]
    if not asked:
        return
    entered: dict[int, list[StoredSerial]] = {}
    for each in serial_rows.on_return(session, vendor_return_id):
        entered.setdefault(each.line_id, []).append(each)
    numbers = [each.serial for line in asked for each in entered.get(line.line_id, ())]
    known = serial_queries.histories(session.connection(), numbers)
    brought = _brought(session, asked)
    seen = set[tuple[int, str]]()
    for line in asked:
        own = entered.get(line.line_id, [])
        _require_at(line, units_refusal(line.item, line.quantity), count_refusal(line.item, line.quantity, len(own)))
        for each in own:
            unit = line.item_id, each.form
            _require_at(line, twice_refusal([each.serial], {each.form} if unit in seen else ()))
            seen.add(unit)
            _require_at(line, _refusal(line, each.serial, known, brought))
    serial_rows.ask_on_return(session, [line.line_id for line in asked])


def _brought(session: Session, lines: Sequence[GoingBack]) -> dict[int, Collection[str]]:
    """Read which units came on the delivery lines that were asked for their numbers, in their one form."""
    named = (line.receiving_line_id for line in lines if line.receiving_line_id is not None)
    came = [receiving_rows.line(session, each) for each in sorted(set(named))]
    units: dict[int, set[str]] = {}
    for log_id in sorted({line.receiving_log_id for line in came}):
        for each in serial_rows.on_log(session, log_id):
            units.setdefault(each.line_id, set()).add(each.form)
    return {line.id: units[line.id] for line in came if line.id in units}


def _refusal(
    line: GoingBack,
    serial: str,
    known: Mapping[tuple[int, str], SerialHistory],
    brought: Mapping[int, Collection[str]],
) -> Refusal | None:
    """Say why the unit with a number cannot go back on a line, or None."""
    came = None if line.receiving_line_id is None else brought.get(line.receiving_line_id)
    if came is not None and one_form(serial) not in came:
        return Refusal(Why.UNIT_NOT_OF_LINE, Field(FIELD), serial=serial)
    history = known.get((line.item_id, one_form(serial)))
    if history is None:
        return leave_refusal(serial, Whereabouts.UNKNOWN, invoice=0)
    return leave_refusal(serial, history.at, invoice=history.sold_on)


def _require_at(line: GoingBack, *refusals: Refusal | None) -> None:
    refusal = next(filter(None, refusals), None)
    if refusal is not None:
        raise RefusedError(refusal.at(Cell(FIELD, line.line_id)))
