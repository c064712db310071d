"""`posim-desktop forgotten-pin`. Serves the guide's page "Log in"."""

from functools import partial
from uuid import uuid4

import typer

from posim_desktop.cli.failures import WrongUseError, printable
from posim_desktop.cli.shop import opened, shown
from posim_desktop.queries.people import log_in, pins
from posim_desktop.queries.reader import Reader
from posim_desktop.services.people import pin_hashes
from posim_desktop.services.people import pins as pin_verbs
from posim_desktop.services.transaction import Transactor


def forgotten_pin(
    context: typer.Context,
    *,
    login_name: str = typer.Option(
        "", "--login-name", metavar="NAME", help="Whose PIN; the first Owner's when it is not said."
    ),
) -> None:
    """Give somebody another PIN, typed twice; for an Owner who forgot theirs, with nobody there to give one.

    Whoever can call this can read and write the shop's database. The audit tells of it.
    """
    with opened(context.obj) as engine:
        reader = Reader(engine)
        people = reader.read(log_in.employees)
        first = reader.read(pins.first_owner)
        wanted = [person for person in people if (person.code == login_name if login_name else person.id == first)]
        if not wanted:
            raise WrongUseError(f"Nobody with the login name {login_name} works in {shown(context.obj.database_url)}.")
        (person,) = wanted
        typed = typer.prompt(f"New PIN of {printable(person.name)}", hide_input=True, confirmation_prompt=True)
        verb = partial(pin_verbs.replace_forgotten, employee_id=person.id, pin_hash=pin_hashes.make(typed))
        Transactor(engine).run(verb, key=uuid4(), employee_id=None, workstation=context.obj.workstation)
    typer.echo(f"{printable(person.name)} logs in with the new PIN from now on. The audit tells that it was replaced.")
