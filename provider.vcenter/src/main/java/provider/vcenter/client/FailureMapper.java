package provider.vcenter.client;

import com.vmware.vim25.InvalidPowerState;
import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectNotFound;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import com.vmware.vim25.MissingProperty;
import com.vmware.vim25.NoPermission;
import com.vmware.vim25.NotAuthenticated;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.nio.channels.ClosedByInterruptException;
import java.rmi.RemoteException;
import java.util.Optional;
import java.util.stream.Stream;

/** From what a call throws to the contract's kinds, with a sentence for a person. */
final class FailureMapper {
    private static final int MAX_DETAIL = 200;
    private static final String SESSION_ENDED =
            "the session has ended: somebody ended it, it was idle for too long, or the server was started anew. Run it again";
    private final Access access;
    private final NetworkFailures network;

    FailureMapper(Access access) {
        this.access = access;
        this.network = new NetworkFailures(access);
    }

    /** An interrupt closes the socket, which comes out as an error of the network; the contract wants the interrupt. */
    static void rethrowInterrupt(RemoteException error) throws InterruptedException {
        boolean closed = chain(error)
                .anyMatch(e -> e instanceof ClosedByInterruptException || e instanceof InterruptedException);
        if (Thread.interrupted() || closed) {
            throw new InterruptedException();
        }
    }

    ProviderException map(String call, RemoteException error) {
        if (error instanceof VimFault fault) {
            return fault.detail()
                    .flatMap(detail -> known(call, detail))
                    .orElseGet(() -> failure(kind(fault.type()), call, reason(fault)));
        }
        if (error instanceof BadAnswerException answer && answer.status() != 200) {
            return status(call, answer);
        }
        return network.map(call, error);
    }

    /** As {@link #map}, for a call that changes something: an answer that leaves open whether it was done is none. */
    ProviderException mapChange(String call, RemoteException error) {
        ProviderException failure = map(call, error);
        return error instanceof BadAnswerException && failure.kind() == FailureKind.INTERNAL
                ? new ProviderException(
                        FailureKind.MALFORMED, failure.getMessage() + " Whether it was done is not known.")
                : failure;
    }

    /** A task was begun, and failed. */
    ProviderException ofTask(String call, LocalizedMethodFault fault) {
        MethodFault detail = fault == null ? null : fault.getFault();
        String reason = fault == null ? null : fault.getLocalizedMessage();
        if (detail == null) {
            return failure(FailureKind.INTERNAL, call, reason == null ? "failed without a reason" : brief(reason));
        }
        return known(call, detail)
                .orElseGet(() -> failure(
                        FailureKind.INTERNAL, call, named(detail.getClass().getSimpleName(), reason)));
    }

    /** A property was asked for and not given. */
    ProviderException withheld(String call, ManagedObjectReference object, MissingProperty missing) {
        String what = missing.getPath() + " of " + object.getVal();
        LocalizedMethodFault fault = missing.getFault();
        MethodFault detail = fault == null ? null : fault.getFault();
        if (detail == null) {
            return failure(FailureKind.INTERNAL, call, what + " is withheld without a reason");
        }
        return known(call, detail)
                .orElseGet(() -> failure(
                        FailureKind.INTERNAL,
                        call,
                        what + " is withheld: " + detail.getClass().getSimpleName()));
    }

    private Optional<ProviderException> known(String call, MethodFault fault) {
        if (fault instanceof NotAuthenticated) {
            return Optional.of(failure(FailureKind.AUTHENTICATION, call, SESSION_ENDED));
        }
        if (fault instanceof ManagedObjectNotFound gone && isOfSession(gone.getObj())) {
            return Optional.of(failure(FailureKind.AUTHENTICATION, call, SESSION_ENDED));
        }
        if (fault instanceof NoPermission denied) {
            String object = denied.getObject() == null
                    ? ""
                    : " on " + denied.getObject().getVal();
            return Optional.of(failure(
                    FailureKind.PERMISSION,
                    call,
                    "the privilege " + denied.getPrivilegeId() + " is missing" + object + " for " + access.username()));
        }
        if (fault instanceof InvalidPowerState wrong && wrong.getExistingState() != null) {
            String state = switch (wrong.getExistingState()) {
                case poweredOn -> "switched on";
                case poweredOff -> "switched off";
                case suspended -> "suspended";
            };
            return Optional.of(
                    failure(FailureKind.INTERNAL, call, "the machine is " + state + ", which does not allow it"));
        }
        return Optional.empty();
    }

    /** Views and collectors are gone when their session is, and only then. */
    private static boolean isOfSession(ManagedObjectReference object) {
        return object != null
                && object.getType() != null
                && (object.getType().endsWith("View") || object.getType().equals("PropertyCollector"));
    }

    private static FailureKind kind(String fault) {
        return switch (fault) {
            case "InvalidLogin", "PasswordExpired", "NoClientCertificate", "NotAuthenticated" ->
                FailureKind.AUTHENTICATION;
            case "NoPermission", "RestrictedByAdministrator", "RestrictedVersion" -> FailureKind.PERMISSION;
            case "Timedout", "RequestCanceled" -> FailureKind.TIMEOUT;
            default -> FailureKind.INTERNAL;
        };
    }

    private String reason(VimFault fault) {
        return switch (fault.type()) {
            case "InvalidLogin" ->
                "user name or password is not accepted; check them, with the domain of the user, and that the account is not locked";
            case "PasswordExpired" -> "the password has expired; set a new one";
            case "ToolsUnavailable" -> "VMware Tools do not run in the machine, and only they can ask its system";
            default -> named(fault.type(), fault.reason());
        };
    }

    private String named(String type, String reason) {
        return reason == null || reason.isBlank() ? type : type + " (" + brief(reason) + ")";
    }

    private ProviderException status(String call, BadAnswerException answer) {
        FailureKind kind = switch (answer.status()) {
            case 429, 503 -> FailureKind.THROTTLED;
            case 401, 403 -> FailureKind.PERMISSION;
            case 407, 502 -> FailureKind.UNREACHABLE;
            case 504 -> FailureKind.TIMEOUT;
            default -> answer.status() >= 500 ? FailureKind.INTERNAL : FailureKind.MALFORMED;
        };
        String advice = switch (answer.status()) {
            case 404 -> ", there is no interface of vSphere at " + access.endpoint();
            case 407 -> ", the proxy wants a login";
            case 503 -> ", the server is starting or has too many sessions";
            default -> "";
        };
        String message = sentence(call, answer.reason() + advice);
        return new ProviderException(kind, message, answer.retryAfter(), null);
    }

    private ProviderException failure(FailureKind kind, String call, String reason) {
        return new ProviderException(kind, sentence(call, reason));
    }

    private String sentence(String call, String reason) {
        return access.endpoint().getAuthority() + ", " + call + ": " + reason + ".";
    }

    /** The first line, short, and without the password, should the other side repeat it. */
    private String brief(String text) {
        String brief = text.lines().findFirst().orElse("").replace(access.password(), "***");
        brief = brief.length() > MAX_DETAIL ? brief.substring(0, MAX_DETAIL) + "…" : brief;
        return brief.endsWith(".") ? brief.substring(0, brief.length() - 1) : brief;
    }

    static Stream<Throwable> chain(Throwable error) {
        return Stream.iterate(error, e -> e != null, Throwable::getCause).limit(20);
    }
}
