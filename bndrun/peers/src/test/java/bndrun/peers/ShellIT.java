package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bndrun.peers.SshPeer.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell of the whole product, by OpenSSH's client. */
class ShellIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMBER = "mia";
    private static final String PASSWORD = "mia's password";

    @TempDir
    static Path folder;

    private static Product product;
    private static SshPeer ssh;

    @BeforeAll
    static void start() throws IOException {
        product = new Product(folder.resolve("home"));
        ssh = new SshPeer(folder.resolve("ssh"), product.sshPort());
        product.start(Map.of());
        Await.until("the shell listens", Duration.ofSeconds(60), ShellIT::listens);
        int id = product.post("/users/", 201, Map.of("username", MEMBER, "password", PASSWORD))
                .get("id")
                .asInt();
        int organization = product.get("/organizations/").at("/results/0/id").asInt();
        product.post(
                "/role-assignments/",
                201,
                Map.of("user", id, "role", "organization_member", "organization", organization));
    }

    @AfterAll
    static void end() {
        product.close();
    }

    @Test
    void addsCollectsAndListsWithoutATerminal() throws IOException {
        assertEquals(
                0,
                admin("inventory:provider-add estate sample:generator resources=40 seed=11")
                        .status());
        Answer collected = admin("inventory:collect estate --wait -o json");
        assertEquals(0, collected.status(), collected.err());
        JsonNode run = JSON.readTree(collected.out());
        assertEquals(
                "completed 40",
                run.get("status").asText() + " " + run.get("resources_created").asInt());
        assertTrue(collected.err().contains("completed: 4 of 4 scopes, 40 resources\n"), collected.err());
        Answer table = admin("providers name=estate");
        assertTrue(table.out().startsWith("NAME    VENDOR  TYPE "), table.out());
        assertFalse(table.out().contains("\u001b"), "no escapes without a terminal");
        assertEquals(
                40,
                JSON.readTree(admin("resources provider__name=estate -o json").out())
                        .size());
    }

    @Test
    void endsWithTheStatusOfTheCommand() throws IOException {
        Answer unknownRun = admin("inventory:run 00000000-0000-4000-8000-000000000000");
        assertEquals(new Answer(1, "", "Nothing in collection-runs has this id.\n"), unknownRun);
        assertEquals(127, admin("no:such").status());
        assertEquals(2, admin("inventory:health --colour").status());
        admin("provider-add lame sample:generator resources=40 'fail_scopes=0,1,2,3' fail_kind=PERMISSION");
        assertEquals(1, admin("collect lame --wait").status());
        admin("provider-add half sample:generator resources=40 fail_scopes=1 fail_kind=PERMISSION");
        assertEquals(3, admin("collect half --wait").status());
    }

    @Test
    void readsCommandsFromAPipeUntilOneFails() throws IOException {
        String admin = product.password();
        Answer all = ssh.byPassword("admin", admin, "health -o json\n\nplugin:list -o json\n", new String[0]);
        assertEquals(0, all.status(), all.err());
        assertTrue(all.out().contains("sample:generator"), all.out());
        Answer some = ssh.byPassword("admin", admin, "no:such\nplugin:list\n", new String[0]);
        assertEquals(127, some.status());
        assertEquals("", some.out());
        Answer secret = ssh.byPassword(
                "admin", admin, "provider-add piped aws:aws -p password\nunseen\nprovider piped -o json\n");
        assertEquals(0, secret.status(), secret.err());
        assertFalse(secret.out().contains("unseen"), secret.out());
        assertTrue(secret.out().contains("\"password\" : \"********\""), secret.out());
    }

    @Test
    void refusesWrongPasswords() throws IOException {
        for (String user : new String[] {"admin", "nobody", MEMBER}) {
            Answer answer = ssh.byPassword(user, "admin", "", "inventory:health");
            assertEquals(255, answer.status());
            assertTrue(answer.err().contains("Permission denied (publickey,password)"), answer.err());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void letsInByKey(String type) throws IOException {
        String key = ssh.newKey(type, type);
        assertEquals(255, ssh.byKey(MEMBER, type, "health").status(), "not known yet");
        Path keys = Files.createDirectories(folder.resolve("home/etc/authorized_keys"))
                .resolve(MEMBER);
        Files.writeString(keys, "command=\"none\" " + key);
        assertEquals(255, ssh.byKey(MEMBER, type, "health").status(), "with options that would not be obeyed");
        Files.writeString(keys, "# of " + MEMBER + "\n" + key);
        assertEquals(0, ssh.byKey(MEMBER, type, "health").status());
        assertEquals(255, ssh.byKey("admin", type, "health").status(), "the key is of another user");
        Files.delete(keys);
    }

    @Test
    void servesAPersonAtATerminal() throws IOException, InterruptedException {
        String key = ssh.newKey("terminal", "ed25519");
        Path keys = Files.createDirectories(folder.resolve("home/etc/authorized_keys"))
                .resolve("admin");
        Files.writeString(keys, key);
        admin("provider-add endless sample:generator resources=4000 latency_ms=60000 seed=13");
        Path screen = folder.resolve("screen");
        Process person = ssh.atTerminal("admin", "terminal", screen);
        try {
            type(person, screen, "inventory:hea\t\r", "status  healthy");
            type(person, screen, "collect endless --wait\r", "running: 0 of 4 scopes");
            type(person, screen, "\u0003", "The run goes on: inventory:run ");
            type(person, screen, "provider-add typed aws:aws -p password\r", "password: ");
            type(person, screen, "unseen\r", "********");
            type(person, screen, "no:such\r", "Command not found: no:such");
            person.outputWriter().append('\u0004').flush();
            assertTrue(person.waitFor(20, TimeUnit.SECONDS), "Ctrl-D leaves");
            assertEquals(127, person.exitValue(), "that of the last command");
        } finally {
            person.destroyForcibly();
        }
        assertFalse(Files.readString(screen).contains("unseen"), "secrets are not shown");
        String history = Files.readString(folder.resolve("home/history/admin"));
        assertTrue(history.contains("collect endless --wait"), history);
        assertFalse(history.contains("unseen"), history);
    }

    @Test
    void givesFelixToSuperusersAlone() throws IOException {
        Answer bundles = admin("lb -s | grep-is-not-here");
        assertEquals(127, bundles.status());
        assertTrue(admin("lb -s").out().contains("inventory.core"));
        assertTrue(admin("scr:list").out().contains("inventory.core.shell"));
        for (String line : new String[] {"lb", "scr:list", "($.context) bundles", "providers | lb"}) {
            assertTrue(member(line).status() != 0, line);
        }
        assertEquals(0, member("providers").status());
        Answer refused = member("provider-add mine sample:generator");
        assertEquals(1, refused.status());
        assertFalse(refused.err().contains("\tat "), refused.err());
    }

    @Test
    void forwardsNothingAndHasNoSubsystem() throws IOException {
        Answer sftp = ssh.byPassword("admin", product.password(), "", "-s", "sftp");
        assertTrue(sftp.status() != 0, sftp.err());
    }

    @Test
    void keepsItsKeyPrivateAndItsLogApart() throws IOException {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("home/keys/ssh_host_key"))));
        admin("provider-add logged sample:generator resources=4 seed=12");
        Answer answer = admin("collect logged --wait");
        assertFalse((answer.out() + answer.err()).contains("INFO"), answer.out());
        Await.until("logged", Duration.ofSeconds(10), () -> product.printed().contains("of logged completed"));
    }

    @Test
    void staysUpWithoutItsPortAndTakesItOnceItIsFree() throws IOException {
        try (Product second = new Product(folder.resolve("second"))) {
            try (ServerSocket taken = new ServerSocket(second.sshPort(), 1, InetAddress.getLoopbackAddress())) {
                second.start(Map.of());
                Await.until(
                        "said",
                        Duration.ofSeconds(30),
                        () -> second.printed().contains("No shell: port " + taken.getLocalPort()));
                assertEquals(200, second.healthStatus());
            }
            SshPeer client = new SshPeer(folder.resolve("ssh2"), second.sshPort());
            Await.until(
                    "the shell listens",
                    Duration.ofSeconds(30),
                    () -> client.byPassword("admin", second.password(), "", "health")
                                    .status()
                            == 0);
        }
    }

    private static void type(Process person, Path screen, String keys, String answer) throws IOException {
        Await.until(
                "the prompt is there",
                Duration.ofSeconds(30),
                () -> !Files.readString(screen).isEmpty());
        person.outputWriter().append(keys).flush();
        Await.until(
                "seen: " + answer,
                Duration.ofSeconds(30),
                () -> Files.readString(screen).contains(answer));
    }

    private static boolean listens() throws IOException {
        return admin("health").status() == 0;
    }

    private static Answer admin(String line) throws IOException {
        return ssh.byPassword("admin", product.password(), "", line);
    }

    private static Answer member(String line) throws IOException {
        return ssh.byPassword(MEMBER, PASSWORD, "", line);
    }
}
