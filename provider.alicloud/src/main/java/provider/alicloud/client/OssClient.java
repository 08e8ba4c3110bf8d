package provider.alicloud.client;

import inventory.api.http.HttpCalls;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.RateLimit;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.SortedMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Asks OSS, which speaks XML and has a signature of its own. Thread-safe. */
public final class OssClient {
    private static final int CALLS_PER_SECOND = 10;
    private final ProviderContext context;
    private final Access access;
    private final String region;
    private final RateLimit limit;

    /** @param region whose address is asked */
    public OssClient(ProviderContext context, Access access, String account, String region) {
        this.context = context;
        this.access = access;
        this.region = region;
        this.limit =
                new RateLimit("alicloud/" + account + "/" + region + "/oss", CALLS_PER_SECOND, Duration.ofSeconds(1));
    }

    /** Asks about all buckets. */
    Element get(SortedMap<String, String> parameters) throws ProviderException, InterruptedException {
        String query = Signing.query(parameters);
        String address = access.address().orElse("https://oss-" + region + ".aliyuncs.com");
        HttpRequest.Builder request = HttpCalls.to(address + "/?" + query);
        new OssSignature(access, region)
                .headers(query, context.clock().instant())
                .forEach(request::header);
        return root(
                new HttpCalls(context, limit, new AlicloudErrors()).xml(request).body());
    }

    private static Element root(String body) throws ProviderException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser.parse(new InputSource(new StringReader(body))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new ProviderException(FailureKind.MALFORMED, "OSS answered what is no XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML", e);
        }
    }
}
