"""The purchase order screens: working orders that are being written, processed ones whose goods are awaited."""
