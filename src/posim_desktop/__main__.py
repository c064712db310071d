"""Lets ``python -m posim_desktop`` do what ``posim-desktop`` does."""

from posim_desktop.cli.main import main

if __name__ == "__main__":
    main()
