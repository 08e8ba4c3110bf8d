package provider.internal;

import java.util.Map;
import java.util.Optional;
import provider.internal.machine.Fact;

/**
 * One row of a table.
 *
 * @param number as spreadsheets count: the head is row 1
 * @param id of the machine to change; empty: a new one
 * @param facts by column; an empty cell takes the fact away
 * @param tags by column; an empty cell takes the tag away
 * @param wrong why the row cannot be read at all
 */
public record ImportRow(
        int number, String id, Map<Fact, String> facts, Map<String, String> tags, Optional<String> wrong) {}
