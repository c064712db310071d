"""The keepers: one module for each stored record, and nobody else locks, writes or removes its rows.

A keeper gives typed, frozen rows and takes them; its statements are built once, on plain tables. It refuses what is not
there or not in use any more; every other rule of the shop is asked by the verbs, between ``lock`` and writing.

Locks are taken in the order that :mod:`posim_desktop.services.records.lock_order` states.
"""
