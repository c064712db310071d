"""How a discount is written, at the till and on the Processed Invoice. Serves the guide's page "Sell"."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from posim_desktop.queries.sales.processed_invoices import ProcessedDetails, ProcessedLine
from posim_desktop.queries.sales.working_rows import WorkingDetails, WorkingLine
from posim_desktop.ui import formatting


def written(line: WorkingLine | ProcessedLine, write: Callable[[Decimal], str]) -> str:
    """Write a line's discount as it was asked: a percentage or an amount; nothing where there is none."""
    if line.discount_percent is not None:
        return f"{formatting.quantity(line.discount_percent)}%"
    return write(line.discount) if line.discount else ""


def explained(line: WorkingLine | ProcessedLine) -> str:
    """Write it with the reason that the line keeps."""
    discount = written(line, formatting.money)
    return f"{discount} – {line.discount_reason}" if line.discount_reason else discount


def of_sale(invoice: WorkingDetails | ProcessedDetails) -> list[tuple[str, str]]:
    """Write the discount on the whole sale as caption and amount, below the subtotal; nothing where there is none."""
    if not invoice.discount:
        return []
    percent, words = invoice.discount.percent, QCoreApplication.translate("discount_words", "Discount")
    if percent is not None:
        with_percent = QCoreApplication.translate("discount_words", "Discount {percent}%")
        words = with_percent.format(percent=formatting.quantity(percent))
    return [(words, formatting.money(-invoice.off_sale))]
