package provider.vcenter.map;

import com.vmware.vim25.DynamicProperty;
import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ObjectContent;
import java.lang.reflect.Array;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One managed object with the properties that were read; those that the server left out are null, or an empty list. */
public final class VimObject {
    private final ManagedObjectReference reference;
    private final Map<String, Object> properties = new HashMap<>();

    public VimObject(ObjectContent content) {
        reference = content.getObj();
        if (content.getPropSet() != null) {
            for (DynamicProperty property : content.getPropSet()) {
                properties.put(property.getName(), property.getVal());
            }
        }
    }

    /** Its id, unique within one vCenter. */
    public String id() {
        return reference.getVal();
    }

    /** Such as {@code VirtualMachine}. */
    public String type() {
        return reference.getType();
    }

    /** Names come with the separators of inventory paths escaped. */
    String name() {
        String name = text("name");
        return name == null || name.indexOf('%') < 0
                ? name
                : name.replaceAll("(?i)%2f", "/").replaceAll("(?i)%5c", "\\\\").replace("%25", "%");
    }

    /** Also of a word of an enumeration. */
    String text(String path) {
        Object value = properties.get(path);
        return value instanceof Enum<?> word ? word.name() : value instanceof String text ? text : null;
    }

    Long whole(String path) {
        return properties.get(path) instanceof Number number ? number.longValue() : null;
    }

    Integer small(String path) {
        return properties.get(path) instanceof Integer number ? number : null;
    }

    boolean is(String path) {
        return Boolean.TRUE.equals(properties.get(path));
    }

    Instant time(String path) {
        return properties.get(path) instanceof Instant time ? time : null;
    }

    /** The id behind a reference. */
    String id(String path) {
        ManagedObjectReference target = get(path, ManagedObjectReference.class);
        return target == null ? null : target.getVal();
    }

    List<String> ids(String path) {
        return list(path, ManagedObjectReference.class).stream()
                .map(ManagedObjectReference::getVal)
                .toList();
    }

    <T> T get(String path, Class<T> type) {
        Object value = properties.get(path);
        return type.isInstance(value) ? type.cast(value) : null;
    }

    <T> List<T> list(String path, Class<T> item) {
        Object array = properties.get(path);
        List<T> list = new ArrayList<>();
        if (array != null && array.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(array); i++) {
                Object one = Array.get(array, i);
                if (item.isInstance(one)) {
                    list.add(item.cast(one));
                }
            }
        }
        return list;
    }
}
