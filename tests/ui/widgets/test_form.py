"""Inputs that only forms have: choosers, codes, rates, and how a form reads and refuses."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from posim_desktop.domain.changes import Record
from posim_desktop.domain.errors import Field, Refusal, RefusedError
from posim_desktop.domain.why import Why
from posim_desktop.queries.filing import Choice
from posim_desktop.tour import hands
from posim_desktop.ui.style import apply_style
from posim_desktop.ui.widgets.edits import TextEdit
from posim_desktop.ui.widgets.form import Form
from posim_desktop.ui.widgets.inputs import ChoiceBox, CodesEdit, LinesEdit, OptionBox, RateEdit

ACME = Choice(7, "V1", "Acme", archived=False)
TWIN = Choice(8, "V2", "Twin", archived=False)
OTHER_TWIN = Choice(9, "V3", "Twin", archived=False)


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    box = ChoiceBox("vendor_id", "vendor")
    qtbot.addWidget(box)
    box.offer((ACME, TWIN, OTHER_TWIN), "(none)")
    return box


def _refused(read: ChoiceBox | RateEdit) -> Refusal:
    with pytest.raises(RefusedError) as refused:
        read.value()
    return refused.value.refusal


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("Acme (V1)", 7),
        ("acme", 7),
        ("v1", 7),
        ("  Acme ", 7),
        ("(none)", None),
        ("", None),
        ("Twin (V3)", 9),
        ("cm", 7),
        ("v3", 9),
    ],
)
def test_a_card_is_chosen_by_name_or_id_or_a_part_that_only_it_has(
    box: ChoiceBox, typed: str, chosen: int | None
) -> None:
    box.setEditText(typed)

    assert box.value() == chosen
    assert box.chosen_id() == chosen


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Nobody", Why.NO_MATCH),
        ("Twin", Why.MORE_THAN_ONE_MATCH),
        ("tw", Why.MORE_THAN_ONE_MATCH),
    ],
)
def test_what_names_no_card_or_several_is_refused(box: ChoiceBox, typed: str, why: Why) -> None:
    box.setEditText(typed)

    assert _refused(box) == Refusal(why, Field("vendor_id"), noun="vendor", typed=typed)
    assert box.chosen_id() is None


@pytest.mark.parametrize("typed", ["o\u2019brien", "obrien", "MULLER", "mueller", "o'brien & mu"])
def test_a_card_is_chosen_however_its_name_is_typed(box: ChoiceBox, typed: str) -> None:
    box.offer((ACME, Choice(3, "V9", "O'Brien & Müller", archived=False)), "(none)")
    box.setEditText(typed)
    completer = box.completer()
    assert completer is not None
    completer.setCompletionPrefix(typed)
    offered = completer.completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["O'Brien & Müller (V9)"]
    assert box.value() == 3


def test_names_that_differ_only_in_accents_are_told_apart(box: ChoiceBox) -> None:
    box.offer((Choice(3, "V8", "Muller", archived=False), Choice(4, "V9", "Müller", archived=False)), "(none)")
    for typed, chosen in (("muller", 3), ("MÜLLER", 4)):
        box.setEditText(typed)
        assert box.value() == chosen


def test_enter_writes_out_the_card_that_was_meant(box: ChoiceBox, qtbot: QtBot) -> None:
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    with qtbot.waitExposed(box):
        box.show()
    box.setFocus()

    box.setEditText("acm")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert box.currentText() == "Acme (V1)"
    assert chosen == [1]


def test_a_chooser_shows_what_it_is_given(box: ChoiceBox) -> None:
    for shown, value in (("Twin (V2)", 8), ("(none)", None), ("(none)", 99)):
        box.set_value(value)
        assert box.currentText() == shown


def test_codes_are_scanned_one_below_the_other_and_press_no_button(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    codes, button = CodesEdit(), QPushButton("OK")
    rows = QVBoxLayout(dialog)
    rows.addWidget(codes)
    rows.addWidget(button)
    button.setDefault(True)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    with qtbot.waitExposed(dialog):
        dialog.show()

    codes.setFocus()
    QTest.keyClicks(codes, "111")
    QTest.keyClick(codes, Qt.Key.Key_Return)
    QTest.keyClicks(codes, " 222 ")
    QTest.keyClick(codes, Qt.Key.Key_Return)

    assert codes.value() == ("111", "222")
    assert pressed == []


@pytest.mark.parametrize("typed", ["-1", "100.5", "abc", "8.00001", ""])
def test_a_rate_out_of_range_is_refused_at_its_field(qtbot: QtBot, typed: str) -> None:
    edit = RateEdit("rate")
    qtbot.addWidget(edit)
    edit.setText(typed)

    assert _refused(edit).where == Field("rate")


def test_a_form_reads_back_what_it_shows(qtbot: QtBot) -> None:
    page, form, values = _form(qtbot)

    form.show_values(values)

    assert form.values(values) == values
    assert page.isVisible()


def test_a_form_puts_a_refusal_at_its_field_with_the_focus(qtbot: QtBot) -> None:
    page, form, _ = _form(qtbot)

    assert form.show_refusal(Refusal(Why.RATE_OUT_OF_RANGE, Field("rate")))
    assert "A tax rate is between 0 and 100 percent." in hands.words_on(page)
    assert form.inputs["rate"].hasFocus()
    assert form.inputs["rate"].accessibleDescription() == "A tax rate is between 0 and 100 percent."

    form.clear_refusals()
    assert "A tax rate is between 0 and 100 percent." not in hands.words_on(page)
    assert not form.show_refusal(Refusal(Why.CARD_CHANGED, Field("version"), card=Record.VENDOR))


def test_a_form_that_is_read_cannot_be_typed_into(qtbot: QtBot) -> None:
    _, form, values = _form(qtbot)
    form.show_values(values)

    form.let_be_read(reading=True)
    for name in ("name", "notes", "rate"):
        QTest.keyClicks(form.inputs[name], "9")
    assert form.values(values) == values
    assert not form.inputs["role"].isEnabled()

    form.let_be_read(reading=False)
    QTest.keyClicks(form.inputs["name"], "9")
    assert form.values(["name"]) != {"name": values["name"]}


def test_lines_are_as_tall_as_what_is_written_and_scroll_only_beyond_the_most(qtbot: QtBot) -> None:
    edit = CodesEdit(1, most=3)
    qtbot.addWidget(edit)
    edit.show()
    heights = []
    for count in range(5):
        edit.set_value([str(code) for code in range(count)])
        heights.append(edit.height())
    line = edit.fontMetrics().lineSpacing()
    assert [height - heights[0] for height in heights] == [0, 0, line, 2 * line, 2 * line]
    edit.set_value(())
    assert edit.height() == heights[0]


def test_one_line_of_several_is_as_tall_as_an_input_of_one_line(qtbot: QtBot, qapp: QApplication) -> None:
    apply_style(qapp, dark=False)
    page, form, _ = _form(qtbot)
    notes = LinesEdit(1)
    section = form.section()
    section.add("more", "More", notes)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(section)
    hands.settle()
    assert notes.height() == form.inputs["name"].height()
    notes.setPlainText("written")
    hands.settle()
    assert notes.verticalScrollBar().maximum() == 0


def _form(qtbot: QtBot) -> tuple[QWidget, Form, dict[str, object]]:
    form = Form()
    section = form.section("Everything")
    section.add("name", "Name", TextEdit(80))
    section.add("rate", "Rate", RateEdit("rate"))
    section.add("notes", "Notes", LinesEdit(), wide=True)
    section.add("codes", "Codes", CodesEdit())
    section.add("role", "Role", OptionBox([(1, "One"), (2, "Two")]))
    page = QWidget()
    QVBoxLayout(page).addWidget(section)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    values: dict[str, object] = {
        "name": "Lee",
        "rate": Decimal("8.25"),
        "notes": "one\ntwo",
        "codes": ("1", "2"),
        "role": 2,
    }
    return page, form, values
