package provider.alicloud.client;

import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** All buckets of the account, of all regions. */
public record BucketListing(OssClient client) {
    /** Takes buckets, one by one. */
    @FunctionalInterface
    public interface BucketVisitor {
        void visit(Element bucket) throws InterruptedException;
    }

    /** @throws ProviderException if not everything was seen */
    public void read(BucketVisitor visitor) throws ProviderException, InterruptedException {
        Set<String> markers = new HashSet<>();
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("max-keys", "1000");
        for (boolean more = true; more; ) {
            Element page = page(parameters);
            NodeList buckets = page.getElementsByTagName("Bucket");
            for (int i = 0; i < buckets.getLength(); i++) {
                visitor.visit((Element) buckets.item(i));
            }
            more = text(page, "IsTruncated").equals("true");
            String marker = text(page, "NextMarker");
            if (more && (marker.isEmpty() || !markers.add(marker))) {
                throw new ProviderException(FailureKind.MALFORMED, "Pages of buckets lead in a circle.");
            }
            parameters.put("marker", marker);
        }
    }

    /** Asks for as little as may be, to see whether the listing is allowed. */
    public void probe() throws ProviderException, InterruptedException {
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("max-keys", "1");
        page(parameters);
    }

    private Element page(TreeMap<String, String> parameters) throws ProviderException, InterruptedException {
        Element page = client.get(parameters);
        if (!page.getTagName().equals("ListAllMyBucketsResult")
                || page.getElementsByTagName("Buckets").getLength() != 1) {
            throw new ProviderException(FailureKind.MALFORMED, "OSS was asked for buckets and answered without them.");
        }
        return page;
    }

    /** What an element says of itself, not its parts; empty if it does not. */
    public static String text(Element element, String name) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals(name)) {
                return child.getTextContent().strip();
            }
        }
        return "";
    }
}
