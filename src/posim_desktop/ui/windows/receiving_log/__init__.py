"""The Receiving Log, panel by panel."""
