package org.obolus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every statement that the server sends is planned here; none may read a table that grows from end to end. */
@QuarkusTest
class TheStatementsOfTheHouseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(select|with|insert|update|delete)\\s.*", Pattern.DOTALL);
    private static final Pattern WHOLE_TABLE = Pattern.compile("Seq Scan on (\\S+)");

    /** They stay small: a row for a month, a key, a slice of the month being settled, a contest, the calendar, the fold, a site that changes. */
    private static final Set<String> SMALL = Set.of(
            "months",
            "calendar",
            "signing_keys",
            "instance_secrets",
            "month_slices",
            "contests",
            "site_proofs",
            "ranks_folded",
            "sites_to_go_through");

    /** Jobs and commands on whose way no request is: they may read what they are about. */
    private static final Set<String> JOBS =
            Set.of("BooksCheck.OFF_BY", "ForgetJob.EXPIRED", "ForgetJob.GRANTS", "ForgetJob.LINKS", "Outbox.FORGET");

    @Inject
    Pool pool;

    @Test
    void readNoTableFromEndToEndThatGrows() {
        var found = new TreeMap<String, String>();
        statements()
                .forEach((name, sql) -> wholeTables(sql)
                        .filter(table -> !SMALL.contains(table))
                        .forEach(table -> found.put(name, table)));

        assertThat(statements()).hasSizeGreaterThan(100).containsKey("GiveFlattrs.GIVE");
        assertThat(found.keySet().stream().filter(name -> !JOBS.contains(name)))
                .as("statements that read a whole table: %s", found)
                .isEmpty();
    }

    private Stream<String> wholeTables(String sql) {
        return plan(sql).stream().flatMap(line -> {
            var scan = WHOLE_TABLE.matcher(line);
            return scan.find() ? Stream.of(scan.group(1)) : Stream.empty();
        });
    }

    private List<String> plan(String sql) {
        return pool.withTransaction(connection -> connection
                        .query("set local enable_seqscan = off")
                        .execute()
                        .chain(() -> connection
                                .query("explain (generic_plan) " + sql)
                                .execute())
                        .map(rows -> {
                            var lines = new ArrayList<String>();
                            rows.forEach(row -> lines.add(row.getString(0)));
                            return lines;
                        }))
                .await()
                .atMost(PATIENCE);
    }

    /** All constants of the house that are whole statements, by class and name. */
    private static Map<String, String> statements() {
        var found = new TreeMap<String, String>();
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(new OnlyTheServer())
                        .importPackages("org.obolus")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .filter(TheStatementsOfTheHouseTest::isConstantText)
                        .forEach(field -> keepIfStatement(found, field));
        return found;
    }

    private static boolean isConstantText(Field field) {
        return field.getType() == String.class && Modifier.isStatic(field.getModifiers());
    }

    private static void keepIfStatement(Map<String, String> found, Field field) {
        try {
            field.setAccessible(true);
            var text = (String) field.get(null);
            if (text != null && STATEMENT.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
                found.put(field.getDeclaringClass().getSimpleName() + "." + field.getName(), text);
            }
        } catch (IllegalAccessException refused) {
            throw new AssertionError(refused);
        }
    }
}
