package inventory.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class CallerTest {
    private final Caller member = new Caller(7, "ann", false, false, Set.of(1L), Set.of(2L));

    @Test
    void whoWritesAnOrganizationReadsIt() {
        assertTrue(member.reads(1));
        assertFalse(member.writes(1));
        assertTrue(member.reads(2));
        assertTrue(member.writes(2));
        assertFalse(member.reads(3));
        assertFalse(member.readsAll());
    }

    @Test
    void anAuditorReadsEverythingAndWritesNothing() {
        Caller auditor = new Caller(8, "bob", false, true, Set.of(), Set.of());
        assertTrue(auditor.readsAll());
        assertTrue(auditor.reads(3));
        assertFalse(auditor.writes(3));
    }

    @Test
    void aSuperuserWritesEverything() {
        Caller root = new Caller(9, "root", true, false, Set.of(), Set.of());
        assertTrue(root.readsAll());
        assertTrue(root.writes(3));
        assertTrue(Caller.SYSTEM.writes(3));
    }

    @Test
    void aCallerIsNamedAfterItsUser() {
        assertEquals("ann", member.getName());
    }
}
