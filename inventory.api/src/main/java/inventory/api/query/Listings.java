package inventory.api.query;

import static inventory.api.query.Field.Kind.BOOLEAN;
import static inventory.api.query.Field.Kind.INSTANT;
import static inventory.api.query.Field.Kind.INTEGER;
import static inventory.api.query.Field.Kind.LIST;
import static inventory.api.query.Field.Kind.OBJECT;
import static inventory.api.query.Field.Kind.TEXT;
import static inventory.api.query.Field.Kind.UUID;

import inventory.api.action.Task;
import inventory.api.action.TaskStatus;
import inventory.api.audit.AuditEntry;
import inventory.api.identity.Organization;
import inventory.api.identity.Role;
import inventory.api.identity.RoleAssignment;
import inventory.api.identity.Team;
import inventory.api.identity.User;
import inventory.api.resource.CollectionRun;
import inventory.api.resource.Drift;
import inventory.api.resource.Infrastructure;
import inventory.api.resource.Metric;
import inventory.api.resource.Provider;
import inventory.api.resource.Relationship;
import inventory.api.resource.Resource;
import inventory.api.resource.RunStatus;
import inventory.api.resource.Sighting;
import inventory.api.resource.Tag;
import inventory.api.taxonomy.PropertyDefinition;
import inventory.api.taxonomy.RelationshipType;
import inventory.api.taxonomy.ResourceCategory;
import inventory.api.taxonomy.ResourceState;
import inventory.api.taxonomy.ResourceType;
import inventory.api.taxonomy.VendorTypeMapping;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Everything that can be listed. */
public final class Listings {
    private static final List<String> STATES = slugs(ResourceState.values(), ResourceState::slug);
    private static final List<String> COLLECTION_TYPES = List.of("full", "targeted", "event_driven");

    public static final Listing<Provider> PROVIDERS = new Listing<>(
            "providers",
            Provider.class,
            List.of(
                    Field.of("id", UUID, "Id of the provider."),
                    Field.of("name", TEXT, "Name, unique within the organization.")
                            .ordered()
                            .searched(),
                    Field.oneOf(
                            "infrastructure",
                            slugs(Infrastructure.values(), Infrastructure::slug),
                            "Sort of platform."),
                    Field.of("vendor", TEXT, "First half of the plugin's key.")
                            .ordered()
                            .searched(),
                    Field.of("provider_type", TEXT, "Second half of the plugin's key.")
                            .searched(),
                    Field.of("endpoint", TEXT, "Address as typed."),
                    Field.of("enabled", BOOLEAN, "Whether it may be collected."),
                    Field.of("collection_schedule", TEXT, "When it is collected by itself; empty: never."),
                    Field.of("next_collection_at", INSTANT, "When it is collected by itself next."),
                    Field.of("organization", INTEGER, "Id of the owner."),
                    Field.of("created", INSTANT, "When it was made.").ordered(),
                    Field.of("modified", INSTANT, "When it was last changed.").ordered(),
                    Field.of("last_refresh_at", INSTANT, "End of the newest run that read something.")
                            .ordered(),
                    Field.oneOf(
                            "last_collection_status",
                            slugs(RunStatus.values(), RunStatus::slug),
                            "Status of the newest run.")),
            List.of(),
            List.of("name", "id"));

    public static final Listing<CollectionRun> COLLECTION_RUNS = new Listing<>(
            "collection-runs",
            CollectionRun.class,
            List.of(
                    Field.of("id", UUID, "Id of the run."),
                    Field.of("provider", UUID, "Id of the provider."),
                    Field.of("provider__name", TEXT, "Name of the provider.").searched(),
                    Field.oneOf("status", slugs(RunStatus.values(), RunStatus::slug), "Where it stands.")
                            .ordered(),
                    Field.oneOf("collection_type", COLLECTION_TYPES, "What sort of run."),
                    Field.of("task_uuid", TEXT, "Id of the durable task.").searched(),
                    Field.of("started_at", INSTANT, "When it was accepted.").ordered(),
                    Field.of("completed_at", INSTANT, "When it ended.").ordered(),
                    Field.of("resources_found", INTEGER, "Accepted observations."),
                    Field.of("resources_created", INTEGER, "New resources."),
                    Field.of("resources_updated", INTEGER, "Changed resources."),
                    Field.of("resources_removed", INTEGER, "Resources found to be gone."),
                    Field.of("resources_unchanged", INTEGER, "Resources that look as before.")),
            List.of(),
            List.of("-started_at", "-id"));

