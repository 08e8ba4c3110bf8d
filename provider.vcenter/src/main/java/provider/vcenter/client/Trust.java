package provider.vcenter.client;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

/**
 * Which certificates are believed, on this connection and no other.
 *
 * @param mode in a word, for people
 */
public record Trust(String mode, SSLContext context, HostnameVerifier names) {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{64}");

    /** What the operator of the product trusts; the name in the certificate must be that of the host. */
    public static Trust in(SSLContext operators) {
        return new Trust("verified", operators, new DefaultHostnameVerifier());
    }

    /** Whatever is shown. */
    public static Trust inAnyone() throws ProviderException {
        return new Trust("not verified", context(PinnedCertificate.any()), NoopHostnameVerifier.INSTANCE);
    }

    /** One certificate, known by the SHA-256 of its DER form, in hexadecimal digits with or without colons. */
    public static Trust inFingerprint(String fingerprint) throws ProviderException {
        String digits = fingerprint.replaceAll("[:\\s]", "").toUpperCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(digits).matches()) {
            throw invalid("certificate_sha256", "64 hexadecimal digits are expected, with or without colons");
        }
        return new Trust("pinned", context(PinnedCertificate.of(digits)), NoopHostnameVerifier.INSTANCE);
    }

    /** Those that an authority in this PEM file vouches for. */
    public static Trust inFile(String file) throws ProviderException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (authorities.isEmpty()) {
                throw invalid("ca_file", "there is no certificate in it");
            }
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate authority : authorities) {
                trusted.setCertificateEntry("authority " + trusted.size(), authority);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return new Trust("by a file", context(factory.getTrustManagers()), new DefaultHostnameVerifier());
        } catch (IOException | IllegalArgumentException e) {
            throw invalid("ca_file", "the product cannot read it; it must lie on the machine that the product runs on");
        } catch (GeneralSecurityException e) {
            throw invalid("ca_file", "it holds no certificates in PEM form");
        }
    }

    private static SSLContext context(TrustManager... managers) throws ProviderException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ProviderException(FailureKind.INTERNAL, "This Java has no TLS.", e);
        }
    }

    private static ProviderException invalid(String key, String reason) {
        return new ProviderException(FailureKind.AUTHENTICATION, key + ": " + reason + ".");
    }
}
