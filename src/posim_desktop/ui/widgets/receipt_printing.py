"""This workstation's receipt printer: which it is, what it prints on and when, and sending jobs to it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSettings

from posim_desktop.domain.sales.print_jobs import PrintWish, SendingEnd
from posim_desktop.printing.letters import TABLES, WESTERN
from posim_desktop.printing.sales.receipt_printer import HangsError, OfflineError, PartlyTakenError, send
from posim_desktop.printing.strip import Strip, StripPaper
from posim_desktop.ui.refusals import words_of_failure

_WHERE = "printing/receipt_printer"
_COLUMNS, _TABLE = "printing/columns", "printing/letters"
_RECEIPT, _DRAWER = "printing/each_receipt", "printing/drawer"
COLUMNS = (32, 42, 48)
"""Letters on a line: of 58 mm paper, and of 80 mm paper on two kinds of printers."""


def receipt_printer() -> str:
    """Tell where this user's receipts go; empty when there is no receipt printer."""
    return str(QSettings().value(_WHERE, ""))


def use_receipt_printer(where: str) -> None:
    """Send receipts there from now on."""
    QSettings().setValue(_WHERE, where)


def strip_paper() -> StripPaper:
    """Tell what this user's receipts are printed on, and which letters the printer has."""
    written, usual = QSettings(), StripPaper()
    columns, name = str(written.value(_COLUMNS, "")), written.value(_TABLE, "")
    chosen = int(columns) if columns.isdecimal() and int(columns) in COLUMNS else usual.columns
    return StripPaper(chosen, next((table for table in TABLES if table.name == name), WESTERN))


def use_strip_paper(paper: StripPaper) -> None:
    """Print receipts on such paper from now on."""
    QSettings().setValue(_COLUMNS, paper.columns)
    QSettings().setValue(_TABLE, paper.table.name)


def print_wish() -> PrintWish | None:
    """Tell what is printed of each invoice that is posted here; None without a receipt printer."""
    where = receipt_printer()
    return PrintWish(where, receipt=prints_each_receipt(), drawer=opens_for_cash()) if where else None


def prints_each_receipt() -> bool:
    """Tell whether a receipt follows each posting by itself."""
    return _is_on(_RECEIPT)


def opens_for_cash() -> bool:
    """Tell whether the drawer opens when cash moves."""
    return _is_on(_DRAWER)


def use_wish(*, receipt: bool, drawer: bool) -> None:
    """Follow a posting with its receipt, and with the drawer, from now on."""
    QSettings().setValue(_RECEIPT, "1" if receipt else "0")
    QSettings().setValue(_DRAWER, "1" if drawer else "0")


def _is_on(key: str) -> bool:
    return str(QSettings().value(key, "1")) != "0"


class Sent(NamedTuple):
    """What came of sending a job: how it ended, and why it is not printed."""

    end: SendingEnd
    why: str = ""


def sent(
    strips: Sequence[Strip], paper: StripPaper, where: str, *, opens_drawer: bool = False, spells_out: bool
) -> Sent:
    """Encode a job for its printer and send it; call it in a thread of its own, as a printer that is off answers late.

    Args:
        strips: What is printed, each cut off by itself; none opens the drawer only.
        paper: What it is printed on.
        where: The printer.
        opens_drawer: Whether the drawer opens.
        spells_out: Whether letters that cannot be printed are spelled out; otherwise nothing is printed.
    """
    from posim_desktop.printing.escpos import drawer_job, printer_job  # noqa: PLC0415 - when first printed

    jobs = [printer_job(strip, paper, opens_drawer=opens_drawer) for strip in strips] or [drawer_job()]
    missing = tuple(dict.fromkeys(letter for job in jobs for letter in job.missing))
    if missing and not spells_out:
        words = QCoreApplication.translate("Sending", "No letters for {letters}")
        return Sent(SendingEnd.NOT_PRINTABLE, words.format(letters=letters_named(missing)))
    try:
        send(b"".join(job.content for job in jobs), where)
    except PartlyTakenError as error:
        return Sent(SendingEnd.PART_TAKEN, _stopped_by(error))
    except OSError as error:
        return Sent(SendingEnd.NOTHING_TAKEN, words_of_failure(error))
    return Sent(SendingEnd.TAKEN)


def _stopped_by(error: PartlyTakenError) -> str:
    """Say why a printer stopped on the way, as the end of a sentence."""
    match error.__cause__:
        case OfflineError():
            return QCoreApplication.translate("Sending", "it is offline; its paper may be out or its cover open")
        case HangsError():
            return QCoreApplication.translate("Sending", "it does not say that it has everything; it may hang")
        case OSError() as cause:
            return words_of_failure(cause)
        case _:
            return words_of_failure(error)


def letters_named(letters: tuple[str, ...]) -> str:
    """Name letters, with their numbers too, as they may not be visible here."""
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
