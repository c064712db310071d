"""Guide: "Needs Information" — what a special order asks holds for its backorders, with what else is taken."""

from dataclasses import replace
from decimal import Decimal

import sqlalchemy as sa

from ordering_seed import assert_sound, customer_on_file
from posim_desktop.domain.cards.cards import DepartmentFields
from posim_desktop.domain.errors import Field
from posim_desktop.domain.sales.special_orders import SpecialLine
from posim_desktop.domain.why import Why
from posim_desktop.orm import Backorder, BackorderEvent, Item, PurchaseOrderLine
from posim_desktop.orm import SpecialOrderLine as LineRow
from posim_desktop.queries import answers
from posim_desktop.queries.sales import pickup
from posim_desktop.services.backorders import questions
from posim_desktop.services.cards import departments
from posim_desktop.services.sales import special_order_posting, special_orders
from receiving_seed import open_shop
from seeding import Till, stored
from services.sales.test_special_orders import orders


def test_what_the_department_asks_and_nobody_answered_is_open(till: Till) -> None:
    fields = DepartmentFields("COATS", "Coats", "Size?\nColor?\nLining?")
    coats = till.run(departments.add, fields=fields).record_id
    coat = SpecialLine(
        description="Winter coat", quantity=Decimal(1), unit_price=Decimal("120.00"), department_id=coats
    )
    own = replace(coat, question="For whom?")
    order_id = orders(till, coat, own, customer_id=customer_on_file(till))
    first, second = (stored(till.engine, LineRow, LineRow.position == place).id for place in (1, 2))
    with till.engine.connect() as connection:
        asked = answers.asked_of_line(connection, first)
    assert asked == (("Size?", ""), ("Color?", ""), ("Lining?", ""))
    whole = (("Size?", "42"), ("Color?", "blue"), ("Lining?", "silk"))
    till.run(special_orders.answer_questions, line_id=first, answers=whole)
    till.run(special_orders.answer_questions, line_id=second, answers=(("Size?", " 38 "), ("Color?", "")))
    bad = till.refusal(special_orders.answer_questions, line_id=first, answers=(("Size?", "bell\x07"),))
    assert bad.where == Field("answer_0")

    till.run(special_order_posting.post, special_order_id=order_id, tenders=(), expected_deposit=Decimal("0.00"))

    assert stored(till.engine, Backorder, Backorder.number == 1).question == ""
    open_one = stored(till.engine, Backorder, Backorder.number == 2)
    assert open_one.question == "For whom? Color? Lining?"
    with till.engine.connect() as connection:
        assert answers.of_backorder(connection, open_one.id) == (("Size?", "38"),)
        assert answers.on_special_order(connection, order_id)[first] == whole
    refusal = till.refusal(special_orders.answer_questions, line_id=second, answers=())
    assert refusal.why is Why.SPECIAL_ORDER_POSTED
    assert_sound(till)


def test_what_was_answered_and_is_also_taken_is_read_for_slip_and_purchase_order(till: Till) -> None:
    shop = open_shop(till)
    coats = till.run(departments.add, fields=DepartmentFields("COATS", "Coats", "Size?")).record_id
    coat = SpecialLine(
        description="Winter coat",
        quantity=Decimal(1),
        unit_price=Decimal("120.00"),
        department_id=coats,
        will_also_take="dark blue",
    )
    order_id = orders(till, coat, customer_id=shop.lee)
    line_id = stored(till.engine, LineRow).id
    till.run(special_orders.answer_questions, line_id=line_id, answers=(("Size?", "42"),))
    till.run(special_order_posting.post, special_order_id=order_id, tenders=(), expected_deposit=Decimal("0.00"))
    backorder = stored(till.engine, Backorder)
    code = shop.read(sa.select(Item.code).where(Item.id == backorder.item_id))
    till.items[code] = backorder.item_id
    purchase_order = shop.orders((code, "1"), allocations=((code, backorder.id, "1"),))
    (ordered,) = shop.read_all(sa.select(PurchaseOrderLine.id))
    with till.engine.connect() as connection:
        assert answers.also_taken(connection, purchase_order) == {ordered: ("dark blue",)}
        assert answers.on_purchase_order(connection, purchase_order) == {ordered: (("Size?", "42"),)}
    log_id = shop.unloads(purchase_order)
    shop.receives(log_id, *shop.proposal(log_id))
    (made,) = shop.invoices(log_id)
    with till.engine.connect() as connection:
        (slip,) = pickup.slips(connection, [made.invoice_id])
    assert [(line.also, line.answers) for line in slip.lines] == [("dark blue", (("Size?", "42"),))]
    shop.holds()


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


def test_a_promise_at_the_till_is_asked_what_its_department_asks(till: Till) -> None:
    """The posting asks; answers given then are kept one by one, and what is left blank keeps the goods away."""
    shop = open_shop(till)
    kettle = till.stores("kettle")
    fields = DepartmentFields("KITCHEN", "Kitchen", "Color?\nWhich lid?")
    in_department(till, kettle, till.run(departments.add, fields=fields).record_id)
    made = shop.owes("kettle", "2", shop.lee)
    asked = stored(till.engine, Backorder, Backorder.id == made)
    assert asked.question == "Color? Which lid?"
    assert questions_of(till, made) == ("Color?", "Which lid?")
    nothing = till.refusal(questions.answer_each, backorder_id=made, answers=(("Color?", " "), ("Which lid?", "")))
    assert nothing.where == Field("answer_0")

    said = (("Color?", "Steel"), ("Which lid?", ""))
    till.run(questions.answer_each, backorder_id=made, answers=said)
    assert questions_of(till, made) == ("Which lid?",)
    assert_sound(till)
    till.run(questions.answer_each, backorder_id=made, answers=(("Which lid?", "Glass"),))
    assert stored(till.engine, Backorder, Backorder.id == made).question == ""
    order = shop.orders(("kettle", "2"), allocations=(("kettle", made, "2"),))
    with till.engine.connect() as connection:
        lines = answers.on_purchase_order(connection, order)
    assert list(lines.values()) == [(("Color?", "Steel"), ("Which lid?", "Glass"))]
    assert_sound(till)


def questions_of(till: Till, backorder_id: int) -> tuple[str, ...]:
    with till.engine.connect() as connection:
        return answers.open_questions(connection, backorder_id)


def in_department(till: Till, item_id: int, department_id: int) -> None:
    with till.writing() as session:
        session.connection().execute(
            sa.update(Item.__table__).where(Item.id == item_id).values(department_id=department_id)
        )
