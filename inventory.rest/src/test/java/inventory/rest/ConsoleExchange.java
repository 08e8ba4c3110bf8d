package inventory.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.apache.felix.webconsole.servlet.User;

/** One request to the console and its answer: as much of both as is used. */
final class ConsoleExchange {
    final Map<String, String> sent = new HashMap<>(Map.of("Host", "127.0.0.1:44926"));
    final Map<String, String> answered = new HashMap<>();
    private final Map<String, Object> attributes =
            new HashMap<>(Map.of(ServletConstants.ATTR_APP_ROOT, "/system/console"));
    private final StringWriter body = new StringWriter();
    private final String method;
    private final AtomicInteger status = new AtomicInteger(200);

    ConsoleExchange(String method) {
        this.method = method;
    }

    ConsoleExchange with(String header, String value) {
        sent.put(header, value);
        return this;
    }

    ConsoleExchange as(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** As the console marks a request once it is let in. */
    ConsoleExchange letIn(Object user) {
        attributes.put(User.USER_ATTRIBUTE, fake(User.class, (proxy, called, words) -> user));
        return this;
    }

    int status() {
        return status.get();
    }

    String body() {
        return body.toString();
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, called, words) -> switch (called.getName()) {
            case "getMethod" -> method;
            case "getHeader" -> sent.get(words[0]);
            case "getAttribute" -> attributes.get(words[0]);
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    HttpServletResponse response() {
        PrintWriter writer = new PrintWriter(body, true);
        return fake(HttpServletResponse.class, (proxy, called, words) -> switch (called.getName()) {
            case "setStatus" -> status.getAndSet((int) words[0]);
            case "setHeader" -> answered.put((String) words[0], (String) words[1]);
            case "setContentType" -> answered.put("Content-Type", (String) words[0]);
            case "getWriter" -> writer;
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
