package provider.leaseweb.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.List;

/** A dedicated server, in the words of the inventory. */
public final class ServerMapper {
    private ServerMapper() {}

    public static ResourceData resource(ServerFacts facts) {
        JsonNode server = facts.server();
        String id = server.path("id").asText();
        Power power = Power.of(facts.power().orElse(MissingNode.getInstance()));
        Jobs jobs = new Jobs(facts.jobs());
        JsonNode contract = server.path("contract");
        JsonNode location = server.path("location");
        ResourceData.Builder resource = ResourceData.of(id, "bare_metal")
                .name(Texts.text(contract.path("reference")))
                .vendorType("Dedicated Server")
                .vendorIdentifier("server_id", id)
                .vendorIdentifier("asset_id", Texts.text(server.path("assetId")))
                .vendorIdentifier("serial_number", Texts.text(server.path("serialNumber")))
                .vendorIdentifier("contract_id", Texts.text(contract.path("id")))
                .powerState(power.status())
                .state(jobs.state().orElse(power.state()))
                .region(Texts.text(location.path("site")))
                .cloudTenant(Texts.text(contract.path("customerId")))
                .property("suite", Texts.text(location.path("suite")))
                .property("rack", Texts.text(location.path("rack")))
                .property("rack_unit", Texts.text(location.path("unit")))
                .property("rack_type", Texts.text(server.path("rack").path("type")));
        Hardware.describe(resource, server.path("specs"));
        Network.describe(resource, facts);
        jobs.describe(resource);
        contract(resource, contract);
        features(resource, server);
        return resource.build();
    }

    private static void contract(ResourceData.Builder server, JsonNode contract) {
        server.property("reference", Texts.text(contract.path("reference")))
                .property("contract_status", Texts.text(contract.path("status")))
                .property("delivery_status", Texts.text(contract.path("deliveryStatus")))
                .property("contract_starts_at", Texts.time(contract.path("startsAt")))
                .property("contract_ends_at", Texts.time(contract.path("endsAt")))
                .property("contract_term", Texts.whole(contract.path("contractTerm")))
                .property("sla", Texts.text(contract.path("sla")))
                .property("price", Texts.text(contract.path("pricePerFrequency")))
                .property("currency", Texts.text(contract.path("currency")))
                .property("billing_frequency", Texts.text(contract.path("billingFrequency")));
        List<String> panels = new ArrayList<>();
        for (JsonNode licence : contract.path("softwareLicenses")) {
            if (licence.path("type").asText().equals("CONTROL_PANEL")) {
                panels.add(licence.path("name").asText());
            }
        }
        if (!panels.isEmpty()) {
            server.property("control_panels", panels);
        }
    }

    private static void features(ResourceData.Builder server, JsonNode node) {
        JsonNode features = node.path("featureAvailability");
        List<String> ports = new ArrayList<>();
        node.path("powerPorts")
                .forEach(port -> ports.add(
                        port.path("name").asText() + ":" + port.path("port").asText()));
        server.property("automation", Texts.flag(features.path("automation")))
                .property("power_cycle", Texts.flag(features.path("powerCycle")))
                .property("remote_management", Texts.flag(features.path("remoteManagement")))
                .property("private_network", Texts.flag(node.path("isPrivateNetworkEnabled")));
        if (!ports.isEmpty()) {
            server.property("power_ports", ports);
        }
    }
}
