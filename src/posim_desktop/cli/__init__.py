"""The command line: `posim-desktop` and its sub-commands."""
