"""Tables in and out, and the demo shop."""
