package inventory.core.deploy;

import inventory.core.registry.Manifest;
import java.nio.file.Path;

/**
 * Where a plugin comes from and lies: a file of the deploy folder, or the folder that an uploaded one is kept in.
 *
 * @param name the file's name, or the first key
 * @param dropped whether it is a file of the deploy folder
 */
record Origin(String name, Path path, boolean dropped) {
    static Origin dropped(Path file) {
        return new Origin(file.getFileName().toString(), file, true);
    }

    static Origin uploaded(Path plugins, Manifest manifest) {
        return stored(plugins.resolve(manifest.vendor()).resolve(manifest.providerType()));
    }

    static Origin stored(Path folder) {
        return new Origin(folder.getParent().getFileName() + ":" + folder.getFileName(), folder, false);
    }

    /** @return for a person */
    @Override
    public String toString() {
        return dropped ? name + " in the deploy folder" : "the uploaded " + name;
    }
}
