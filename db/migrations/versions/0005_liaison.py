"""Task lists, the liaison log, promises, meetings and requests for tifos.

New tables only: nothing that was there changes.
"""

from __future__ import annotations

from alembic import op

revision = "0005_liaison"
down_revision = "0004_standing"
branch_labels = None
depends_on = None

# Plain SQL, frozen here: a migration never follows later changes of the classes.
STATEMENTS = (
    """
CREATE TABLE match_task (
    id BLOB NOT NULL,
    fixture_id BLOB,
    step TEXT,
    task TEXT DEFAULT '' NOT NULL,
    task_role TEXT DEFAULT 'planner' NOT NULL,
    days_before INTEGER,
    state TEXT DEFAULT 'open' NOT NULL,
    closed_on TEXT,
    remark TEXT DEFAULT '' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_match_task PRIMARY KEY (id),
    CONSTRAINT fk_match_task_fixture_id FOREIGN KEY(fixture_id) REFERENCES fixture (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE animation_request (
    id BLOB NOT NULL,
    fixture_id BLOB,
    group_id BLOB,
    kind TEXT DEFAULT 'tifo' NOT NULL,
    requested_on TEXT,
    message TEXT DEFAULT '' NOT NULL,
    dimensions TEXT DEFAULT '' NOT NULL,
    pieces INTEGER CONSTRAINT ck_animation_request_pieces CHECK (pieces >= 0),
    material TEXT DEFAULT '' NOT NULL,
    fire_proof TEXT DEFAULT 'unknown' NOT NULL,
    sector_id BLOB,
    gate_id BLOB,
    installs_at TEXT,
    installers INTEGER CONSTRAINT ck_animation_request_installers CHECK (installers >= 0),
    display TEXT DEFAULT '' NOT NULL,
    removal TEXT DEFAULT '' NOT NULL,
    covers_exits BOOLEAN DEFAULT '0' NOT NULL,
    decision TEXT DEFAULT 'pending' NOT NULL,
    decided_by TEXT DEFAULT '' NOT NULL,
    decided_at TEXT,
    conditions TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    conformity TEXT DEFAULT 'unchecked' NOT NULL,
    conformity_note TEXT DEFAULT '' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_animation_request PRIMARY KEY (id),
    CONSTRAINT fk_animation_request_fixture_id FOREIGN KEY(fixture_id) REFERENCES fixture (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_animation_request_group_id FOREIGN KEY(group_id) REFERENCES supporter_group (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_animation_request_sector_id FOREIGN KEY(sector_id) REFERENCES sector (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_animation_request_gate_id FOREIGN KEY(gate_id) REFERENCES gate (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE liaison_entry (
    id BLOB NOT NULL,
    fixture_id BLOB,
    kind TEXT DEFAULT 'call' NOT NULL,
    happened_at TEXT,
    contact_id BLOB,
    with_whom TEXT DEFAULT '' NOT NULL,
    is_reached BOOLEAN DEFAULT '1' NOT NULL,
    gist TEXT DEFAULT '' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_liaison_entry PRIMARY KEY (id),
    CONSTRAINT fk_liaison_entry_fixture_id FOREIGN KEY(fixture_id) REFERENCES fixture (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_liaison_entry_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE meeting (
    id BLOB NOT NULL,
    fixture_id BLOB,
    kind TEXT DEFAULT 'local_commission' NOT NULL,
    meets_at TEXT,
    place TEXT DEFAULT '' NOT NULL,
    chair TEXT DEFAULT '' NOT NULL,
    minutes_keeper TEXT DEFAULT '' NOT NULL,
    agenda TEXT DEFAULT '' NOT NULL,
    discussion TEXT DEFAULT '' NOT NULL,
    status TEXT DEFAULT 'planned' NOT NULL,
    signature TEXT DEFAULT 'none' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_meeting PRIMARY KEY (id),
    CONSTRAINT fk_meeting_fixture_id FOREIGN KEY(fixture_id) REFERENCES fixture (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE participant (
    id BLOB NOT NULL,
    meeting_id BLOB,
    contact_id BLOB,
    organisation_id BLOB,
    person TEXT DEFAULT '' NOT NULL,
    function TEXT DEFAULT '' NOT NULL,
    presence TEXT DEFAULT 'invited' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_participant PRIMARY KEY (id),
    CONSTRAINT fk_participant_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_participant_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_participant_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    """
CREATE TABLE commitment (
    id BLOB NOT NULL,
    kind TEXT DEFAULT 'promise' NOT NULL,
    fixture_id BLOB,
    liaison_id BLOB,
    meeting_id BLOB,
    is_ours BOOLEAN DEFAULT '0' NOT NULL,
    contact_id BLOB,
    club_id BLOB,
    group_id BLOB,
    organisation_id BLOB,
    topic TEXT DEFAULT 'other' NOT NULL,
    wording TEXT DEFAULT '' NOT NULL,
    responsible TEXT DEFAULT '' NOT NULL,
    due_on TEXT,
    state TEXT DEFAULT 'open' NOT NULL,
    closed_on TEXT,
    remark TEXT DEFAULT '' NOT NULL,
    deleted_at TEXT,
    CONSTRAINT pk_commitment PRIMARY KEY (id),
    CONSTRAINT fk_commitment_fixture_id FOREIGN KEY(fixture_id) REFERENCES fixture (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_liaison_id FOREIGN KEY(liaison_id) REFERENCES liaison_entry (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_club_id FOREIGN KEY(club_id) REFERENCES club (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_group_id FOREIGN KEY(group_id) REFERENCES supporter_group (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED
)
""",
    "CREATE INDEX ix_match_task_fixture_id ON match_task (fixture_id)",
    "CREATE INDEX ix_animation_request_fixture_id ON animation_request (fixture_id)",
    "CREATE INDEX ix_animation_request_group_id ON animation_request (group_id)",
    "CREATE INDEX ix_liaison_entry_contact_id ON liaison_entry (contact_id)",
    "CREATE INDEX ix_liaison_entry_fixture_id ON liaison_entry (fixture_id)",
    "CREATE INDEX ix_meeting_fixture_id ON meeting (fixture_id)",
    "CREATE INDEX ix_participant_contact_id ON participant (contact_id)",
    "CREATE INDEX ix_participant_meeting_id ON participant (meeting_id)",
    "CREATE INDEX ix_commitment_club_id ON commitment (club_id)",
    "CREATE INDEX ix_commitment_contact_id ON commitment (contact_id)",
    "CREATE INDEX ix_commitment_fixture_id ON commitment (fixture_id)",
    "CREATE INDEX ix_commitment_group_id ON commitment (group_id)",
    "CREATE INDEX ix_commitment_liaison_id ON commitment (liaison_id)",
    "CREATE INDEX ix_commitment_meeting_id ON commitment (meeting_id)",
    "CREATE INDEX ix_commitment_organisation_id ON commitment (organisation_id)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)
