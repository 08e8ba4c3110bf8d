package provider.ovh.client;

/** One of the two ways in. */
public sealed interface Credentials {
    /** Names the account in the bucket of calls; tells no secret. */
    String account();

    /** Three keys made on the page {@code /createToken/}; each call is signed. */
    record Application(String key, String secret, String consumer) implements Credentials {
        @Override
        public String account() {
            return key + "/" + Signature.fingerprint(consumer);
        }

        @Override
        public String toString() {
            return "an application";
        }
    }

    /** A service account of OAuth2; each call shows a token. */
    record ServiceAccount(String id, String secret, String tokenUrl) implements Credentials {
        @Override
        public String account() {
            return id;
        }

        @Override
        public String toString() {
            return "service account " + id;
        }
    }
}
