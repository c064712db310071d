"""Guide: "Labels" — which items get a label, how many, and with which barcode."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import sqlalchemy as sa

from posim_desktop.domain.cards.cards import ItemFields
from posim_desktop.orm import AuditEvent
from posim_desktop.queries.cards import item_labels
from posim_desktop.queries.cards import items as item_queries
from posim_desktop.queries.deck import EVERYTHING, Found, Order
from posim_desktop.services.cards import items
from receiving_seed import D, open_shop
from seeding import OPENING_DAY, Till


def test_a_delivery_is_labeled_unit_by_unit(till: Till) -> None:
    shop = open_shop(till)
    till.stores("kettle")
    till.stores("cloth")
    log_id = shop.unloads_freely(("kettle", "3"), ("cloth", "1.5"))
    shop.receives(log_id)
    with till.engine.connect() as connection:
        found = item_labels.of_receiving_log(connection, log_id)
    assert [(label.code, label.copies) for label in found] == [("cloth", 2), ("kettle", 3)]


def test_other_prices_are_labeled_since_they_are_others(till: Till) -> None:
    fields = ItemFields("KETTLE", "Kettle", price=D(3), barcodes=("4006381333931",))
    kettle = till.run(items.add, fields=fields).record_id
    till.run(items.add, fields=ItemFields("MUG", "Mug", price=D(2)))
    with till.engine.connect() as connection:
        everything = item_labels.of_other_prices(connection, OPENING_DAY)
        last = connection.execute(sa.select(sa.func.max(AuditEvent.at))).scalar_one()
        card = item_queries.details(connection, kettle)
        found = item_labels.of_found(connection, Found(text="mug"), Order("code"))
        listed = item_labels.of_found(connection, EVERYTHING, Order("code", descending=True))
    assert [(label.code, label.copies) for label in found] == [("MUG", 1)]
    assert [label.code for label in listed] == ["MUG", "KETTLE"], "as List All is sorted"
    assert [(label.code, label.barcode) for label in everything] == [("KETTLE", "4006381333931"), ("MUG", "MUG")]
    assert card is not None
    change = partial(items.change, item_id=kettle, version=card.version)
    till.do(partial(change, fields=replace(fields, description="Red kettle")))
    with till.engine.connect() as connection:
        assert item_labels.of_other_prices(connection, last + timedelta(milliseconds=1)) == ()
    till.do(partial(items.change, item_id=kettle, version=card.version + 1, fields=replace(fields, price=D(4))))
    with till.engine.connect() as connection:
        (label,) = item_labels.of_other_prices(connection, last + timedelta(milliseconds=1))
    assert (label.code, label.price) == ("KETTLE", D(4))
