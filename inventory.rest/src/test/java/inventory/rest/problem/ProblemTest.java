package inventory.rest.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aFieldNamedLikeAMemberStandsAmongTheErrorsOnly() throws IOException {
        byte[] bytes = Problem.invalid(Map.of("type", List.of("Unknown."), "name", List.of("Too long.")))
                .bytes();
        JsonNode problem = new ObjectMapper().readTree(bytes);
        assertEquals("about:blank", problem.get("type").asText());
        assertEquals("[\"Unknown.\"]", problem.at("/errors/type").toString());
        assertEquals("[\"Too long.\"]", problem.get("name").toString());
    }
}
