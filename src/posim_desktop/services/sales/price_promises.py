"""The price at pick-up of what was specially ordered: up to what was promised, above it by the customer's word.

Serves the guide's page on special orders.
"""

from posim_desktop.domain import text
from posim_desktop.domain.errors import require
from posim_desktop.domain.sales import special_orders as rules
from posim_desktop.services.records import price_words
from posim_desktop.services.records.invoice_lines import StoredLine
from posim_desktop.services.session import Session, Stamp


def keep(session: Session, stamp: Stamp, line: StoredLine, word: str | None) -> bool:
    """See that a line that fills a backorder keeps the price promised for it, or that its customer gave their word.

    Args:
        session: The transaction, which holds the lock of the invoice.
        stamp: When, where and by whom.
        line: As it is to be.
        word: What the customer said; None where nobody asked them.

    Returns:
        Whether the price is one that was promised to be possible, so that nobody has to allow it.

    Raises:
        RefusedError: At ``customer_word``: it is above the promise, and the customer did not agree to it.
    """
    promise = None if line.fills_backorder_id is None else price_words.promise(session, line.fills_backorder_id)
    if promise is None or line.fills_backorder_id is None:
        return False
    if line.unit_price <= promise.agreed:
        return line.unit_price <= promise.most
    said = text.clean(word or "", field="customer_word", limit=text.REASON, label=text.Label.CUSTOMER_WORD, blank=True)
    require(rules.price_refusal(promise, line.unit_price, said))
    price_words.insert(session, stamp, line.fills_backorder_id, line.unit_price, said)
    return False
