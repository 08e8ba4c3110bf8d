package inventory.api.resource;

import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One observation: a resource as an outside system describes it now. All thirty fields replace what was known before; an empty one
 * blanks it. Texts are never null: empty means absent.
 *
 * @param emsRef the outside system's own id, unique within the provider and stable; 1 to 1024 characters
 * @param resourceTypeSlug slug of the taxonomy, such as {@code virtual_machine}
 * @param name stored as {@code emsRef} when empty; at most 1024 characters
 * @param description any length
 * @param canonicalId id that other providers would use for the same thing; empty if none
 * @param vendorIdentifiers the vendor's own ids by name, such as {@code instance_id}
 * @param vendorType the vendor's word for the type, such as {@code EC2 Instance}
 * @param state slug of a {@code ResourceState}; anything else is stored as {@code unknown} with a warning on the run
 * @param powerState the vendor's own word
 * @param bootTime when it was last started
 * @param region empty if the platform has none
 * @param availabilityZone empty if the platform has none
 * @param cloudTenant account, project or subscription
 * @param flavor size class, such as {@code t3.medium}
 * @param cpuCount virtual or physical cores, as the platform counts them
 * @param memoryMb MiB
 * @param diskGb GiB
 * @param ipAddresses the primary one first; order is no change
 * @param fqdn empty if the platform has none
 * @param macAddresses order is no change
 * @param osType {@code linux}, {@code windows}, …
 * @param osName empty if the platform has none
 * @param properties further facts by snake_case key: strings, numbers, booleans, instants, lists, maps
 * @param providerTags tags and labels as the platform has them
 * @param ansibleHost address for Ansible
 * @param ansibleConnection {@code ssh}, {@code winrm}, …
 * @param inventoryGroup Ansible group
 * @param emsCreatedOn when the outside system made it
 * @param relationships edges from this resource; order is no change
 * @param metrics values that move all the time; no part of what makes a resource changed
 */
