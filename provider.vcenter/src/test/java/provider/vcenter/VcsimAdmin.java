package provider.vcenter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Somebody else who is logged in, and changes things. */
public final class VcsimAdmin {
    private static final Pattern KEY = Pattern.compile("<key>([^<]+)</key>");
    private static final Pattern SNAPSHOT = Pattern.compile("</vm><name>([^<]+)</name>");
    private final HttpClient http;
    private final URI endpoint;
    private final String cookie;
    private final String session;

    VcsimAdmin(VcsimServer server) throws IOException, InterruptedException, GeneralSecurityException {
        this(server.uri(), VcsimServer.USER, VcsimServer.PASSWORD);
    }

    /** @param sdk where vcsim speaks SOAP */
    public VcsimAdmin(URI sdk, String user, String password)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {new Believer()}, null);
        http = HttpClient.newBuilder().sslContext(trusting).build();
        endpoint = sdk;
        HttpResponse<String> answer = post(
                "",
                "<Login xmlns=\"urn:vim25\"><_this type=\"SessionManager\">SessionManager</_this>" + "<userName>" + user
                        + "</userName><password>" + password + "</password></Login>");
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        session = keys(answer.body()).get(0);
    }

    void powerOff(String machine) throws IOException, InterruptedException {
        call("PowerOffVM_Task", "VirtualMachine", machine, "");
    }

    void destroy(String machine) throws IOException, InterruptedException {
        call("Destroy_Task", "VirtualMachine", machine, "");
    }

    /** As if VMware Tools ran in the machine. */
    public void runTools(String machine) throws IOException, InterruptedException {
        call(
                "ReconfigVM_Task",
                "VirtualMachine",
                machine,
                "<spec><extraConfig xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"OptionValue\">"
                        + "<key>SET.guest.toolsRunningStatus</key>"
                        + "<value xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"xsd:string\">guestToolsRunning</value>"
                        + "</extraConfig></spec>");
    }

    /** Names of the snapshots at the root of a machine's tree. */
    public List<String> snapshots(String machine) throws IOException, InterruptedException {
        String answer = call(
                "RetrieveProperties",
                "PropertyCollector",
                "propertyCollector",
                "<specSet><propSet><type>VirtualMachine</type><pathSet>snapshot.rootSnapshotList</pathSet></propSet>"
                        + "<objectSet><obj type=\"VirtualMachine\">" + machine + "</obj></objectSet></specSet>");
        return all(SNAPSHOT, answer);
    }

    /** Keys of all sessions but its own. */
    List<String> otherSessions() throws IOException, InterruptedException {
        String answer = call(
                "RetrieveProperties",
                "PropertyCollector",
                "propertyCollector",
                "<specSet><propSet><type>SessionManager</type><pathSet>sessionList</pathSet></propSet>"
                        + "<objectSet><obj type=\"SessionManager\">SessionManager</obj></objectSet></specSet>");
        List<String> keys = keys(answer);
        keys.remove(session);
        return keys;
    }

    void end(List<String> sessions) throws IOException, InterruptedException {
        StringBuilder ids = new StringBuilder();
        sessions.forEach(id -> ids.append("<sessionId>").append(id).append("</sessionId>"));
        call("TerminateSession", "SessionManager", "SessionManager", ids.toString());
    }

    private String call(String method, String type, String id, String arguments)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                cookie,
                "<" + method + " xmlns=\"urn:vim25\"><_this type=\"" + type + "\">" + id + "</_this>" + arguments + "</"
                        + method + ">");
        if (answer.statusCode() != 200) {
            throw new IOException(method + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> post(String shown, String body) throws IOException, InterruptedException {
        String envelope = "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Body>"
                + body + "</soapenv:Body></soapenv:Envelope>";
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "text/xml")
                .header("Cookie", shown)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> keys(String answer) {
        return all(KEY, answer);
    }

    private static List<String> all(Pattern pattern, String answer) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(answer);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
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
