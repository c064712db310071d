"""By which server this user sends from this computer: a file that nobody else can read. Serves "Mail an order"."""

import json
from dataclasses import asdict
from pathlib import Path

from posim_desktop.domain.mails import MailSettings, Security, clean_settings
from posim_desktop.private_files import make_private
from posim_desktop.settings import default_settings_file


def mail_file() -> Path:
    """Return the path of this user's mail settings."""
    return default_settings_file().with_name("mail.json")


def load(file: Path | None = None) -> MailSettings:
    """Read the settings; those of nobody where there are none, or where the file is damaged."""
    source = file or mail_file()
    try:
        written = json.loads(source.read_text("utf-8"))
        return MailSettings(**{**written, "security": Security(written["security"])})
    except (OSError, ValueError, TypeError, KeyError):
        return MailSettings()


def save(settings: MailSettings, file: Path | None = None) -> None:
    """Write the settings; the file is private before the password is in it.

    Raises:
        OSError: It cannot be written.
        RefusedError: Names the field that cannot be used.
        UnprotectedError: It cannot be kept from other users of this computer.
    """
    cleaned = clean_settings(settings)
    target = file or mail_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    make_private(target)
    target.write_text(json.dumps(asdict(cleaned)), "utf-8")
