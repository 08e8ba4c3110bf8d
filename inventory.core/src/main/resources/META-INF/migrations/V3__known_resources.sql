-- A run begins by reading what is known of its provider's resources: ${known} lets the index alone answer where rows are read whole.
DROP INDEX resource_by_ref;
CREATE UNIQUE INDEX resource_by_ref ON resource (provider_id, ems_ref) ${known};
