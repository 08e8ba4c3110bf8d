-- Actions on resources. A row is a task: what was asked for, where it stands, how it ended.
CREATE TABLE action_task (
    id                 UUID PRIMARY KEY,
    provider_id        UUID NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    resource_id        UUID NOT NULL,
    resource_name      VARCHAR(1024) ${binary} NOT NULL,
    -- the resource while a task that may change it is pending or running, else NULL: one at a time, kept by the database
    active_resource_id UUID UNIQUE,
    action             VARCHAR(128) NOT NULL,
    -- JSON, without secrets
    parameters         ${text} NOT NULL,
    -- cipher text of the secret parameters until a worker takes the task, then empty
    sealed_secrets     ${text} NOT NULL,
    dry_run            BOOLEAN NOT NULL,
    status             VARCHAR(16) NOT NULL,
    -- none, changing (a call that changes something may be under way) or changed (the platform confirmed it)
    change_state       VARCHAR(16) NOT NULL,
    -- grows whenever a worker takes the task; a commit with an older number is refused
    fence              BIGINT NOT NULL,
    percent            INTEGER NOT NULL,
    message            VARCHAR(2000) NOT NULL,
    failure_kind       VARCHAR(16) NOT NULL,
    log                ${text} NOT NULL,
    details            ${text} NOT NULL,
    requested_by       VARCHAR(150) NOT NULL,
    request_id         VARCHAR(64) NOT NULL,
    created            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_at         TIMESTAMP(6) WITH TIME ZONE,
    ended_at           TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX action_task_by_time ON action_task (created, id);
CREATE INDEX action_task_by_resource ON action_task (resource_id, created);
CREATE INDEX action_task_by_provider ON action_task (provider_id, created);
CREATE INDEX action_task_by_status ON action_task (status);

-- The durable tasks of actions, apart from those of runs so that neither waits for the other. In the form of the db-scheduler library.
CREATE TABLE scheduled_actions (
    task_name            VARCHAR(100) NOT NULL,
    task_instance        VARCHAR(100) NOT NULL,
    task_data            ${bytes},
    execution_time       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            VARCHAR(50),
    last_success         TIMESTAMP(6) WITH TIME ZONE,
    last_failure         TIMESTAMP(6) WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP(6) WITH TIME ZONE,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_actions_by_time ON scheduled_actions (execution_time);
CREATE INDEX scheduled_actions_by_heartbeat ON scheduled_actions (last_heartbeat);

-- Who did what. Rows are only ever added. Names and ids are copies, so that an entry outlives what it tells of.
CREATE TABLE audit_entry (
    id              UUID PRIMARY KEY,
    occurred_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    username        VARCHAR(150) ${binary} NOT NULL,
    action          VARCHAR(64) NOT NULL,
    object_type     VARCHAR(64) NOT NULL,
    object_id       VARCHAR(64) NOT NULL,
    object_name     VARCHAR(1024) ${binary} NOT NULL,
    organization_id BIGINT,
    outcome         VARCHAR(32) NOT NULL,
    request_id      VARCHAR(64) NOT NULL,
    before_json     ${text} NOT NULL,
    after_json      ${text} NOT NULL
);
CREATE INDEX audit_entry_by_time ON audit_entry (occurred_at, id);
CREATE INDEX audit_entry_by_object ON audit_entry (object_id, occurred_at);
