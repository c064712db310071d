"""Purchase orders and allocations."""
