package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryMethodTwiceTest {

    @Test
    void hasEveryServiceInBothFlavours() {
        var now = services(ObolusClient.class).map(Method::getName);

        assertThat(services(AsyncObolusClient.class).map(Method::getName))
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(now.toList());
    }

    @ParameterizedTest
    @MethodSource("serviceNames")
    void hasEveryMethodInBothFlavours(String service) throws NoSuchMethodException {
        var now = ObolusClient.class.getMethod(service).getReturnType();
        var later = AsyncObolusClient.class.getMethod(service).getReturnType();

        assertThat(signatures(later, false)).isNotEmpty().isEqualTo(signatures(now, true));
    }

    static Stream<String> serviceNames() {
        return services(ObolusClient.class).map(Method::getName);
    }

    private static Stream<Method> services(Class<?> client) {
        return Arrays.stream(client.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && method.getDeclaringClass() == client)
                .filter(method -> Modifier.isFinal(method.getReturnType().getModifiers()))
                .filter(method -> method.getReturnType().getPackage() == client.getPackage())
                .filter(method -> method.getReturnType() != AsyncObolusClient.class);
    }

    private static Set<String> signatures(Class<?> service, boolean now) {
        return Arrays.stream(service.getMethods())
                .filter(method -> method.getDeclaringClass() == service)
                .map(method -> method.getName() + Arrays.toString(method.getGenericParameterTypes()) + " "
                        + (now
                                ? later(method.getGenericReturnType())
                                : method.getGenericReturnType().getTypeName()))
                .collect(Collectors.toSet());
    }

    private static String later(Type type) {
        var name = type.getTypeName()
                .replaceFirst("^java\\.util\\.stream\\.Stream<", Page.class.getName() + "<")
                .replaceFirst("^void$", "java.lang.Void")
                .replaceFirst("^long$", "java.lang.Long");
        return "java.util.concurrent.CompletableFuture<" + name + ">";
    }
}
