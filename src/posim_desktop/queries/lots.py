"""Finding documents by the dye lot of goods on them. Serves the guide's pages on receiving and invoices."""

import sqlalchemy as sa

from posim_desktop.orm import BackorderEvent, InvoiceLine, ReceivingLine


def logs_with(word: str) -> sa.Select[int]:
    """Choose the receiving logs that brought goods of a lot."""
    return sa.select(ReceivingLine.receiving_log_id).where(ReceivingLine.lot == word.upper())


def invoices_with(word: str) -> sa.Select[int]:
    """Choose the invoices with goods that came of a lot for somebody, wherever they moved since."""
    return (
        sa.select(InvoiceLine.invoice_id)
        .join(BackorderEvent, BackorderEvent.backorder_id == InvoiceLine.fills_backorder_id)
        .join(ReceivingLine, ReceivingLine.id == BackorderEvent.receiving_line_id)
        .where(ReceivingLine.lot == word.upper())
    )
