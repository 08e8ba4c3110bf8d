package provider.vcenter.client;

import com.vmware.vim25.AboutInfo;
import com.vmware.vim25.DynamicProperty;
import com.vmware.vim25.LocalizedMethodFault;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectContent;
import com.vmware.vim25.PropertyFilterSpec;
import com.vmware.vim25.RetrieveOptions;
import com.vmware.vim25.RetrieveResult;
import com.vmware.vim25.ServiceContent;
import com.vmware.vim25.UserSession;
import com.vmware.vim25.ws.VimStub;
import inventory.api.action.ActionProgress;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.io.IOException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session with a vCenter or a host. Thread-safe: each listing has a view and a property collector of its own. */
public final class VimClient implements AutoCloseable {
    /** Objects a page; a server may send fewer. */
    public static final int PAGE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(VimClient.class);
    private static final int CALLS_PER_SECOND = 50;
    private static final Duration PARTING = Duration.ofSeconds(2);
    private final ProviderContext context;
    private final FailureMapper failures;
    private final RateLimit limit;
    private final CloseableHttpClient http;
    private final StaxVimClient soap;
    private final VimStub stub;
    private final ServiceContent service;
    private boolean loggedIn;

    private VimClient(Access access, ProviderContext context) throws ProviderException, InterruptedException {
        this.context = context;
        failures = new FailureMapper(access);
        limit = new RateLimit("vcenter/" + access.endpoint().getAuthority(), CALLS_PER_SECOND, Duration.ofSeconds(1));
        http = HttpTransport.open(context.http(), access.trust());
        boolean opened = false;
        try {
            soap = new StaxVimClient(http, access.endpoint(), context);
            stub = soap.stub();
            service = identified();
            soap.speak(service.getAbout().getApiVersion());
            logIn(access);
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /** Asks the server who it is, and logs in. */
    public static VimClient open(Access access, ProviderContext context)
            throws ProviderException, InterruptedException {
        return new VimClient(access, context);
    }

    public AboutInfo about() {
        return service.getAbout();
    }

    public ManagedObjectReference rootFolder() {
        return service.getRootFolder();
    }

    /** Everything of these types in this container, to any depth, page after page. The view goes when the session does. */
    public void list(ManagedObjectReference container, Selection selection, Visitor<ObjectContent> visitor)
            throws ProviderException, InterruptedException {
        ManagedObjectReference view = call(
                "CreateContainerView",
                () -> stub.createContainerView(
                        service.getViewManager(), container, selection.types().toArray(new String[0]), true));
        ManagedObjectReference collector =
                call("CreatePropertyCollector", () -> stub.createPropertyCollector(service.getPropertyCollector()));
        PropertyFilterSpec[] filter = {selection.filter(view)};
        RetrieveOptions options = new RetrieveOptions();
        options.setMaxObjects(PAGE);
        Listing listing = new Listing("RetrievePropertiesEx of " + selection.type(), failures);
        RetrieveResult page = call(
                "RetrievePropertiesEx of " + selection.type(),
                () -> stub.retrievePropertiesEx(collector, filter, options));
        Optional<String> next = listing.page(page, visitor);
        while (next.isPresent()) {
            String token = next.get();
            page = call(
                    "ContinueRetrievePropertiesEx of " + selection.type(),
                    () -> stub.continueRetrievePropertiesEx(collector, token));
            next = listing.page(page, visitor);
        }
    }

    /** What this object is like now. */
    Map<String, Object> properties(ManagedObjectReference object, List<String> paths)
            throws ProviderException, InterruptedException {
        String operation = "RetrievePropertiesEx of " + object.getVal();
        PropertyFilterSpec[] filter = {Selection.of(object.getType(), paths).only(object)};
        RetrieveResult page = call(
                operation,
                () -> stub.retrievePropertiesEx(service.getPropertyCollector(), filter, new RetrieveOptions()));
        Map<String, Object> properties = new HashMap<>();
        new Listing(operation, failures).page(page, content -> {
            for (DynamicProperty property :
                    content.getPropSet() == null ? new DynamicProperty[0] : content.getPropSet()) {
                properties.put(property.getName(), property.getVal());
            }
        });
        return properties;
    }

    /** Changes something: sent once, and an answer that leaves open whether it was done is none. */
    <R> R change(String operation, ActionProgress progress, Change<R> change)
            throws ProviderException, InterruptedException {
        context.permit(limit);
        progress.changing();
        try {
            R answer = change.send(stub);
            progress.changed();
            return answer;
        } catch (RemoteException e) {
            FailureMapper.rethrowInterrupt(e);
            throw failures.mapChange(operation, e);
        }
    }

    @FunctionalInterface
    interface Change<R> {
        R send(VimStub stub) throws RemoteException;
    }

    /** Why a task failed. */
    ProviderException failure(String task, LocalizedMethodFault fault) {
        return failures.ofTask(task, fault);
    }

    private ServiceContent identified() throws ProviderException, InterruptedException {
        ManagedObjectReference instance = new ManagedObjectReference();
        instance.setType("ServiceInstance");
        instance.setVal("ServiceInstance");
        String call = "RetrieveServiceContent";
        ServiceContent content = call(call, () -> stub.retrieveServiceContent(instance));
        if (content == null || content.getAbout() == null || content.getRootFolder() == null) {
            throw new ProviderException(FailureKind.MALFORMED, call + ": the answer tells nothing about the server.");
        }
        return content;
    }

    private void logIn(Access access) throws ProviderException, InterruptedException {
        UserSession session = call(
                "Login", () -> stub.login(service.getSessionManager(), access.username(), access.password(), null));
        loggedIn = true;
        if (session == null || session.getKey() == null) {
            throw new ProviderException(FailureKind.MALFORMED, "Login: the answer holds no session.");
        }
    }

    @FunctionalInterface
    private interface Remote<R> {
        R call() throws RemoteException;
    }

    private <R> R call(String operation, Remote<R> remote) throws ProviderException, InterruptedException {
        context.permit(limit);
        try {
            return remote.call();
        } catch (RemoteException e) {
            FailureMapper.rethrowInterrupt(e);
            ProviderException failure = failures.map(operation, e);
            LOG.debug("{} {}", failure.kind(), failure.getMessage());
            throw failure;
        }
    }

    /**
     * Logs out, always: a server takes only so many sessions. It needs no permit, since there may be none left, and is done with the
     * thread's interrupt put aside, which would close the socket.
     */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try (http) {
            if (loggedIn) {
                soap.answerWithin(PARTING);
                stub.logout(service.getSessionManager());
            }
        } catch (IOException e) {
            LOG.debug("The session could not be ended, it will end by itself: {}", e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
