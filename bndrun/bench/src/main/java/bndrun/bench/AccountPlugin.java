package bndrun.bench;

import bndrun.bench.account.AccountProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** {@code bench:account} as a bundle to upload. */
final class AccountPlugin {
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="bench.account">
              <implementation class="bndrun.bench.account.AccountProvider"/>
              <service><provide interface="inventory.api.provider.BaseProvider"/></service>
              <property name="vendor" value="bench"/>
              <property name="provider_type" value="account"/>
              <property name="display_name" value="Generated account"/>
              <property name="supported_resource_types">virtual_machine
              </property>
            </scr:component>
            """;

    private static final String MANIFEST = """
            namespace: bench
            name: account
            version: 1.0.0
            display_name: Generated account
            description: An account of a server that takes its time.
            vendor: bench
            provider_type: account
            infrastructure: public_cloud
            authors: [Inventory]
            license: [Apache-2.0]
            supported_resource_types: [virtual_machine]
            connection_parameters: []
            """;

    private AccountPlugin() {}

    static byte[] jar() throws IOException {
        Manifest headers = new Manifest();
        headers.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        headers.getMainAttributes().put(new Name("Bundle-ManifestVersion"), "2");
        headers.getMainAttributes().put(new Name("Bundle-SymbolicName"), "bench.account");
        headers.getMainAttributes().put(new Name("Bundle-Version"), "1.0.0");
        headers.getMainAttributes().put(new Name("Service-Component"), "OSGI-INF/account.xml");
        headers.getMainAttributes()
                .put(
                        new Name("Import-Package"),
                        "inventory.api.http,inventory.api.provider,inventory.api.resource,inventory.api.taxonomy");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, headers)) {
            add(jar, "manifest.yml", MANIFEST.getBytes(StandardCharsets.UTF_8));
            add(jar, "OSGI-INF/account.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
            for (String name : new String[] {"AccountProvider", "AccountProvider$Account"}) {
                try (InputStream code = AccountProvider.class.getResourceAsStream(name + ".class")) {
                    add(jar, "bndrun/bench/account/" + name + ".class", code.readAllBytes());
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
    }
}
