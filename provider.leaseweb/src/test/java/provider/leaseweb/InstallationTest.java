package provider.leaseweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.ProviderException;
import inventory.api.store.MemoryStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import provider.leaseweb.schema.NamedSchema;
import provider.leaseweb.schema.PartitionSchema;
import provider.leaseweb.schema.SchemaKey;
import provider.leaseweb.store.SchemaStore;

class InstallationTest {
    private static final String ROOT = "{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"*\"}";
    private static final String SWAP = "{\"filesystem\": \"swap\", \"size\": 4096}";
    private static final Instant NOW = Instant.EPOCH;

    private final MemoryStore database = new MemoryStore("V1__partition_schemas.sql");
    private final SchemaStore schemas = new SchemaStore(database);
    private final RecordingProgress progress = new RecordingProgress();
    private FakeLeaseweb leaseweb;

    @BeforeEach
    void start() throws Exception {
        leaseweb = FakeLeaseweb.with(1);
        database.add(leaseweb.context().providerId());
    }

    @AfterEach
    void stop() {
        leaseweb.close();
    }

    @Test
    void everythingThatIsAskedForIsOrdered() throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("operating_system", "UBUNTU_22_04_64BIT");
        all.put("hostname", "web.example");
        all.put("device", "NVME");
        all.put("partitions", "[" + SWAP + ", " + ROOT + "]");
        all.put("raid_type", "HW");
        all.put("raid_level", 1L);
        all.put("raid_disks", 2L);
        all.put("password", "s3cret");
        all.put("ssh_keys", List.of("ssh-ed25519 AAAAC3Nz one", "ssh-rsa AAAAB3Nz"));
        all.put("post_install_script", "#!/bin/sh\ntrue\n");
        all.put("control_panel", "PLESK_WEB_ADMIN");
        all.put("timezone", "Europe/Amsterdam");
        all.put("power_cycle", false);
        install(all);
        assertEquals(FakeServer.parse("""
                {"operatingSystemId": "UBUNTU_22_04_64BIT", "hostname": "web.example", "device": "NVME", "password": "s3cret",
                 "timezone": "Europe/Amsterdam", "powerCycle": false, "sshKeys": "ssh-ed25519 AAAAC3Nz one\\nssh-rsa AAAAB3Nz",
                 "postInstallScript": "IyEvYmluL3NoCnRydWUK", "raid": {"type": "HW", "level": 1, "numberOfDisks": 2},
                 "controlPanelId": "PLESK_WEB_ADMIN", "partitions": [{"filesystem": "swap", "size": "4096"},
                  {"filesystem": "ext4", "mountpoint": "/", "size": "*"}]}
                """), ordered());
    }

    @Test
    void littleIsOrderedWhereLittleIsAskedFor() throws Exception {
        install(Map.of("operating_system", "DEBIAN_12_64BIT", "power_cycle", true));
        assertEquals(FakeServer.parse("{\"operatingSystemId\": \"DEBIAN_12_64BIT\", \"powerCycle\": true}"), ordered());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "operating_system | DEBIAN_99 | there is DEBIAN_12_64BIT, UBUNTU_22_04_64BIT, WINDOWS_2022_64BIT.",
                "control_panel | CPANEL | there is PLESK_WEB_ADMIN.",
                "hostname | -web | is no name of a host",
                "timezone | Mars/Base | timezone 'Mars/Base' is none",
                "raid_type | HW | need a raid_level",
                "raid_level | 1 | need a raid_level",
                "raid_disks | 2 | nor raid_disks",
                "ssh_keys | my-key | Entry 1 of ssh_keys is no public key",
                "partitions | [{ | partitions: This is no JSON",
                "partitions | {} | Must be a JSON array",
                "partitions | [] | none with the mountpoint /",
                "partitions | [{\"filesystem\": \"zfs\", \"mountpoint\": \"/\", \"size\": \"*\"}] | knows no file system 'zfs', only ext4, xfs, swap",
                "partitions | [{\"filesystem\": \"ext4\", \"mountpoint\": \"/\"}] | Partition 1: must have filesystem and size",
                "partitions | [{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"9GB\"}] | size must be a number of MB",
                "partitions | [{\"filesystem\": \"ext4\", \"size\": \"*\"}] | only swap has none",
                "partitions | [{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"*\", \"flags\": 1}] | and has [filesystem, flags, mountpoint, size]",
                "partitions | [{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"9\"}, {\"filesystem\": \"xfs\", \"mountpoint\": \"/\", \"size\": \"9\"}] | Partition 2: partition 1 is mounted at / already",
                "partitions | [{\"filesystem\": \"ext4\", \"mountpoint\": \"/\", \"size\": \"*\"}, {\"filesystem\": \"swap\", \"size\": \"*\"}] | Partitions 1, 2 all get what is left, size *"
            })
    void whatCannotBeIsRefusedBeforeAnythingChanges(String parameter, String value, String told) {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("operating_system", "DEBIAN_12_64BIT"));
        parameters.put(
                parameter,
                parameter.equals("ssh_keys")
                        ? List.of(value)
                        : parameter.matches("raid_(level|disks)") ? (Object) Long.valueOf(value) : value);
        ProviderException failure = assertThrows(ProviderException.class, () -> install(parameters));
        assertTrue(failure.getMessage().contains(told), failure.getMessage());
        assertTrue(failure.getMessage().endsWith(" Nothing was changed."), failure.getMessage());
        assertEquals(List.of(), leaseweb.changes());
    }

    @Test
    void aSchemaIsUsedByItsNameAsItIsThen() throws Exception {
        keep("web", "[" + ROOT + "]");
        schemas.change(key("web"), before -> before.with(PartitionSchema.parse("[" + SWAP + ", " + ROOT + "]"), NOW));
        install(Map.of("operating_system", "DEBIAN_12_64BIT", "partition_schema", "web"));
        assertEquals(
                "[{\"filesystem\":\"swap\",\"size\":\"4096\"}," + ROOT.replace(" ", "") + "]",
                ordered().get("partitions").toString());
    }

    @Test
    void aSchemaThatCannotBeIsRefused() {
        assertEquals("partition_schema 'web' is unknown; there is none. Nothing was changed.", refused("web", ""));
        keep("old", "[" + ROOT.replace("ext4", "reiserfs") + "]");
        keep("web", "[" + ROOT + "]");
        assertEquals("partition_schema 'Web' is unknown; there is old, web. Nothing was changed.", refused("Web", ""));
        assertEquals(
                "partition_schema 'old': Partition 1: the operating system knows no file system 'reiserfs', only ext4, xfs,"
                        + " swap. Nothing was changed.",
                refused("old", ""));
        assertEquals(
                "partitions and partition_schema are two ways to say the same; give one of them. Nothing was changed.",
                refused("web", "[" + ROOT + "]"));
        database.awayAfter(0);
        assertEquals(
                "Nothing was changed, because the partition schemas cannot be read: the database cannot be reached",
                refused("web", ""));
        assertEquals(List.of(), leaseweb.changes());
    }

    private String refused(String schema, String partitions) {
        Map<String, Object> parameters =
                Map.of("operating_system", "DEBIAN_12_64BIT", "partition_schema", schema, "partitions", partitions);
        return assertThrows(ProviderException.class, () -> install(parameters)).getMessage();
    }

    private void keep(String name, String partitions) {
        schemas.insert(NamedSchema.of(key(name), PartitionSchema.parse(partitions), NOW));
    }

    private SchemaKey key(String name) {
        return new SchemaKey(leaseweb.context().providerId(), name);
    }

    private JsonNode ordered() {
        return FakeServer.parse(leaseweb.changes().get(0).replace("POST servers/100000/install ", ""));
    }

    private void install(Map<String, Object> parameters) throws Exception {
        ResourceActions connection = (ResourceActions) new LeasewebProvider(schemas).connect(leaseweb.context());
        connection.perform(Targets.request("install", "100000", "bare_metal", parameters), progress);
    }
}
