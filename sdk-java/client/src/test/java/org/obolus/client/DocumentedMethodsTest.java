package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the sources, for comments are not compiled. */
class DocumentedMethodsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/obolus/client");
    private static final Pattern METHOD = Pattern.compile(
            "(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)?\\s*\\n    public (?!record|enum|static)[^=(]+ (\\w+)\\([^)]*\\) \\{");

    @ParameterizedTest
    @MethodSource("services")
    void nameTheirScope(Path service) throws IOException {
        var methods = METHOD.matcher(Files.readString(service)).results().toList();

        assertThat(methods)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(method.group(1))
                        .as(service.getFileName() + ": " + method.group(2))
                        .containsPattern("Scopes? \\{@code|No scope|Any token"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void nameProblemsThatThereAre(Path service) throws IOException {
        var named = Pattern.compile("\\{@code ([a-z_]+)}")
                .matcher(Files.readString(service))
                .results()
                .map(found -> found.group(1))
                .filter(name -> name.contains("_"));

        assertThat(catalogue()).containsAll(named.toList());
    }

    @Test
    void areLookedForInEveryService() throws IOException {
        assertThat(services()).hasSizeGreaterThan(10);
    }

    static List<Path> services() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> Files.exists(SOURCES.resolve("Async" + file.getFileName())))
                    .filter(file -> !file.endsWith("ObolusClient.java") && !file.endsWith("OAuthApp.java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> catalogue() throws IOException {
        var types = Path.of("../../backend/src/main/java/org/obolus/problems/ProblemType.java");
        return Pattern.compile("\\n    ([A-Z_]+)\\(\\d")
                .matcher(Files.readString(types))
                .results()
                .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT))
                .toList();
    }
}
