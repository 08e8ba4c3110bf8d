package inventory.core.store.dialect;

import java.util.List;
import java.util.Set;

/**
 * Where rows are written in bulk.
 *
 * @param columns in the order in which a row's values are given
 * @param json those of them that hold JSON
 */
public record BulkTable(String name, List<String> columns, Set<String> json) {}
