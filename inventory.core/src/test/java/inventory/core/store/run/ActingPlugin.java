package inventory.core.store.run;

import inventory.api.action.ActionProgress;
import inventory.api.action.ActionRequest;
import inventory.api.action.ActionResult;
import inventory.api.action.ResourceActions;
import inventory.api.provider.BaseProvider;
import inventory.api.provider.ProviderConnection;
import inventory.api.provider.ProviderContext;
import inventory.api.provider.ProviderException;
import inventory.api.provider.ResourceSink;
import inventory.api.provider.Scope;
import inventory.api.resource.ResourceData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A plugin with one machine, to which it does what the test says. */
final class ActingPlugin implements BaseProvider {
    static final String ACTIONS = """
            actions:
              - {name: power-off, resource_types: [virtual_machine], destructive: true}
              - name: rename
                resource_types: [virtual_machine]
                dry_run: true
                parameters:
                  - {name: name, required: true}
                  - {name: password, secret: true}
              - {name: flood, resource_types: [vpc]}
            """;

    interface Performing {
        ActionResult perform(ActionRequest request, ActionProgress progress)
                throws ProviderException, InterruptedException;
    }

    final List<ActionRequest> requests = Collections.synchronizedList(new ArrayList<>());
    final List<String> closed = Collections.synchronizedList(new ArrayList<>());
    volatile Performing performing = (request, progress) -> ActionResult.of("Done.");
    volatile List<String> machines = List.of("m1");

    @Override
    public ProviderConnection connect(ProviderContext context) {
        return new Connection();
    }

    private final class Connection implements ProviderConnection, ResourceActions {
        @Override
        public List<Scope> scopes() {
            return List.of(Scope.of("all", "virtual_machine"));
        }

        @Override
        public void collect(Scope scope, ResourceSink sink) throws InterruptedException {
            for (String machine : machines) {
                sink.accept(ResourceData.of(machine, "virtual_machine")
                        .name(machine)
                        .build());
            }
        }

        @Override
        public ActionResult perform(ActionRequest request, ActionProgress progress)
                throws ProviderException, InterruptedException {
            requests.add(request);
            return performing.perform(request, progress);
        }

        @Override
        public void close() {
            closed.add("closed");
        }
    }
}
