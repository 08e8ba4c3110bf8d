package inventory.core.store.entity;

import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** A documented key of a resource's properties. */
@Entity
@Table(name = "property_definition")
public class PropertyDefinitionEntity {
    @Id
    public UUID id;

    public UUID resourceTypeId;
    public String propertyKey;
    public String name;
    public String description;
    public String valueType;
    public boolean required;
    public String exampleValue;
    public String vendorScope;
}
