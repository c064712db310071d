"""The command line: `posim-desktop` and its subcommands."""
