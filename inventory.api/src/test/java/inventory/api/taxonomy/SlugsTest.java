package inventory.api.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import inventory.api.identity.Role;
import inventory.api.resource.Infrastructure;
import inventory.api.resource.RunStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words on the wire; changing one breaks whoever reads or writes it. */
final class SlugsTest {

    @Test
    void theWordsAreThoseOfTheWire() {
        assertEquals(
                "active inactive stopped running suspended terminated error unknown provisioning decommissioned",
                words(ResourceState.values(), ResourceState::slug));
        assertEquals(
                "runs_on part_of member_of attached_to connected_to managed_by manages contains depends_on "
                        + "load_balances routes_to backs_up replicates_to",
                words(RelationshipType.values(), RelationshipType::slug));
        assertEquals(
                "public_cloud private_cloud networking storage", words(Infrastructure.values(), Infrastructure::slug));
        assertEquals("pending running completed partial failed canceled", words(RunStatus.values(), RunStatus::slug));
        assertEquals("organization_admin organization_member team_admin team_member", words(Role.values(), Role::slug));
    }

    @ParameterizedTest
    @EnumSource(RelationshipType.class)
    void aRelationshipIsFoundByItsSlug(RelationshipType type) {
        assertEquals(Optional.of(type), RelationshipType.of(type.slug()));
    }

    @ParameterizedTest
    @EnumSource(ResourceState.class)
    void aStateIsFoundByItsSlug(ResourceState state) {
        assertEquals(Optional.of(state), ResourceState.of(state.slug()));
    }

    @ParameterizedTest
    @EnumSource(Infrastructure.class)
    void anInfrastructureIsFoundByItsSlug(Infrastructure infrastructure) {
        assertEquals(Optional.of(infrastructure), Infrastructure.of(infrastructure.slug()));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleIsFoundByItsSlug(Role role) {
        assertEquals(Optional.of(role), Role.of(role.slug()));
        assertEquals(role.slug().startsWith("team_"), role.ofTeam());
    }

    @Test
    void theOldWordForRunsOnIsUnderstood() {
        assertEquals(Optional.of(RelationshipType.RUNS_ON), RelationshipType.of("hosted_on"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RUNS_ON", "Running", "public cloud", "no_such_word"})
    void otherWordsAreNot(String word) {
        assertEquals(Optional.empty(), RelationshipType.of(word));
        assertEquals(Optional.empty(), ResourceState.of(word));
        assertEquals(Optional.empty(), Infrastructure.of(word));
        assertEquals(Optional.empty(), Role.of(word));
    }

    @Test
    void onlyWaitingAndWorkingRunsCanStillChange() {
        List<RunStatus> open = Arrays.stream(RunStatus.values())
                .filter(status -> !status.terminal())
                .toList();
        assertEquals(List.of(RunStatus.PENDING, RunStatus.RUNNING), open);
    }

    private static <E> String words(E[] values, Function<E, String> slug) {
        return String.join(" ", Arrays.stream(values).map(slug).toList());
    }
}
