"""The diary file: SQLite, migrations, journal and settings file."""
