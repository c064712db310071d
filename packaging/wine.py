"""A Windows to try the installer on: wine, with a folder and a screen of its own."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STAND_INS = ("icuuc", "mscms", "bcryptprimitives")
SCREEN = "1600x900x24"
_PATIENCE = 60


@dataclass(frozen=True)
class Wine:
    """A Windows in a folder.

    Attributes:
        folder: Its drives and registry.
        environment: What its programs run with.
    """

    folder: Path
    environment: dict[str, str]

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.folder / "drive_c"

    @property
    def user_data(self) -> Path:
        """The user's %LOCALAPPDATA%."""
        (users,) = [path for path in (self.drive / "users").iterdir() if path.name != "Public"]
        return users / "AppData" / "Local"

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; the first word is a file here or a program of Windows."""
        # Programs of Windows under wine want pipes: they cannot open what else stands in for a console here.
        done = subprocess.run(
            ("wine", *command),
            env=self.environment | variables,
            input="",
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )
        subprocess.run(("wineserver", "--wait"), env=self.environment, check=False, capture_output=True)
        return done

    def start(self, *command: str, **variables: str) -> subprocess.Popen[bytes]:
        """Start a program and leave it running."""
        pipe = subprocess.PIPE
        return subprocess.Popen(
            ("wine", *command), env=self.environment | variables, stdin=pipe, stdout=pipe, stderr=pipe
        )

    def registry(self, key: str) -> dict[str, str]:
        """Read the values of a key; empty when there is no such key."""
        values = {}
        for line in self.run("reg", "query", key).stdout.splitlines():
            name, *kind_and_value = line.strip().split("    ")
            if kind_and_value[:1] and kind_and_value[0].startswith("REG_"):
                values[name] = kind_and_value[1] if kind_and_value[1:] else ""
        return values

    def pretend_to_be(self, version: str) -> None:
        """Say which Windows this is: ``"win10"``, ``"win81"``."""
        self.run("winecfg", "-v", version)

    def window(self, title: str) -> str:
        """Wait for a window and return its number.

        Raises:
            TimeoutError: None came.
        """
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            found = self._screen("xdotool", "search", "--onlyvisible", "--name", title).split()
            if found:
                return found[0]
            time.sleep(0.2)
        raise TimeoutError(f"no window named {title!r} came")

    def press(self, window: str, *keys: str) -> None:
        """Press keys in a window."""
        self._screen("xdotool", "windowfocus", "--sync", window, "key", "--window", window, *keys)

    def photograph(self, file: Path) -> None:
        """Keep a picture of the whole screen."""
        self._screen("import", "-window", "root", str(file))

    def _screen(self, *command: str) -> str:
        return subprocess.run(command, env=self.environment, capture_output=True, check=False, text=True).stdout


@contextmanager
def new_windows(folder: Path, stand_ins: Path) -> Iterator[Wine]:
    """Set a new Windows 10 up, yield it and shut it down.

    Args:
        folder: Where; what is there is thrown away.
        stand_ins: Source of the libraries that wine lacks.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with _screen() as display:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON", "POSIM_"))},
            "DISPLAY": display,
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscms=n;mshtml=",
        }
        wine = Wine(folder, environment)
        try:
            wine.run("wineboot", "--init")
            wine.pretend_to_be("win10")
            for name in STAND_INS:
                target = wine.drive / "windows" / "system32" / f"{name}.dll"
                compiler = ("x86_64-w64-mingw32-gcc", "-shared", "-s", f"-D{name.upper()}", "-o", str(target))
                subprocess.run((*compiler, str(stand_ins), "-ladvapi32"), check=True)
            yield wine
        finally:
            subprocess.run(("wineserver", "--kill"), env=environment, check=False, capture_output=True)


@contextmanager
def _screen() -> Iterator[str]:
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        try:
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()
