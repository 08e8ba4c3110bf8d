package bndrun.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no line of some sources may contain. */
record HouseRule(String title, Predicate<Source> where, Pattern forbidden) {

    private static final String IMPORT = "^import (?:static )?";

    /** Files that may break a rule, each with its reason. */
    private static final Map<String, String> EXEMPT = Map.of(
            "output is logged: bndrun/launcher/src/main/java/bndrun/launcher/Launcher.java",
            "speaks to the terminal before and after there is a log",
            "output is logged: bndrun/bench/src/main/java/bndrun/bench/Bench.java",
            "its output is its result",
            "output is logged: bndrun/bench/src/main/java/bndrun/bench/AccountsBench.java",
            "its output is its result",
            "output is logged: bndrun/bench/src/main/java/bndrun/bench/VcenterBench.java",
            "its output is its result");

    static final List<HouseRule> ALL = List.of(
            rule(
                    "JAX-RS only in rest packages",
                    s -> s.isMain() && !s.isIn("rest"),
                    IMPORT + "(javax\\.ws\\.rs|org\\.osgi\\.service\\.jaxrs)\\b"),
            rule(
                    "JPA and JDBC only in store packages",
                    s -> s.isProduct() && !s.isIn("store"),
                    IMPORT
                            + "(javax\\.persistence|java\\.sql|javax\\.sql|org\\.hibernate|com\\.zaxxer|org\\.flywaydb)\\b"),
            rule(
                    "databases are named only under store/dialect",
                    s -> s.isProduct() && !s.path().contains("/store/dialect/"),
                    IMPORT + "org\\.(h2|postgresql)\\b"),
            rule(
                    "the API needs only Java and OSGi annotations",
                    s -> s.isMain() && s.bundle().equals("inventory.api"),
                    "^import (?!(static )?(java|javax\\.net|inventory\\.api|org\\.osgi\\.annotation|org\\.osgi\\.service\\.component\\.annotations)\\.)"),
            rule(
                    "providers have no threads",
                    Source::isProvider,
                    "\\bExecutors\\b|new Thread\\(|\\.(supply|run)Async\\(|parallelStream\\(|ForkJoinPool|new Timer\\("),
            rule("providers log at DEBUG only", Source::isProvider, "\\b(?i:log(ger)?)\\.(info|warn|error)\\("),
            rule("output is logged", Source::isMain, "System\\.(out|err)\\b|printStackTrace\\("),
            rule("tests do not sleep", s -> !s.isMain(), "Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\("),
            rule("no mocking library", s -> true, IMPORT + "org\\.(mockito|easymock|powermock|jmock)\\b"),
            rule(
                    "components are constructed, not injected by field",
                    Source::isProduct,
                    "@Reference(\\([^)]*\\))?\\s+(?!(private |protected )*final\\b)(private|protected|volatile)\\b"),
            rule(
                    "no activators and no look-up of services by hand",
                    Source::isProduct,
                    "\\bBundleActivator\\b|\\bServiceTracker\\b|\\.getServiceReferences?\\("),
            rule(
                    "no mutable statics",
                    Source::isMain,
                    "^ *(?:(?:private|protected|public|volatile) +)*static +(?!final\\b|class\\b|record\\b|enum\\b|interface\\b|abstract\\b|sealed\\b|void\\b|<)(?:volatile +)?[\\w.<>\\[\\], ?]+ +\\w+ *(=|;)"),
            rule("nothing is left for later", s -> true, "\\b(TODO|FIXME|XXX|HACK)\\b"),
            rule("no banner comments", s -> true, "^\\s*(//|\\*)\\s*[-=*#]{8,}"),
            rule("no empty catch", s -> true, "catch *\\([^)]*\\) *\\{\\s*\\}"));

    private static HouseRule rule(String title, Predicate<Source> where, String forbidden) {
        return new HouseRule(title, where, Pattern.compile(forbidden, Pattern.MULTILINE));
    }

    /** Every breach as {@code path:line: text}. */
    List<String> breaches(List<Source> sources) {
        List<String> breaches = new ArrayList<>();
        for (Source source : sources) {
            if (where.test(source) && !EXEMPT.containsKey(title + ": " + source.path())) {
                Matcher matcher = forbidden.matcher(source.text());
                while (matcher.find()) {
                    breaches.add(place(source, matcher.start()));
                }
            }
        }
        return breaches;
    }

    private static String place(Source source, int offset) {
        long line = source.text().substring(0, offset).lines().count()
                + (offset == 0 || source.text().charAt(offset - 1) == '\n' ? 1 : 0);
        String text =
                source.text().lines().skip(line - 1).findFirst().orElse("").strip();
        return source.path() + ":" + line + ": " + text;
    }
}
