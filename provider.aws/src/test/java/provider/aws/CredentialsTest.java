package provider.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static provider.aws.FakeAws.action;
import static provider.aws.FakeAws.queryError;
import static provider.aws.FakeAws.reply;

import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose keys a call is signed with, and when they are fetched. */
final class CredentialsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/reader";
    private static FakeAws aws;

    @BeforeAll
    static void start() {
        aws = new FakeAws();
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void aRoleIsAssumedOnceAndSignsEverythingElse() throws Exception {
        aws.healthy().but(action("AssumeRole"), reply("AssumeRole.xml"));
        OneScope read = OneScope.read(role().with("external_id", "x-1"), "vpc");
        assertEquals(1, read.resources().size());
        List<String> assumed = aws.bodies("AssumeRole");
        assertEquals(1, assumed.size());
        assertTrue(assumed.get(0).contains("RoleSessionName=inventory-service-collection"), assumed::toString);
        assertTrue(assumed.get(0).contains("ExternalId=x-1"), assumed::toString);
        assertTrue(aws.signatures("AssumeRole").get(0).contains("Credential=AKIAFAKE/"));
        assertTrue(aws.signatures("GetCallerIdentity").get(0).contains("Credential=ASIAROLE/"));
        assertTrue(aws.signatures("DescribeVpcs").get(0).contains("Credential=ASIAROLE/"));
    }

    @Test
    void keysOfARoleAreRenewedBeforeTheyExpire() throws Exception {
        String soon = FakeAws.text("AssumeRole.xml")
                .replace("2999-01-01T00:00:00Z", Instant.now().plusSeconds(30).toString());
        aws.healthy().but(action("AssumeRole"), aResponse().withBody(soon));
        OneScope read = OneScope.read(role(), "vpc");
        assertEquals(1, read.resources().size());
        assertTrue(aws.bodies("AssumeRole").size() >= 2, aws.bodies("AssumeRole")::toString);
    }

    @Test
    void aRoleThatMayNotBeAssumedIsTold() {
        aws.healthy().but(action("AssumeRole"), queryError(403, "AccessDenied"));
        ProviderException failure = assertThrows(ProviderException.class, () -> OneScope.read(role(), "vpc"));
        assertEquals(FailureKind.PERMISSION, failure.kind());
        assertTrue(failure.getMessage().contains("sts:AssumeRole"), failure.getMessage());
    }

    @Test
    void aSessionTokenGoesWithTheKeys() throws Exception {
        FakeProviderContext context = aws.healthy().context().with("session_token", "token-of-mine");
        assertEquals(1, OneScope.read(context, "vpc").resources().size());
        assertEquals(List.of("token-of-mine"), aws.tokens("DescribeVpcs"));
    }

    private static FakeProviderContext role() {
        return aws.context().with("assume_role_arn", ROLE);
    }
}
