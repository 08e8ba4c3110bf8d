package provider.internal.rest;

import inventory.api.ConflictException;
import inventory.api.ForbiddenException;
import inventory.api.InvalidInputException;
import inventory.api.InventoryException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import provider.internal.Machines.Outcome;
import provider.internal.machine.Change;
import provider.internal.machine.Fact;

/**
 * The same change for several machines.
 *
 * @param ids at most a thousand
 * @param changes field → value, as in a PATCH; all but what only one machine may have
 */
public record BulkRepresentation(List<String> ids, Map<String, Object> changes) {
    private static final int MOST = 1000;
    private static final String UNKNOWN = "Not for several machines. Known: tags, "
            + Stream.of(Fact.values())
                    .filter(fact -> !Fact.UNIQUE.contains(fact))
                    .map(Fact::key)
                    .collect(Collectors.joining(", "))
            + ".";

    Set<String> distinctIds() {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw InvalidInputException.of("ids", "Name 1 to " + MOST + " machines.");
        }
        return new LinkedHashSet<>(ids);
    }

    /** @throws InvalidInputException a field that is unknown, or may not be the same for several */
    Change toChange() {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        Optional<Map<String, String>> tags = Optional.empty();
        for (Map.Entry<String, Object> field : changes.entrySet()) {
            Optional<Fact> fact = Fact.of(field.getKey()).filter(known -> !Fact.UNIQUE.contains(known));
            boolean plain = field.getValue() instanceof String || field.getValue() instanceof Number;
            if (fact.isPresent() && plain) {
                facts.put(fact.get(), field.getValue().toString());
            } else if (field.getKey().equals("tags") && field.getValue() instanceof Map<?, ?> map) {
                tags = Optional.of(MachineDraftRepresentation.texts(map));
            } else {
                errors.put("changes." + field.getKey(), List.of(fact.isPresent() ? "Not a valid value." : UNKNOWN));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return new Change(facts, tags);
    }

    /** What became of each, in the order of the ids. */
    public record Answer(List<Item> results) {}

    /**
     * What became of one.
     *
     * @param status as it would be of a call for this one alone
     * @param machine as it is then; absent if it stayed as it was
     * @param detail why it stayed as it was
     * @param errors field → what is wrong with it
     */
    public record Item(
            String id,
            int status,
            Optional<MachineRepresentation> machine,
            Optional<String> detail,
            Map<String, List<String>> errors) {
        static Item of(Outcome outcome) {
            Optional<InventoryException> refusal = outcome.refusal();
            return new Item(
                    outcome.id(),
                    refusal.map(Item::status).orElse(200),
                    outcome.machine().map(MachineRepresentation::of),
                    refusal.map(Throwable::getMessage),
                    refusal.filter(InvalidInputException.class::isInstance)
                            .map(error -> ((InvalidInputException) error).errors())
                            .orElse(Map.of()));
        }

        private static int status(InventoryException refusal) {
            if (refusal instanceof InvalidInputException) {
                return 400;
            } else if (refusal instanceof ForbiddenException) {
                return 403;
            }
            return refusal instanceof ConflictException ? 409 : 404;
        }
    }
}
