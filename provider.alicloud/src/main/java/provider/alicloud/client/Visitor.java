package provider.alicloud.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes what a listing shows, one by one. */
@FunctionalInterface
public interface Visitor {
    void visit(JsonNode item) throws InterruptedException;
}
