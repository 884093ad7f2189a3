package org.obolus.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show is what the examples do; these are compiled, and run against the real server. */
class TheSnippetsTest {

    private static final Path EXAMPLES = Path.of("src/main/java/org/obolus/examples");
    private static final Pattern IN_SOURCE = Pattern.compile("(?m)^ *// snippet: (\\S+)\\n([\\s\\S]*?)^ *// end$");
    private static final Pattern IN_DOCUMENT =
            Pattern.compile("(?m)^(?:<!-- snippet: (\\S+) -->\\n)?```java\\n([\\s\\S]*?)^```$");

    @ParameterizedTest
    @MethodSource("documents")
    void standInTheDocumentsAsTheyAreCompiled(Path document) throws IOException {
        var compiled = snippets();
        var shown = IN_DOCUMENT.matcher(Files.readString(document)).results().toList();

        assertThat(shown).isNotEmpty().allSatisfy(snippet -> {
            assertThat(snippet.group(1))
                    .as("the name before " + snippet.group(2))
                    .isNotNull();
            assertThat(snippet.group(2)).isEqualTo(compiled.get(snippet.group(1)));
        });
    }

    @Test
    void areAllShown() throws IOException {
        var shown = new StringBuilder();
        for (var document : documents().toList()) {
            shown.append(Files.readString(document));
        }

        assertThat(snippets().keySet())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(shown).contains("<!-- snippet: " + name + " -->"));
    }

    static Stream<Path> documents() {
        return Stream.of(Path.of("../README.md"), Path.of("../../docs/sdk.md"));
    }

    private static Map<String, String> snippets() throws IOException {
        var snippets = new HashMap<String, String>();
        try (Stream<Path> sources = Files.list(EXAMPLES)) {
            for (var source : sources.toList()) {
                IN_SOURCE
                        .matcher(Files.readString(source))
                        .results()
                        .forEach(found -> assertThat(snippets.put(
                                        found.group(1),
                                        found.group(2).stripTrailing().stripIndent() + "\n"))
                                .as(found.group(1) + " is there once")
                                .isNull());
            }
        }
        return snippets;
    }
}