public record ResourceData(
        String emsRef,
        String resourceTypeSlug,
        String name,
        String description,
        String canonicalId,
        Map<String, String> vendorIdentifiers,
        String vendorType,
        String state,
        String powerState,
        Optional<Instant> bootTime,
        String region,
        String availabilityZone,
        String cloudTenant,
        String flavor,
        Optional<Integer> cpuCount,
        Optional<Long> memoryMb,
        Optional<Long> diskGb,
        List<String> ipAddresses,
        String fqdn,
        List<String> macAddresses,
        String osType,
        String osName,
        Map<String, Object> properties,
        Map<String, String> providerTags,
        String ansibleHost,
        String ansibleConnection,
        String inventoryGroup,
        Optional<Instant> emsCreatedOn,
        List<Relation> relationships,
        Map<String, Number> metrics) {

    public ResourceData {
        Objects.requireNonNull(emsRef);
        Objects.requireNonNull(resourceTypeSlug);
        vendorIdentifiers = Map.copyOf(vendorIdentifiers);
        ipAddresses = List.copyOf(ipAddresses);
        macAddresses = List.copyOf(macAddresses);
        properties = Map.copyOf(properties);
        providerTags = Map.copyOf(providerTags);
        relationships = List.copyOf(relationships);
        metrics = Map.copyOf(metrics);
    }

    /** Starts an observation of the resource with this reference and type. */
    public static Builder of(String emsRef, String resourceTypeSlug) {
        return new Builder(emsRef, resourceTypeSlug);
    }

    /** Collects the fields; null, and an empty {@code Optional}, leave a field as it is. Not thread-safe. */
    public static final class Builder {
        private final String emsRef;
        private final String resourceTypeSlug;
        private String name = "";
        private String description = "";
        private String canonicalId = "";
        private final Map<String, String> vendorIdentifiers = new LinkedHashMap<>();
        private String vendorType = "";
        private String state = ResourceState.UNKNOWN.slug();
        private String powerState = "";
        private Optional<Instant> bootTime = Optional.empty();
        private String region = "";
        private String availabilityZone = "";
        private String cloudTenant = "";
        private String flavor = "";
        private Optional<Integer> cpuCount = Optional.empty();
        private Optional<Long> memoryMb = Optional.empty();
        private Optional<Long> diskGb = Optional.empty();
        private final List<String> ipAddresses = new ArrayList<>();
        private String fqdn = "";
        private final List<String> macAddresses = new ArrayList<>();
        private String osType = "";
        private String osName = "";
        private final Map<String, Object> properties = new LinkedHashMap<>();
        private final Map<String, String> providerTags = new LinkedHashMap<>();
        private String ansibleHost = "";
        private String ansibleConnection = "";
        private String inventoryGroup = "";
        private Optional<Instant> emsCreatedOn = Optional.empty();
        private final List<Relation> relationships = new ArrayList<>();
        private final Map<String, Number> metrics = new LinkedHashMap<>();

        private Builder(String emsRef, String resourceTypeSlug) {
            this.emsRef = emsRef;
            this.resourceTypeSlug = resourceTypeSlug;
        }

        public Builder name(String value) {
            name = value == null ? name : value;
            return this;
        }

        public Builder description(String value) {
            description = value == null ? description : value;
            return this;
        }

        public Builder canonicalId(String value) {
            canonicalId = value == null ? canonicalId : value;
            return this;
        }

        /** Sets one, unless the value is null. */
        public Builder vendorIdentifier(String key, String value) {
            if (value != null) {
                vendorIdentifiers.put(key, value);
            }
            return this;
        }

        public Builder vendorIdentifiers(Map<String, String> values) {
            values.forEach(this::vendorIdentifier);
            return this;
        }

        public Builder vendorType(String value) {
            vendorType = value == null ? vendorType : value;
            return this;
        }

        public Builder state(String value) {
            state = value == null ? state : value;
            return this;
        }

        public Builder state(ResourceState value) {
            return state(value.slug());
        }

        public Builder powerState(String value) {
            powerState = value == null ? powerState : value;
            return this;
        }

        /** A null leaves the field absent. */
        public Builder bootTime(Instant value) {
            bootTime = value == null ? bootTime : Optional.of(value);
            return this;
        }

        public Builder region(String value) {
            region = value == null ? region : value;
            return this;
        }

        public Builder availabilityZone(String value) {
            availabilityZone = value == null ? availabilityZone : value;
            return this;
        }

        public Builder cloudTenant(String value) {
            cloudTenant = value == null ? cloudTenant : value;
            return this;
        }

        public Builder flavor(String value) {
            flavor = value == null ? flavor : value;
            return this;
        }

        /** A null leaves the field absent. */
        public Builder cpuCount(Integer value) {
            cpuCount = value == null ? cpuCount : Optional.of(value);
            return this;
        }

        /** A null leaves the field absent. */
        public Builder memoryMb(Long value) {
            memoryMb = value == null ? memoryMb : Optional.of(value);
            return this;
        }

        /** A null leaves the field absent. */
        public Builder diskGb(Long value) {
            diskGb = value == null ? diskGb : Optional.of(value);
            return this;
        }

        /** Adds one, unless it is null, blank or already there. */
        public Builder ipAddress(String value) {
            if (value != null && !value.isBlank() && !ipAddresses.contains(value)) {
                ipAddresses.add(value);
            }
            return this;
        }

        public Builder ipAddresses(Collection<String> values) {
            values.forEach(this::ipAddress);
            return this;
        }

        public Builder fqdn(String value) {
            fqdn = value == null ? fqdn : value;
            return this;
        }

        /** Adds one, unless it is null, blank or already there. */
        public Builder macAddress(String value) {
            if (value != null && !value.isBlank() && !macAddresses.contains(value)) {
                macAddresses.add(value);
            }
            return this;
        }

        public Builder macAddresses(Collection<String> values) {
            values.forEach(this::macAddress);
            return this;
        }

        public Builder osType(String value) {
            osType = value == null ? osType : value;
            return this;
        }

        public Builder osName(String value) {
            osName = value == null ? osName : value;
            return this;
        }

        /** Sets one, unless the value is null or an empty Optional. */
        public Builder property(String key, Object value) {
            Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (plain != null) {
                properties.put(key, plain);
            }
            return this;
        }

        public Builder properties(Map<String, ?> values) {
            values.forEach(this::property);
            return this;
        }

        /** Sets one, unless the value is null. */
        public Builder providerTag(String key, String value) {
            if (value != null) {
                providerTags.put(key, value);
            }
            return this;
        }

        public Builder providerTags(Map<String, String> values) {
            values.forEach(this::providerTag);
            return this;
        }

        public Builder ansibleHost(String value) {
            ansibleHost = value == null ? ansibleHost : value;
            return this;
        }

        public Builder ansibleConnection(String value) {
            ansibleConnection = value == null ? ansibleConnection : value;
            return this;
        }

        public Builder inventoryGroup(String value) {
            inventoryGroup = value == null ? inventoryGroup : value;
            return this;
        }

        /** A null leaves the field absent. */
        public Builder emsCreatedOn(Instant value) {
            emsCreatedOn = value == null ? emsCreatedOn : Optional.of(value);
            return this;
        }

        /** Adds an edge, unless the target is null or blank or the edge is already there. */
        public Builder relation(RelationshipType type, String target) {
            if (target != null && !target.isBlank()) {
                Relation relation = new Relation(target, type);
                if (!relationships.contains(relation)) {
                    relationships.add(relation);
                }
            }
            return this;
        }

        /** Sets one, unless the value is null. */
        public Builder metric(String key, Number value) {
            if (value != null) {
                metrics.put(key, value);
            }
            return this;
        }

        /** @return the observation; the builder may be used on */
        public ResourceData build() {
            return new ResourceData(
                    emsRef,
                    resourceTypeSlug,
                    name,
                    description,
                    canonicalId,
                    vendorIdentifiers,
                    vendorType,
                    state,
                    powerState,
                    bootTime,
                    region,
                    availabilityZone,
                    cloudTenant,
                    flavor,
                    cpuCount,
                    memoryMb,
                    diskGb,
                    ipAddresses,
                    fqdn,
                    macAddresses,
                    osType,
                    osName,
                    properties,
                    providerTags,
                    ansibleHost,
                    ansibleConnection,
                    inventoryGroup,
                    emsCreatedOn,
                    relationships,
                    metrics);
        }
    }
}
