package provider.ovh.client;

import inventory.api.provider.ProviderException;
import java.net.http.HttpRequest;

/** Adds to a request what proves who asks. Thread-safe. */
interface Authorization {
    /**
     * @param url exactly as it will be sent
     * @param body empty if there is none
     */
    void authorize(HttpRequest.Builder request, String method, String url, String body)
            throws ProviderException, InterruptedException;

    /** The platform says that the proof came too late; the next one has to look at its clock again. */
    void outOfTime();
}