    public static final Listing<Task> TASKS = new Listing<>(
            "tasks",
            Task.class,
            List.of(
                    Field.of("id", UUID, "Id of the task."),
                    Field.of("provider", UUID, "Id of the provider."),
                    Field.of("provider__name", TEXT, "Name of the provider.").searched(),
                    Field.of("resource", UUID, "Id of the resource."),
                    Field.of("resource_name", TEXT, "Name of the resource when the action was asked for.")
                            .ordered()
                            .searched(),
                    Field.of("action", TEXT, "Name of the action.").ordered().searched(),
                    Field.of("dry_run", BOOLEAN, "Whether it only says what would happen."),
                    Field.oneOf("status", slugs(TaskStatus.values(), TaskStatus::slug), "Where it stands.")
                            .ordered(),
                    Field.of("failure_kind", TEXT, "Why it failed; empty if it did not."),
                    Field.of("requested_by", TEXT, "Name of the user who asked for it.")
                            .ordered()
                            .searched(),
                    Field.of("created", INSTANT, "When it was accepted.").ordered(),
                    Field.of("started_at", INSTANT, "When a worker took it.").ordered(),
                    Field.of("ended_at", INSTANT, "When it ended.").ordered()),
            List.of(),
            List.of("-created", "-id"));

    public static final Listing<AuditEntry> AUDIT = new Listing<>(
            "audit",
            AuditEntry.class,
            List.of(
                    Field.of("id", UUID, "Id of the entry."),
                    Field.of("at", INSTANT, "When it was done.").ordered(),
                    Field.of("who", TEXT, "Name of the user.").ordered().searched(),
                    Field.of("action", TEXT, "What was done.").ordered(),
                    Field.of("object_type", TEXT, "What sort of thing it was done to."),
                    Field.of("object_id", TEXT, "Id of that."),
                    Field.of("object_name", TEXT, "Name of that.").searched(),
                    Field.of("organization", INTEGER, "Id of the organization that it belongs to."),
                    Field.of("outcome", TEXT, "accepted, refused, or how it ended."),
                    Field.of("request_id", TEXT, "Id of the call that asked for it.")),
            List.of(),
            List.of("-at", "-id"));

