-- An edge may lead to the id that a resource will have once another part of the same run is stored, so target_id is no foreign key.
-- Whoever reads joins the target; the end of the run leads what came to nothing elsewhere.
ALTER TABLE resource_relationship ADD COLUMN leads_to UUID;
UPDATE resource_relationship SET leads_to = target_id;
DROP INDEX relationship_by_ref;
ALTER TABLE resource_relationship DROP COLUMN target_id;
ALTER TABLE resource_relationship RENAME COLUMN leads_to TO target_id;
CREATE INDEX relationship_by_target ON resource_relationship (target_id);
CREATE INDEX relationship_by_ref ON resource_relationship (target_ref) ${unresolved};

-- Its only row is locked by who leads edges elsewhere, so that each sees what the one before it did.
CREATE TABLE edge_turn (
    id INTEGER PRIMARY KEY
);
INSERT INTO edge_turn (id) VALUES (1);
