package inventory.api.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UserDraftTest {
    @Test
    void itShowsNoPassword() {
        UserDraft draft = new UserDraft(
                Optional.of("ann"),
                Optional.of("s3cret"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals("UserDraft[ann]", draft.toString());
    }
}
