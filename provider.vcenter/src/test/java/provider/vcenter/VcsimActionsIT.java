package provider.vcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import inventory.api.action.RecordingProgress;
import inventory.api.action.ResourceActions;
import inventory.api.action.Targets;
import inventory.api.provider.FailureKind;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderException;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against vcsim: what is done to a machine is seen when it is read again. */
final class VcsimActionsIT {
    private static VcsimServer vcsim;
    private static VcsimAdmin admin;
    private final RecordingProgress progress = new RecordingProgress();

    @BeforeAll
    static void start() throws Exception {
        vcsim = VcsimServer.start();
        admin = new VcsimAdmin(vcsim);
    }

    @AfterAll
    static void stop() {
        if (vcsim != null) {
            vcsim.close();
        }
    }

    @AfterEach
    void everySessionWasEnded() throws Exception {
        assertEquals(List.of(), admin.otherSessions());
    }

    @Test
    void powerIsSwitchedAndWhatIsSoAlreadyIsRefused() throws Exception {
        ResourceData machine = machine("DC0_H0_VM0");
        assertEquals("running", machine.state());
        assertEquals(machine.emsRef() + " is powered off.", perform("power-off", machine, Map.of()));
        assertEquals("stopped", machine("DC0_H0_VM0").state());
        ProviderException failure =
                assertThrows(ProviderException.class, () -> perform("power-off", machine, Map.of()));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("the machine is switched off"), failure.getMessage());
        assertFalse(progress.unsettled());
        assertEquals(machine.emsRef() + " is powered on.", perform("power-on", machine, Map.of()));
        assertEquals("running", machine("DC0_H0_VM0").state());
        assertEquals(machine.emsRef() + " was reset.", perform("reset", machine, Map.of()));
    }

    @Test
    void aGuestIsRestartedAndShutDown() throws Exception {
        ResourceData machine = machine("DC0_H0_VM1");
        ProviderException failure =
                assertThrows(ProviderException.class, () -> perform("reboot-guest", machine, Map.of()));
        assertTrue(failure.getMessage().contains("VMware Tools do not run in the machine"), failure.getMessage());
        admin.runTools(machine.emsRef());
        perform("reboot-guest", machine, Map.of());
        assertEquals("running", machine("DC0_H0_VM1").state());
        assertEquals(machine.emsRef() + " is powered off.", perform("shutdown-guest", machine, Map.of()));
        assertEquals("stopped", machine("DC0_H0_VM1").state());
    }

    @Test
    void aSnapshotIsThereAfterwards() throws Exception {
        ResourceData machine = machine("DC0_C0_RP0_VM0");
        perform(
                "snapshot",
                machine,
                Map.of("name", "before-7.2", "description", "the update", "memory", false, "quiesce", false));
        assertEquals(List.of("before-7.2"), admin.snapshots(machine.emsRef()));
    }

    @Test
    void aMachineThatIsGoneIsToldAsSuch() throws Exception {
        ResourceData machine = machine("DC0_C0_RP0_VM1");
        admin.powerOff(machine.emsRef());
        admin.destroy(machine.emsRef());
        ProviderException failure = assertThrows(ProviderException.class, () -> perform("power-on", machine, Map.of()));
        assertEquals(FailureKind.INTERNAL, failure.kind());
        assertTrue(failure.getMessage().contains("ManagedObjectNotFound"), failure.getMessage());
    }

    private String perform(String action, ResourceData machine, Map<String, Object> parameters) throws Exception {
        try (ProviderConnection connection = new VcenterProvider().connect(vcsim.context(Map.of()))) {
            return ((ResourceActions) connection)
                    .perform(Targets.request(action, machine.emsRef(), "virtual_machine", parameters), progress)
                    .message();
        }
    }

    private static ResourceData machine(String name) throws Exception {
        return OneReading.of(vcsim.context(Map.of()), "virtual_machine").resources().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
