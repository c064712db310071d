"""Where this workstation keeps things, and where the program finds its own files.

Every start comes through here, so what only some starts need is imported where it is needed.
"""

import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

APP_NAME = "posim-desktop"
_LONGEST_NAME = 80  # what the tables hold of a workstation's name


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one workstation.

    Attributes:
        database_url: SQLAlchemy URL of the shop's database.
        data_folder: Folder of the local database, backups and logs.
        workstation: Name of this till or desk, kept with everything it posts.
        poll_seconds: How often open screens ask for other workstations' changes.
        without_backup: Whether a server's database may be upgraded, this once, though it cannot be backed up from here.
    """

    database_url: str
    data_folder: Path
    workstation: str
    poll_seconds: float = 2.0
    without_backup: bool = False


def program_version() -> str:
    """Return the version of the installed program."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - see the module

    try:
        return version(APP_NAME)
    except PackageNotFoundError:
        return "0+unknown"


@lru_cache(maxsize=2)
def own_folder(name: str) -> Path:
    """Find ``resources`` or ``migrations``: installed, frozen or in a checkout.

    Raises:
        FileNotFoundError: The program is damaged; the folder is in none of these places.
    """
    package = Path(__file__).parent
    for candidate in (package / f"_{name}", package.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"The program's {name} folder is missing. Reinstall the program.")


def sqlite_url(file: Path) -> str:
    """Write the database URL of a local file."""
    # Unlike Path.resolve this says nothing of a link that leads to itself; opening it will.
    return f"sqlite:///{Path(os.path.realpath(file)).as_posix()}"


def database_url_of(written: str) -> str:
    """Turn what a person wrote into a database URL; a plain path is a SQLite file."""
    return written if "://" in written else sqlite_url(Path(written))


def default_settings_file() -> Path:
    """Return the path of this user's settings file."""
    import platformdirs  # noqa: PLC0415 - see the module

    return platformdirs.user_config_path(APP_NAME, appauthor=False) / "settings.toml"


def _default_data_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - see the module

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def _written(source: Path) -> dict[str, object]:
    if not source.is_file():
        return {}
    import tomllib  # noqa: PLC0415 - see the module

    return tomllib.loads(source.read_text("utf-8"))


def _host_name() -> str:
    if sys.platform != "win32":
        return os.uname().nodename
    from socket import gethostname  # noqa: PLC0415 - see the module

    return gethostname()


def load_settings(file: Path | None = None) -> Settings:
    """Read the settings file; every entry may be missing.

    The environment variable ``POSIM_DATABASE_URL`` wins over the file, so that one command can look at another shop.

    Raises:
        tomllib.TOMLDecodeError: The file is not TOML.
    """
    written = _written(file or default_settings_file())
    folder = Path(str(written["data_folder"])) if "data_folder" in written else _default_data_folder()
    url = os.environ.get("POSIM_DATABASE_URL") or written.get("database_url")
    return Settings(
        database_url=str(url) if url else sqlite_url(folder / "shop.sqlite"),
        data_folder=folder,
        workstation=str(written.get("workstation") or _host_name())[:_LONGEST_NAME],
        poll_seconds=float(str(written.get("poll_seconds", 2.0))),
    )
