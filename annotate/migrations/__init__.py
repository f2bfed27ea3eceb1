"""Alembic: how the tables came to be, one revision a file.

A new one starts from the difference between ``annotate.tables`` and a database made so far; give its
columns the plain types of ``sqlalchemy``, as in the revisions before::

    from alembic import command
    from annotate.db import open_engine
    from annotate.upgrade import alembic_config

    with open_engine("sqlite:////tmp/draft.db").connect() as connection:
        command.revision(alembic_config(connection), "what changes", autogenerate=True, rev_id="0002")
"""