    public static final Listing<Resource> RESOURCES = new Listing<>(
            "resources",
            Resource.class,
            List.of(
                    Field.of("id", UUID, "Id of the resource."),
                    Field.of("provider", UUID, "Id of the provider."),
                    Field.of("provider__name", TEXT, "Name of the provider."),
                    Field.of("provider__vendor", TEXT, "Vendor of the provider."),
                    Field.of("provider__provider_type", TEXT, "Type of the provider."),
                    Field.of("resource_type", UUID, "Id of the type."),
                    Field.of("resource_type_slug", TEXT, "Slug of the type; resource_type__slug is the same."),
                    Field.of("resource_type__category__slug", TEXT, "Slug of the type's category."),
                    Field.of("name", TEXT, "Name.").ordered().searched(),
                    Field.of("description", TEXT, "Description."),
                    Field.of("ems_ref", TEXT, "The outside system's id.").searched(),
                    Field.of("canonical_id", TEXT, "Id across providers.").searched(),
                    Field.of("vendor_type", TEXT, "The vendor's word for the type.")
                            .searched(),
                    Field.oneOf("state", STATES, "What it is doing.").ordered(),
                    Field.of("power_state", TEXT, "The vendor's own word."),
                    Field.of("boot_time", INSTANT, "When it was last started.").ordered(),
                    Field.of("region", TEXT, "Region."),
                    Field.of("availability_zone", TEXT, "Availability zone."),
                    Field.of("cloud_tenant", TEXT, "Account, project or subscription.")
                            .searched(),
                    Field.of("flavor", TEXT, "Size class.").searched(),
                    Field.of("ems_created_on", INSTANT, "When the outside system made it.")
                            .ordered(),
                    Field.of("cpu_count", INTEGER, "Cores.").ordered(),
                    Field.of("memory_mb", INTEGER, "MiB of memory.").ordered(),
                    Field.of("disk_gb", INTEGER, "GiB of disk.").ordered(),
                    Field.of("ip_addresses", LIST, "One of its addresses."),
                    Field.of("fqdn", TEXT, "Full name in DNS.").searched(),
                    Field.of("mac_addresses", LIST, "One of its hardware addresses."),
                    Field.of("os_type", TEXT, "linux, windows, …"),
                    Field.of("os_name", TEXT, "Operating system."),
                    Field.of("ansible_host", TEXT, "Address for Ansible."),
                    Field.of("ansible_connection", TEXT, "Connection for Ansible."),
                    Field.of("inventory_group", TEXT, "Group for Ansible."),
                    Field.of("properties", OBJECT, "A property: properties.engine=postgres."),
                    Field.of("tags", OBJECT, "A tag of the platform: tags.team=blue."),
                    Field.of("organization", INTEGER, "Id of the owner."),
                    Field.of("first_discovered_at", INSTANT, "When it was first seen.")
                            .ordered(),
                    Field.of("last_seen_at", INSTANT, "When it was last seen.").ordered(),
                    Field.of("seen_count", INTEGER, "In how many readings it was seen.")
                            .ordered(),
                    Field.of("deleted_at", INSTANT, "When it was found to be gone.")
                            .ordered(),
                    Field.oneOf(
                            "deleted",
                            List.of("false", "true", "any"),
                            "Gone resources: hidden (false, the default), only them, or any.")),
            List.of(
                    new Shorthand("provider__id", "provider", "exact"),
                    new Shorthand("resource_type__slug", "resource_type_slug", "exact"),
                    new Shorthand("resource_type__id", "resource_type", "exact"),
                    new Shorthand("canonical_id_contains", "canonical_id", "icontains"),
                    new Shorthand("seen_count_min", "seen_count", "gte"),
                    new Shorthand("seen_count_max", "seen_count", "lte"),
                    new Shorthand("first_discovered_after", "first_discovered_at", "gte"),
                    new Shorthand("first_discovered_before", "first_discovered_at", "lte"),
                    new Shorthand("last_seen_after", "last_seen_at", "gte"),
                    new Shorthand("last_seen_before", "last_seen_at", "lte"),
                    new Shorthand("boot_time_after", "boot_time", "gte"),
                    new Shorthand("boot_time_before", "boot_time", "lte")),
            List.of("name", "id"));

    public static final Listing<Relationship> RELATIONSHIPS = new Listing<>(
            "resource-relationships",
            Relationship.class,
            List.of(
                    Field.of("id", UUID, "Id of the edge."),
                    Field.oneOf(
                                    "relationship_type",
                                    slugs(RelationshipType.values(), RelationshipType::slug),
                                    "How source stands to target.")
                            .ordered(),
                    Field.of("source", UUID, "Id of the resource it starts from."),
                    Field.of("target", UUID, "Id of the resource it leads to."),
                    Field.of("source__provider", UUID, "Id of the source's provider.")),
            List.of(),
            List.of("relationship_type", "id"));

    public static final Listing<Sighting> SIGHTINGS = new Listing<>(
            "resource-sightings",
            Sighting.class,
            List.of(
                    Field.of("id", UUID, "Id of the sighting."),
                    Field.of("resource", UUID, "Id of the resource."),
                    Field.of("resource_name", TEXT, "Name of the resource.").searched(),
                    Field.of("collection_run", UUID, "Id of the run."),
                    Field.of("state", TEXT, "State at that time.").ordered(),
                    Field.of("seen_at", INSTANT, "When.").ordered(),
                    Field.of("cpu_count", INTEGER, "Cores at that time.").ordered(),
                    Field.of("memory_mb", INTEGER, "MiB at that time.").ordered()),
            List.of(new Shorthand("seen_after", "seen_at", "gte"), new Shorthand("seen_before", "seen_at", "lte")),
            List.of("-seen_at", "id"));

