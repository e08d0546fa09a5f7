"""Saved views, 催办, and two more facts on each card: since when the item is known, and how often it was urged."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

# One row a card, its columns in the order of domain/cards.ItemCard. Names of one role are joined in printed order:
# SQLite joins them as the inner select feeds them. An item that came with a report is as old as the import; of one
# entered by hand the journal knows the day.
ITEM_CARD = """
CREATE VIEW item_card AS
SELECT item.id, item.code, item.kind, item.year, item.title, substr(item.original_text, 1, 60) AS text, item.status,
    item.percent, item.rectification, item.deadline_kind, item.deadline_original, item.deadline_current,
    item.deadline_presumed, item.deadline_text,
    coalesce(owners.lead, '') AS lead, coalesce(owners.support, '') AS support,
    coalesce(owners.person, '') AS person, coalesce(owners.leader, '') AS leader,
    coalesce(measures.number, 0) AS measures, coalesce(measures.done, 0) AS measures_done,
    coalesce(proofs.number, 0) AS evidence, coalesce(moved.number, 0) AS extensions,
    item.return_count, notes.last AS last_note, item.closed_on, item.report_id,
    coalesce(report.title, '') AS report_title,
    CASE WHEN item.report_id IS NULL THEN (
        SELECT date(step.at, 'localtime') FROM change JOIN step ON step.id = change.step_id
        WHERE change.item_id = item.id AND change.table_name = 'item' AND change.before IS NULL LIMIT 1
    ) ELSE date(report.imported_at, 'localtime') END AS added_on,
    coalesce(urged.number, 0) AS urgings, urged.last AS last_urged
FROM item
LEFT JOIN report ON report.id = item.report_id
LEFT JOIN (
    SELECT item_id,
        group_concat(name, '、') FILTER (WHERE role = 'lead') AS lead,
        group_concat(name, '、') FILTER (WHERE role = 'support') AS support,
        group_concat(name, '、') FILTER (WHERE role = 'person') AS person,
        group_concat(name, '、') FILTER (WHERE role = 'leader') AS leader
    FROM (
        SELECT assignment.item_id, assignment.role, coalesce(unit.name, person.name) AS name
        FROM assignment
        LEFT JOIN unit ON unit.id = assignment.unit_id
        LEFT JOIN person ON person.id = assignment.person_id
        ORDER BY assignment.item_id, assignment.position, assignment.id
    )
    GROUP BY item_id
) AS owners ON owners.item_id = item.id
LEFT JOIN (
    SELECT item_id, count(*) AS number, sum(done) AS done FROM measure GROUP BY item_id
) AS measures ON measures.item_id = item.id
LEFT JOIN (SELECT item_id, count(*) AS number FROM evidence GROUP BY item_id) AS proofs ON proofs.item_id = item.id
LEFT JOIN (SELECT item_id, count(*) AS number FROM extension GROUP BY item_id) AS moved ON moved.item_id = item.id
LEFT JOIN (SELECT item_id, max(noted_on) AS last FROM note GROUP BY item_id) AS notes ON notes.item_id = item.id
LEFT JOIN (
    SELECT item_id, count(*) AS number, max(urged_on) AS last FROM urging GROUP BY item_id
) AS urged ON urged.item_id = item.id
"""


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "urging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("urged_on", sa.String(), nullable=False),
        sa.Column("urged_by", sa.String(), nullable=False),
        sa.Column("to_whom", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"]),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_urging_item_id", "urging", ["item_id"])
    op.execute("DROP VIEW item_card")
    op.execute(ITEM_CARD)
