"""Building blocks of the windows: card, deck, edits, chips."""
