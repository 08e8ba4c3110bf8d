package provider.vcenter.client;

import com.vmware.vim25.ManagedObjectReference;
import com.vmware.vim25.ws.Argument;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the request of a call. Thread-safe. */
final class SoapWriter {
    private final VimTypes types;
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    SoapWriter(VimTypes types) {
        this.types = types;
    }

    String request(String method, Argument[] arguments) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter xml = factory.createXMLStreamWriter(text);
        xml.writeStartDocument();
        xml.writeStartElement("soapenv:Envelope");
        xml.writeAttribute("xmlns:soapenv", Soap.ENVELOPE);
        xml.writeAttribute("xmlns:xsi", Soap.INSTANCE);
        xml.writeStartElement("soapenv:Body");
        xml.writeStartElement(method);
        xml.writeAttribute("xmlns", Soap.VIM);
        for (Argument argument : arguments) {
            value(xml, argument.getName(), argument.getValue());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private void value(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        if (value == null) {
            return;
        }
        if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                value(xml, name, Array.get(value, i));
            }
            return;
        }
        xml.writeStartElement(name);
        if (value instanceof ManagedObjectReference reference) {
            xml.writeAttribute("type", reference.getType());
            xml.writeCharacters(reference.getVal());
        } else if (types.isStructure(value.getClass())) {
            xml.writeAttribute("xsi:type", value.getClass().getSimpleName());
            for (Field field : types.fields(value.getClass()).values()) {
                value(xml, field.getName(), VimTypes.get(field, value));
            }
        } else {
            xml.writeCharacters(value.toString());
        }
        xml.writeEndElement();
    }
}
