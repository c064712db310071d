"""Proof that the shop's records agree with each other. Serves the guide's page on keeping the records safe.

Every rule is checked against what is stored, whatever wrote it. Read in one snapshot
(:func:`posim_desktop.services.database.snapshot`): another till may post between two of the rules.
"""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from posim_desktop.queries.verify import (
    backorders,
    cards,
    charges,
    corrections,
    customer_money,
    days,
    file_imports,
    freed_goods,
    money,
    order_changes,
    orders,
    packs,
    people,
    picking,
    printing,
    receiving,
    records,
    returns,
    serials,
    special_orders,
    stock,
    stock_counts,
    vendor_returns,
    wants,
)
from posim_desktop.queries.verify.violation import Check, Rule, Violation

__all__ = ["RULES", "Violation", "check", "verify"]


def _checks_of(rule: str) -> tuple[Check, ...]:
    written: Iterable[Rule] = (
        *backorders.RULES,
        *orders.RULES,
        *order_changes.RULES,
        *freed_goods.RULES,
        *receiving.RULES,
        *corrections.RULES,
        *charges.RULES,
        *vendor_returns.RULES,
        *stock.RULES,
        *stock_counts.RULES,
        *money.RULES,
        *customer_money.RULES,
        *days.RULES,
        *records.RULES,
        *people.RULES,
        *cards.RULES,
        *printing.RULES,
        *file_imports.RULES,
        *serials.RULES,
        *returns.RULES,
        *wants.RULES,
        *special_orders.RULES,
        *picking.RULES,
    )
    computed: dict[str, tuple[Check, ...]] = {
        "R8": (charges.costs,),
        "M2": (money.references,),
        "M3": (money.extensions, money.sale_discounts, money.taxes, returns.amounts),
        "M6": (customer_money.money_of_the_shop,),
        "M8": (customer_money.shares,),
        "M10": (money.tax_texts,),
        "P8": (packs.costs,),
        "X3": (returns.roads,),
        "Z4": (days.frozen,),
        "Z5": (days.all_days,),
        "D4": (records.audit_chain,),
        "D5": (records.restores,),
        "C1": (cards.search_texts, cards.document_texts),
        "C2": (cards.barcode_forms,),
        "N3": (serials.forms,),
        "C5": (cards.label_formats, cards.accounts),
    }
    return (*(check for check in written if check.rule == rule), *computed.get(rule, ()))