    public static final Listing<Drift> DRIFT = new Listing<>(
            "resource-drift",
            Drift.class,
            List.of(
                    Field.of("id", UUID, "Id of the change."),
                    Field.of("resource", UUID, "Id of the resource."),
                    Field.of("collection_run", UUID, "Id of the run that found it."),
                    Field.oneOf("drift_type", List.of("modified", "deleted", "restored"), "What happened.")
                            .ordered(),
                    Field.of("resource__provider", UUID, "Id of the resource's provider."),
                    Field.of("resource_type_slug", TEXT, "Slug of the resource's type."),
                    Field.of("detected_at", INSTANT, "When it was found.").ordered()),
            List.of(
                    new Shorthand("detected_after", "detected_at", "gte"),
                    new Shorthand("detected_before", "detected_at", "lte")),
            List.of("-detected_at", "-id"));

    public static final Listing<Metric> METRICS = new Listing<>(
            "resource-metrics",
            Metric.class,
            List.of(
                    Field.of("id", UUID, "Id of the sample."),
                    Field.of("resource", UUID, "Id of the resource."),
                    Field.of("collection_run", UUID, "Id of the run that delivered it."),
                    Field.of("metric_type", TEXT, "What was measured.").ordered(),
                    Field.of("timestamp", INSTANT, "When.").ordered()),
            List.of(
                    new Shorthand("timestamp_after", "timestamp", "gte"),
                    new Shorthand("timestamp_before", "timestamp", "lte")),
            List.of("-timestamp", "id"));

    public static final Listing<Tag> TAGS = new Listing<>(
            "tags",
            Tag.class,
            List.of(
                    Field.of("id", UUID, "Id of the tag."),
                    Field.of("organization", INTEGER, "Id of the owner."),
                    Field.of("namespace", TEXT, "Namespace.").ordered().searched(),
                    Field.of("key", TEXT, "Key.").ordered().searched(),
                    Field.of("value", TEXT, "Value.").ordered().searched(),
                    Field.of("resource", UUID, "Id of a resource that carries it.")),
            List.of(),
            List.of("namespace", "key", "value", "id"));

    public static final Listing<ResourceCategory> CATEGORIES = new Listing<>(
            "resource-categories",
            ResourceCategory.class,
            List.of(
                    Field.of("id", UUID, "Id of the category."),
                    Field.of("slug", TEXT, "Slug.").searched(),
                    Field.of("name", TEXT, "Name.").ordered().searched(),
                    Field.of("sort_order", INTEGER, "Place in lists.").ordered()),
            List.of(),
            List.of("sort_order", "id"));

    public static final Listing<ResourceType> TYPES = new Listing<>(
            "resource-types",
            ResourceType.class,
            List.of(
                    Field.of("id", UUID, "Id of the type."),
                    Field.of("category", UUID, "Id of the category.").ordered(),
                    Field.of("category__slug", TEXT, "Slug of the category."),
                    Field.of("slug", TEXT, "Slug.").searched(),
                    Field.of("name", TEXT, "Name.").ordered().searched(),
                    Field.of("is_countable", BOOLEAN, "Whether instances are counted."),
                    Field.of("sort_order", INTEGER, "Place within the category.")
                            .ordered()),
            List.of(),
            List.of("category", "sort_order", "id"));

    public static final Listing<VendorTypeMapping> VENDOR_TYPE_MAPPINGS = new Listing<>(
            "vendor-type-mappings",
            VendorTypeMapping.class,
            List.of(
                    Field.of("id", UUID, "Id of the mapping."),
                    Field.of("vendor", TEXT, "Vendor.").ordered().searched(),
                    Field.of("vendor_resource_type", TEXT, "The vendor's word.")
                            .ordered()
                            .searched(),
                    Field.of("resource_type", UUID, "Id of the type."),
                    Field.of("resource_type_slug", TEXT, "Slug of the type.")),
            List.of(),
            List.of("vendor", "vendor_resource_type", "id"));

