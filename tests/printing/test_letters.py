"""What is printed is what was typed: read back from the bytes, as letters or as the picture of them."""

import unicodedata
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontDatabase, QImage
from pytestqt.qtbot import QtBot

from posim_desktop.printing.escpos import PrinterJob, printer_job
from posim_desktop.printing.letters import TABLES, WESTERN, CharacterTable, figures
from posim_desktop.printing.pages import FAMILY, load_font
from posim_desktop.printing.raster import family_with, missing_letters, picture_of, spelled_out
from posim_desktop.printing.strip import StripPaper, Words
from printing.receipt_paper import Printer, ink

pytestmark = pytest.mark.usefixtures("qtbot")

ASCII = TABLES[-1]


def job(words: str, amount: str = "", table: CharacterTable = WESTERN, columns: int = 42) -> PrinterJob:
    return printer_job((Words(words, amount),), StripPaper(columns, table))


def printed(words: str, amount: str = "", table: CharacterTable = WESTERN, columns: int = 42) -> Printer:
    return Printer().take(job(words, amount, table, columns).content)


@pytest.fixture
def only_our_font(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[None]:
    """A computer that has no font but the program's own."""
    del qtbot
    load_font()
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [FAMILY])
    family_with.cache_clear()
    yield
    family_with.cache_clear()


