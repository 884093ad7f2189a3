package org.obolus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TheDocumentsTest {

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "data", ".git");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

    @ParameterizedTest
    @MethodSource("documents")
    void leadToFilesThatAreThere(Path document) throws IOException {
        var links = links(Files.readString(document));

        assertThat(links)
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(TheDocumentsTest::isOurs)
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        return Stream.iterate(file, folder -> folder != null, Path::getParent)
                .takeWhile(folder -> !folder.equals(HOUSE))
                .noneMatch(folder -> NOT_OURS.contains(folder.getFileName().toString()));
    }

    private static List<String> links(String text) {
        return LINK.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2, link.length() - 1).split("[#\\s]")[0])
                .filter(link -> !link.contains("://"))
                .toList();
    }
}
