"""Guide: "Needs Information" — what departments ask."""

import pytest

from posim_desktop.domain.cards.department_questions import clean_questions, joined, questions_of, unanswered
from posim_desktop.domain.errors import Field, RefusedError


def test_questions_stand_one_to_a_line_each_once() -> None:
    assert clean_questions("  Size?\n\nColor? \nSize?\n") == "Size?\nColor?"
    assert questions_of("Size?\nColor?") == ("Size?", "Color?")
    assert questions_of("") == ()


@pytest.mark.parametrize("typed", ["\n".join("abcdefg"), "x" * 81, "card 4111 1111 1111 1111?", "bell\x07?"])
def test_what_cannot_be_asked_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_questions(typed)
    assert refused.value.refusal.where == Field("questions")


def test_what_has_no_answer_is_still_open() -> None:
    assert unanswered(("Size?", "Color?"), {"Size?": "42"}) == ("Color?",)
    assert unanswered(("Size?",), {"Size?": ""}) == ("Size?",)


def test_open_questions_are_one_with_as_many_whole_as_fit() -> None:
    assert joined(["Size?", "Color?"]) == "Size? Color?"
    assert joined([]) == ""
    assert joined(["a" * 8, "b" * 8, "c"], limit=12) == "aaaaaaaa c"
