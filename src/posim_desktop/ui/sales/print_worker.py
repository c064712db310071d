"""Prints what waits for this workstation. Serves the guide's page "Print jobs"."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from typing_extensions import override

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Refusal
from posim_desktop.domain.sales.print_jobs import Printing, SendingEnd, opens_drawer
from posim_desktop.domain.why import Why
from posim_desktop.printing.strip import Strip
from posim_desktop.queries import print_jobs as queries
from posim_desktop.queries.print_jobs import ToPrint
from posim_desktop.services.sales import print_jobs
from posim_desktop.ui.operations import Operations
from posim_desktop.ui.refusals import words_of
from posim_desktop.ui.widgets.outbox_worker import Outbox, OutboxWorker
from posim_desktop.ui.widgets.paper_writing import WRITING
from posim_desktop.ui.widgets.receipt_printing import Sent, sent, strip_paper

_GIVES_UP_MS = 90_000  # a port of Windows can hold its thread for ever
_JOBS = Outbox(
    Record.PRINT_JOB,
    queries.due,
    lambda job_id: partial(print_jobs.take, job_id=job_id),
    queries.taken,
    thread="receipt printer",
)


class PrintWorker(OutboxWorker[ToPrint, Sent]):
    """Prints one job after the other; a printer that does not answer is given up."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations, _JOBS)
        self._job: ToPrint | None = None
        self._patience = QTimer(self, singleShot=True, interval=_GIVES_UP_MS)
        self._patience.timeout.connect(self._on_patience_ended)

    @override
    def send(self, taken: ToPrint) -> None:
        self._job = taken
        opens = opens_drawer(taken.at, taken.tried_at, wanted=taken.opens_drawer and not taken.is_copy)
        if taken.printing is Printing.DRAWER and not opens:
            self.came_back(Sent(SendingEnd.NOT_PRINTABLE, self.tr("Too late to open the drawer.")))
            return
        if taken.printing.is_of_goods and taken.slip is None:
            self.came_back(Sent(SendingEnd.NOT_PRINTABLE, self.tr("These goods wait no more.")))
            return
        if taken.printing.is_x and taken.day is not None and taken.day.row.number is not None:
            self.came_back(Sent(SendingEnd.NOT_PRINTABLE, words_of(Refusal(Why.X_OF_A_CLOSED_DAY))))
            return
        strips, paper = _strips(taken), strip_paper()
        work = partial(sent, strips, paper, taken.printer, opens_drawer=opens, spells_out=taken.spells_out)
        self._patience.start()
        self.hand_over(work)

    @override
    def unforeseen(self) -> Sent:
        return Sent(SendingEnd.NOT_PRINTABLE, self.tr("The log file says why."))

    @override
    def came_back(self, came_of: Sent) -> None:
        self._patience.stop()
        job, self._job = self._job, None
        if job is not None:
            self.end(partial(print_jobs.end, job_id=job.id, attempt=job.attempt, end=came_of.end, reason=came_of.why))

    def _on_patience_ended(self) -> None:
        self.came_back(Sent(SendingEnd.PART_TAKEN, self.tr("The printer does not answer.")))


def _strips(job: ToPrint) -> Sequence[Strip]:
    """Lay out what a job prints; nothing for the drawer. What lays it out is loaded when it is first printed."""
    paper = strip_paper()
    if job.slip is not None:
        from posim_desktop.ui.sales.pickup_prints import goods_strips  # noqa: PLC0415 - see above

        return goods_strips(job.slip, job.boxes)
    if job.statement is not None:
        from posim_desktop.printing.sales.statement import statement_strip  # noqa: PLC0415 - see above
        from posim_desktop.ui.cards.statement import WRITING as STATEMENT_WRITING  # noqa: PLC0415 - see above

        return [statement_strip(job.statement, job.shop, STATEMENT_WRITING, paper)]
    if job.vendor_return is not None:
        from posim_desktop.printing.receiving.vendor_return import vendor_return_strip  # noqa: PLC0415 - see above
        from posim_desktop.ui.purchasing.words import ORDER_WRITING  # noqa: PLC0415 - see above

        return [vendor_return_strip(job.vendor_return, job.shop, ORDER_WRITING, paper, costs=job.costs)]
    if job.special_order is not None:
        from posim_desktop.printing.sales.confirmation import confirmation_strip  # noqa: PLC0415 - see above

        return [
            confirmation_strip(job.special_order, job.shop, WRITING, paper, answers=job.answers, is_copy=job.is_copy)
        ]
    if job.day is not None:
        from posim_desktop.printing.sales.day_report import day_strip  # noqa: PLC0415 - see above

        return [day_strip(job.day, job.shop, WRITING, job.tried_at, paper, is_copy=job.is_copy)]
    if job.invoice is None:
        return []
    from posim_desktop.printing.sales.receipt import receipt_strip  # noqa: PLC0415 - see above

    is_gift = job.printing is Printing.GIFT_RECEIPT
    return [receipt_strip(job.invoice, job.shop, WRITING, paper, is_copy=job.is_copy, is_gift=is_gift)]
