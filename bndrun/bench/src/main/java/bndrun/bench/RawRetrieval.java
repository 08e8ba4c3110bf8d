package bndrun.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import provider.vcenter.client.VimClient;
import provider.vcenter.map.ClusterMapper;
import provider.vcenter.map.DatastoreMapper;
import provider.vcenter.map.HostMapper;
import provider.vcenter.map.MachineMapper;
import provider.vcenter.map.NetworkMapper;
import provider.vcenter.map.PoolMapper;
import provider.vcenter.map.SwitchMapper;
import provider.vcenter.map.Tree;

/** The yardstick of a collection: the same pages are asked for, their bytes are read, and nothing is done with them. */
final class RawRetrieval {
    private static final int BUFFER = 1 << 16;
    private final HttpClient http;
    private final URI endpoint;
    private String cookie = "";

    RawRetrieval(int port) throws GeneralSecurityException {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Believer()}, null);
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting)
                .build();
        endpoint = URI.create("https://127.0.0.1:" + port + "/sdk");
    }

    /** The beginning of an answer, and how many bytes it has. */
    private record Answer(String beginning, long bytes) {
        String first(String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(beginning);
            if (!matcher.find()) {
                throw new IllegalStateException("no " + pattern + " in " + beginning);
            }
            return matcher.group(1);
        }

        Optional<String> token() {
            Matcher matcher = Pattern.compile("<returnval><token>([^<]+)<").matcher(beginning);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }

    /** @return bytes of all pages */
    long readAll() throws IOException, InterruptedException {
        call(
                "Login",
                "SessionManager",
                "SessionManager",
                "<userName>" + Vcsim.USER + "</userName><password>" + Vcsim.PASSWORD + "</password>");
        Map<String, List<String>> listings = new LinkedHashMap<>();
        listings.put("ClusterComputeResource", ClusterMapper.PATHS);
        listings.put("HostSystem", HostMapper.PATHS);
        listings.put("ResourcePool", PoolMapper.PATHS);
        listings.put("Datastore", DatastoreMapper.PATHS);
        listings.put("DistributedVirtualSwitch", SwitchMapper.PATHS);
        listings.put("Network", NetworkMapper.PATHS);
        listings.put(NetworkMapper.PORT_GROUP, NetworkMapper.PORT_GROUP_PATHS);
        listings.put("VirtualMachine", MachineMapper.PATHS);
        long bytes = list(Tree.TYPES, "ManagedEntity", List.of("name", "parent"));
        for (Map.Entry<String, List<String>> listing : listings.entrySet()) {
            bytes += list(List.of(listing.getKey()), listing.getKey(), listing.getValue());
        }
        call("Logout", "SessionManager", "SessionManager", "");
        return bytes;
    }

    private long list(List<String> types, String type, List<String> paths) throws IOException, InterruptedException {
        String view = call(
                        "CreateContainerView",
                        "ViewManager",
                        "ViewManager",
                        "<container type=\"Folder\">group-d1</container>" + elements("type", types)
                                + "<recursive>true</recursive>")
                .first("<returnval type=\"ContainerView\">([^<]+)<");
        String filter = "<specSet><propSet><type>" + type + "</type>" + elements("pathSet", paths)
                + "</propSet><objectSet><obj type=\"ContainerView\">" + view + "</obj><skip>true</skip>"
                + "<selectSet xsi:type=\"TraversalSpec\"><type>ContainerView</type><path>view</path><skip>false</skip>"
                + "</selectSet></objectSet></specSet><options><maxObjects>" + VimClient.PAGE
                + "</maxObjects></options>";
        Answer page = call("RetrievePropertiesEx", "PropertyCollector", "propertyCollector", filter);
        long bytes = page.bytes();
        while (page.token().isPresent()) {
            String token = elements("token", List.of(page.token().get()));
            page = call("ContinueRetrievePropertiesEx", "PropertyCollector", "propertyCollector", token);
            bytes += page.bytes();
        }
        return bytes;
    }

    private static String elements(String name, List<String> values) {
        StringBuilder all = new StringBuilder();
        values.forEach(value -> all.append('<')
                .append(name)
                .append('>')
                .append(value)
                .append("</")
                .append(name)
                .append('>'));
        return all.toString();
    }

    private Answer call(String method, String type, String id, String arguments)
            throws IOException, InterruptedException {
        String body = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><soapenv:Body><" + method
                + " xmlns=\"urn:vim25\"><_this type=\"" + type + "\">" + id + "</_this>" + arguments + "</" + method
                + "></soapenv:Body></soapenv:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "text/xml")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
        try (InputStream in = response.body()) {
            byte[] buffer = new byte[BUFFER];
            int read = in.readNBytes(buffer, 0, 4096);
            String beginning = new String(buffer, 0, read, StandardCharsets.UTF_8);
            long bytes = read;
            while ((read = in.read(buffer)) >= 0) {
                bytes += read;
            }
            if (response.statusCode() != 200) {
                throw new IOException(method + " answered " + beginning);
            }
            return new Answer(beginning, bytes);
        }
    }

    private static final class Believer implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
