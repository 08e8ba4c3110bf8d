package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRuleTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        JAX-RS only in rest packages                         | inventory.core/src/main/java/A.java        | import javax.ws.rs.GET;
        JPA and JDBC only in store packages                  | inventory.core/src/main/java/A.java        | import javax.persistence.Entity;
        JPA and JDBC only in store packages                  | inventory.rest/src/main/java/A.java        | import java.sql.Connection;
        databases are named only under store/dialect         | inventory.core/src/main/java/A.java        | import org.h2.Driver;
        databases are named only under store/dialect         | inventory.core/src/main/java/store/A.java  | import org.postgresql.PGConnection;
        the API needs only Java and OSGi annotations         | inventory.api/src/main/java/A.java         | import org.slf4j.Logger;
        providers have no threads                            | provider.aws/src/main/java/A.java          | Executors.newCachedThreadPool();
        providers have no threads                            | provider.aws/src/main/java/A.java          | new Thread(this).start();
        providers log at DEBUG only                          | provider.aws/src/main/java/A.java          | LOG.info("read");
        output is logged                                     | provider.aws/src/main/java/A.java          | System.out.println(1);
        tests do not sleep                                   | provider.aws/src/test/java/ATest.java      | Thread.sleep(10);
        no mocking library                                   | provider.aws/src/test/java/ATest.java      | import org.mockito.Mock;
        components are constructed, not injected by field    | inventory.core/src/main/java/A.java        | @Reference private Store store;
        no activators and no look-up of services by hand     | inventory.core/src/main/java/A.java        | class A implements BundleActivator
        no mutable statics                                   | inventory.core/src/main/java/A.java        | private static int count = 0;
        no mutable statics                                   | inventory.core/src/main/java/A.java        | static volatile Map<String, A> all;
        nothing is left for later                            | inventory.core/src/main/java/A.java        | // TODO
        no banner comments                                   | inventory.core/src/main/java/A.java        | // -----------
        no empty catch                                       | inventory.core/src/main/java/A.java        | catch (IOException e) { }
        """)
    void bites(String title, String path, String line) {
        assertEquals(List.of(path + ":2: " + line), breaches(title, path, line));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        no mutable statics                            | inventory.core/src/main/java/A.java                     | private static final int LIMIT = 3;
        no mutable statics                            | inventory.core/src/main/java/A.java                     | static <T> T first(List<T> list) {
        no mutable statics                            | inventory.core/src/main/java/A.java                     | public static String name(String text) {
        databases are named only under store/dialect  | inventory.core/src/main/java/inventory/core/store/dialect/A.java | import org.h2.Driver;
        providers have no threads                     | inventory.core/src/main/java/A.java                     | Executors.newCachedThreadPool();
        the API needs only Java and OSGi annotations  | inventory.api/src/main/java/A.java                      | import org.osgi.annotation.versioning.Version;
        """)
    void letsPass(String title, String path, String line) {
        assertEquals(List.of(), breaches(title, path, line));
    }

    private static List<String> breaches(String title, String path, String line) {
        HouseRule rule = HouseRule.ALL.stream()
                .filter(candidate -> candidate.title().equals(title))
                .findFirst()
                .orElseThrow();
        return rule.breaches(List.of(new Source(path, "package a;\n" + line + "\n")));
    }
}
