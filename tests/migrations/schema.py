"""What a database holds besides rows, in its own words, for comparing one with another."""

import sqlalchemy as sa

from posim_desktop.queries.verify.structure import told_alike

SQLITE_OBJECTS = """
    SELECT type || ' ' || name, sql FROM sqlite_master
     WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'sqlite_autoindex_alembic%'"""
POSTGRES_OBJECTS = """
    SELECT 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
    UNION ALL
    SELECT 'trigger ' || tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid) FROM pg_trigger
     WHERE NOT tgisinternal
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure, pg_get_functiondef(p.oid) FROM pg_proc p
     WHERE pronamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') AND prokind = 'f'
    UNION ALL
    SELECT 'index ' || indexname, indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    UNION ALL
    SELECT 'column ' || table_name || ' ' || column_name,
           data_type || ' ' || is_nullable || ' ' || COALESCE(character_maximum_length, 0)
           || ' ' || COALESCE(column_default, '')
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'"""


def objects_of(engine: sa.Engine) -> dict[str, str]:
    """Describe everything a schema holds, by name, in the database's own words."""
    on_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not on_sqlite:
            connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS alembic_version (version_num text)")
        rows = connection.exec_driver_sql(SQLITE_OBJECTS if on_sqlite else POSTGRES_OBJECTS).all()
    return {name: told_alike(words) for name, words in rows}
