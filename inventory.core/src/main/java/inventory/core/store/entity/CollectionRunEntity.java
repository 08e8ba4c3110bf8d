package inventory.core.store.entity;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** One reading of one provider. */
@Entity
@Table(name = "collection_run")
public class CollectionRunEntity {
    @Id
    public UUID id;

    public UUID providerId;
    /** The provider while the run is pending or running, else NULL: one active run per provider, kept by the database. */
    public UUID activeProviderId;

    public String collectionType;
    public String status;
    /** Grows whenever a worker takes the run; a commit with an older number is refused. */
    public long fence;

    public Instant startedAt;
    public Instant completedAt;
    public Instant canceledAt;
    public String taskUuid;
    public long resourcesFound;
    public long resourcesCreated;
    public long resourcesUpdated;
    public long resourcesRemoved;
    public long resourcesUnchanged;
    public String errorMessage;
    public String errorDetails;
    public String resultTraceback;
    public String targetResourceTypes;
    public boolean confirmRemovals;
    public String collectorVersion;
    public String ansibleCollection;
    public String jobId;
    public String progress;
}
