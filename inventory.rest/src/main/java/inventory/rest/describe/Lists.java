package inventory.rest.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says for the documentation that a method answers with pages of a listing. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Lists {
    /** @return name of the listing; empty: that of the path */
    String value() default "";
}
