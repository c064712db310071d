"""Where PyInstaller's programs begin; which of them this is, its file's name says."""

import sys
from pathlib import Path

from posim_desktop.cli import launched
from posim_desktop.cli.main import main

CLIENTS = {"posim-sales": "sales", "posim-inventory": "inventory"}

client = CLIENTS.get(Path(sys.executable).stem)
if client is None:
    main()
else:
    sys.argv.insert(1, client)
    launched.main()
