package inventory.core.store.resource;

import java.util.UUID;

/** What names a lane within its provider. */
record LaneKey(String scope, UUID type) {}
