package provider.vcenter.client;

import java.net.URI;

/**
 * Where it is, and how to get in.
 *
 * @param endpoint of the SOAP interface, such as {@code https://vcenter.example/sdk}
 */
public record Access(URI endpoint, String username, String password, Trust trust) {

    @Override
    public String toString() {
        return "Access[endpoint=" + endpoint + ", trust=" + trust.mode() + "]";
    }
}
