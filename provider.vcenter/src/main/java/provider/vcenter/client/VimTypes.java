package provider.vcenter.client;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.VirtualDevice;
import com.vmware.vim25.VirtualDisk;
import com.vmware.vim25.VirtualEthernetCard;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** yavijava's data types by the names they have on the wire, and their fields in the order of the schema. Thread-safe. */
final class VimTypes {
    private static final String PACKAGE = ManagedObjectReference.class.getPackageName() + ".";
    private static final Map<String, Class<?>> PLAIN = Map.of(
            "string", String.class,
            "anyURI", String.class,
            "boolean", Boolean.class,
            "byte", Integer.class,
            "short", Integer.class,
            "int", Integer.class,
            "long", Long.class,
            "float", Double.class,
            "double", Double.class,
            "dateTime", Instant.class);

    private final ConcurrentMap<String, Optional<Class<?>>> named = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, Map<String, Field>> fields = new ConcurrentHashMap<>();

    /** @param name with or without the prefix of its namespace; empty for a type that yavijava is too old to know */
    Optional<Class<?>> find(String name) {
        Optional<Class<?>> known = named.get(name);
        return known == null
                ? named.computeIfAbsent(name, missing -> load(missing.substring(missing.indexOf(':') + 1)))
                : known;
    }

    private static Optional<Class<?>> load(String name) {
        if (PLAIN.containsKey(name)) {
            return Optional.of(PLAIN.get(name));
        }
        if (name.startsWith("ArrayOf")) {
            String item = name.substring("ArrayOf".length());
            String plain = item.isEmpty() ? item : Character.toLowerCase(item.charAt(0)) + item.substring(1);
            return load(PLAIN.containsKey(plain) ? plain : item).map(Class::arrayType);
        }
        try {
            return Optional.of(Class.forName(PACKAGE + name, true, ManagedObjectReference.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Most devices of a machine are controllers, consoles and the like, of which nothing is told: they are not even read. */
    static boolean isOfNoUse(Class<?> type) {
        return VirtualDevice.class.isAssignableFrom(type)
                && !VirtualDisk.class.isAssignableFrom(type)
                && !VirtualEthernetCard.class.isAssignableFrom(type);
    }

    boolean isStructure(Class<?> type) {
        return type.getName().startsWith(PACKAGE) && !type.isEnum();
    }

    Object create(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("yavijava cannot make a " + type.getSimpleName(), e);
        }
    }

    static Object get(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves the field as it is when the value is null. */
    static void set(Field field, Object owner, Object value) {
        try {
            if (value != null) {
                field.set(owner, value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The inherited ones come first; none for what is no structure. */
    Map<String, Field> fields(Class<?> type) {
        Map<String, Field> known = fields.get(type);
        if (known == null) {
            known = isStructure(type) ? declared(type) : Map.of();
            fields.put(type, known);
        }
        return known;
    }

    private Map<String, Field> declared(Class<?> type) {
        Map<String, Field> declared = new LinkedHashMap<>(fields(type.getSuperclass()));
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && !Modifier.isStatic(field.getModifiers())) {
                declared.put(field.getName(), field);
            }
        }
        return declared;
    }
}
