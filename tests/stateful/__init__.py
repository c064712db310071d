"""Random walks through the shop's verbs, the invariants checked after every step."""
