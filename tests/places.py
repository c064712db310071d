"""The places of refusals in the short notation of the models and tables of cases: ``"rcv:17:42"``."""

from posim_desktop.domain.errors import Cell, Field, Refusal


def place(refusal: Refusal) -> str:
    """Write where a refusal points: a field, a cell as ``column:line[:backorder]``, ``""`` for the whole action."""
    match refusal.where:
        case Field(name):
            return name
        case Cell(column, line, backorder):
            return ":".join([column, str(line), *([] if backorder is None else [str(backorder)])])
        case _:
            return ""