    public static final Listing<PropertyDefinition> PROPERTY_DEFINITIONS = new Listing<>(
            "property-definitions",
            PropertyDefinition.class,
            List.of(
                    Field.of("id", UUID, "Id of the definition."),
                    Field.of("resource_type", UUID, "Id of the type.").ordered(),
                    Field.of("resource_type_slug", TEXT, "Slug of the type."),
                    Field.of("key", TEXT, "Key in properties.").ordered().searched(),
                    Field.of("name", TEXT, "Name for people.").ordered().searched(),
                    Field.of("vendor_scope", TEXT, "Vendor that writes it; empty: any."),
                    Field.of("required", BOOLEAN, "Whether it is always there."),
                    Field.oneOf(
                            "value_type",
                            List.of("string", "integer", "float", "boolean", "datetime", "json"),
                            "What sort of value.")),
            List.of(),
            List.of("resource_type_slug", "key", "id"));

    public static final Listing<Organization> ORGANIZATIONS = new Listing<>(
            "organizations",
            Organization.class,
            List.of(
                    Field.of("id", INTEGER, "Id of the organization.").ordered(),
                    Field.of("name", TEXT, "Name.").ordered().searched(),
                    Field.of("created", INSTANT, "When it was made.").ordered(),
                    Field.of("modified", INSTANT, "When it was last changed.").ordered()),
            List.of(),
            List.of("name", "id"));

    public static final Listing<Team> TEAMS = new Listing<>(
            "teams",
            Team.class,
            List.of(
                    Field.of("id", INTEGER, "Id of the team.").ordered(),
                    Field.of("name", TEXT, "Name.").ordered().searched(),
                    Field.of("organization", INTEGER, "Id of the organization."),
                    Field.of("created", INSTANT, "When it was made.").ordered(),
                    Field.of("modified", INSTANT, "When it was last changed.").ordered()),
            List.of(),
            List.of("name", "id"));

    public static final Listing<User> USERS = new Listing<>(
            "users",
            User.class,
            List.of(
                    Field.of("id", INTEGER, "Id of the user.").ordered(),
                    Field.of("username", TEXT, "Name to log in with.").ordered().searched(),
                    Field.of("first_name", TEXT, "First name.").searched(),
                    Field.of("last_name", TEXT, "Last name.").searched(),
                    Field.of("email", TEXT, "Address.").searched(),
                    Field.of("is_active", BOOLEAN, "Whether the user is let in."),
                    Field.of("is_superuser", BOOLEAN, "Whether the user may do everything.")),
            List.of(),
            List.of("username", "id"));

    public static final Listing<RoleAssignment> ROLE_ASSIGNMENTS = new Listing<>(
            "role-assignments",
            RoleAssignment.class,
            List.of(
                    Field.of("id", INTEGER, "Id of the assignment.").ordered(),
                    Field.of("user", INTEGER, "Id of the user."),
                    Field.of("username", TEXT, "Name of the user.").ordered().searched(),
                    Field.oneOf("role", slugs(Role.values(), Role::slug), "What the user is there."),
                    Field.of("organization", INTEGER, "Id of the organization."),
                    Field.of("team", INTEGER, "Id of the team.")),
            List.of(),
            List.of("id"));

    /** All of them, in the order of the documentation. */
    public static final List<Listing<?>> ALL = List.of(
            PROVIDERS,
            COLLECTION_RUNS,
            TASKS,
            AUDIT,
            RESOURCES,
            RELATIONSHIPS,
            SIGHTINGS,
            DRIFT,
            METRICS,
            TAGS,
            CATEGORIES,
            TYPES,
            VENDOR_TYPE_MAPPINGS,
            PROPERTY_DEFINITIONS,
            ORGANIZATIONS,
            TEAMS,
            USERS,
            ROLE_ASSIGNMENTS);

    private Listings() {}

    private static <E> List<String> slugs(E[] values, Function<E, String> slug) {
        return Arrays.stream(values).map(slug).toList();
    }
}
