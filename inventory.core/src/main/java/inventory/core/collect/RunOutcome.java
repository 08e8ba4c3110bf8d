package inventory.core.collect;

import inventory.api.provider.FailureKind;
import inventory.api.resource.RunStatus;
import inventory.core.reconcile.RunEnd;
import inventory.core.reconcile.RunSession.Removals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how a run ended: its status, the sentence for people, the details. */
final class RunOutcome {
    private static final int MOST_LISTED = 200;
    private static final int MOST_NAMED = 10;

    private final RunProgress figures;
    private String version = "";
    private SecretMask mask = new SecretMask(List.of());

    RunOutcome(RunProgress figures) {
        this.figures = figures;
    }

    /**
     * What the removal guard held back.
     *
     * @param percent its limit
     */
    record HeldBack(Removals removals, int percent) {}

    void plugin(String pluginVersion, SecretMask secrets) {
        version = pluginVersion;
        mask = secrets;
    }

    RunEnd failed(Failure failure) {
        Map<String, Object> details = details(List.of(), Optional.empty());
        details.put("kind", failure.kind().name());
        return end(RunStatus.FAILED, sentence(mask.apply(failure.message())), details, false);
    }

    RunEnd nothingToRead() {
        figures.warn("There is nothing to read: the provider names no scope of the types asked for");
        return end(RunStatus.COMPLETED, "", details(List.of(), Optional.empty()), false);
    }

    /** @param scopesRead scopes of which at least one type was read to its end */
    RunEnd ended(int scopesRead, List<NotRead> unordered, Optional<HeldBack> heldBack) {
        List<NotRead> notRead = unordered.stream()
                .sorted(Comparator.comparing(NotRead::scope).thenComparing(NotRead::resourceType))
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!notRead.isEmpty()) {
            sentences.add(notReadSentence(scopesRead, notRead));
        }
        heldBack.ifPresent(held -> sentences.add(heldBackSentence(held)));
        if (figures.quarantinedCount() > 0) {
            sentences.add(
                    figures.quarantinedCount() + " records were not taken because they are bad; see quarantined.");
        }
        RunStatus status =
                scopesRead == 0 ? RunStatus.FAILED : sentences.isEmpty() ? RunStatus.COMPLETED : RunStatus.PARTIAL;
        return end(status, String.join(" ", sentences), details(notRead, heldBack), scopesRead > 0);
    }

    private RunEnd end(RunStatus status, String message, Map<String, Object> details, boolean readSomething) {
        figures.says("");
        return new RunEnd(status, cut(message), details, readSomething, version, figures.report());
    }

    /** Kinds first, each with the places and what the first of them met. */
    private String notReadSentence(int scopesRead, List<NotRead> notRead) {
        Map<FailureKind, List<NotRead>> kinds = new EnumMap<>(FailureKind.class);
        notRead.forEach(one -> kinds.computeIfAbsent(one.failure().kind(), kind -> new ArrayList<>())
                .add(one));
        StringBuilder text = new StringBuilder(
                scopesRead == 0
                        ? "Nothing could be read. "
                        : notRead.size() == 1
                                ? "One part could not be read. "
                                : notRead.size() + " parts could not be read. ");
        kinds.forEach((kind, places) -> text.append(Failure.word(kind))
                .append(" (")
                .append(kind)
                .append(") in ")
                .append(names(places))
                .append(": ")
                .append(sentence(mask.apply(places.get(0).failure().message())))
                .append(' '));
        return text.toString().strip();
    }

    private static String names(List<NotRead> places) {
        String named = String.join(
                ", ", places.stream().limit(MOST_NAMED).map(NotRead::place).toList());
        int more = places.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String heldBackSentence(HeldBack held) {
        return ("%d of %d resources were not found, more than the %d %% that one run may remove. Nothing was removed. If they are"
                        + " really gone, collect again with confirm_removals.")
                .formatted(held.removals().candidates(), held.removals().known(), held.percent());
    }

    private Map<String, Object> details(List<NotRead> notRead, Optional<HeldBack> heldBack) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "scopes", notRead.stream().limit(MOST_LISTED).map(this::detail).toList());
        details.put("quarantined", figures.quarantined());
        details.put("quarantined_count", figures.quarantinedCount());
        details.put("warnings", figures.warnings());
        heldBack.ifPresent(held -> details.put(
                "removal_guard",
                Map.of(
                        "would_remove", held.removals().candidates(),
                        "known", held.removals().known(),
                        "limit_percent", held.percent())));
        return details;
    }

    private Map<String, Object> detail(NotRead one) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("scope", one.scope());
        if (!one.resourceType().isEmpty()) {
            detail.put("resource_type", one.resourceType());
        }
        detail.put("kind", one.failure().kind().name());
        detail.put("message", mask.apply(one.failure().message()));
        detail.put("attempts", one.attempts());
        return detail;
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("…") ? text : text + ".";
    }

    private static String cut(String text) {
        return text.length() <= RunEnd.LONGEST_MESSAGE ? text : text.substring(0, RunEnd.LONGEST_MESSAGE - 1) + "…";
    }
}
