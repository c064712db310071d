"""Rows become paper: invoices as PDF."""
