package inventory.core.shell;

import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Page;
import inventory.api.query.Query;
import java.io.IOException;
import java.util.List;

/** Writes lists, page by page, so that a long one costs no memory. */
record Lists(Inventory inventory, Call call) {
    /** @param columns what a table shows */
    <T> void write(Listing<T> listing, ListArguments wanted, List<String> columns) throws IOException {
        Query query = wanted.query();
        Page<T> page = inventory.list(call.caller(), listing, query);
        Rows rows = wanted.output.format.rows(call.out(), columns);
        long most = Math.min(wanted.most(), page.count());
        for (long written = 0; ; ) {
            for (T row : page.results()) {
                if (written < most) {
                    rows.add(row);
                    written++;
                }
            }
            if (written >= most || !page.hasNext()) {
                break;
            }
            query = following(query, page);
            page = inventory.list(call.caller(), listing, query);
        }
        rows.end();
        if (most < page.count()) {
            call.err().println(most + " of " + page.count() + " shown; --limit 0 shows all");
        }
    }

    /** @return the one that is meant: by id, or by exact name */
    <T> T one(Listing<T> listing, String what) {
        return new Lookup<>(inventory, call.caller(), listing).find(what);
    }

    private static Query following(Query query, Page<?> page) {
        return new Query(
                query.filters(), query.search(), query.order(), query.page() + 1, query.pageSize(), page.nextCursor());
    }
}
