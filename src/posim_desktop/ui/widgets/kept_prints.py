"""Prints that are written down as print jobs, on large paper and on receipts. Serves "Print jobs" in the guide."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from posim_desktop.domain.changes import Done
from posim_desktop.domain.preferences import ShopPreferences
from posim_desktop.domain.sales.print_jobs import Printing, PrintSubject, SendingEnd
from posim_desktop.printing.escpos import printer_job
from posim_desktop.printing.pages import Pages
from posim_desktop.printing.strip import Strip
from posim_desktop.queries import print_jobs as queries
from posim_desktop.services.sales import print_jobs
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.widgets.print_preview import PaperForm, ReceiptForm
from posim_desktop.ui.widgets.receipt_printing import receipt_printer, strip_paper

_FIRST_ATTEMPT = 1


def kept_print(
    window: QWidget,
    operations: Operations,
    lay_out: Callable[[ShopPreferences], Pages],
    subjects: Sequence[PrintSubject],
    printing: Printing,
) -> PaperForm:
    """Write down what is printed on large paper: a job of each subject.

    Args:
        window: Where it is said what goes wrong.
        operations: The road to the shop.
        lay_out: Lays it out once more, where it says that it is a copy as such.
        subjects: The documents that are printed together.
        printing: As what.
    """
    begun: list[int] = []

    def begin(printer: str) -> tuple[int, bool] | None:
        begun.clear()
        for of in subjects:
            done = operations.run(window, partial(print_jobs.begin_paper, of=of, printing=printing, printer=printer))
            if not isinstance(done, Done):
                end(0, taken=False)
                return None
            begun.append(done.record_id)
        return begun[0], operations.read(queries.is_copy, begun[0])

    def end(_first: int, taken: bool) -> None:  # noqa: FBT001 - called back
        came_of = SendingEnd.TAKEN if taken else SendingEnd.NOT_PRINTABLE
        why = "" if taken else QCoreApplication.translate("Sending", "the printer did not take it")
        for job_id in begun:
            verb = partial(print_jobs.end, job_id=job_id, attempt=_FIRST_ATTEMPT, end=came_of, reason=why)
            operations.run(window, verb)

    return PaperForm(begin, end, lay_out)


def kept_receipt(
    window: QWidget,
    operations: Operations,
    strips: Sequence[Strip],
    subjects: Sequence[PrintSubject],
    printing: Printing,
) -> ReceiptForm:
    """Have the worker print something on receipt paper: a job of each subject; ``strips`` are what it will print."""

    def order(spells_out: bool) -> bool:  # noqa: FBT001 - called back
        where = receipt_printer()
        verb = partial(print_jobs.order, printing=printing, printer=where, spells_out=spells_out)
        return all(isinstance(operations.run(window, partial(verb, of=of)), Done) for of in subjects)

    paper = strip_paper()
    missing = dict.fromkeys(letter for strip in strips for letter in printer_job(strip, paper).missing)
    return ReceiptForm(tuple(missing), order)
