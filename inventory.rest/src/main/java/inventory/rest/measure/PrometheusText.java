package inventory.rest.measure;

import inventory.api.query.Measure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Measures in Prometheus' text format, each family in one piece. */
final class PrometheusText {
    /** Media type of the format. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    static String of(Collection<Measure> measures) {
        Map<String, List<Measure>> families =
                measures.stream().collect(Collectors.groupingBy(Measure::name, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        families.forEach((name, family) -> {
            Measure first = family.get(0);
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(help(first.help()))
                    .append('\n');
            text.append("# TYPE ").append(name).append(' ');
            text.append(first.type().name().toLowerCase(Locale.ROOT)).append('\n');
            Map<String, Measure> once = new LinkedHashMap<>();
            family.forEach(measure -> once.put(labels(measure.labels()), measure));
            once.forEach((labels, measure) -> text.append(name)
                    .append(labels)
                    .append(' ')
                    .append(value(measure.value()))
                    .append('\n'));
        });
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        return labels.isEmpty()
                ? ""
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + quoted(label.getValue()) + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String help(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String quoted(String text) {
        return help(text).replace("\"", "\\\"");
    }

    private static String value(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
