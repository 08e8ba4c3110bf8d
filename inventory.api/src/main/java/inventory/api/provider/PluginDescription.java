package inventory.api.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Service properties of a {@link BaseProvider}, so that the registry lists a plugin without activating it. The double underscore is
 * the way of Declarative Services to write one: the properties are {@code vendor}, {@code provider_type}, {@code display_name} and
 * {@code supported_resource_types}. They must equal what {@code manifest.yml} says.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PluginDescription {
    /** First half of the key; {@code [A-Za-z0-9_-]+}, matched exactly and with case. */
    String vendor();

    /** Second half of the key; {@code [A-Za-z0-9_-]+}, matched exactly and with case. */
    String provider__type();

    /** For people. */
    String display__name();

    /** Slugs of the taxonomy. */
    String[] supported__resource__types();
}
