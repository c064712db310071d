"""Guide: "Needs Information" — what a special order asks holds for its backorders, with what else is taken."""

from dataclasses import replace
from decimal import Decimal

import sqlalchemy as sa

from ordering_seed import assert_sound, customer_on_file
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, BackorderEvent
from posim_desktop.services.backorders import questions
from posim_desktop.services.sales import special_order_posting
from seeding import Till, stored
from services.sales.test_special_orders import orders


def test_a_question_and_what_else_is_taken_follow_the_line(till: Till) -> None:
    plain = SpecialLine(description="Winter coat", quantity=Decimal(1), unit_price=Decimal("120.00"))
    asked = replace(plain, question="Which color?", will_also_take="the larger one")
    order_id = orders(till, asked, plain, customer_id=customer_on_file(till))

    till.run(special_order_posting.post, special_order_id=order_id, tenders=(), expected_deposit=Decimal("0.00"))

    first = stored(till.engine, Backorder, Backorder.number == 1)
    assert (first.question, first.will_also_take) == ("Which color?", "the larger one")
    second = stored(till.engine, Backorder, Backorder.number == 2)
    assert (second.question, second.will_also_take) == ("", "")
    event = stored(till.engine, BackorderEvent)
    assert (event.backorder_id, event.kind, event.reason, event.name) == (first.id, "ask", "Which color?", "Sam")
    assert_sound(till)

    refusal = till.refusal(questions.ask, backorder_id=first.id, question="Which size?")
    assert refusal.why is Why.QUESTION_OPEN
    till.run(questions.answer, backorder_id=first.id, answer="Blue")
    with till.engine.connect() as connection:
        assert set(connection.scalars(sa.select(Backorder.question))) == {""}
    assert_sound(till)
