package org.obolus.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Eventually;
import org.obolus.testing.ServerProcess;

/** What was answered is kept: the server and its PostgreSQL survive a SIGKILL of the JVM (architecture.md). */
class KilledServerIT {

    private static final String SCENE = """
            with alice as (insert into accounts (username, email, password_hash, confirmed_at, created_at)
                           values ('alice', 'alice@mail.example', 'none', now(), now()) returning id),
            bob as (insert into accounts (username, email, password_hash, confirmed_at, created_at)
                    values ('bob', 'bob@mail.example', 'none', now(), now()) returning id),
            means as (insert into budgets (supporter_id, amount) select id, 5000000 from bob),
            funds as (insert into transfers (debit, key, credit, amount)
                      select 'gateway:test', 'deposit:1', 'funds:' || id, 5000000 from bob),
            blog as (insert into identities (name, account_id) select 'site:blog.example', id from alice returning id),
            post as (insert into things (url, url_key, identity_id, created_at, updated_at)
                     select 'https://blog.example/', '//blog.example/', id, now(), now() from blog returning id),
            login as (insert into grants (id, account_id, kind, name, scopes, created_at, expires_at)
                      select gen_random_uuid(), id, 'personal', 'test', '{flattr}', now(), now() + interval '1 day'
                      from bob returning id, account_id)
            select post.id as thing, login.id as jti, login.account_id as bob, k.id as kid, k.secret
            from post, login, signing_keys k""";

    @TempDir
    Path data;

    @Test
    void findsAnAcknowledgedClickAgainAfterItWasKilled() throws Exception {
        long thing;
        long orphan;
        try (var server = ServerProcess.start(data)) {
            var click = prepare(server);
            thing = click.thing;
            // A machine with much else to do may ask to come again before it acknowledges anything.
            Eventually.holds("the click is acknowledged", () -> isTaken(server, click));
            orphan = server.postgresPid();
            server.kill();
        }
        assertThat(ProcessHandle.of(orphan))
                .as("PostgreSQL outlives its server")
                .isPresent();

        try (var again = ServerProcess.start(data)) {
            assertThat(again.get("/api/v1/things/" + thing + "/count")).contains("\"flattrs\":1");
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void startsNoPostgresWhenAnotherDatabaseIsConfigured() throws Exception {
        var server = new ProcessBuilder("java", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "elsewhere.log").toFile());
        server.environment().put("OBOLUS_DATA", data.toString());
        server.environment().put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none");
        server.environment().put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://127.0.0.1:1/none");
        server.environment().put("QUARKUS_DATASOURCE_USERNAME", "nobody");

        var exit = server.start().waitFor();

        assertThat(exit).isNotZero();
        assertThat(data).isEmptyDirectory();
    }

    private record Click(long thing, String token) {}

    private static boolean isTaken(ServerProcess server, Click click) {
        try {
            var status = server.post("/api/v1/flattrs", click.token, "{\"thing\":" + click.thing + "}");
            assertThat(status).isIn(201, 503);
            return status == 201;
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Click prepare(ServerProcess server) throws IOException, SQLException {
        try (Connection database = server.database();
                var scene = database.createStatement();
                var row = scene.executeQuery(SCENE)) {
            row.next();
            var token = Jwt.issuer(server.url("").toString())
                    .audience("api")
                    .subject(row.getString("bob"))
                    .upn("bob")
                    .claim("jti", row.getString("jti"))
                    .claim("scope", "flattr")
                    .expiresAt(Instant.now().plus(Duration.ofHours(1)))
                    .jws()
                    .header("typ", "api+jwt")
                    .keyId(row.getString("kid"))
                    .algorithm(SignatureAlgorithm.HS256)
                    .sign(new SecretKeySpec(row.getBytes("secret"), "HmacSHA256"));
            return new Click(row.getLong("thing"), token);
        }
    }
}
