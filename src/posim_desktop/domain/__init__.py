"""The rules of the shop, in plain values: no clock, no files, no windows, no database."""
