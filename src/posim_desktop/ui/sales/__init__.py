"""Invoices, from the till to the pick-up."""
