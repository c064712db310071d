"""Guards and effects of printing."""

from mutants.mutant import Mutant

JOBS = ("services/sales/test_print_jobs.py",)
PAPERS = ("services/sales/test_papers.py",)
DAYS = ("services/sales/test_days.py",)
LETTERS = ("printing/test_letters.py",)
NETWORK = ("workflows/test_print_a_receipt.py",)

PRINTING = (
    Mutant(
        "two programs of a workstation print the same",
        "services/records/outbox_rows.py",
        "                table.c.state == str(waiting),\n",
        "",
        JOBS,
    ),
    Mutant(
        "a workstation prints what another one ordered",
        "services/records/outbox_rows.py",
        '                table.c.state == str(waiting),\n                table.c.workstation == sa.bindparam("here"),\n',
        '                table.c.state == str(waiting),\n                sa.bindparam("here") != "",\n',
        JOBS,
    ),
    Mutant(
        "what is printed again is no copy",
        "services/records/print_rows.py",
        "is_copy=sa.or_(_jobs.c.is_copy, _WAS_PRINTED)",
        "is_copy=_jobs.c.is_copy",
        JOBS,
    ),
    Mutant(
        "what is on its way to the printer when the program ends is never asked about",
        "services/sales/print_jobs.py",
        "    print_rows.give_up(session, stamp)\n",
        "",
        JOBS,
    ),
    Mutant(
        "a return that is not posted has a paper",
        "services/sales/print_jobs.py",
        "        if vendor_return_rows.lock(session, of.vendor_return_id or 0).status is not VendorReturnStatus.POSTED:\n",
        "        if vendor_return_rows.lock(session, of.vendor_return_id or 0).status is None:\n",
        ("services/receiving/test_vendor_returns.py",),
    ),
    Mutant(
        "a return's receipt tells what the shop pays to who may not know",
        "queries/print_jobs.py",
        "printing.is_vendor_return and log_in.rights_of(connection, job.employee_id).may(Permission.SEE_COSTS)",
        "printing.is_vendor_return",
        ("services/receiving/test_vendor_returns.py",),
    ),
    Mutant(
        "an X shows what should be in the drawer to who counts blind",
        "services/sales/print_jobs.py",
        "        require_permission(session, stamp, Permission.SEE_EXPECTED)\n",
        "        pass\n",
        DAYS,
    ),
    Mutant(
        "an X comes again from the list of print jobs, with what was taken since",
        "domain/sales/print_jobs.py",
        "Refusal(Why.X_FROM_ITS_DRAWER) if printing.is_x else None",
        "None",
        DAYS,
    ),
    Mutant(
        "an X of a closed day looks like its Z",
        "services/sales/print_jobs.py",
        "    require(days.report_refusal(status, is_z=printing.is_z))\n",
        "",
        DAYS,
    ),
    Mutant(
        "a second Z on large paper is no copy",
        "services/records/print_rows.py",
        '            _jobs.c.day_id == sa.bindparam("day"),\n',
        "",
        DAYS,
    ),
    Mutant(
        "an end that comes late counts",
        "services/records/outbox_rows.py",
        '                table.c.state == str(sending),\n                table.c.attempts == sa.bindparam("attempt"),\n',
        '                table.c.attempts == sa.bindparam("attempt"),\n',
        JOBS,
    ),
    Mutant(
        "the drawer is opened by anybody",
        "services/sales/print_jobs.py",
        "    require_permission(session, stamp, Permission.OPEN_DRAWER)\n",
        "",
        ("services/test_permission_matrix.py",),
    ),
    Mutant(
        "what is not posted has a receipt",
        "services/sales/print_jobs.py",
        "    elif invoice_rows.lock(session, of.invoice_id or 0).status is not InvoiceStatus.PROCESSED:\n"
        "        raise refuse(Why.PRINTED_ONCE_POSTED)\n",
        "",
        JOBS,
    ),
    Mutant(
        "a letter that the printer lacks is another one",
        "printing/letters.py",
        "        return plain.encode(table.codec)\n",
        '        return plain.encode(table.codec, "replace")\n',
        LETTERS,
    ),
    Mutant(
        "a control character is a command",
        "printing/letters.py",
        ' if letter == "\\n" or unicodedata.category(letter) not in {"Cc", "Cs"}',
        "",
        LETTERS,
    ),
    Mutant(
        "the drawer opens long after the money moved",
        "domain/sales/print_jobs.py",
        "wanted and now - ordered_at <= _DRAWER_WAITS",
        "wanted",
        ("domain/sales/test_print_jobs.py",),
    ),
    Mutant(
        "a printer in the network that hangs has printed",
        "printing/sales/receipt_printer.py",
        "            _wait_until_taken(connection)\n",
        "            pass\n",
        NETWORK,
    ),
    Mutant(
        "a printer without paper has printed",
        "printing/sales/receipt_printer.py",
        "            raise OfflineError\n",
        "            return\n",
        NETWORK,
    ),
    Mutant(
        "a few bytes that say they are a huge picture fill the memory",
        "printing/logo.py",
        "    if size.width() * size.height() > _MOST_PIXELS:\n",
        "    if False:\n",
        ("printing/test_logo.py",),
    ),
    Mutant(
        "a logo that no paper shows is kept",
        "services/cards/preferences.py",
        "        require(logo_refusal(logo))\n",
        "",
        ("services/cards/test_logo.py",),
    ),
    Mutant(
        "what is not posted is printed on large paper and counted",
        "services/sales/print_jobs.py",
        "    elif invoice_rows.lock(session, of.invoice_id or 0).status is not InvoiceStatus.PROCESSED:\n"
        "        raise refuse(Why.PRINTED_ONCE_POSTED)\n",
        "",
        PAPERS,
    ),
    Mutant(
        "an invoice that is printed again on large paper is no copy",
        "services/records/print_rows.py",
        "is_copy=bool(session.connection().scalar(_PAPER_BEFORE, about))",
        "is_copy=False",
        PAPERS,
    ),
    Mutant(
        "an invoice on large paper is sent to the receipt printer",
        "services/sales/print_jobs.py",
        "    if printing.is_paper:\n        raise refuse(Why.PRINTED_FROM_ITS_DOCUMENT)\n",
        "",
        PAPERS,
    ),
    Mutant(
        "a paper is printed again by the worker",
        "domain/sales/print_jobs.py",
        "    if printing.is_paper:\n        return Refusal(Why.PRINTED_FROM_ITS_DOCUMENT)\n",
        "",
        PAPERS,
    ),
    Mutant(
        "a job that is being sent is printed again",
        "domain/sales/print_jobs.py",
        "    return Refusal(Why.PRINT_JOB_BEING_SENT) if state is JobState.SENDING else None\n",
        "    return None\n",
        JOBS,
    ),
    Mutant(
        "a job that was deleted is printed again",
        "domain/sales/print_jobs.py",
        "    if state is None or state is JobState.DELETED:\n        return Refusal(Why.PRINT_JOB_GONE)\n",
        "",
        JOBS,
    ),
    Mutant(
        "a drawer that did not open opens later by itself",
        "domain/sales/print_jobs.py",
        "        case SendingEnd.NOTHING_TAKEN if printing is not Printing.DRAWER:\n",
        "        case SendingEnd.NOTHING_TAKEN:\n",
        ("domain/sales/test_print_jobs.py",),
    ),
    Mutant(
        "a card payment opens the drawer",
        "services/sales/print_jobs.py",
        "    opens = wish.drawer and opens\n",
        "    opens = wish.drawer\n",
        JOBS,
    ),
)
