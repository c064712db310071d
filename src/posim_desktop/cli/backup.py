"""`posim-desktop backup`. Serves the guide's page "Backups"."""

from pathlib import Path
from typing import Annotated

import typer

from posim_desktop.cli.shop import opened, shown
from posim_desktop.domain.errors import TroubleError
from posim_desktop.domain.exchange.backups import Occasion, Proof, Second
from posim_desktop.services.exchange.backups import Backups

_PROVED = {
    Proof.WHOLE: "It was opened and verified: its records agree.",
    Proof.LISTED: "The server's program can read it. This user may not create a database to verify it in.",
}


def backup(
    context: typer.Context,
    *,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="Folder to write it into, instead of the shop's own.")
    ] = None,
) -> None:
    """Back the shop up while the tills sell, and verify the copy; exit code 1 when there is no good one."""
    settings = context.obj
    with opened(settings):  # in its words, if it cannot be; and brought up to date
        pass
    made = Backups(settings.database_url, settings.data_folder, settings.workstation).make(Occasion.BY_HAND, to=to)
    if made is None or made.proof is None:
        raise TroubleError("There is no backup. {problem}", problem=made.problem if made else "")
    typer.echo(f"Backed up {shown(settings.database_url)}")
    typer.echo(f"to {Path(made.folder) / made.file} ({made.size} bytes, SHA-256 {made.sha256}).")
    typer.echo(_PROVED[made.proof])
    if made.second is Second.COPIED:
        typer.echo("A copy is in the second folder.")
    elif made.problem:
        typer.echo(f"There is no copy in the second folder: {made.problem}")
