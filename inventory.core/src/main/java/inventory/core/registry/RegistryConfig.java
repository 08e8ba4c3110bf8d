package inventory.core.registry;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Which plugins may be used. */
@ObjectClassDefinition(name = "Inventory plugins")
@interface RegistryConfig {
    /** Configuration PID. */
    String PID = "inventory.core.registry";

    @AttributeDefinition(
            description = "Keys (vendor:provider_type) of the only plugins that may be used; empty: all."
                    + " INVENTORY_PROVIDERS_ENABLED, separated by commas, wins.")
    String[] enabled() default {};

    @AttributeDefinition(
            description = "Keys of plugins that may not be used, taken off the list above."
                    + " INVENTORY_PROVIDERS_DISABLED, separated by commas, wins.")
    String[] disabled() default {};
}
