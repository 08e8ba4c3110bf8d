package provider.ovh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.ActionRequest;
import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.http.FakeHttpServer;
import inventory.api.http.PrismServer;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RecordingSink;
import inventory.api.resource.ResourceData;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A service account in our OVHcloud, which is asked directly or through Prism. Not a key that signs: a signature is for the address that is
 * called.
 *
 * @param provider anew for each connection, so that no answer is kept
 */
record ServiceAccount(Supplier<BaseProvider> provider, FakeHttpServer server) {
    static final URL DOCUMENT = ServiceAccount.class.getResource("openapi.json");

    /** What is read there, by type and reference. */
    Map<String, ResourceData> read(String url) throws Exception {
        RecordingSink sink = RecordingSink.ofEverything(provider.get(), context(url));
        assertEquals(Map.of(), sink.notRead());
        return sink.resources().stream()
                .collect(Collectors.toMap(one -> one.resourceTypeSlug() + " " + one.emsRef(), one -> one));
    }

    void perform(String url, ActionRequest request) throws Exception {
        try (ProviderConnection connection = provider.get().connect(context(url))) {
            RecordingProgress progress = new RecordingProgress();
            ((ResourceActions) connection).perform(request, progress);
            assertFalse(progress.unsettled(), request.action());
        }
    }

    /** Prism before our OVHcloud; it refuses what is not as described. */
    PrismServer prism() throws IOException {
        return PrismServer.proxy(DOCUMENT, server.url());
    }

    /**
     * The same is read through Prism; but not when our OVHcloud tells a field under another name.
     *
     * @param fields one of each kind of answer, by path; renamed one after the other
     */
    void isAsDescribed(FakeOvh ovh, int resources, Map<String, String> fields) throws Exception {
        try (PrismServer prism = prism()) {
            Map<String, ResourceData> direct = read(server.url());
            assertEquals(resources, direct.size());
            assertEquals(direct, read(prism.url()));
            for (Map.Entry<String, String> told : fields.entrySet()) {
                String field = told.getValue();
                ovh.rename(told.getKey(), field, field + "Other");
                ProviderException failure =
                        assertThrows(ProviderException.class, () -> read(prism.url()), told::toString);
                assertTrue(failure.getMessage().contains("VIOLATIONS"), failure.getMessage());
                ovh.rename(told.getKey(), field + "Other", field);
            }
            assertEquals(direct, read(prism.url()));
        }
    }

    private FakeProviderContext context(String url) {
        return new FakeProviderContext(
                url,
                FakeOvh.credential(Map.of(
                        "client_id",
                        "fake-client",
                        "client_secret",
                        FakeOvh.CLIENT_SECRET,
                        "token_url",
                        server.url() + "/1.0/auth/oauth2/token")));
    }
}
