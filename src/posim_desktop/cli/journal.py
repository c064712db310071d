"""`posim-desktop journal --from DAY --to DAY FILE`. Serves the guide's page "The journal"."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from posim_desktop.cli.failures import WrongUseError
from posim_desktop.cli.shop import opened
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.journal import PLAIN_WORDS, WRITERS, JournalFormat
from posim_desktop.queries import journal as journal_queries
from posim_desktop.queries.shop import preferences
from posim_desktop.services import shop_money
from posim_desktop.services.database import snapshot


def journal(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write; a name in .csv makes a table.")],
    *,
    first: Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help="First day.")],
    last: Annotated[str, typer.Option("--to", metavar="YYYY-MM-DD", help="Last day.")],
) -> None:
    """Write a balanced entry for each day: a table (.csv), or plain-text accounting (any other name)."""
    period = _day(first, "--from"), _day(last, "--to")
    with opened(context.obj) as engine, snapshot(engine) as connection:
        shop_money.learn(connection)
        entries = journal_queries.journal(connection, *period)
        currency = preferences.load(connection).currency
    chosen = JournalFormat.CSV if file.suffix.lower() == ".csv" else JournalFormat.LEDGER
    try:
        file.write_bytes(WRITERS[chosen](entries, currency, PLAIN_WORDS))
    except OSError as error:
        raise TroubleError("{file} could not be written.", file=str(file)) from error
    typer.echo(f"Days written: {len(entries)}")


def _day(typed: str, option: str) -> date:
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()  # noqa: DTZ007 - a day of the shop, in no zone
    except ValueError as error:
        raise WrongUseError(f"{option} takes a day like 2026-11-30.") from error
