package provider.vcenter.client;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.MethodFault;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.rmi.RemoteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads one answer into yavijava's types, while it arrives. What those types do not know is passed over, for newer servers say more; so
 * is an attribute named {@code type} of another namespace than none, which some servers put beside that of a reference.
 */
final class SoapReader {
    private static final int DEEPEST = 200;
    private static final Set<Map.Entry<Field, List<Object>>> NO_LISTS = Set.of();
    private final VimTypes types;
    private final XMLStreamReader xml;
    private int depth;

    SoapReader(VimTypes types, XMLStreamReader xml) {
        this.types = types;
        this.xml = xml;
    }

    /**
     * @param type of what is returned
     * @return null if nothing is
     * @throws VimFault if that is the answer
     */
    Object answer(String method, Class<?> type) throws XMLStreamException, RemoteException {
        xml.nextTag();
        if (!xml.getLocalName().equals("Envelope") || !Soap.ENVELOPE.equals(xml.getNamespaceURI())) {
            throw new BadAnswerException("the answer is a document '" + xml.getLocalName() + "' and not SOAP", null);
        }
        if (!child() || (xml.getLocalName().equals("Header") && !afterSkipping()) || !child()) {
            throw new BadAnswerException("the answer is an empty envelope", null);
        }
        if (xml.getLocalName().equals("Fault")) {
            throw fault();
        }
        if (!xml.getLocalName().equals(method + "Response")) {
            throw new BadAnswerException("the answer is one to " + xml.getLocalName(), null);
        }
        Object returned = child() ? value(type) : null;
        while (xml.hasNext()) {
            xml.next();
        }
        return returned;
    }

    private boolean afterSkipping() throws XMLStreamException {
        skip();
        return child();
    }

    private VimFault fault() throws XMLStreamException, RemoteException {
        String type = "";
        String reason = "";
        Object detail = null;
        while (child()) {
            if (xml.getLocalName().equals("faultstring")) {
                reason = xml.getElementText();
            } else if (xml.getLocalName().equals("detail") && child()) {
                String told = xml.getAttributeValue(Soap.INSTANCE, "type");
                type = told == null ? xml.getLocalName().replaceFirst("Fault$", "") : told.replaceFirst("^.*:", "");
                detail = types.find(type).isPresent() ? value(MethodFault.class) : skip();
                child();
            } else {
                skip();
            }
        }
        return new VimFault(type.isEmpty() ? "Fault" : type, reason, (MethodFault) detail);
    }

    /** The element at hand, to its end; null if its type is not known. */
    private Object value(Class<?> declared) throws XMLStreamException, RemoteException {
        Class<?> type = actual(declared);
        if (++depth > DEEPEST) {
            throw new BadAnswerException("the answer is nested too deeply", null);
        }
        Object value;
        if (type == Object.class || VimTypes.isOfNoUse(type)) {
            value = skip();
        } else if (type == String.class) {
            value = xml.getElementText();
        } else if (type == ManagedObjectReference.class) {
            value = reference();
        } else if (type.isArray()) {
            value = array(type.componentType());
        } else if (types.isStructure(type)) {
            value = structure(type);
        } else {
            value = PlainValue.of(xml.getElementText(), type);
        }
        depth--;
        return value;
    }

    private Class<?> actual(Class<?> declared) {
        String told = xml.getAttributeValue(Soap.INSTANCE, "type");
        return told == null
                ? declared
                : types.find(told).filter(declared::isAssignableFrom).orElse(declared);
    }

    private ManagedObjectReference reference() throws XMLStreamException {
        ManagedObjectReference reference = new ManagedObjectReference();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("type") && (namespace == null || namespace.isEmpty())) {
                reference.setType(xml.getAttributeValue(i));
            }
        }
        reference.setVal(xml.getElementText());
        return reference;
    }

    private Object array(Class<?> item) throws XMLStreamException, RemoteException {
        List<Object> items = new ArrayList<>();
        while (child()) {
            items.add(value(item));
        }
        return array(items, item);
    }

    private Object structure(Class<?> type) throws XMLStreamException, RemoteException {
        Object structure = types.create(type);
        Map<String, Field> fields = types.fields(type);
        Map<Field, List<Object>> lists = null;
        while (child()) {
            Field field = fields.get(xml.getLocalName());
            if (field == null) {
                skip();
            } else if (field.getType().isArray()) {
                lists = lists == null ? new HashMap<>() : lists;
                lists.computeIfAbsent(field, missing -> new ArrayList<>())
                        .add(value(field.getType().componentType()));
            } else {
                VimTypes.set(field, structure, value(field.getType()));
            }
        }
        for (Map.Entry<Field, List<Object>> list : lists == null ? NO_LISTS : lists.entrySet()) {
            Class<?> item = list.getKey().getType().componentType();
            VimTypes.set(list.getKey(), structure, array(list.getValue(), item));
        }
        return structure;
    }

    private static Object array(List<Object> items, Class<?> item) {
        items.removeIf(one -> one == null);
        Object array = Array.newInstance(item, items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, items.get(i));
        }
        return array;
    }

    /** Goes to the next element within the one at hand, else to its end. */
    private boolean child() throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            event = xml.next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private Object skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
        return null;
    }
}
