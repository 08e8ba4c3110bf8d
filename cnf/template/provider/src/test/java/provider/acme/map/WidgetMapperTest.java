package provider.acme.map;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.api.resource.ResourceData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WidgetMapperTest {
    @Test
    void aWidgetBecomesAMachine() throws Exception {
        ResourceData machine = WidgetMapper.resource(new ObjectMapper().readTree("""
                        {"id": "w-7", "name": "press", "status": "off", "memory_mb": 2048, "address": "192.0.2.7", "colour": "red"}
                        """));
        assertEquals("w-7", machine.emsRef());
        assertEquals("press", machine.name());
        assertEquals("stopped", machine.state());
        assertEquals(List.of("192.0.2.7"), machine.ipAddresses());
        assertEquals(Map.of("colour", "red"), machine.properties());
    }
}
