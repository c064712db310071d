"""Guards and effects of backups and of restored shops."""

from mutants.mutant import Mutant

MAKING = ("services/exchange/test_backups.py",)
RESTORING = ("services/exchange/test_restoring.py",)
RULES = ("domain/exchange/test_backups.py",)

BACKUPS = (
    Mutant(
        "a copy is no longer verified before it is a backup",
        "services/copies.py",
        "    wrong = verify(connection)\n",
        "    wrong = ()\n",
        (*MAKING, *RESTORING),
    ),
    Mutant(
        "a second backup begins while one is at work",
        "services/exchange/backups.py",
        "    if backup_rows.is_at_work(session, stamp.at):\n",
        "    if backup_rows.is_at_work(session, stamp.at) and False:\n",
        MAKING,
    ),
    Mutant(
        "two workstations back up at the same hour",
        "services/exchange/backups.py",
        "    if since is not None and backup_rows.was_begun_since(session, since):\n",
        "    if since is None and backup_rows.was_begun_since(session, stamp.at):\n",
        MAKING,
    ),
    Mutant(
        "a half backup stands under its name",
        "services/copies.py",
        '    partly = [folder / f".{uuid4().hex}.part" for _ in range(2)]\n',
        "    partly = [folder / name, checksums.beside(folder / name)]\n",
        MAKING,
    ),
    Mutant(
        "a checksum is not compared",
        "services/checksums.py",
        "    if not written or written[0].lower() != found:\n",
        "    if not written:\n",
        RESTORING,
    ),
    Mutant(
        "numbers go on where the backup ends",
        "services/exchange/restored.py",
        "go_on_above(session, stamp, standing, given.or_higher(standing))",
        "go_on_above(session, stamp, standing, standing)",
        RESTORING,
    ),
    Mutant(
        "what is left out is not written down",
        "services/exchange/restored.py",
        "    number_rows.keep(session, left_out)\n",
        "",
        RESTORING,
    ),
    Mutant(
        "slips of two invoices have the same number",
        "services/records/number_rows.py",
        "    if given.slip > standing.slip:\n",
        "    if given.slip < standing.slip:\n",
        RESTORING,
    ),
    Mutant(
        "a window that was open goes on in a restored shop",
        "services/records/operation_rows.py",
        '    row = row.where(restored.is_same(sa.bindparam("known_mark")))\n',
        '    row = row.where(sa.bindparam("known_mark", type_=sa.Text()) == sa.bindparam("known_mark", type_=sa.Text()))\n',
        RESTORING,
    ),
    Mutant(
        "practice replaces a real shop",
        "services/exchange/restoring.py",
        "        if contents.is_practice and not (replaced is not None and replaced.is_practice):\n",
        "        if contents.is_practice and replaced is None:\n",
        RESTORING,
    ),
    Mutant(
        "a shop is replaced while somebody writes in it",
        "services/exchange/restoring.py",
        '("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA synchronous = FULL", "BEGIN EXCLUSIVE", "COMMIT")',
        '("PRAGMA synchronous = FULL",)',
        RESTORING,
    ),
    Mutant(
        "the newest backup is removed because it is old",
        "domain/exchange/backups.py",
        "    kept = {name for _, name in (*own[-1:], *last_of_months[-MONTHS_KEPT:])}\n",
        "    kept = {name for _, name in last_of_months[-MONTHS_KEPT:-1]}\n",
        RULES,
    ),
    Mutant(
        "nobody is warned that the last backup is old",
        "domain/exchange/backups.py",
        "    return warn_days > 0 and since is not None and now - since > timedelta(days=warn_days)\n",
        "    return warn_days < 0 and since is not None and now - since > timedelta(days=warn_days)\n",
        RULES,
    ),
)
