package bndrun.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void findsLongMethods() {
        assertEquals(
                List.of("a/src/main/A.java:1: a has 41 lines, at most 40"),
                breaches("void a() {" + "\n".repeat(40) + "}"));
        assertEquals(List.of(), breaches("void a() {" + "\n".repeat(39) + "}"));
    }

    @Test
    void findsManyParameters() {
        assertEquals(
                List.of("a/src/main/A.java:1: a has 5 parameters, at most 4"),
                breaches("void a(int b, int c, int d, int e, int f) {}"));
        assertEquals(List.of(), breaches("A(int b, int c, int d, int e, int f, int g) {}"));
    }

    @Test
    void findsDeepNestingButNotChains() {
        assertEquals(
                List.of("a/src/main/A.java:1: a has 4 levels, at most 3"),
                breaches("void a() { for (;;) { if (true) { while (true) { if (true) { } } } } }"));
        assertEquals(
                List.of(),
                breaches(
                        "void a(int b) { if (b == 0) { } else if (b == 1) { } else if (b == 2) { } else if (b == 3) { } }"));
    }

    @Test
    void letsRecordsHaveManyComponents() {
        assertEquals(List.of(), breaches("record B(int c, int d, int e, int f, int g, int h, int i) { B { } }"));
    }

    @Test
    void letsAnInterfaceChooseTheParameters() {
        assertEquals(List.of(), breaches("@Override public void a(int b, int c, int d, int e, int f) {}"));
    }

    private static List<String> breaches(String member) {
        return Shape.breaches(new Source("a/src/main/A.java", "class A { " + member + " }"));
    }
}
