"""How a discount is written, at the till and on the Processed Invoice. Serves the guide's page "Sell"."""

from collections.abc import Callable
from decimal import Decimal

from posim_desktop.queries.sales.invoices import ProcessedLine, WorkingLine
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
