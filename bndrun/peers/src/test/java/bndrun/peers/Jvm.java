package bndrun.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running JVM tells of itself. */
public record Jvm(long pid) {
    /** Its resident memory, where the system tells. */
    public long residentKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Class loaders of bundles, those left out that are garbage. */
    public long classLoaders() throws IOException {
        return figure(
                "GC.class_histogram",
                "(\\d+) +\\d+ +org\\.apache\\.felix\\.framework\\.BundleWiringImpl\\$BundleClassLoader");
    }

    public long metaspaceKilobytes() throws IOException {
        return figure("VM.metaspace basic scale=K", "Both: +(\\d+)[.\\d]* KB used");
    }

    /** What is on the heap and no garbage. */
    public long liveKilobytes() throws IOException {
        return figure("GC.class_histogram", "Total +\\d+ +(\\d+)") / 1024;
    }

    private long figure(String command, String pattern) throws IOException {
        String answer = diagnose(command);
        Matcher figure = Pattern.compile(pattern).matcher(answer);
        if (!figure.find()) {
            throw new AssertionError(command + " tells no " + pattern + ": " + answer);
        }
        return Long.parseLong(figure.group(1));
    }

    private String diagnose(String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process tool = new ProcessBuilder(jcmd, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
