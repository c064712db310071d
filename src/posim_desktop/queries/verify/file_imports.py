"""Rule I1: an import says what it made and changed. Serves the guide's page on keeping the records safe."""

from posim_desktop.queries.verify.violation import Rule

RULES = (
    Rule(
        "I1",
        "import",
        "says that it made {} cards, and {} are tied to it",
        """SELECT i.id, i.file_name, i.made, (SELECT COUNT(*) FROM imported_cards c WHERE c.import_id = i.id AND c.made)
           FROM imports i
           WHERE i.made <> (SELECT COUNT(*) FROM imported_cards c WHERE c.import_id = i.id AND c.made)""",
        places=0,
    ),
    Rule(
        "I1",
        "import",
        "says that it changed {} cards, and {} are tied to it",
        """SELECT i.id, i.file_name, i.changed,
                  (SELECT COUNT(*) FROM imported_cards c WHERE c.import_id = i.id AND NOT c.made)
           FROM imports i
           WHERE i.changed <> (SELECT COUNT(*) FROM imported_cards c WHERE c.import_id = i.id AND NOT c.made)""",
        places=0,
    ),
)
