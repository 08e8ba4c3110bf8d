-- What people say of a machine; an absent fact is NULL, so that the unique ones may be absent often.
CREATE TABLE IF NOT EXISTS internal_machine (
    id                VARCHAR(32) ${binary} PRIMARY KEY,
    provider_id       UUID NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    -- grows with every change: two who changed the same machine do not overwrite each other
    version           BIGINT NOT NULL,
    created           TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    modified          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    name              VARCHAR(255) ${binary} NOT NULL,
    description       VARCHAR(2000),
    type              VARCHAR(16) NOT NULL,
    cpu_name          VARCHAR(255),
    cpu_count         BIGINT,
    memory_mb         BIGINT,
    private_ip        VARCHAR(45) ${binary},
    private_mac       VARCHAR(17) ${binary},
    private_reverse   VARCHAR(253),
    public_ip         VARCHAR(45) ${binary},
    public_mac        VARCHAR(17) ${binary},
    public_reverse    VARCHAR(253),
    datacenter        VARCHAR(64) NOT NULL,
    availability_zone VARCHAR(32) NOT NULL,
    UNIQUE (provider_id, name),
    UNIQUE (provider_id, private_ip),
    UNIQUE (provider_id, private_mac),
    UNIQUE (provider_id, public_ip),
    UNIQUE (provider_id, public_mac)
);
CREATE INDEX IF NOT EXISTS internal_machine_by_provider ON internal_machine (provider_id, id);

CREATE TABLE IF NOT EXISTS internal_machine_tag (
    machine_id VARCHAR(32) ${binary} NOT NULL REFERENCES internal_machine (id) ON DELETE CASCADE,
    tag_key    VARCHAR(128) ${binary} NOT NULL,
    tag_value  VARCHAR(1024) ${binary} NOT NULL,
    PRIMARY KEY (machine_id, tag_key)
);
CREATE INDEX IF NOT EXISTS internal_machine_tag_by_key ON internal_machine_tag (tag_key, tag_value);
