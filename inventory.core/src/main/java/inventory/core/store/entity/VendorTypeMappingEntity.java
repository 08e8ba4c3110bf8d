package inventory.core.store.entity;

import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** What a vendor's own word means in the taxonomy. */
@Entity
@Table(name = "vendor_type_mapping")
public class VendorTypeMappingEntity {
    @Id
    public UUID id;

    public String vendor;
    public String vendorResourceType;
    public UUID resourceTypeId;
    public String ansibleCollection;
    public String ansibleModule;
    public String queryFileRef;
}
