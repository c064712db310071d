"""The options before any subcommand: which settings, which shop, and whether only to open a client.

Nothing here loads the library that reads the options of the subcommands: that takes longer than showing a window,
and tills are opened far more often than files are imported.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from posim_desktop.cli.failures import WrongUseError
from posim_desktop.settings import Settings, database_url_of, load_settings

PASSWORD_VARIABLE = "POSIM_PASSWORD"  # noqa: S105 - the name of a variable
CLIENTS = frozenset({"inventory", "sales"})


class PlainCall(NamedTuple):
    """A call that only opens a client, or offers both where ``client`` is empty."""

    client: str
    settings: Path | None
    database: str


def plain_call(arguments: Sequence[str]) -> PlainCall | None:
    """Read a call that only opens a window; None for every other, and for one that is wrong."""
    given = {"--settings": "", "--database": ""}
    rest = list(arguments)
    while rest and rest[0] not in CLIENTS:
        name, joined, value = rest.pop(0).partition("=")
        if not joined and rest:
            value = rest.pop(0)
        if name not in given or not value or value.startswith("-"):
            return None
        given[name] = value
    if len(rest) > 1:
        return None
    file = given["--settings"]
    return PlainCall(rest[0] if rest else "", Path(file) if file else None, given["--database"])


def chosen_settings(file: Path | None, database: str) -> Settings:
    """Read the settings and let the options of the command line win over them.

    Raises:
        WrongUseError: The settings file is missing or cannot be read.
    """
    if file is not None and not file.is_file():
        raise WrongUseError(f"There is no settings file {file}.")
    try:
        settings = load_settings(file)
    except (ValueError, TypeError) as error:
        raise WrongUseError(f"The settings file cannot be understood: {error}") from error
    except OSError as error:
        raise WrongUseError(f"The settings file cannot be read: {error.strerror}") from error
    return replace(settings, database_url=given_database(database)) if database else settings


def given_database(written: str) -> str:
    """Turn the database of a command line into its URL, with the password from the environment if there is one.

    Raises:
        WrongUseError: The password stands in it.
    """
    url = database_url_of(written)
    kind, divider, rest = url.partition("://")
    user, at, _place = rest.partition("/")[0].rpartition("@")
    if not divider or kind.startswith("sqlite"):
        return url
    if ":" in user or "password=" in rest.partition("?")[2]:
        raise WrongUseError(
            "Everybody on this computer can read a command line. Leave the password out of --database, and put it "
            f"into the environment variable {PASSWORD_VARIABLE}."
        )
    password = os.environ.get(PASSWORD_VARIABLE)
    if not at or not password:
        return url
    return f"{kind}://{user}:{quote(password, safe='')}@{rest[len(user) + 1 :]}"
