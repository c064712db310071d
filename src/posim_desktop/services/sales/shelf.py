"""Which lines of an invoice take goods from the shelf. Serves the guide's page "Goods that are not stocked"."""

from collections.abc import Mapping, Sequence

from posim_desktop.services.records import invoice_lines
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session


def settle(session: Session, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]) -> list[StoredLine]:
    """Take over into each line whether its item, which is locked, is stocked now.

    The card may have changed between being read and being locked.
    """
    settled = []
    for line in lines:
        item = None if line.item_id is None else goods.get(line.item_id)
        if item is not None and item.stocked is not line.stocked:
            invoice_lines.write(session, line.id, stocked=item.stocked)
            line = line._replace(stocked=item.stocked)  # noqa: PLW2901 - as it is written now
        settled.append(line)
    return settled
