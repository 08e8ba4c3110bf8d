package inventory.rest.listing;

import inventory.api.query.Page;
import inventory.api.query.Query;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Addresses of the neighbouring pages: the address that was asked for, all its parameters kept but the place. */
final class PageLinks {
    private final String path;
    private final String parameters;

    PageLinks(URI asked) {
        String whole = asked.toString();
        int mark = whole.indexOf('?');
        path = mark < 0 ? whole : whole.substring(0, mark);
        parameters = mark < 0
                ? ""
                : Arrays.stream(whole.substring(mark + 1).split("&", -1))
                        .filter(part -> !part.isEmpty() && !part.matches("(page|cursor)(=.*)?"))
                        .collect(Collectors.joining("&"));
    }

    Optional<String> next(ListingRequest request, Page<?> page) {
        if (request.keyset()) {
            return page.nextCursor().map(cursor -> link("cursor", cursor));
        }
        return page.hasNext()
                ? Optional.of(link("page", String.valueOf(request.query().page() + 1)))
                : Optional.empty();
    }

    Optional<String> previous(ListingRequest request) {
        Query query = request.query();
        if (request.keyset() || query.page() == 1) {
            return Optional.empty();
        }
        return Optional.of(query.page() == 2 ? link("", "") : link("page", String.valueOf(query.page() - 1)));
    }

    private String link(String name, String value) {
        String own = name.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        String all = parameters.isEmpty() || own.isEmpty() ? own + parameters : own + "&" + parameters;
        return all.isEmpty() ? path : path + "?" + all;
    }
}
