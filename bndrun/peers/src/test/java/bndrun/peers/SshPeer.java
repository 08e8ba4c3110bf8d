package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** OpenSSH's client, as people and scripts call it. */
final class SshPeer {
    private static final long LIMIT_S = 60;

    private final Path folder;
    private final int port;

    /** What a call has written, and its exit status; 255 is ssh's own. */
    record Answer(int status, String out, String err) {}

    /** Where ssh is not installed the test is skipped, and fails in CI. */
    SshPeer(Path folder, int port) throws IOException {
        if (!Files.isExecutable(Path.of("/usr/bin/ssh"))) {
            assertNotEquals("true", System.getenv("CI"), "ssh is not installed");
            Assumptions.abort("there is no /usr/bin/ssh");
        }
        this.folder = Files.createDirectories(folder);
        this.port = port;
        Path ask = Files.writeString(folder.resolve("ask"), "#!/bin/sh\nprintf '%s\\n' \"$PASSWORD\"\n");
        Files.setPosixFilePermissions(ask, PosixFilePermissions.fromString("rwx------"));
    }

    /** Makes a pair of keys. @return the public one, a line of authorized_keys */
    String newKey(String name, String type) throws IOException {
        run(List.of("ssh-keygen", "-q", "-t", type, "-N", "", "-f", file(name)), "", "");
        return Files.readString(Path.of(file(name) + ".pub"));
    }

    Answer byPassword(String user, String password, String input, String... words) throws IOException {
        List<String> command = base(user);
        command.addAll(List.of("-o", "NumberOfPasswordPrompts=1", "-o", "PubkeyAuthentication=no"));
        return call(command, password, input, words);
    }

    Answer byKey(String user, String key, String... words) throws IOException {
        List<String> command = base(user);
        command.addAll(List.of("-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes", "-i", file(key)));
        return call(command, "", "", words);
    }

    /** A person at a terminal, who logs in by key. */
    Process atTerminal(String user, String key, Path screen) throws IOException {
        List<String> command = base(user);
        command.addAll(List.of("-tt", "-o", "BatchMode=yes", "-i", file(key), "127.0.0.1"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TERM", "xterm");
        return builder.redirectOutput(screen.toFile()).start();
    }

    private String file(String name) {
        return folder.resolve("key-" + name).toString();
    }

    private Answer call(List<String> command, String password, String input, String... words) throws IOException {
        command.add("--");
        command.add("127.0.0.1");
        command.addAll(List.of(words));
        return run(command, password, input);
    }

    private List<String> base(String user) {
        return new ArrayList<>(List.of(
                "ssh",
                "-F",
                "none",
                "-p",
                Integer.toString(port),
                "-l",
                user,
                "-o",
                "StrictHostKeyChecking=accept-new",
                "-o",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"),
                "-o",
                "LogLevel=ERROR"));
    }

    private Answer run(List<String> command, String password, String input) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SSH_ASKPASS", folder.resolve("ask").toString());
        builder.environment().put("SSH_ASKPASS_REQUIRE", "force");
        builder.environment().put("PASSWORD", password);
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("not within " + LIMIT_S + " s: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
