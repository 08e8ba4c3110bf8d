package provider.vcenter.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.function.Predicate;
import javax.net.ssl.X509TrustManager;

/** Believes a server by its certificate alone, whoever signed it. */
final class PinnedCertificate implements X509TrustManager {
    private final Predicate<String> believed;

    private PinnedCertificate(Predicate<String> believed) {
        this.believed = believed;
    }

    static PinnedCertificate any() {
        return new PinnedCertificate(fingerprint -> true);
    }

    /** @param fingerprint SHA-256 in upper-case hexadecimal digits */
    static PinnedCertificate of(String fingerprint) {
        return new PinnedCertificate(fingerprint::equals);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        String shown = fingerprint(chain[0]);
        if (!believed.test(shown)) {
            throw new UnexpectedCertificateException(shown);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("Nobody is served here.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException(e);
        }
    }

    /** The server shows another certificate than the one that is pinned. */
    static final class UnexpectedCertificateException extends CertificateException {
        private static final long serialVersionUID = 1L;
        private final String fingerprint;

        private UnexpectedCertificateException(String fingerprint) {
            super("SHA-256 " + fingerprint);
            this.fingerprint = fingerprint;
        }

        String fingerprint() {
            return fingerprint;
        }
    }
}
