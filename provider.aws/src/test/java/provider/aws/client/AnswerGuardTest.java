package provider.aws.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import inventory.api.provider.FakeProviderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswerGuardTest {
    @Test
    void letsThroughWhatWasAskedFor() throws IOException {
        String xml = "\uFEFF<?xml version=\"1.0\"?>\n<!-- a\ncomment --><DescribeVpcsResponse xmlns=\"x\"><vpcSet/>";
        assertEquals(xml, read(xml, "ec2", "DescribeVpcs"));
        assertEquals("<LocationConstraint/>", read("<LocationConstraint/>", "s3", "GetBucketLocation"));
        assertEquals(" {\"a\": 1}", read(" {\"a\": 1}", "lambda", "ListFunctions"));
        String large = "<DescribeVpcsResponse>" + "x".repeat(100_000);
        assertEquals(large, read(large, "ec2", "DescribeVpcs"));
    }

    @Test
    void refusesEverythingElse() {
        for (String body : List.of(
                "",
                "  ",
                "<html>",
                "<!DOCTYPE html><html>",
                "<DescribeSubnetsResponse>",
                "<DescribeVpcsResponseX>",
                "{}",
                "plain")) {
            assertThrows(AnswerGuard.BadAnswer.class, () -> read(body, "ec2", "DescribeVpcs"), body);
        }
        for (String body : List.of("", "[]", "<html>", "null")) {
            assertThrows(AnswerGuard.BadAnswer.class, () -> read(body, "eks", "ListClusters"), body);
        }
        assertThrows(AnswerGuard.BadAnswer.class, () -> read("<Error>", "s3", "ListBuckets"));
    }

    @Test
    void isNotSlowOnHostileText() {
        assertDoesNotThrow(() -> assertThrows(
                AnswerGuard.BadAnswer.class, () -> read("<?".repeat(500) + "<!--".repeat(500), "ec2", "DescribeVpcs")));
    }

    private static String read(String body, String service, String operation) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new String(
                AnswerGuard.checked(
                                new ByteArrayInputStream(bytes), FakeProviderContext.of(Map.of()), service, operation)
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }
}
