package provider.ovh.client;

/**
 * Which API, and the way in.
 *
 * @param url of the API with its version and no slash at its end: {@code https://eu.api.ovh.com/1.0}
 */
public record Access(String url, Credentials credentials) {}
