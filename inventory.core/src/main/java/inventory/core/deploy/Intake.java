package inventory.core.deploy;

import inventory.api.plugin.PluginFile;
import inventory.core.deploy.Staging.Staged;
import inventory.core.deploy.Unpacker.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes in files and reads them as plugins, check after check. What does not do never comes near the framework. */
final class Intake {
    private static final String MANIFEST = "manifest.yml";

    private final Staging staging;
    private final Unpacker unpacker;
    private final CandidateReader reader;

    Intake(Path folder, DeployLimits limits) {
        staging = new Staging(folder, limits);
        unpacker = new Unpacker(limits);
        reader = new CandidateReader(limits);
    }

    /** A plugin in a folder that goes with it. */
    record Taken(Staged staged, Candidate candidate) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            staged.close();
        }
    }

    /** Reads what was handed in from a copy; close it. */
    Taken take(PluginFile file) throws IOException {
        Staged staged = staging.receive(file);
        boolean whole = false;
        try {
            Taken taken = new Taken(staged, reader.read(unpacker.unpack(staged)));
            whole = true;
            return taken;
        } finally {
            if (!whole) {
                staged.close();
            }
        }
    }

    /** Reads a file of the deploy folder from a copy; close it. */
    Taken take(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return take(new PluginFile(file.getFileName().toString(), in));
        }
    }

    /** Reads a plugin where it is kept. */
    Candidate read(Path folder) throws IOException {
        return reader.read(new Unpacked(folder, Files.exists(folder.resolve(MANIFEST))));
    }
}
