package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house that can be read from the sources; {@code HouseRuleTest} shows that each of them bites. */
class HouseRulesTest {

    private static final List<Source> JAVA = Source.endingIn(".java").stream()
            .filter(source -> !source.name().matches("HouseRule(Test)?"))
            .toList();

    private static final Pattern FORBIDDEN_NAME = Pattern.compile(
            "(Impl|Utils?|Manager|Helper|Processor|Misc|Common)(Test|IT)?$|^(Abstract|I(?=[A-Z][a-z]))[A-Z]?");

    /** Files of more than 300 lines, each with the reason why it is not two. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "inventory.api/src/main/java/inventory/api/query/Listings.java", "one table: every filter of every list",
            "inventory.api/src/main/java/inventory/api/resource/ResourceData.java",
                    "thirty fields, each documented, and their builder",
            "inventory.core/src/test/java/inventory/core/store/StoreContract.java",
                    "the one contract of both databases",
            "inventory.core/src/test/java/inventory/core/store/query/FilterContract.java",
                    "one table: every field with each of its look-ups");

    /** Methods that are longer, deeper or wider than the house allows, each with the reason. */
    private static final Map<String, String> LISTED_METHODS = Map.of(
            "People.java: grant has 5 parameters", "who grants what on what to whom",
            "Tags.java: create has 5 parameters", "a tag has that many parts",
            "Core.java: <init> has 7 parameters", "the services of the core, all of them or none",
            "ImportResource.java: load has 6 parameters", "one for each of the call, which describe it",
            "MachinesResource.java: list has 8 parameters", "one for each of the call, which describe it",
            "RunEngine.java: <init> has 7 parameters", "everything that a run needs meets here",
            "ResourceTables.java: resource has 43 lines", "one table: every column of the list",
            "ListingReader.java: write has 5 parameters", "writes one page in any of its forms",
            "Estate.java: version has 6 parameters", "a row of the table, column by column");

    @TestFactory
    Stream<DynamicTest> rule() {
        assertTrue(JAVA.size() > 50, "the sources are found");
        return HouseRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.title(), () -> assertEquals(List.of(), rule.breaches(JAVA))));
    }

    @Test
    void noBundleImportsAnotherButTheApi() {
        Set<String> bundles = bundles();
        List<String> breaches = JAVA.stream()
                .filter(source -> bundles.contains(source.bundle()))
                .flatMap(source -> bundles.stream()
                        .filter(other -> !other.equals(source.bundle()) && !other.equals("inventory.api"))
                        .filter(other -> Pattern.compile(
                                        "^import (static )?" + Pattern.quote(other + "."), Pattern.MULTILINE)
                                .matcher(source.text())
                                .find())
                        .map(other -> source.path() + " imports " + other))
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void packagesAreNamedAfterTheirFolder() {
        List<String> breaches = JAVA.stream()
                .filter(source -> bundles().contains(source.bundle()))
                .filter(source -> !(source.packageName() + ".").startsWith(source.bundle() + "."))
                .map(source -> source.path() + " is in package " + source.packageName())
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void classesHaveNamesThatSayWhatTheyAre() {
        List<String> breaches = JAVA.stream()
                .filter(source -> FORBIDDEN_NAME.matcher(source.name()).find())
                .map(Source::path)
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void filesAreShort() {
        List<String> breaches = JAVA.stream()
                .filter(source -> source.lines() > (LONG_FILES.containsKey(source.path()) ? 500 : 300))
                .map(source -> source.path() + ": " + source.lines() + " lines")
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void methodsAreShortAndFlat() {
        List<String> breaches = JAVA.stream()
                .flatMap(source -> Shape.breaches(source).stream())
                .filter(breach ->
                        LISTED_METHODS.keySet().stream().noneMatch(breach.replaceFirst(":\\d+", "")::contains))
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void everyBundleHasAReadMe() {
        List<String> breaches = bundles().stream()
                .filter(bundle -> !Source.exists(bundle + "/README.md"))
                .toList();
        assertEquals(List.of(), breaches);
    }

    @Test
    void versionsLiveInTheRootPom() {
        Pattern version = Pattern.compile("<version>(?!\\$\\{project\\.version})");
        List<String> breaches = Source.endingIn("pom.xml").stream()
                .filter(pom -> !pom.path().equals("pom.xml"))
                .filter(pom -> version.matcher(pom.text().replaceFirst("(?s)<parent>.*?</parent>", ""))
                        .find())
                .map(Source::path)
                .toList();
        assertEquals(List.of(), breaches);
    }

    private static Set<String> bundles() {
        return JAVA.stream().filter(Source::isProduct).map(Source::bundle).collect(Collectors.toSet());
    }
}
