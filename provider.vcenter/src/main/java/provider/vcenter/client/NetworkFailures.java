package provider.vcenter.client;

import inventory.api.http.LimitedStream;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.rmi.RemoteException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import provider.vcenter.client.PinnedCertificate.UnexpectedCertificateException;

/** What can go wrong below the SOAP interface. */
final class NetworkFailures {
    private static final String OTHERWISE =
            "Name the authority's file in ca_file or pin the certificate in certificate_sha256";
    private final Access access;

    NetworkFailures(Access access) {
        this.access = access;
    }

    private record Failure(FailureKind kind, String reason) {}

    ProviderException map(String call, RemoteException error) {
        Failure failure = FailureMapper.chain(error)
                .flatMap(e -> of(e).stream())
                .findFirst()
                .orElseGet(() -> error instanceof BadAnswerException answer
                        ? malformed(answer.reason())
                        : new Failure(FailureKind.INTERNAL, error.getMessage()));
        return new ProviderException(
                failure.kind(), access.endpoint().getAuthority() + ", " + call + ": " + failure.reason() + ".", error);
    }

    private Optional<Failure> of(Throwable e) {
        if (e instanceof LimitedStream.TooLongException) {
            return Optional.of(malformed(e.getMessage()));
        } else if (e instanceof SSLException tls) {
            return Optional.of(tls(tls));
        } else if (e instanceof UnknownHostException) {
            return unreachable("the host name is unknown");
        } else if (e instanceof ConnectTimeoutException) {
            return unreachable("no connection in time");
        } else if (e instanceof NoRouteToHostException) {
            return unreachable("there is no way to the host");
        } else if (e instanceof ConnectException) {
            return unreachable("the connection is refused; check host and port");
        } else if (e instanceof SocketTimeoutException) {
            return Optional.of(new Failure(FailureKind.TIMEOUT, "no answer in time"));
        } else if (e instanceof ConnectionClosedException
                || e instanceof MalformedChunkCodingException
                || e instanceof EOFException) {
            return Optional.of(malformed("the answer broke off"));
        } else if (e instanceof InterruptedIOException) {
            return Optional.of(new Failure(FailureKind.TIMEOUT, "no answer in time"));
        } else if (e instanceof SocketException || e instanceof NoHttpResponseException) {
            return unreachable("the connection was reset");
        }
        return Optional.empty();
    }

    private static Failure malformed(String reason) {
        return new Failure(FailureKind.MALFORMED, reason);
    }

    private static Optional<Failure> unreachable(String reason) {
        return Optional.of(new Failure(FailureKind.UNREACHABLE, reason));
    }

    private Failure tls(SSLException error) {
        Optional<UnexpectedCertificateException> other = FailureMapper.chain(error)
                .filter(UnexpectedCertificateException.class::isInstance)
                .map(UnexpectedCertificateException.class::cast)
                .findFirst();
        String reason;
        if (other.isPresent()) {
            reason = "the certificate is not the pinned one: its SHA-256 fingerprint is "
                    + other.get().fingerprint();
        } else if (error instanceof SSLPeerUnverifiedException) {
            reason = "the certificate is that of another host. Use the name in it as endpoint, or pin it in"
                    + " certificate_sha256";
        } else if (error instanceof SSLHandshakeException) {
            reason = "the certificate is not trusted. " + OTHERWISE;
        } else {
            reason = "no TLS connection; perhaps the port speaks none";
        }
        return new Failure(FailureKind.UNREACHABLE, reason);
    }
}
