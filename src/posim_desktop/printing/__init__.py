"""Rows become paper: invoices and slips as PDF, receipts as ESC/POS."""
