package provider.vcenter.client;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.vmware.vim25.ws.Argument;
import com.vmware.vim25.ws.Client;
import com.vmware.vim25.ws.VimStub;
import inventory.api.http.LimitedStream;
import inventory.api.provider.ProviderContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;

/**
 * Sends the calls of yavijava's stub and reads the answers while they arrive. yavijava's own clients know no server newer than 6.0, lose
 * the reason of every fault on newer Java, and change the trust of the whole process. Thread-safe.
 */
final class StaxVimClient {
    private static final ContentType XML = ContentType.create("text/xml", "utf-8");
    private static final String OLDEST = "6.0";
    private final CloseableHttpClient http;
    private final URI endpoint;
    private final ProviderContext context;
    private final XMLInputFactory parsers = new InputFactoryImpl();
    private final VimTypes types = new VimTypes();
    private final SoapWriter writer = new SoapWriter(types);
    private volatile String version = OLDEST;
    private volatile String cookie = "";
    private volatile Optional<RequestConfig> timeout = Optional.empty();

    StaxVimClient(CloseableHttpClient http, URI endpoint, ProviderContext context) {
        this.http = http;
        this.endpoint = endpoint;
        this.context = context;
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    /** The stub needs nothing of its client but the calls. */
    VimStub stub() {
        return new VimStub((Client) Proxy.newProxyInstance(
                StaxVimClient.class.getClassLoader(), new Class<?>[] {Client.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("invoke")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return invoke((String) arguments[0], (Argument[]) arguments[1], (String) arguments[2]);
                }));
    }

    /** From now on the server speaks the version of its interface that it says is its own. */
    void speak(String apiVersion) {
        version = apiVersion;
    }

    /** For a call that nobody waits for. */
    void answerWithin(Duration limit) {
        timeout = Optional.of(RequestConfig.custom()
                .setConnectTimeout(Math.toIntExact(limit.toMillis()))
                .setSocketTimeout(Math.toIntExact(limit.toMillis()))
                .build());
    }

    private Object invoke(String method, Argument[] arguments, String returnType) throws RemoteException {
        Class<?> type =
                returnType == null ? Object.class : types.find(returnType).orElseThrow();
        HttpPost request = new HttpPost(endpoint);
        request.setHeader("SOAPAction", Soap.VIM + "/" + version);
        timeout.ifPresent(request::setConfig);
        if (!cookie.isEmpty()) {
            request.setHeader("Cookie", cookie);
        }
        try {
            request.setEntity(new StringEntity(writer.request(method, arguments), XML));
            try (CloseableHttpResponse response = http.execute(request)) {
                return read(response, method, type);
            }
        } catch (RemoteException e) {
            throw e;
        } catch (XMLStreamException e) {
            throw new BadAnswerException("the answer broke off or cannot be parsed", e);
        } catch (IOException e) {
            throw new RemoteException(method, e);
        }
    }

    private Object read(HttpResponse response, String method, Class<?> type) throws IOException, XMLStreamException {
        int status = response.getStatusLine().getStatusCode();
        String media = header(response, "Content-Type").orElse("");
        boolean fault = status == HttpStatus.SC_INTERNAL_SERVER_ERROR && media.contains("xml");
        if (status != HttpStatus.SC_OK && !fault) {
            throw new BadAnswerException(status, "status " + status, retryAfter(response));
        }
        if (media.contains("html") || response.getEntity() == null) {
            throw new BadAnswerException("the answer is a web page and not SOAP", null);
        }
        header(response, "Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
        try (InputStream body = new LimitedStream(response.getEntity().getContent(), context)) {
            return new SoapReader(types, parsers.createXMLStreamReader(body)).answer(method, type);
        }
    }

    private static Duration retryAfter(HttpResponse response) {
        return header(response, "Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private static Optional<String> header(HttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }
}
