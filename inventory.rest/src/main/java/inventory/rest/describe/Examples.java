package inventory.rest.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.rest.json.Json;

/** Bodies that work, for the documentation. */
public final class Examples {
    /** A provider that reads a local AWS stand-in. */
    public static final String PROVIDER = """
            {"name": "AWS lab", "infrastructure": "public_cloud", "vendor": "aws", "provider_type": "aws",
             "endpoint": "http://127.0.0.1:5000", "organization": 1,
             "connection_config": {"username": "testing", "password": "testing", "regions": ["us-east-1"]}}""";
    /** A change of one field. */
    public static final String PROVIDER_CHANGE = "{\"enabled\": false}";
    /** A run of some types only. */
    public static final String COLLECT =
            "{\"collection_type\": \"targeted\", \"target_resource_types\": [\"virtual_machine\", \"vpc\"]}";
    /** What an action is told; this one takes nothing. */
    public static final String ACTION = "{\"parameters\": {}, \"dry_run\": false}";
    /** An organization. */
    public static final String ORGANIZATION = "{\"name\": \"Operations\", \"description\": \"Runs the data centres\"}";
    /** A team. */
    public static final String TEAM = "{\"name\": \"Network\", \"organization\": 1}";
    /** A user. */
    public static final String USER =
            "{\"username\": \"ada\", \"password\": \"correct horse battery staple\", \"email\": \"ada@example.org\"}";
    /** A role in a team. */
    public static final String GRANT = "{\"user\": 2, \"role\": \"team_member\", \"team\": 1}";
    /** A tag. */
    public static final String TAG =
            "{\"organization\": 1, \"namespace\": \"ops\", \"key\": \"environment\", \"value\": \"production\"}";
    /** Resources to put a tag on. */
    public static final String RESOURCES = "{\"resources\": [\"01890a5d-ac96-774b-bcce-b302099a8057\"]}";

    private static final ObjectMapper MAPPER = Json.mapper();

    private Examples() {}

    static JsonNode parse(String example) {
        try {
            return MAPPER.readTree(example);
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException("not JSON: " + example, noJson);
        }
    }
}
