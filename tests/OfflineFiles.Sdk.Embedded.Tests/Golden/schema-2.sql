CREATE TABLE settings(
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE scopes(
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,
    path_key TEXT NOT NULL UNIQUE,
    connect_state INTEGER NOT NULL,
    offline_reason INTEGER NOT NULL,
    root_file_id TEXT,
    root_file_system TEXT
, root_key TEXT, traits TEXT, allows_mass_deletion INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE items(
    id INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES items(id),
    scope_id INTEGER REFERENCES scopes(id),
    path TEXT NOT NULL,
    path_key TEXT NOT NULL UNIQUE,
    parent_path TEXT,
    parent_key TEXT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    item_type INTEGER NOT NULL,
    pinned INTEGER,
    pin_user INTEGER,
    pin_user_policy INTEGER,
    pin_computer INTEGER,
    pin_redirection INTEGER,
    dirty INTEGER,
    deleted_offline INTEGER,
    created_offline INTEGER,
    modified_data INTEGER,
    modified_attributes INTEGER,
    modified_time INTEGER,
    replaced_offline INTEGER NOT NULL,
    suspended INTEGER,
    suspended_root INTEGER,
    local_attributes INTEGER,
    local_size INTEGER,
    local_creation INTEGER,
    local_write INTEGER,
    local_change INTEGER,
    local_access INTEGER,
    original_attributes INTEGER,
    original_size INTEGER,
    original_creation INTEGER,
    original_write INTEGER,
    original_change INTEGER,
    original_access INTEGER,
    has_original INTEGER NOT NULL,
    local_dirty_bytes INTEGER,
    remote_dirty_bytes INTEGER,
    encrypted INTEGER,
    sparse INTEGER,
    blob_id TEXT,
    hash TEXT,
    base_kind INTEGER NOT NULL,
    base_token TEXT,
    base_hash TEXT,
    seen_token TEXT,
    generation INTEGER NOT NULL,
    conflict_state INTEGER,
    conflict_time INTEGER
, base_racy INTEGER NOT NULL DEFAULT 1, base_name TEXT) STRICT;
CREATE INDEX items_by_parent ON items(parent_key);
CREATE INDEX items_by_parent_id ON items(parent_id);
CREATE INDEX items_by_name ON items(name_key);
CREATE INDEX items_by_blob ON items(blob_id) WHERE blob_id IS NOT NULL;
CREATE INDEX items_dirty ON items(dirty) WHERE dirty = 1;
CREATE TABLE intents(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,
    expected_token TEXT,
    new_hash TEXT
, session INTEGER NOT NULL DEFAULT 0, kind INTEGER NOT NULL DEFAULT 0, target TEXT, expected_hash TEXT, step INTEGER, detail TEXT) STRICT;
