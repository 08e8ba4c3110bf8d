package bndrun.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the environment and the command line choose; the command line wins. */
record Settings(int port, int sshPort, Path home) {

    private static final Map<String, String> VARIABLES =
            Map.of("--port", "INVENTORY_PORT", "--ssh-port", "INVENTORY_SSH_PORT", "--home", "INVENTORY_HOME");

    static Settings of(List<String> arguments, Map<String, String> environment) {
        Map<String, String> chosen = new HashMap<>(Map.of("--port", "44926", "--ssh-port", "44922", "--home", "home"));
        VARIABLES.forEach((option, variable) -> {
            if (!environment.getOrDefault(variable, "").isEmpty()) {
                chosen.put(option, environment.get(variable));
            }
        });
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!VARIABLES.containsKey(option)) {
                throw new IllegalArgumentException("unknown option " + option);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            chosen.put(option, arguments.get(i + 1));
        }
        return new Settings(port("--port", chosen), port("--ssh-port", chosen), Path.of(chosen.get("--home")));
    }

    Map<String, String> properties() {
        return Map.of(
                "org.osgi.service.http.port", Integer.toString(port),
                "inventory.port", Integer.toString(port),
                "inventory.ssh.port", Integer.toString(sshPort));
    }

    private static int port(String option, Map<String, String> chosen) {
        String text = chosen.get(option);
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(option + " must be a port from 1 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }
}
