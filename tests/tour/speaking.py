"""Plays the tour in another language: what is shown in English all the same, does not fit, or has no name to tell.

A program of its own, because the whole application speaks it: ``python tests/tour/speaking.py de`` from the top folder
speaks it with accents on small dark screens at 150 %, and ``en`` plainly on all. It writes a line for each such text.
"""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import sqlalchemy as sa
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

sys.path.insert(0, str(Path(__file__).parents[1]))

from posim_desktop.orm.base import Base
from posim_desktop.settings import APP_NAME
from posim_desktop.tour import hands
from posim_desktop.tour.no_screen import platform_with_screen
from posim_desktop.tour.people import BROKEN, DAMAGED
from posim_desktop.tour.play import play_for
from posim_desktop.tour.recorder import Recorder
from posim_desktop.tour.special_order import ANSWER, BENCH, QUESTION
from posim_desktop.tour.specials import SOLD_UNIT
from posim_desktop.ui.language import ENGLISH, LANGUAGES, speak
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.currency_box import CurrencyBox
from posim_desktop.ui.widgets.region_box import RegionBox
from tour.beyond import BEYOND, LONG_REASON, NOBODY, UNIT
from tour.beyond_orders import LONG_WORDS, NO_PRICE
from tour.letters import shared_letters
from tour.misfits import hidden_below, misfits
from tour.nameless import nameless
from tour.pseudo import Accented, read_back
from tour.wording import words_of

SMALL = (QSize(1366, 768), QSize(1024, 768))
LARGE = QSize(1920, 1080)
SCALE = 1.5
_ENGLISH = re.compile(r"[A-Za-z]{3,}")
_NOT_WORDS = re.compile(
    r"<[^<>]*>|&\w+;|/\S*|[A-Z]\w+/\S+|posim-desktop|\.png|WPC\d+|\w+\.sqlite|(Ctrl|Alt|Shift|Enter|Esc|Del)\b"
    r"|(Assets|Equity|Expenses|Income|Liabilities):[\w: ]*"  # accounts, which the shop calls as its bookkeeper does
    r"|Found one elsewhere|Four packs are enough|Three are enough"
    rf"|{BROKEN}|{DAMAGED}|{LONG_REASON}|{NOBODY}|{UNIT}|{SOLD_UNIT}|{'|'.join(LANGUAGES.values())}"
    rf"|{'|'.join(re.escape(typed) for typed in (BENCH, QUESTION, ANSWER, LONG_WORDS, LONG_WORDS[:76], NO_PRICE))}"
)
"""Markup, files, time zones, the program's name, keys, letter tables, what the tour types; languages in their words."""


class Listener(Recorder):
    """Reads each step of the tour, in every size, instead of photographing it."""

    def __init__(self, sizes: Sequence[QSize]) -> None:
        super().__init__(Path(), lambda _words: None)
        self.misfits: dict[str, None] = {}
        self._sizes = sizes
        self._names: set[str] = set()
        self._shown: dict[str, str] = {}

    @override
    def step(self, words: str, window: QWidget, picture: str) -> None:
        """Keep what the window and the dialogs over it say, and what of it does not fit or cannot be told."""
        del words
        for size in reversed(self._sizes):
            window.resize(size)
            hands.settle()
            hands.settle()  # a card in a scroll area lays itself out only after that
            for shown in (window, *_dialogs()):
                self._shown |= {text: f"{picture}: {place}" for place, text in words_of(shown)}
                where = f"{size.width()}x{size.height()} {picture} {shown.objectName()}"
                below = hidden_below(shown, size, picture)
                wrong = (*misfits(shown), *below, *nameless(shown), *shared_letters(shown))
                self.misfits |= dict.fromkeys(f"{where}: {words}" for words in wrong)

    def take_down_names(self, engine: sa.Engine) -> None:
        """Learn what is in nobody's language: what the shop's records say, and regions and currencies."""
        with engine.connect() as connection:
            for table in Base.metadata.sorted_tables:
                texts = [column for column in table.c if isinstance(column.type, sa.String)]
                for row in connection.execute(sa.select(*texts)) if texts else ():
                    self._names.update(_ENGLISH.findall(" ".join(text for text in row if text)))
        for box in (RegionBox(), CurrencyBox()):
            self._names.update(word for place in range(box.count()) for word in _ENGLISH.findall(box.itemText(place)))

    def english(self) -> list[str]:
        """List what was shown in English."""
        return [
            f"{place}: {text!r} says {', '.join(sorted(words))}"
            for text, place in self._shown.items()
            if (words := set(_ENGLISH.findall(_NOT_WORDS.sub(" ", text))) - self._names)
        ]


def _dialogs() -> list[QDialog]:
    return [found for found in QApplication.topLevelWidgets() if isinstance(found, QDialog) and found.isVisible()]


def main() -> None:
    """Listen to everything once."""
    spoken = sys.argv[1]
    is_english = spoken == ENGLISH  # whose file has its counts only
    sizes = (*SMALL, LARGE) if is_english else SMALL
    scale = 1.0 if is_english else SCALE
    with TemporaryDirectory() as folder:
        os.environ["QT_QPA_PLATFORM"] = platform_with_screen(Path(folder), (LARGE if is_english else SMALL[0]) * scale)
        os.environ["QT_SCALE_FACTOR"] = str(scale)
        application = QApplication([APP_NAME])
    apply_style(application, dark=not is_english)
    listener = Listener(sizes)
    unsaid: dict[str, None] = {}
    speak(spoken)
    if not is_english:
        accents = Accented(application, spoken)
        application.installTranslator(accents)  # asked before the others
        unsaid = accents.unsaid
    hands.Reading.back = read_back(spoken)
    with patch("posim_desktop.ui.clients.client.speak"):  # the demo shop's region would bring its language back
        play_for(listener, sizes[0], listener.take_down_names, BEYOND)
    said = [] if is_english else listener.english()
    for line in (*said, *(f"not translated: {words}" for words in unsaid), *listener.misfits):
        print(line)  # noqa: T201 - that is what it is for


if __name__ == "__main__":
    main()
