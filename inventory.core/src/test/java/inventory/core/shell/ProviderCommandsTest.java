package inventory.core.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.admin.CollectRequest;
import inventory.api.admin.ProviderDraft;
import inventory.api.query.Listings;
import inventory.core.shell.ShellWorld.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderCommandsTest {
    private final ShellWorld world = new ShellWorld();

    @BeforeEach
    void fill() {
        world.inventory.add(Listings.PROVIDERS, Samples.PROVIDER);
        world.inventory.add(Listings.ORGANIZATIONS, Samples.ORGANIZATION);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void listsAsATable() {
        assertEquals(new Answer(0, """
                        NAME  VENDOR  TYPE  ENABLED  LAST RUN   LAST READ  ID
                        lab   aws     aws   true     completed             %s
                        """.formatted(Samples.ID), ""), world.run("inventory:providers"));
    }

    @Test
    void handsFiltersSearchAndOrderToTheCore() {
        Answer answer = world.run("providers vendor=aws name__in=a,b vendor=gcp -s web --order -name,created -n 7");
        assertEquals(0, answer.status(), answer.err());
        var query = world.inventory.queries.get(0);
        assertEquals(Map.of("vendor", List.of("aws", "gcp"), "name__in", List.of("a,b")), query.filters());
        assertEquals("web", query.search());
        assertEquals(List.of("-name", "created"), query.order());
        assertEquals(7, query.pageSize());
    }

    @Test
    void showsOneByNameOrId() {
        String byName = world.run("provider lab -o json").out();
        assertTrue(byName.contains("\"password\" : \"********\""), byName);
        assertEquals(byName, world.run("provider " + Samples.ID + " -o json").out());
        assertEquals(new Answer(1, "", "Nothing in providers has the name or id 'lob'.\n"), world.run("provider lob"));
    }

    @Test
    void asksForAnIdWhereANameIsThatOfSeveral() {
        UUID other = new UUID(1, 2);
        world.inventory.add(Listings.PROVIDERS, Samples.provider(other, "lab"));
        assertEquals(
                new Answer(1, "", "lab: 2 have this name; use an id: " + Samples.ID + ", " + other + "\n"),
                world.run("provider-remove lab"));
        assertEquals(List.of(), world.providers.removed);
    }

    @Test
    void addsWithWhatThePluginSays() {
        Answer answer = world.run(
                "provider-add lab aws:aws -e https://x regions=eu-1,eu-2 verify=false port=8443 user=7 --schedule PT15M -p password,token",
                "s3cret\nt0ken\n");
        assertEquals(0, answer.status(), answer.err());
        assertEquals(
                List.of(new ProviderDraft(
                        Optional.of("lab"),
                        Optional.of("public_cloud"),
                        Optional.of("aws"),
                        Optional.of("aws"),
                        Optional.of("https://x"),
                        Optional.empty(),
                        Optional.of(true),
                        Optional.of(Map.of(
                                "regions",
                                List.of("eu-1", "eu-2"),
                                "verify",
                                false,
                                "port",
                                8443L,
                                "user",
                                "7",
                                "password",
                                "s3cret",
                                "token",
                                "t0ken")),
                        Optional.of(7L),
                        Optional.of("PT15M"))),
                world.providers.drafts);
    }

    @Test
    void addsBeforeThePluginIsThere() {
        Answer answer = world.run("provider-add lab acme:cloud port=1 --infrastructure private_cloud --disabled");
        assertEquals(0, answer.status());
        assertTrue(answer.err().startsWith("No plugin acme:cloud is here yet"), answer.err());
        assertEquals(
                Optional.of(Map.of("port", "1")), world.providers.drafts.get(0).connectionConfig());
        assertEquals(Optional.of(false), world.providers.drafts.get(0).enabled());
    }

    @Test
    void saysWhatIsWrongWithAProviderToAdd() {
        assertEquals(
                "PLUGIN: Expected vendor:provider_type, such as aws:aws.\n",
                world.run("provider-add lab aws").err());
        assertEquals(
                "word: Expected KEY=VALUE.\n",
                world.run("provider-add lab aws:aws word").err());
        world.inventory.add(Listings.ORGANIZATIONS, Samples.ORGANIZATION);
        assertEquals(
                new Answer(1, "", "--organization: Say whose it is: 7 (Default), 7 (Default)\n"),
                world.run("provider-add lab aws:aws"));
        assertEquals(List.of(), world.providers.drafts);
    }

    @Test
    void removes() {
        assertEquals(
                new Answer(0, "removed lab (" + Samples.ID + ")\n", ""), world.run("inventory:provider-remove lab"));
        assertEquals(List.of(Samples.ID.toString()), world.providers.removed);
    }

    @Test
    void collectsAndReturnsAtOnce() {
        Answer answer = world.run("collect lab -t virtual_machine,subnet --confirm-removals -o json");
        assertEquals(0, answer.status());
        assertTrue(answer.out().contains("\"status\" : \"pending\""), answer.out());
        assertEquals(
                List.of(new CollectRequest("targeted", List.of("virtual_machine", "subnet"), true)),
                world.providers.requests);
    }

    @ParameterizedTest
    @CsvSource({"completed,0", "failed,1", "partial,3", "canceled,4"})
    void waitsAndEndsAsTheRunDoes(String end, int status) {
        world.inventory.stages.add(Samples.run("running"));
        world.inventory.stages.add(Samples.run(end));
        Answer answer = world.run("collect lab --wait");
        assertEquals(status, answer.status());
        assertEquals("running: 2 of 4 scopes, 17 resources\n" + end + ": 2 of 4 scopes, 17 resources\n", answer.err());
        assertTrue(answer.out().lines().anyMatch(line -> line.matches("status +" + end)), answer.out());
    }
}
