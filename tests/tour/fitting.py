"""Plays the tour with names as long as they come, on the smallest screen, and says at each size what does not fit.

It also says what is unhandy about the keys of a dialog that opens, and which letters Alt cannot tell apart in English.

A program of its own, because the screen and its scale must be known before Qt starts:
``python tests/tour/fitting.py [--dark] [--currency CODE] [--out DIR]`` from the top folder writes a line for each
misfit.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

sys.path.insert(0, str(Path(__file__).parents[1]))

from posim_desktop.domain.currencies import usual_decimals
from posim_desktop.orm import Customer, Department, Employee, Item, Preference, Vendor
from posim_desktop.orm.base import Base, table_of
from posim_desktop.settings import APP_NAME
from posim_desktop.tour import hands
from posim_desktop.tour.no_screen import platform_with_screen
from posim_desktop.tour.play import play_for
from posim_desktop.tour.recorder import Recorder, photograph
from posim_desktop.ui.clients.chooser import Chooser
from posim_desktop.ui.style import apply_style
from tour.beyond import BEYOND
from tour.handling import MUST_BE_SEEN, DialogWatch
from tour.letters import shared_letters
from tour.misfits import hidden_below, misfits

SIZES = (
    QSize(911, 512),  # 1366 by 768 at 150 %
    QSize(1024, 768),
    QSize(1366, 768),
    QSize(1920, 1080),
)
FRAME = QSize(0, 32)  # of a dialog; a window that fills the screen is told its size without it
_LONGER: dict[tuple[type[Base], str], str] = {
    (Customer, "name"): "-Freifrau von Hohenlohe-Waldenburg-Schillingsfürst",
    (Customer, "company"): " Innenausstattung und Gaststättenbedarf GmbH & Co. KG",
    (Vendor, "name"): " Großhandelsgesellschaft für Haushaltswaren mbH & Co. KG",
    (Employee, "name"): " Schwarzenberger-Mitterhuber",
    (Department, "name"): ", Geschenkartikel und Saisonware",
    (Item, "description"): ", handgefertigt, spülmaschinengeeignet, Geschenkverpackung",
}


class Fitter(Recorder):
    """Looks at each step of the tour in every size instead of photographing it; with a folder it does both."""

    def __init__(self, folder: Path, sizes: Sequence[QSize], *, photographs: bool) -> None:
        super().__init__(folder, lambda _words: None)
        self._sizes = sizes
        self._photographs = photographs
        self.said: set[str] = set()

    @override
    def step(self, words: str, window: QWidget, picture: str) -> None:
        """Say what does not fit once the window has each of the sizes."""
        del words
        for size in self._sizes:
            self._look(window, size, picture)
        window.resize(SIZES[0])
        hands.settle()

    def look_at(self, window: QWidget, picture: str) -> None:
        """Look at a window that belongs to no client."""
        window.show()
        hands.settle()
        self.step("", window, picture)
        window.close()

    def _look(self, window: QWidget, size: QSize, picture: str) -> None:
        window.resize(size)
        opened = _dialogs()
        for dialog in opened:
            dialog.resize(dialog.size().boundedTo(size - FRAME))
        hands.settle()
        hands.settle()  # a card in a scroll area lays itself out only after that
        for shown in (window, *opened):
            where = f"{size.width()}x{size.height()} {picture} {shown.objectName()}"
            for wrong in _too_large(shown, size if shown is window else size - FRAME):
                self.tell(f"{where}: {wrong}")
            for wrong in (*misfits(shown), *hidden_below(shown, size, picture), *shared_letters(shown)):
                self.tell(f"{where}: {wrong}")
        if self._photographs:
            photograph(window).save(str(self._folder / f"{picture}-{size.width()}.png"))

    def tell(self, line: str) -> None:
        """Say a line once."""
        if line not in self.said:
            self.said.add(line)
            print(line, flush=True)  # noqa: T201 - that is what it is for


def _dialogs() -> list[QDialog]:
    return [found for found in QApplication.topLevelWidgets() if isinstance(found, QDialog) and found.isVisible()]


def _too_large(shown: QWidget, screen: QSize) -> Iterator[str]:
    if shown.width() > screen.width() or shown.height() > screen.height():
        yield f"is larger than the screen: {shown.width()}x{shown.height()}, because of {_at_fault(shown, screen)}"


def _at_fault(shown: QWidget, screen: QSize) -> str:
    """Name the innermost widget that needs nearly all the width or height there is."""
    needed = shown.minimumSizeHint()
    wide = needed.width() > screen.width()
    for part in shown.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        least = part.minimumSizeHint().expandedTo(part.minimumSize())
        large = least.width() > screen.width() - 100 if wide else least.height() > screen.height() / 2
        if part.isVisible() and large:
            return f"{type(part).__name__} {part.objectName()} {_at_fault(part, screen)}"
    return f"{needed.width()}x{needed.height()}"


def lengthen(engine: sa.Engine) -> None:
    """Give everybody and everything in the shop a longer name."""
    with engine.begin() as connection:
        for (entity, name), more in _LONGER.items():
            column = table_of(entity).c[name]
            connection.execute(sa.update(table_of(entity)).where(column != "").values({name: column + more}))


def recount(engine: sa.Engine, currency: str) -> None:
    """Call the cents of the shop those of another currency: what cost 24.00 costs 2,400 yen, or 2.400 dinars."""
    decided = {"currency": currency, "decimals": usual_decimals(currency)}
    rows = [{"name": name, "value": json.dumps(value)} for name, value in decided.items()]
    with engine.begin() as connection:
        connection.execute(sa.insert(table_of(Preference)), rows)


def main() -> None:
    """Look at everything once."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dark", action="store_true", help="in the dark look, on a screen that is scaled")
    parser.add_argument("--currency", default="", help="three letters of another currency to count in")
    parser.add_argument("--out", type=Path, help="also photograph every step in every size")
    arguments = parser.parse_args()
    scale = 1.5 if arguments.dark else 1.0
    with TemporaryDirectory() as temporary:
        os.environ["QT_QPA_PLATFORM"] = platform_with_screen(Path(temporary), SIZES[0] * scale)
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        application = QApplication([APP_NAME])
        apply_style(application, dark=arguments.dark)
        folder = arguments.out or Path(temporary) / "pictures"
        sizes = SIZES[:1] if arguments.dark else SIZES
        fitter = Fitter(folder, sizes, photographs=arguments.out is not None)
        watch = DialogWatch(application, fitter.tell)

        def prepare(engine: sa.Engine) -> None:
            lengthen(engine)
            if arguments.currency:
                recount(engine, arguments.currency)

        play_for(fitter, SIZES[0], prepare, BEYOND)
        fitter.look_at(Chooser(), "chooser")
        for dialog in MUST_BE_SEEN - watch.seen:
            fitter.tell(f"{dialog}: was not looked at")


if __name__ == "__main__":
    main()
