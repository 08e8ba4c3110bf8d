package provider.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.provider.FailureKind;
import inventory.api.provider.FakeProviderContext;
import inventory.api.provider.ProviderCredential;
import inventory.api.provider.ProviderException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import provider.aws.client.Access;

final class AwsSettingsTest {
    @Test
    void keysComeInEitherSpelling() throws Exception {
        Access.Keys expected = new Access.Keys("id", "secret", Optional.empty());
        assertEquals(
                Optional.of(expected),
                settings("", "id", "secret", Map.of()).access().keys());
        assertEquals(
                Optional.of(expected),
                settings("", "", "", Map.of("access_key_id", "id", "secret_access_key", "secret"))
                        .access()
                        .keys());
        assertEquals(
                Optional.of(new Access.Keys("id", "secret", Optional.of("token"))),
                settings("", "id", "", Map.of("secret_access_key", " secret ", "session_token", "token"))
                        .access()
                        .keys());
    }

    @Test
    void withoutKeysTheMachinesOwnAreUsed() throws Exception {
        assertTrue(settings("", "", "", Map.of()).access().keys().isEmpty());
    }

    @Test
    void halfAKeyIsRefused() {
        assertInvalid("secret_access_key", "", "id", "", Map.of());
        assertInvalid("access_key_id", "", "", "secret", Map.of());
    }

    @Test
    void regionsAreTheListedOnesElseTheOneElseAll() throws Exception {
        assertEquals(
                List.of("eu-west-1", "eu-west-2"),
                settings(Map.of("regions", List.of("eu-west-1", "eu-west-2", "eu-west-1"), "region", "us-east-2"))
                        .regions());
        assertEquals(
                List.of("us-east-2"), settings(Map.of("region", "us-east-2")).regions());
        assertEquals(List.of(), settings(Map.of("regions", List.of())).regions());
    }

    @Test
    void homeIsTheRegionElseThatOfThePartition() throws Exception {
        assertEquals("us-east-1", settings(Map.of()).access().region());
        assertEquals(
                "us-east-2", settings(Map.of("region", "us-east-2")).access().region());
        assertEquals(
                "us-east-1",
                settings(Map.of("regions", List.of("eu-west-1"))).access().region());
        AwsSettings china = settings(Map.of("regions", List.of("cn-northwest-1")));
        assertEquals(
                List.of("aws-cn", "cn-north-1"),
                List.of(china.partition(), china.access().region()));
        AwsSettings government = settings(Map.of("region", "us-gov-east-1"));
        assertEquals(
                List.of("aws-us-gov", "us-gov-east-1"),
                List.of(government.partition(), government.access().region()));
    }

    @Test
    void anAddressOfAmazonOnlyTellsThePartition() throws Exception {
        for (String typed : List.of(
                "https://ec2.amazonaws.com", "aws.amazon.com", "https://sts.eu-west-1.amazonaws.com/", "s3.api.aws")) {
            AwsSettings settings = settings(typed, "id", "secret", Map.of());
            assertTrue(settings.access().endpoint().isEmpty(), typed);
            assertEquals(
                    List.of("aws", "us-east-1"),
                    List.of(settings.partition(), settings.access().region()),
                    typed);
        }
        AwsSettings china = settings("https://ec2.cn-northwest-1.amazonaws.com.cn", "id", "secret", Map.of());
        assertEquals(
                List.of("aws-cn", "cn-north-1"),
                List.of(china.partition(), china.access().region()));
        AwsSettings government = settings("ec2.us-gov-west-1.amazonaws.com", "id", "secret", Map.of());
        assertEquals(
                List.of("aws-us-gov", "us-gov-west-1"),
                List.of(government.partition(), government.access().region()));
    }

    @Test
    void anyOtherAddressReplacesThatOfEveryService() throws Exception {
        assertEquals(
                Optional.of(URI.create("http://127.0.0.1:5000")),
                settings("http://127.0.0.1:5000", "id", "s", Map.of()).access().endpoint());
        assertEquals(
                Optional.of(URI.create("https://cloud.example:8443")),
                settings("cloud.example:8443", "id", "s", Map.of()).access().endpoint());
        assertEquals(
                Optional.of(URI.create("https://notamazonaws.com:443")),
                settings("notamazonaws.com", "id", "s", Map.of()).access().endpoint());
    }

    @Test
    void badValuesNameTheirKey() {
        assertInvalid("region", "", "id", "s", Map.of("region", "evil.example/#"));
        assertInvalid("regions", "", "id", "s", Map.of("regions", List.of("eu-west-1", "")));
        assertInvalid("regions", "", "id", "s", Map.of("regions", "eu-west-1"));
        assertInvalid("assume_role_arn", "", "id", "s", Map.of("assume_role_arn", "reader"));
        assertInvalid("endpoint", "http://a b", "id", "s", Map.of());
        assertInvalid("endpoint", "http://", "id", "s", Map.of());
    }

    @Test
    void theRoleMayComeWithAnExternalId() throws Exception {
        String arn = "arn:aws:iam::123456789012:role/teams/reader";
        assertEquals(
                Optional.of(new Access.Role(arn, Optional.of("x"))),
                settings(Map.of("assume_role_arn", arn, "external_id", "x"))
                        .access()
                        .role());
    }

    private static void assertInvalid(
            String key, String endpoint, String username, String password, Map<String, Object> extra) {
        ProviderException failure =
                assertThrows(ProviderException.class, () -> settings(endpoint, username, password, extra));
        assertEquals(FailureKind.AUTHENTICATION, failure.kind());
        assertTrue(failure.getMessage().startsWith(key + ":"), failure.getMessage());
    }

    private static AwsSettings settings(Map<String, Object> extra) throws ProviderException {
        return settings("", "id", "secret", extra);
    }

    private static AwsSettings settings(String endpoint, String username, String password, Map<String, Object> extra)
            throws ProviderException {
        String authority = endpoint.replaceFirst("^https?://", "").replaceFirst("/.*", "");
        String host = authority.replaceFirst(":\\d+$", "");
        int port = authority.equals(host) ? 443 : Integer.parseInt(authority.substring(host.length() + 1));
        return AwsSettings.of(
                new FakeProviderContext(endpoint, new ProviderCredential(username, password, host, port, extra)));
    }
}
