package inventory.core.store.resource;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How observations become inventory. */
@ObjectClassDefinition(
        id = ReconcileConfig.PID,
        name = "Inventory reconciliation",
        description = "How observations become inventory.")
public @interface ReconcileConfig {
    String PID = "inventory.core.reconcile";

    @AttributeDefinition(
            name = "Largest record",
            description = "Bytes that all fields of one resource may have together; a larger one is quarantined."
                    + " 4096 to 8388608.",
            min = "4096",
            max = "8388608")
    int largest_record_bytes() default 262_144;
}
