"""Installs, uses, upgrades and removes the program on a Windows that wine makes, and says what it found.

Every check is a sentence; the first that is not so ends the run. Pictures and the report go to ``build/windows/check``.
"""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import setup_program
from locked_wheels import version_of
from server import shop_server
from wine import new_windows

OLDER = "0.0.1"
TOO_OLD, IS_OPEN, NO_DATABASE = 3, 4, 5  # exit codes of Setup
LEAST_KILOBYTES = 50_000
FOLDER = "posim-desktop"
UNINSTALL_KEY = "HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\posim-desktop"
SETTINGS_KEY = "HKLM\\Software\\posim-desktop"
LEFT_OVER = Path("Lib", "a_module_of_the_older_version.py")
LINKS = Path("ProgramData", "Microsoft", "Windows", "Start Menu", "Programs", "posim-desktop")
DESKTOP = Path("users", "Public", "Desktop")
PREFERENCE = ("HKCU\\Software\\posim-desktop\\posim-desktop\\appearance", "dark", "true")


class Check:
    """One run of all checks."""

    def __init__(self, root: Path, folder: Path, setup: Path) -> None:
        self.root = root
        self.folder = folder
        self.setup = setup
        self.version = version_of(root)
        self.report: dict[str, object] = {"setup": setup.name, "setup_bytes": setup.stat().st_size}
        self.seconds: dict[str, float] = {}

    def run(self) -> None:
        """Run every check.

        Raises:
            SystemExit: One is not so.
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        older = self._older_setup()
        with new_windows(self.folder / "prefix", self.root / "packaging" / "windows" / "wine_stand_ins.c") as wine:
            self.wine = wine
            self.program = wine.drive / "Program Files" / FOLDER
            self.data = wine.user_data / FOLDER
            self._refuses_an_old_windows()
            self._installs_an_older_version_for_cashiers(older)
            before = self._has_a_shop_with_data()
            self._refuses_while_the_program_is_open()
            self._upgrades(before)
            self._serves_both_clients()
            self._uses_a_server()
            self._goes_and_leaves_the_data()
            self._goes_with_the_data()
        self.report["seconds"] = self.seconds
        (self.folder / "report.json").write_text(json.dumps(self.report, indent=2) + "\n", "utf-8")

    # ---- the checks ----

    def _older_setup(self) -> Path:
        """Pack an older version: the same program with a file that the newer one does not have."""
        older, program = self.folder.parent / setup_program.setup_name(OLDER), self.folder.parent / "program"
        if older.is_file() and older.stat().st_mtime > self.setup.stat().st_mtime:
            return older
        stray = program / LEFT_OVER
        stray.write_text('"""Gone in the newer version."""\n', "utf-8")
        try:
            with self.timed("pack the older version"):
                return setup_program.pack(self.root, program, self.folder.parent, quick=True, version=OLDER)
        finally:
            stray.unlink()

    def _refuses_an_old_windows(self) -> None:
        self.wine.pretend_to_be("win81")
        self.so("an old Windows is refused with a code of its own", self._install(self.setup) == TOO_OLD)
        self.so("and nothing was installed", not self.program.exists())
        self.wine.pretend_to_be("win10")

    def _installs_an_older_version_for_cashiers(self, older: Path) -> None:
        with self.timed("install the older version"):
            code = self._install(older, "/CLIENTS=sales", "/DATABASE=computer")
        self.so("the older version is installed", code == 0)
        self.so("only the Sales Client is there", self._links() == ["Sales Client.lnk"])
        entry = self.wine.registry(UNINSTALL_KEY)
        self.so("Windows lists it with its version", entry.get("DisplayVersion") == OLDER)
        self.so("and its publisher", entry.get("Publisher") == "posim-desktop contributors")
        self.so("and its size", int(entry.get("EstimatedSize", "0"), 16) > LEAST_KILOBYTES)

    def _has_a_shop_with_data(self) -> tuple[int, str]:
        shop = f"Z:{self.data / 'shop.sqlite'}".replace("/", "\\")
        made = self._command("--database", shop, "demo")
        self.so("a shop with data is there", "ready" in made.stdout)
        key, name, value = PREFERENCE
        self.wine.run("reg", "add", key, "/v", name, "/d", value, "/f")
        settings = self.data / "settings.toml"
        settings.write_text('workstation = "Counter 7"\n', "utf-8")
        return self._invoices(), settings.read_text("utf-8")

    def _refuses_while_the_program_is_open(self) -> None:
        running = self.wine.start(str(self.program / "posim-sales.exe"))
        try:
            window = self.wine.window("Log in")
            self.so("its window opens", bool(window))
            time.sleep(2)  # until it is painted; nothing tells from outside
            self.wine.photograph(self.folder / "sales-client-on-the-desktop.png")
            refused = subprocess.run(
                ("wine", str(self.setup), "/S"), env=self.wine.environment, input="", capture_output=True, check=False,
                text=True,
            )  # fmt: skip
            self.so("Setup refuses while it is open, with a code of its own", refused.returncode == IS_OPEN)
        finally:
            self.wine.run("taskkill", "/f", "/im", "posim-sales.exe")
            running.communicate()

    def _upgrades(self, before: tuple[int, str]) -> None:
        with self.timed("upgrade"):
            code = self._install(self.setup)
        self.so("it is upgraded", code == 0)
        entry = self.wine.registry(UNINSTALL_KEY)
        self.so("Windows lists the new version", entry.get("DisplayVersion") == self.version)
        self.so("no file of the older version is left", not (self.program / LEFT_OVER).exists())
        self.so("the choice of clients was kept", self._links() == ["Sales Client.lnk"])
        settings = (self.data / "settings.toml").read_text("utf-8")
        self.so("the shop's data and settings were kept", (self._invoices(), settings) == before)
        key, name, value = PREFERENCE
        self.so("the preferences were kept", self.wine.registry(key).get(name) == value)
        said = self._command("verify")
        self.so("and the records agree", "The records agree." in said.stdout)
        self.report["installed_bytes"] = sum(file.stat().st_size for file in self.program.rglob("*") if file.is_file())

    def _serves_both_clients(self) -> None:
        with self.timed("install again, both clients"):
            code = self._install(self.setup, "/CLIENTS=both")
        self.so("both clients are installed", code == 0)
        both = ["Inventory Client.lnk", "Sales Client.lnk"]
        self.so("with links in the Start menu", self._links() == both)
        desktop = self.wine.drive / DESKTOP
        self.so("and on the desktop", sorted(file.name for file in desktop.glob("*.lnk")) == both)
        for name in ("posim-sales", "posim-inventory"):
            report, picture = self.folder / f"{name}.json", self.folder / f"{name}.png"
            with self.timed(f"self-test of {name}"):
                done = self.wine.run(
                    str(self.program / f"{name}.exe"),
                    "self-test",
                    "--out",
                    f"Z:{report}",
                    "--screenshot",
                    f"Z:{picture}",
                )
            self.so(f"{name}.exe proves that it works", done.returncode == 0)
            found = json.loads(report.read_text("utf-8"))
            self.so("on Windows' own screen", found["platform"] == "win32 windows")
            self.so("with its version", found["program"] == self.version)

    def _uses_a_server(self) -> None:
        settings = self.data / "settings.toml"
        before = settings.read_text("utf-8")
        with shop_server(self.root) as (port, password):
            where = ("/DATABASE=server", "/HOST=127.0.0.1", f"/PORT={port}", "/NAME=shop", "/USER=shop")
            wrong = self._install(self.setup, *where, POSIM_PASSWORD="not this")  # noqa: S106 - it is wrong
            self.so("a wrong password gives another", wrong == NO_DATABASE)
            self.so("and the settings stay", settings.read_text("utf-8") == before)
            right = self._install(self.setup, *where, POSIM_PASSWORD=password)
            self.so("the right one is taken", right == 0)
            written = settings.read_text("utf-8")
            self.so("and kept", f"127.0.0.1:{port}/shop" in written and 'workstation = "Counter 7"' in written)
            said = self._command("verify")
            self.so("the program works on the server", "The records agree." in said.stdout)
        code = self._install(self.setup, "/DATABASE=computer")
        self.so("it goes back to this computer", code == 0 and settings.read_text("utf-8") == before)

    def _goes_and_leaves_the_data(self) -> None:
        with self.timed("uninstall"):
            self._uninstall()
        self.so("the program is gone", not self.program.exists())
        self.so("and its links", not self._links() and not list((self.wine.drive / DESKTOP).glob("*.lnk")))
        self.so("and its entry in Windows' list", not self.wine.registry(UNINSTALL_KEY))
        self.so("and its choices", not self.wine.registry(SETTINGS_KEY))
        self.so("the shop's data stays", self._invoices() > 0)

    def _goes_with_the_data(self) -> None:
        elsewhere = self.wine.drive / "Tills" / "posim"
        code = self._install(self.setup, "/DESKTOP=no", "/D=C:\\Tills\\posim")
        self.so("it can be installed elsewhere", code == 0 and (elsewhere / "posim-sales.exe").is_file())
        self.so("without links on the desktop", not list((self.wine.drive / DESKTOP).glob("*.lnk")))
        (elsewhere / "not ours.txt").write_text("keep me", "utf-8")
        self.program = elsewhere
        self._uninstall("/DELETEDATA")
        self.so("what is not ours stays", [file.name for file in elsewhere.iterdir()] == ["not ours.txt"])
        self.so("the shop's data is gone when that was asked for", not self.data.exists())

    # ---- the hands ----

    def so(self, sentence: str, holds: bool) -> None:  # noqa: FBT001 - reads as a sentence and whether it is so
        """Say a check that holds; end here with one that does not."""
        if not holds:
            sys.exit(f"NOT SO: {sentence}")
        print(f"  ok  {sentence}", flush=True)

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Note how long something takes."""
        began = time.monotonic()
        yield
        self.seconds[what] = round(time.monotonic() - began, 1)
        print(f"      ({what}: {self.seconds[what]} s)", flush=True)

    def _install(self, setup: Path, *switches: str, **variables: str) -> int:
        return self.wine.run(str(setup), "/S", *switches, **variables).returncode

    def _uninstall(self, *switches: str) -> None:
        # It copies itself elsewhere and goes on there after it has returned; run() waits for that, too.
        self.wine.run(str(self.program / "uninstall.exe"), "/S", *switches)

    def _command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.wine.run(str(self.program / "posim-desktop.exe"), *arguments)

    def _links(self) -> list[str]:
        return sorted(file.name for file in (self.wine.drive / LINKS).glob("*.lnk"))

    def _invoices(self) -> int:
        with closing(sqlite3.connect(self.data / "shop.sqlite")) as shop:
            count: int = shop.execute("SELECT count(*) FROM invoices").fetchone()[0]
            return count
