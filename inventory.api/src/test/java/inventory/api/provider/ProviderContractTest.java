package inventory.api.provider;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract can fail: each flaw of a provider is noticed by its rule, and each rule notices some flaw. */
final class ProviderContractTest {

    @ParameterizedTest
    @EnumSource(value = Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aFlawBreaksItsRule(Flaw flaw) {
        assertDoesNotThrow(() -> check(flaw.brokenRule(), Flaw.NONE), "without the flaw");
        assertThrows(AssertionError.class, () -> check(flaw.brokenRule(), flaw), "with the flaw");
    }

    @Test
    void everyRuleIsBrokenBySomeFlaw() {
        Set<String> rules = contracts(Flaw.NONE).stream()
                .flatMap(contract -> rules(contract).map(Method::getName))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> broken = Arrays.stream(Flaw.values())
                .filter(flaw -> flaw != Flaw.NONE)
                .map(Flaw::brokenRule)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rules, broken);
    }

    private static void check(String rule, Flaw flaw) throws Throwable {
        for (Object contract : contracts(flaw)) {
            for (Method method : rules(contract).toList()) {
                if (method.getName().equals(rule)) {
                    invoke(contract, method);
                }
            }
        }
    }

    private static void invoke(Object contract, Method rule) throws Throwable {
        try {
            rule.invoke(contract);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Stream<Method> rules(Object contract) {
        return Arrays.stream(contract.getClass().getSuperclass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static List<Object> contracts(Flaw flaw) {
        return List.of(
                new HealthyContract() {
                    @Override
                    protected Subject subject() {
                        return ToyProvider.subject(flaw);
                    }
                },
                new ContentContract() {
                    @Override
                    protected Subject subject() {
                        return ToyProvider.subject(flaw);
                    }
                },
                new FaultContract() {
                    @Override
                    protected Subject subject() {
                        return ToyProvider.subject(flaw);
                    }
                },
                new CancelContract() {
                    @Override
                    protected Subject subject() {
                        return ToyProvider.subject(flaw);
                    }
                },
                new LeftoverContract() {
                    @Override
                    protected Subject subject() {
                        return ToyProvider.subject(flaw);
                    }
                });
    }
}
