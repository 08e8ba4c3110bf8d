package inventory.core.store.entity;

import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** One connection to one outside system. */
@Entity
@Table(name = "provider")
public class ProviderEntity {
    @Id
    public UUID id;

    public String name;
    public String infrastructure;
    public String vendor;
    public String providerType;
    public String endpoint;
    public String credentialRef;
    public boolean enabled;
    /** JSON; secret values are cipher text. */
    public String connectionConfig;

    public long organizationId;
    public Instant created;
    public Instant modified;
    public Long createdBy;
    public Long modifiedBy;
    public Instant lastRefreshAt;
    public String lastCollectionStatus;
    public String collectionSchedule;
}
