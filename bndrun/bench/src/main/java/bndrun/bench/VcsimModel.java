package bndrun.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder that vcsim loads in seconds: one machine, saved from a small vcsim and copied as often as wanted. To make them takes vcsim hours. */
final class VcsimModel {
    private static final int FIRST = 100_000;
    private static final Pattern UUIDS = Pattern.compile("<(uuid|instanceUuid)>[0-9a-f-]{36}<");

    private VcsimModel() {}

    static Path make(Path folder, int machines) throws IOException, InterruptedException {
        Path model = folder.resolve("model");
        try (Vcsim small = Vcsim.start(
                folder,
                "-dc",
                "1",
                "-cluster",
                "1",
                "-host",
                "20",
                "-standalone-host",
                "0",
                "-vm",
                "1",
                "-pool",
                "0")) {
            save(small, model);
        }
        Path saved = find(model, "-VirtualMachine-");
        String id = saved.getFileName().toString().replaceFirst(".*-VirtualMachine-(.*)\\.xml", "$1");
        String text = Files.readString(saved);
        for (int copy = 1; copy < machines; copy++) {
            String other = "vm-" + (FIRST + copy);
            String copied = withUuids(text.replace(id, other), copy).replace(nameOf(text), "machine-" + copy);
            Files.writeString(model.resolve((FIRST + copy) + "-VirtualMachine-" + other + ".xml"), copied);
        }
        list(model, id, machines);
        return model;
    }

    private static void save(Vcsim vcsim, Path model) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("govc", "object.save", "-d", model.toString()).inheritIO();
        builder.environment()
                .putAll(Map.of(
                        "GOVC_URL",
                        "https://127.0.0.1:" + vcsim.port() + "/sdk",
                        "GOVC_USERNAME",
                        Vcsim.USER,
                        "GOVC_PASSWORD",
                        Vcsim.PASSWORD,
                        "GOVC_INSECURE",
                        "1",
                        "GOVC_PERSIST_SESSION",
                        "false"));
        if (builder.start().waitFor() != 0) {
            throw new IOException("govc did not save the model");
        }
    }

    private static String nameOf(String machine) {
        Matcher name = Pattern.compile("<name>([^<]*VM0)</name>").matcher(machine);
        if (!name.find()) {
            throw new IllegalStateException("the saved machine has no name");
        }
        return name.group(1);
    }

    private static String withUuids(String machine, int copy) {
        return UUIDS.matcher(machine)
                .replaceAll(found ->
                        "<" + found.group(1) + ">" + new UUID(found.group(1).length(), copy) + "<");
    }

    /** Their folder has to name them, for that is where a view finds them. */
    private static void list(Path model, String id, int machines) throws IOException {
        String entry = "<ManagedObjectReference type=\"VirtualMachine\">" + id + "</ManagedObjectReference>";
        String all = IntStream.range(1, machines)
                .mapToObj(copy -> entry.replace(id, "vm-" + (FIRST + copy)))
                .collect(Collectors.joining("\n", entry + "\n", ""));
        try (Stream<Path> files = Files.list(model)) {
            for (Path file : files.filter(one -> one.getFileName().toString().contains("-Folder-"))
                    .toList()) {
                Files.writeString(file, Files.readString(file).replace(entry, all));
            }
        }
    }

    private static Path find(Path model, String part) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            return files.filter(one -> one.getFileName().toString().contains(part))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
