package inventory.core.store.entity;

import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A word that people put on resources. */
@Entity
@Table(name = "tag")
public class TagEntity {
    @Id
    public UUID id;

    public long organizationId;
    public String tagNamespace;
    public String tagKey;
    public String tagValue;
}
