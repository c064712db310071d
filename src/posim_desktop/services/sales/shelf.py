"""Which lines of an invoice take goods from the shelf. Serves the guide's page "Goods that are not stocked"."""

from collections.abc import Mapping, Sequence

from posim_desktop.services.records import invoice_lines
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.records.stock import ItemStock
from posim_desktop.services.session import Session


def settle(session: Session, lines: Sequence[StoredLine], goods: Mapping[int, ItemStock]) -> list[StoredLine]:
    """Say of each line what the card of its item, which is locked, says now.

    A card may have been rewritten between the look at it and the line that was made of it.
    """
    settled = []
    for line in lines:
        item = None if line.item_id is None else goods.get(line.item_id)
        if item is not None and item.stocked is not line.stocked:
            invoice_lines.write(session, line.id, stocked=item.stocked)
            line = line._replace(stocked=item.stocked)  # noqa: PLW2901 - as it is written now
        settled.append(line)
    return settled
