package inventory.rest.listing;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.NotFoundException;
import inventory.api.identity.Caller;
import inventory.api.query.Inventory;
import inventory.api.query.Listing;
import inventory.api.query.Page;
import inventory.api.query.Query;
import inventory.rest.json.Json;
import inventory.rest.listing.ListingRequest.Format;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;

/** Answers for one listing, whichever it is. */
public final class ListingReader<T> {
    /** Media type of a download. */
    public static final String CSV = "text/csv";

    private final Supplier<Inventory> inventory;
    private final Listing<T> listing;
    private final ObjectMapper mapper = Json.mapper();

    public ListingReader(Supplier<Inventory> inventory, Listing<T> listing) {
        this.inventory = inventory;
        this.listing = listing;
    }

    /**
     * @param fixed filters that follow from the path
     * @return a page in its envelope, or a download
     */
    public Response list(Caller caller, UriInfo uri, Map<String, String> fixed) {
        ListingRequest request = ListingRequest.of(uri.getQueryParameters()).narrowed(fixed);
        FieldPick pick = new FieldPick(mapper, listing.rowType(), request.fields());
        Page<T> page = page(caller, request.query());
        if (request.lastPage()) {
            request = request.with(last(request.query(), page.count()));
            page = page(caller, request.query());
        }
        return request.format() == Format.CSV
                ? download(caller, request, page, pick)
                : envelope(request, page, pick, new PageLinks(uri.getRequestUri()));
    }

    /** @return one row, with all fields or those asked for */
    public Object get(Caller caller, String id, UriInfo uri) {
        List<String> fields = ListingRequest.of(uri.getQueryParameters()).fields();
        FieldPick pick = new FieldPick(mapper, listing.rowType(), fields);
        T row = inventory.get().get(caller, listing, id);
        return fields.isEmpty() ? row : pick.pick(row);
    }

    private Page<T> page(Caller caller, Query query) {
        try {
            return inventory.get().list(caller, listing, query);
        } catch (NotFoundException noSuchPage) {
            throw new NotFoundException("Invalid page.");
        }
    }

    private static Query last(Query query, long count) {
        long pages = Math.max(1, (count + query.pageSize() - 1) / query.pageSize());
        return query.page(Math.toIntExact(pages), query.pageSize());
    }

    private Response envelope(ListingRequest request, Page<T> page, FieldPick pick, PageLinks links) {
        List<?> rows = request.fields().isEmpty()
                ? page.results()
                : page.results().stream().map(pick::pick).toList();
        return Response.ok(PageRepresentation.of(request, page, rows, links))
                .type("application/json")
                .build();
    }

    /**
     * Writes all rows to a file without a name before the first byte goes out: what fails on the way is then an error, and never a
     * download that looks complete and is not.
     */
    private Response download(Caller caller, ListingRequest request, Page<T> first, FieldPick pick) {
        try {
            Path file = Files.createTempFile("inventory-", ".csv");
            FileChannel channel = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE);
            try {
                write(caller, request, first, pick, Channels.newOutputStream(channel));
                channel.position(0);
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
            return Response.ok(Channels.newInputStream(channel), CSV + ";charset=utf-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + listing.name() + ".csv\"")
                    .header(HttpHeaders.CONTENT_LENGTH, channel.size())
                    .build();
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    private void write(Caller caller, ListingRequest request, Page<T> first, FieldPick pick, OutputStream out)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = new CsvWriter(text);
        csv.header(pick.names());
        Page<T> page = first;
        Query query = request.query();
        while (true) {
            for (T row : page.results()) {
                csv.row(pick.pick(row).values());
            }
            if (request.onePage() || !page.hasNext()) {
                break;
            }
            query = following(query, page);
            page = page(caller, query);
        }
        text.flush();
    }

    /** By cursor where there is one: a walk by numbers shifts when rows come and go meanwhile. */
    private static Query following(Query query, Page<?> page) {
        return new Query(
                query.filters(), query.search(), query.order(), query.page() + 1, query.pageSize(), page.nextCursor());
    }
}
