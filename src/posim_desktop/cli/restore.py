"""`posim-desktop restore FILE`. Serves the guide's page "Backups"."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import sqlalchemy as sa
import typer

from posim_desktop.cli.failures import WrongUseError, printable
from posim_desktop.cli.shop import shown
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.numbers_given import ASKED, SLIP, Given
from posim_desktop.log_file import logged
from posim_desktop.services.exchange.restoring import Prepared, Restoring

_NOT_RESTORED = "Nothing was restored."


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup; its checksum lies beside it.")],
    *,
    last: Annotated[
        list[str] | None,
        typer.Option(
            "--last",
            metavar="KIND=NUMBER",
            help=f"The highest number on paper; may be repeated. KIND is one of {', '.join(ASKED)}.",
        ),
    ] = None,
    as_backed_up: Annotated[
        bool, typer.Option("--as-backed-up", help="No number was handed out after the backup.")
    ] = False,
    other_shop: Annotated[
        bool, typer.Option("--other-shop", help="Replace a shop that is another than the backed up one, too.")
    ] = False,
) -> None:
    """Verify a backup and let it take the shop's place; what was there is kept.

    Numbers go on above the highest that was handed out before, so that none on paper comes twice. Where the shop that
    is replaced cannot tell it, say it with --last or --as-backed-up, or at the terminal.
    """
    settings = context.obj
    told = _numbers(last or [])
    url = settings.database_url
    if sa.make_url(url).get_backend_name() not in {"sqlite", "postgresql"}:
        raise WrongUseError("The program keeps shops in SQLite and PostgreSQL.")
    with logged(settings.data_folder / "logs"):
        restoring = Restoring(url, file, settings.workstation)
        with restoring.prepared() as prepared:
            _tell(prepared)
            _require_meant(prepared, other_shop=other_shop)
            if not prepared.knows_numbers and not told and not as_backed_up:
                told = _asked(prepared)
            kept = restoring.replace(prepared, _given(told))
    typer.echo(f"{shown(url)} is restored.")
    if kept:
        typer.echo(f"What was there before is kept: {kept}")


def _tell(prepared: Prepared) -> None:
    found = prepared.contents
    until = f"up to {found.last_work:%Y-%m-%d %H:%M} UTC" if found.last_work else "nothing was done in it yet"
    typer.echo(f"The backup is whole and its records agree: {printable(found.store_name)}, {until}.")


def _require_meant(prepared: Prepared, *, other_shop: bool) -> None:
    there = prepared.replaced
    if there is None or prepared.knows_numbers or other_shop:
        return
    words = f"The shop that is there ({printable(there.store_name)}) is another one than the backed up one."
    if not sys.stdin.isatty():
        raise TroubleError("{there} Say --other-shop to replace it all the same.", there=words)
    if not typer.confirm(f"{words}\nReplace it? It is kept beside."):
        raise TroubleError(_NOT_RESTORED)


def _asked(prepared: Prepared) -> dict[str, int]:
    """Ask at a terminal for the highest numbers on paper."""
    if not sys.stdin.isatty():
        raise TroubleError(
            "Nobody can tell which numbers were handed out after the backup. Look at the newest papers and say them, "
            "like --last invoice=1234, or say --as-backed-up if there was none."
        )
    typer.echo("Which numbers were handed out after the backup? Look at the newest papers; Enter if there was none.")
    counters: Mapping[str, int] = {**prepared.contents.given.counters, SLIP: prepared.contents.given.slip}
    return {
        kind: typer.prompt(f"Last {kind.replace('_', ' ')}", default=counters.get(kind, 0), type=int) for kind in ASKED
    }


def _numbers(written: Sequence[str]) -> dict[str, int]:
    told = dict[str, int]()
    for each in written:
        kind, _, number = each.partition("=")
        if kind not in ASKED or not number.isdecimal():
            raise WrongUseError(f"--last takes a kind and a number, like invoice=1234; not {printable(each)}.")
        told[kind] = int(number)
    return told


def _given(told: Mapping[str, int]) -> Given:
    return Given({kind: number for kind, number in told.items() if kind != SLIP}, {}, told.get(SLIP, 0))
