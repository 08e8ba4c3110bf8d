package provider.vcenter.client;

/** Names of the wire. */
final class Soap {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    static final String VIM = "urn:vim25";

    private Soap() {}
}
