package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.NotFoundException;
import inventory.api.StaleVersionException;
import inventory.api.UnavailableException;
import inventory.api.identity.Caller;
import inventory.api.query.FakeRecords;
import inventory.api.store.MemoryStore;
import inventory.api.store.SeenVersion;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.PartitionSchema;
import provider.leaseweb.schema.SchemaKey;
import provider.leaseweb.store.SchemaStore;

class PartitionSchemasTest {
    private static final Caller ADMIN = new Caller(1, "ada", false, false, Set.of(), Set.of(1L));
    private static final Caller READER = new Caller(2, "bob", false, false, Set.of(1L), Set.of());
    private static final Caller STRANGER = new Caller(3, "eve", false, false, Set.of(), Set.of(2L));
    private static final PartitionSchema EXT4 =
            PartitionSchema.parse("[{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"*\"}]");
    private static final PartitionSchema XFS =
            PartitionSchema.parse("[{\"filesystem\": \"xfs\", \"mountpoint\": \"/\", \"size\": \"*\"}]");

    private final MemoryStore database = new MemoryStore("V1__partition_schemas.sql");
    private final FakeRecords core = new FakeRecords();
    private final UUID provider = core.add(database.newProvider(), "leaseweb:baremetal", 1);
    private final PartitionSchemas schemas =
            new PartitionSchemas(new SchemaStore(database), core, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void isKeptAsItWasMadeInTheOrderOfNames() {
        NamedSchema web = schemas.create(ADMIN, key("web"), EXT4);
        schemas.create(ADMIN, key("Web"), XFS);
        schemas.create(ADMIN, key("db.1"), XFS);
        assertEquals(new NamedSchema(provider, "web", EXT4, 1, Instant.EPOCH, Instant.EPOCH), web);
        assertEquals(web, schemas.get(READER, key("web")));
        assertEquals(List.of("Web", "db.1"), names(1, 2));
        assertEquals(List.of("web"), names(2, 2));
        assertEquals(3, schemas.list(READER, provider, 2, 2).count());
        UUID other = core.add(database.newProvider(), "leaseweb:baremetal", 1);
        assertEquals(0, schemas.list(READER, other, 1, 9).count());
    }

    @Test
    void onlyWhoMayWriteTheRecordWritesItsSchemas() {
        schemas.create(ADMIN, key("web"), EXT4);
        assertThrows(ForbiddenException.class, () -> schemas.create(READER, key("b"), EXT4));
        assertThrows(ForbiddenException.class, () -> schemas.replace(READER, key("web"), XFS, SeenVersion.ANY));
        assertThrows(ForbiddenException.class, () -> schemas.delete(READER, key("web"), SeenVersion.ANY));
        assertThrows(NotFoundException.class, () -> schemas.list(STRANGER, provider, 1, 9));
        assertThrows(NotFoundException.class, () -> schemas.get(STRANGER, key("web")));
        assertThrows(NotFoundException.class, () -> schemas.delete(STRANGER, key("web"), SeenVersion.ANY));
        assertEquals(EXT4, schemas.get(READER, key("web")).schema());
    }

    @Test
    void belongsToAProviderOfThisKind() {
        UUID other = core.add(database.newProvider(), "ovh:dedicated", 1);
        assertEquals(
                "There is no provider " + other + " of leaseweb:baremetal.",
                assertThrows(NotFoundException.class, () -> schemas.create(ADMIN, new SchemaKey(other, "a"), EXT4))
                        .getMessage());
    }

    @Test
    void aNameIsTakenOnceAndIsOne() {
        schemas.create(ADMIN, key("web"), EXT4);
        assertEquals(
                "There is a partition schema 'web' already. Replace it with PUT, or take another name.",
                assertThrows(ConflictException.class, () -> schemas.create(ADMIN, key("web"), XFS))
                        .getMessage());
        for (String none : List.of("", "-a", "a b", "a/b", "ä", "a".repeat(65))) {
            assertThrows(InvalidInputException.class, () -> schemas.create(ADMIN, key(none), EXT4), none);
        }
        assertEquals(1, names(1, 9).size());
    }

    @Test
    void twoWritersDoNotOverwriteEachOther() {
        schemas.create(ADMIN, key("web"), EXT4);
        SeenVersion first = SeenVersion.of(1);
        assertEquals(1, schemas.replace(ADMIN, key("web"), EXT4, first).version(), "nothing was changed");
        assertEquals(2, schemas.replace(ADMIN, key("web"), XFS, first).version());
        assertEquals(
                "Partition schema 'web' was changed meanwhile, it is version 2 now. Read it again.",
                assertThrows(StaleVersionException.class, () -> schemas.replace(ADMIN, key("web"), EXT4, first))
                        .getMessage());
        assertThrows(StaleVersionException.class, () -> schemas.delete(ADMIN, key("web"), first));
        assertEquals(XFS, schemas.get(ADMIN, key("web")).schema());
        schemas.delete(ADMIN, key("web"), SeenVersion.of(2));
        assertThrows(NotFoundException.class, () -> schemas.get(ADMIN, key("web")));
        assertThrows(NotFoundException.class, () -> schemas.replace(ADMIN, key("web"), EXT4, SeenVersion.ANY));
    }

    @Test
    void ofEightThatReplaceTheSameVersionOneDoes() throws Exception {
        schemas.create(ADMIN, key("web"), EXT4);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            writers.add(threads.submit(() -> schemas.replace(ADMIN, key("web"), XFS, SeenVersion.of(1))));
        }
        threads.shutdown();
        int winners = 0;
        for (Future<?> writer : writers) {
            try {
                writer.get();
                winners++;
            } catch (ExecutionException refused) {
                assertEquals(StaleVersionException.class, refused.getCause().getClass());
            }
        }
        assertEquals(1, winners);
        assertEquals(2, schemas.get(ADMIN, key("web")).version());
    }

    @Test
    void thereAreTwoHundredAtMost() {
        for (int number = 0; number < 200; number++) {
            schemas.create(ADMIN, key("s" + number), EXT4);
        }
        assertEquals(
                "This provider has 200 partition schemas, as many as there may be. Delete one that is not needed.",
                assertThrows(ConflictException.class, () -> schemas.create(ADMIN, key("more"), EXT4))
                        .getMessage());
        schemas.delete(ADMIN, key("s0"), SeenVersion.ANY);
        schemas.create(ADMIN, key("more"), EXT4);
    }

    @Test
    void aProviderThatIsGoneTakesItsSchemasAlong() {
        schemas.create(ADMIN, key("web"), EXT4);
        database.execute("DELETE FROM provider");
        assertEquals(0, schemas.list(ADMIN, provider, 1, 9).count());
        assertEquals(
                "The provider " + provider + " is gone.",
                assertThrows(NotFoundException.class, () -> schemas.create(ADMIN, key("web"), EXT4))
                        .getMessage());
    }

    @Test
    void nothingIsLostWhileTheDatabaseIsAway() {
        schemas.create(ADMIN, key("web"), EXT4);
        database.awayAfter(0);
        assertThrows(UnavailableException.class, () -> schemas.create(ADMIN, key("b"), EXT4));
        assertThrows(UnavailableException.class, () -> schemas.get(ADMIN, key("web")));
        database.awayAfter(Integer.MAX_VALUE);
        assertEquals(List.of("web"), names(1, 9));
    }

    private SchemaKey key(String name) {
        return new SchemaKey(provider, name);
    }

    private List<String> names(int page, int size) {
        return schemas.list(READER, provider, page, size).schemas().stream()
                .map(NamedSchema::name)
                .toList();
    }
}