@pytest.mark.parametrize(
    ("typed", "comes_out"),
    [
        ("Crème brûlée à la façon de Noël – “fine”", "Crème brûlée à la façon de Noël – “fine”"),
        ("5 € ½ £ ß Ø", "5 € ½ £ ß Ø"),
        ("#$@[]{}|~\\^`'", "#$@[]{}|~\\^`'"),
        (unicodedata.normalize("NFD", "Zoë Müller"), "Zoë Müller"),
        ("1\u202f000\u00a0kg\u3000net", "1 000 kg net"),
        ("tea\tpot", "tea pot"),
        ("wheel\u00adbarrow", "wheelbarrow"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("evil\x1bp\x00\x19\x9b\x85", "evilp"),
    ],
)
def test_what_the_printer_has_comes_out_as_typed(typed: str, comes_out: str) -> None:
    out = printed(typed)
    assert out.paper.splitlines() == [comes_out]
    assert (out.pictures, out.drawer_kicks, job(typed).missing) == ([], [], ())


@pytest.mark.parametrize("table", TABLES)
def test_every_table_prints_its_own_letters_and_no_other_sign(table: CharacterTable) -> None:
    for letter in map(chr, range(0x20, 0x2600)):
        if unicodedata.category(letter)[0] not in "LNPS":
            continue
        try:
            letter.encode(table.codec)
        except UnicodeEncodeError:
            continue
        assert printed(letter, table=table).paper == unicodedata.normalize("NFC", letter) + "\n"


@pytest.mark.parametrize(
    "typed",
    [
        *("Dvořák", "Łódź", "Ωμέγα", "Привет", "q\u0301", "−5", "non\u2011breaking"),
        *("שלום", "مرحبا", "abc\u202edef"),
    ],
)
def test_what_the_printer_lacks_comes_out_as_a_picture_of_it(typed: str) -> None:
    out = printed(typed, "12.00")
    assert out.paper == ""
    (picture,) = out.pictures
    assert picture.width() == StripPaper().dots
    assert picture == picture_of(Words(typed, "12.00"), StripPaper())
    plain = unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode()
    assert picture != picture_of(Words(plain, "12.00"), StripPaper()), "it shows what was typed and not what is near it"


def drawn(letters: str) -> QImage:
    return picture_of(Words(letters), StripPaper())


def test_letters_in_pictures_are_letters_and_no_boxes() -> None:
    looks = {letter: drawn(letter) for letter in "řŁΩЖשم"}
    assert len({bytes(picture.constBits()) for picture in looks.values()}) == len(looks)
    assert all(ink(picture) for picture in looks.values())


def test_what_reads_from_the_right_begins_at_the_right_and_the_amount_keeps_its_edge() -> None:
    left, _, right, _ = ink(drawn("Жук")) or pytest.fail("nothing was drawn")
    mirrored, _, end, _ = ink(drawn("שלום")) or pytest.fail("nothing was drawn")
    assert (left < 5, right < 200) == (True, True)
    assert (mirrored > 200, end > StripPaper().dots - 5) == (True, True)
    first, *_ = ink(picture_of(Words("", "12.00"), StripPaper())) or pytest.fail("nothing was drawn")
    left, _, right, _ = ink(picture_of(Words("שלום", "12.00"), StripPaper())) or pytest.fail("nothing was drawn")
    assert right > StripPaper().dots - 5
    assert left < first


@pytest.mark.parametrize("columns", [32, 42, 48])
def test_a_long_picture_is_broken_into_lines_and_none_of_it_is_cut(columns: int) -> None:
    long = "Żółta łódź, gęś i jaźń, z gwizdkiem, trzy litry, polerowany, " * 12
    out = printed(long, "1,234.00", columns=columns)
    assert len(out.pictures) > 1
    assert all(picture.height() <= 240 for picture in out.pictures)
    dots = b"".join(bytes(picture.constBits())[: columns * 12 // 8 * picture.height()] for picture in out.pictures)
    whole = picture_of(Words(long, "1,234.00"), StripPaper(columns))
    assert len(dots) == whole.height() * columns * 12 // 8
    left, _, right, _ = ink(whole) or pytest.fail("nothing was drawn")
    assert (left < 12, right > columns * 12 - 12) == (True, True)


@pytest.mark.parametrize(("columns", "wide"), [(32, 384), (42, 504), (48, 576)])
def test_a_picture_is_as_wide_as_the_line(columns: int, wide: int) -> None:
    assert printed("Ω", columns=columns).pictures[0].width() == wide


def test_an_amount_is_never_cut_however_long_it_is() -> None:
    assert printed("Total", "USD 1,123,456,789,012.00", columns=32).paper.splitlines() == [
        "Total",
        "USD 1,123,456,789,012.00".rjust(32),
    ]
    assert ink(printed("Σ", "USD 1,123,456,789,012.00", columns=32).pictures[0]) is not None


@pytest.mark.usefixtures("only_our_font")
@pytest.mark.parametrize("letter", ["茶", "한", "ไ", "🧿", "ह", "ש"])
def test_what_no_font_has_is_told_and_its_number_stands_for_it(letter: str) -> None:
    told = job(f"Tea {letter}{letter} bag", "1.00")
    assert told.missing == (letter,)
    number = f"[U+{ord(letter):04X}]"
    assert spelled_out(f"Tea {letter}") == f"Tea {number}"
    assert Printer().take(told.content).squeezed == [f"Tea {number}{number} bag 1.00"]
    (picture,) = printed(f"Łódź {letter}", "1.00").pictures
    assert picture == picture_of(Words(f"Łódź {number}", "1.00"), StripPaper())


@pytest.mark.parametrize("emoji", ["☺\ufe0f", "a\u200db", "\u2066x\u2069"])
def test_what_only_says_how_to_draw_is_not_missing(emoji: str) -> None:
    assert missing_letters(emoji) == ()


def test_a_printer_with_no_accents_gets_pictures_of_them() -> None:
    assert printed("Café", table=ASCII).pictures == [drawn("Café")]
    assert printed("Cafe", table=ASCII).pictures == []


@pytest.mark.parametrize(("table", "written"), [(WESTERN, "2 × 5 - 1"), (ASCII, "2 x 5 - 1"), (TABLES[1], "2 x 5 - 1")])
def test_the_programs_own_figures_use_signs_that_the_printer_has(table: CharacterTable, written: str) -> None:
    assert printed(figures("2 × 5 − 1", table), table=table).paper == written + "\n"
