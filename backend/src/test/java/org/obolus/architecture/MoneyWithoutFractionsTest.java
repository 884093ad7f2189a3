package org.obolus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the sources, because compiled classes do not show their local variables. */
class MoneyWithoutFractionsTest {

    private static final Path JAVA = Path.of("src/main/java/org/obolus");
    private static final Path SQL = Path.of("src/main/resources/db/migration");
    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|//[^\\n]*|--[^\\n]*");
    private static final Pattern FLOATING_IN_JAVA =
            Pattern.compile("\\b(double|float|Double|Float|doubleValue|floatValue)\\b|\\b\\d+\\.\\d+[dfDF]?\\b");
    private static final Pattern FLOATING_IN_SQL =
            Pattern.compile("(?i)\\b(real|double precision|float|float4|float8)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"money", "ledger", "budgets", "payments", "flattrs", "settlement"})
    void calculatesWithWholeNumbersOnly(String room) {
        var sources = sources(JAVA.resolve(room), ".java");

        assertThat(sources).isNotEmpty();
        assertThat(sources)
                .allSatisfy(source -> assertThat(textWithoutWords(source))
                        .as(source.toString())
                        .doesNotContainPattern(FLOATING_IN_JAVA)
                        .doesNotContainPattern(FLOATING_IN_SQL));
    }

    @Test
    void keepsWholeNumbersOnly() {
        var migrations = sources(SQL, ".sql");

        assertThat(migrations).isNotEmpty();
        assertThat(migrations)
                .allSatisfy(migration -> assertThat(withoutComments(migration))
                        .as(migration.toString())
                        .doesNotContainPattern(FLOATING_IN_SQL));
    }

    /** Sentences may say "2.00"; text blocks stay, for they hold the SQL. */
    private static String textWithoutWords(Path source) {
        return withoutComments(source).replaceAll("\"\"\"", "").replaceAll("\"(?:[^\"\\\\\n]|\\\\.)*\"", "\"\"");
    }

    private static String withoutComments(Path source) {
        try {
            return COMMENT.matcher(Files.readString(source)).replaceAll("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> sources(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
