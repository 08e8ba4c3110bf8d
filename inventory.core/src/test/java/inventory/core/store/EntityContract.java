package inventory.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.store.StoreException;
import inventory.core.store.entity.CollectionRunEntity;
import inventory.core.store.entity.OrganizationEntity;
import inventory.core.store.entity.PropertyDefinitionEntity;
import inventory.core.store.entity.ProviderEntity;
import inventory.core.store.entity.ResourceCategoryEntity;
import inventory.core.store.entity.ResourceTypeEntity;
import inventory.core.store.entity.RoleAssignmentEntity;
import inventory.core.store.entity.TagEntity;
import inventory.core.store.entity.TeamEntity;
import inventory.core.store.entity.UserEntity;
import inventory.core.store.entity.VendorTypeMappingEntity;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.PersistenceException;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every entity fits its table, with all columns set and with those NULL that may be. */
abstract class EntityContract {
    private static final Instant MOMENT = Instant.parse("2026-03-29T01:30:00.123456Z");
    /** Those that others refer to come first. */
    private static final List<Class<?>> TYPES = List.of(
            OrganizationEntity.class,
            TeamEntity.class,
            UserEntity.class,
            RoleAssignmentEntity.class,
            ResourceCategoryEntity.class,
            ResourceTypeEntity.class,
            VendorTypeMappingEntity.class,
            PropertyDefinitionEntity.class,
            ProviderEntity.class,
            CollectionRunEntity.class,
            TagEntity.class);

    private PooledDatabase database;

    /** A database that holds nothing yet. */
    abstract DatabaseSettings newPlace();

    @BeforeEach
    void open() {
        database = DatabaseFixture.ready(newPlace());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsEveryColumn() {
        Map<Class<?>, Object> saved = save(true);
        saved.forEach((type, entity) -> assertEquals(columns(entity), columns(read(type, entity)), type.getName()));
    }

    @Test
    void keepsWhatIsAbsent() {
        Map<Class<?>, Object> saved = save(false);
        saved.forEach((type, entity) -> assertEquals(columns(entity), columns(read(type, entity)), type.getName()));
    }

    @Test
    void findsByUuidAndMoment() {
        ProviderEntity saved = (ProviderEntity) save(true).get(ProviderEntity.class);
        String query = "select p from ProviderEntity p where p.id = :id and p.created = :created and p.enabled = true";
        ProviderEntity found = database.entities(entities -> entities.createQuery(query, ProviderEntity.class)
                .setParameter("id", saved.id)
                .setParameter("created", saved.created)
                .getSingleResult());
        assertEquals(saved.name, found.name);
    }

    @Test
    void tellsWhyAnEntityWasRefused() {
        database.entities(entities -> {
            entities.persist(organization());
            return 0;
        });
        StoreException twice = assertThrows(
                StoreException.class,
                () -> database.entities(entities -> {
                    entities.persist(organization());
                    return 0;
                }));
        assertTrue(twice.isUniqueViolation());
        assertThrows(
                PersistenceException.class,
                () -> database.entities(
                        entities -> entities.createQuery("select o from OrganizationEntity o where o.id = -1")
                                .getSingleResult()));
        assertEquals(1, StoreContract.number(database, "SELECT COUNT(*) FROM organization"));
    }

    @Test
    void anEntityCostsOneStatementAndTheCommit() {
        RoundTrips trips = new RoundTrips();
        database.close();
        database = new PooledDatabase(newPlace(), trips::of, List.of(), HibernatePersistenceProvider::new);
        DatabaseFixture.awaitReady(database);
        long organization = database.entities(entities -> {
                    OrganizationEntity made = organization();
                    entities.persist(made);
                    return made;
                })
                .id;
        trips.take();
        TagEntity tag = new TagEntity();
        tag.id = TimeOrderedId.next();
        tag.organizationId = organization;
        tag.tagNamespace = "";
        tag.tagKey = "stage";
        tag.tagValue = "test";
        database.entities(entities -> {
            entities.persist(tag);
            return 0;
        });
        List<String> saved = trips.take();
        assertEquals(2, saved.size(), saved.toString());
        assertTrue(saved.get(0).startsWith("insert into tag"), saved.toString());
        assertEquals("commit", saved.get(1));
        database.entities(entities -> entities.find(ProviderEntity.class, tag.id));
        assertEquals(2, trips.take().size());
        StoreContract.number(database, "SELECT COUNT(*) FROM tag");
        assertEquals(List.of("SELECT COUNT(*) FROM tag"), trips.take());
    }

    private static OrganizationEntity organization() {
        OrganizationEntity organization = new OrganizationEntity();
        organization.name = "Default";
        organization.description = "";
        organization.created = Instant.EPOCH;
        organization.modified = Instant.EPOCH;
        return organization;
    }

    private Map<Class<?>, Object> save(boolean all) {
        return database.entities(entities -> {
            Map<Class<?>, Object> saved = new LinkedHashMap<>();
            for (Class<?> type : TYPES) {
                Object entity = sample(type, saved, all);
                entities.persist(entity);
                saved.put(type, entity);
            }
            return saved;
        });
    }

    private Object read(Class<?> type, Object saved) {
        return database.entities(entities -> entities.find(type, columns(saved).get("id")));
    }

    private static Object sample(Class<?> type, Map<Class<?>, Object> saved, boolean all) {
        try {
            Object entity = type.getDeclaredConstructor().newInstance();
            for (Field field : type.getFields()) {
                boolean generated = field.getName().equals("id") && field.getType() == Long.class;
                if (!generated && (all || isRequired(type, field))) {
                    field.set(entity, value(field, saved));
                }
            }
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    private static boolean isRequired(Class<?> type, Field field) {
        List<String> optional = List.of(
                "lastLogin",
                "teamId",
                "longTermStrategicValue",
                "shortTermOpportunity",
                "createdBy",
                "modifiedBy",
                "lastRefreshAt",
                "lastCollectionStatus",
                "activeProviderId",
                "completedAt",
                "canceledAt");
        boolean organizationOfRole =
                type == RoleAssignmentEntity.class && field.getName().equals("organizationId");
        return !organizationOfRole && !optional.contains(field.getName());
    }

    private static Object value(Field field, Map<Class<?>, Object> saved) {
        return switch (field.getName()) {
            case "organizationId" -> idOf(OrganizationEntity.class, saved);
            case "teamId" -> idOf(TeamEntity.class, saved);
            case "userId", "createdBy", "modifiedBy" -> idOf(UserEntity.class, saved);
            case "categoryId" -> idOf(ResourceCategoryEntity.class, saved);
            case "resourceTypeId" -> idOf(ResourceTypeEntity.class, saved);
            case "providerId", "activeProviderId" -> idOf(ProviderEntity.class, saved);
            default -> value(field.getType());
        };
    }

    private static Object value(Class<?> type) {
        if (type == UUID.class) {
            return TimeOrderedId.next();
        } else if (type == Instant.class) {
            return MOMENT;
        } else if (type == boolean.class) {
            return true;
        } else if (type == int.class || type == Integer.class) {
            return 7;
        } else if (type == long.class || type == Long.class) {
            return 1L << 40;
        }
        return "Größe 'x'";
    }

    private static Object idOf(Class<?> type, Map<Class<?>, Object> saved) {
        return columns(saved.get(type)).get("id");
    }

    private static Map<String, Object> columns(Object entity) {
        Map<String, Object> columns = new HashMap<>();
        for (Field field : entity.getClass().getFields()) {
            try {
                columns.put(field.getName(), field.get(entity));
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return columns;
    }
}
