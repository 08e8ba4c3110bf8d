package inventory.core.collect;

import inventory.core.reconcile.Reconciler;
import java.time.Clock;

/** What every run of this node works with. */
record CollectServices(
        RunStore store,
        Reconciler reconciler,
        PluginThreads threads,
        NodeSlots slots,
        Connections connections,
        CollectSettings settings,
        Clock clock) {}
