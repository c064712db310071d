"""Guide: "Bring your shop over" — from bytes to text."""

import pytest

from posim_desktop.domain.errors import RefusedError
from posim_desktop.domain.exchange.decoding import find_encoding
from posim_desktop.domain.exchange.plain_text import without_markup
from posim_desktop.domain.why import Why


@pytest.mark.parametrize(
    ("text", "encoding", "choices"),
    [
        ("Café £5", "cp1252", ("cp1252",)),
        ("Größe", "cp1250", ("cp1252",)),  # the same letters in both
        ("Żółta", "cp1250", ("cp1250", "cp1252")),
        ("crème brûlée", "cp1252", ("cp1252", "cp1250")),
        ("Привет мир", "cp1251", ("cp1251", "cp1253", "cp1252", "cp1250")),
        ("Thé glacé", "utf-16-le", ("utf-16-le",)),
        ("Thé glacé", "utf-16-be", ("utf-16-be",)),
        ("Łódź", "utf-8", ("utf-8",)),
    ],
)
def test_what_is_not_certain_is_asked(text: str, encoding: str, choices: tuple[str, ...]) -> None:
    assert find_encoding(text.encode(encoding)).choices == choices


@pytest.mark.parametrize(
    ("named", "why"),
    [("klingon", Why.NO_SUCH_ENCODING), ("hex", Why.NO_SUCH_ENCODING), ("utf-8", Why.NOT_IN_THIS_ENCODING)],
)
def test_a_named_encoding_must_read_the_file(named: str, why: Why) -> None:
    with pytest.raises(RefusedError, match=why):
        find_encoding("Łódź".encode("cp1250"), named)


def test_markup_is_taken_out_and_signs_stay() -> None:
    assert without_markup("<p>Boils<br>fast &amp; safe.</p><script>x()</script>") == "Boils\nfast & safe."
    assert without_markup("A < B & C") == "A < B & C"
