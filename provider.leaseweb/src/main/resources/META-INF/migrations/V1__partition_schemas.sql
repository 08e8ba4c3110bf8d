-- Partition schemas of a provider record, under names that its installations use.
CREATE TABLE IF NOT EXISTS leaseweb_partition_schema (
    provider_id UUID NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
    name        VARCHAR(64) ${binary} NOT NULL,
    -- a JSON array, as LeaseWeb takes it
    partitions  VARCHAR(32000) NOT NULL,
    -- grows with every change: two who changed the same schema do not overwrite each other
    version     BIGINT NOT NULL,
    created     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    modified    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (provider_id, name)
);