RULES: Mapping[str, str] = {
    "B1": "Ordered is received + canceled + outstanding, none below zero",
    "B2": "Received is waiting + filled",
    "B3": "A backorder's figures are the sums of its events",
    "B4": "Waiting and filled are the sums of the invoice lines that fill it",
    "B5": "Each processed B line has exactly one backorder, as the line says",
    "B6": "Each cancellation has an employee, a name and a reason",
    "B7": "What fills a backorder has its item and its customer",
    "B8": "What is wanted in one piece was set aside in part only with a word",
    "Q1": "No purchase order has anything allocated to a backorder whose customer has a question to answer",
    "Q3": "Nothing is set aside for a backorder while a question is open",
    "E3": "A question stands on its backorder until it is answered",
    "L1": "What came of a wish is on one invoice, for its customer and of its item",
    "L2": "A backorder that was a wish keeps the date of the wish",
    "P1": "No order line has more allocated than is still open",
    "P2": "No backorder has more allocated than is outstanding",
    "P3": "Allocations are of the backorder's item, and each item is on an order once",
    "P4": "On order, received and open are what purchase orders and receipts say",
    "P5": "What is allocated to a backorder is what its history of allocations says",
    "P6": "A purchase order that was sent stands as its changes say",
    "P7": "No more is decided about goods of a sent order than its customers canceled",
    "P8": "What a unit costs is what its pack costs",
    "R1": "No delivery set more to customers than arrived",
    "R2": "Each posted receipt moved its stock and its backorders once",
    "R3": "No correction took back more of a delivery than it brought",
    "R4": "Each correction moved its stock, its backorders and its order once",
    "R7": "An item costs what the newest row of its costs says that counts",
    "R8": "The charges of a delivery are spread over its lines to the cent, and are in their cost",
    "R9": "What went back to a vendor moved its stock once, and no more of a delivery than it brought",
    "S1": "On hand is the sum of the stock ledger",
    "S2": "Committed is what committed invoices hold, and each of them holds something",
    "S3": "Available is not below zero unless somebody chose to sell anyway",
    "S4": "Each sold or returned line moved its stock once",
    "S5": "Of what is not stocked nothing is on hand, set aside, on order or owed",
    "S6": "A posted count moved the stock by what it found, once, and a count that is not posted moved none",
    "S7": "A posted count left no code unsolved, and each item of a count was counted by somebody",
    "M1": "Totals are the sums of lines and taxes, backorders charge nothing",
    "M2": "Payments less change are the total, each is of its tender's kind and names no card",
    "M3": "Every extended amount and tax is rounded by the rules",
    "M4": "No deposit is below zero, no credit below its limit, and what is moved arrives",
    "M5": "Nothing is held for a backorder that is closed, or of anybody but its customer",
    "M6": "What came in less what went out is what goods came to, what is held, and the fees",
    "M7": "The customer's money pays no more than goods cost, and is given no more than they are owed",
    "M8": "A cancellation takes no more of a deposit than the share of what was canceled",
    "M9": "Each deposit line and each use of the customer's money has one row, of its amount",
    "M10": "The taxes of tax codes and of lines are written as the program writes them",
    "X1": "No more of a sold line came back than was sold, and only of what was sold",
    "X2": "No more is given back than was paid, and all of it when all is back",
    "X3": "Money went back the way it came, or somebody allowed another",
    "Z1": "Each payment is in one day, from the first day of a drawer on",
    "Z2": "A drawer has one day that is not closed",
    "Z3": "The Zs of a drawer run from 1 without a gap but what a restore left out",
    "Z4": "A Z says what the rows of its day come to",
    "Z5": "All days together come to what the ledgers say",
    "Z6": "There is no cash in Office",
    "Z7": "Nothing is posted between the count and the close, and what is closed was counted",
    "D1": "Only processed and posted documents have numbers, payments, stock moves and backorders",
    "D2": "Numbers run from 1 without a gap but what a restore left out, and the counters know the last one",
    "D3": "Every operation was done once and completely",
    "D4": "The audit has all its rows, unchanged",
    "D5": "What a restored shop leaves out is what the audit of the restore says, and no document has it",
    "J1": "What is printed of an invoice is printed of a processed one",
    "J2": "What was printed was tried, and what waits for its first time was not",
    "J3": "What is mailed is a posted order or the receipt of a processed invoice, and what was sent was tried",
    "J4": "A practice shop opens no drawer, sends no mail and asks no card terminal",
    "C1": "Cards are found by what is written on them",
    "C2": "Goods are found by their numbers however they are written",
    "C3": "A card that was merged is archived, and what is open is on the card that stays",
    "C4": "The shop takes at least one tender, and each has its own place in Pay",
    "C5": "What codes of scales mean is clear, and accounts of the journal have names that its files can hold",
    "C6": "A card says of its preferred vendor what that vendor's row says",
    "C7": "Of a customer who was forgotten nothing says who they were but posted documents",
    "I1": "An import made and changed as many cards as are tied to it",
    "K1": "What is to be picked up with others is set aside for the same customer, and still there",
    "K2": "What was picked up with others moved to the invoice that was posted, once",
    "N1": "Of goods with serial numbers each unit that was posted has its number",
    "N2": "No unit is sold twice before it comes back, or in stock twice",
    "N3": "Serial numbers stand on a line of their document and are found however they are written",
    "N4": "With a receipt only units came back that it sold",
    "E1": "Only a posted special order made items, an invoice and promises, and has a number",
    "E2": "A posted special order is promised line by line, once, to its customer",
    "E4": "Nobody pays more than a special order promised, unless they agreed",
    "U1": "Each PIN was made by somebody, as the audit says",
    "U2": "Each wrong PIN since the last log-in is counted",
    "U3": "Whoever works here has a role that is on file",
    "U4": "There is one role of the Owner",
    "U5": "Somebody who works here is an Owner",
    "U6": "Each discount, other price and return of a line was allowed by somebody",
    "U7": "Each approval that was used was used for what it was given to",
}
"""Each rule in words, in the order they are checked."""

_CHECKS = {rule: _checks_of(rule) for rule in RULES}


def check(connection: sa.Connection, rule: str) -> tuple[Violation, ...]:
    """Check one rule and return what breaks it."""
    return tuple(violation for each in _CHECKS[rule] for violation in each(connection))


def verify(connection: sa.Connection) -> tuple[Violation, ...]:
    """Check every rule and return what breaks any of them."""
    return tuple(violation for rule in RULES for violation in check(connection, rule))
