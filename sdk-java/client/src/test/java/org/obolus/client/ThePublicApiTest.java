package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds everything that programs can use against the list of what they were promised. What is added goes into the list;
 * what is taken away or changed breaks programs, and is for a new major version.
 */
class ThePublicApiTest {

    private static final Path CLASSES = Path.of("target/classes/org/obolus/client");
    private static final Path PROMISED = Path.of("src/test/resources/public-api.txt");
    private static final Path FOUND = Path.of("target/public-api.txt");

    private static final List<String> OF_EVERY_OBJECT = List.of("equals", "hashCode", "toString", "valueOf", "values");

    @Test
    void isWhatProgramsWerePromised() throws IOException {
        var found = publicTypes()
                .flatMap(ThePublicApiTest::lines)
                .distinct()
                .sorted()
                .toList();
        Files.write(FOUND, found);
        var promised = Files.readAllLines(PROMISED);

        var broken = promised.stream().filter(line -> !found.contains(line));
        var added = found.stream().filter(line -> !promised.contains(line));

        assertThat(broken).as("what programs were promised and no longer have").isEmpty();
        assertThat(added)
                .as("what is new: when it is meant, copy " + FOUND + " to " + PROMISED)
                .isEmpty();
    }

    @Test
    void showsNothingOfHowAnswersAreRead() throws IOException {
        var lines = publicTypes().flatMap(ThePublicApiTest::lines);

        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("jackson"));
    }

    private static Stream<Class<?>> publicTypes() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> "org.obolus.client." + name.replace(".class", ""))
                    .toList();
            return names.stream().<Class<?>>map(ThePublicApiTest::type).filter(ThePublicApiTest::isPublic);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static Stream<String> lines(Class<?> type) {
        var members = Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Arrays::stream)
                .filter(member -> Modifier.isPublic(((Member) member).getModifiers()))
                .filter(member -> !((Member) member).isSynthetic())
                .filter(member -> !OF_EVERY_OBJECT.contains(((Member) member).getName()))
                .map(member -> type.getName() + ": " + written((Member) member));
        return Stream.concat(Stream.of(type.toGenericString() + parents(type)), members);
    }

    private static String parents(Class<?> type) {
        var parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .filter(name -> !name.equals("java.lang.Object"))
                .collect(Collectors.joining(", "));
        return parents.isEmpty() ? "" : " < " + parents;
    }

    /** Names of parameters and order of modifiers are nobody's concern. */
    private static String written(Member member) {
        if (member instanceof Field field) {
            return field.toGenericString();
        }
        return member instanceof Method method
                ? method.toGenericString()
                : ((Constructor<?>) (Executable) member).toGenericString();
    }
}
