"""The guide's tasks, from the first click to the last."""
