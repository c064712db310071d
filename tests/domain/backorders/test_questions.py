"""Guide: "Needs Information" — when something can be asked and answered, and what waits for it."""

from decimal import Decimal

from posim_desktop.domain.backorders.questions import answer_refusal, ask_refusal, goods_refusal
from posim_desktop.domain.errors import Field
from posim_desktop.domain.why import Why

ONE, NONE = Decimal(1), Decimal(0)


def test_something_is_asked_while_goods_are_owed_and_nothing_else_is_open() -> None:
    assert ask_refusal(ONE, "") is None
    for outstanding, question, why in (
        (NONE, "", Why.NOTHING_TO_ASK),
        (ONE, "Which color?", Why.QUESTION_OPEN),
        (NONE, "Which color?", Why.QUESTION_OPEN),
    ):
        refusal = ask_refusal(outstanding, question)
        assert refusal is not None
        assert (refusal.why, refusal.where) == (why, Field("question"))


def test_only_an_open_question_is_answered() -> None:
    assert answer_refusal("Which color?") is None
    refusal = answer_refusal("")
    assert refusal is not None
    assert (refusal.why, refusal.where) == (Why.NO_QUESTION_OPEN, Field("answer"))


def test_goods_wait_for_the_answer() -> None:
    assert goods_refusal("") is None
    refusal = goods_refusal("Which color?")
    assert refusal is not None
    assert (refusal.why, refusal.facts["question"]) == (Why.NEEDS_INFORMATION, "Which color?")
