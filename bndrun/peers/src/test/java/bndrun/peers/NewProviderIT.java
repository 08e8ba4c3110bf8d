package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's way to a provider of his own. */
class NewProviderIT {
    private static final String ROOT = System.getProperty("root");

    /** Imports, comments, lone brackets. */
    private static final Pattern NO_CODE = Pattern.compile("\\s*((//|/?\\*|import |package ).*|[})]+;?)?");

    @TempDir
    Path folder;

    @Test
    void aProjectOutsideTheTreeIsGreenAndLeavesOneBundle() throws Exception {
        Path project = folder.resolve("bare metal");
        Answer made = run(Path.of(ROOT), "cnf/new-provider", "big_corp", "bare-metal", project.toString());
        assertEquals(0, made.status(), made.text());
        Answer built = run(project, "mvn", "-B", "-q", "-ntp", "package");
        assertEquals(0, built.status(), built.text());
        try (Stream<Path> files = Files.list(project.resolve("target"))) {
            assertEquals(
                    List.of("provider.big_corp-0.1.0.jar"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".jar"))
                            .toList());
        }
        assertTrue(Files.exists(project.resolve("target/surefire-reports")), "the contract test ran");
    }

    @Test
    void aWrongNameIsRefusedWithTheReason() throws Exception {
        assertRefused("VENDOR becomes part of a Java package", "Acme", "widget");
        assertRefused("is a word of the Java language", "class", "widget");
        assertRefused("TYPE must be", "acme", "../widget");
        Files.writeString(folder.resolve("mine.txt"), "precious");
        assertRefused("is there already", "acme", "widget", folder.toString());
    }

    @Test
    void aStrangerHasSixtyLinesToUnderstand() {
        long lines = Source.endingIn(".java").stream()
                .filter(source -> source.isTemplate() && source.isMain())
                .filter(source -> !source.path().endsWith("/Replies.java"))
                .flatMap(source -> source.text().lines())
                .filter(line -> !NO_CODE.matcher(line).matches())
                .count();
        assertTrue(lines > 30 && lines <= 60, lines + " lines");
    }

    private static void assertRefused(String why, String... arguments) throws Exception {
        String[] command = Stream.concat(Stream.of("cnf/new-provider"), Stream.of(arguments))
                .toArray(String[]::new);
        Answer answer = run(Path.of(ROOT), command);
        assertEquals(1, answer.status(), answer.text());
        assertTrue(answer.text().contains(why), answer.text());
    }

    private record Answer(int status, String text) {}

    private static Answer run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
