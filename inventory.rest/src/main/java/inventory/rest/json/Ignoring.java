package inventory.rest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the body of a write: fields of this row that the body does not have are read-only. They are accepted and ignored, so that a
 * client can send back what it has read.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ignoring {
    /** @return the record that reads of the same thing answer with */
    Class<? extends Record> value();
}
