package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.ObolusClient;
import org.obolus.sdk.ApiDocument.Operation;

/** The client and the server's OpenAPI document, each held against the other. */
@QuarkusTest
class TheContractTest {

    /** For a person at a browser, whose log-in is a cookie: a token does not open them. */
    private static final Set<String> CLOSED_TO_TOKENS = Set.of(
            "GET /api/v1/log-ins",
            "DELETE /api/v1/log-ins/{id}",
            "POST /api/v1/password",
            "POST /api/v1/tokens",
            "GET /api/v1/tokens",
            "DELETE /api/v1/tokens/{id}");

    /** They give and take that cookie. */
    private static final Set<String> ABOUT_THE_COOKIE = Set.of("POST /api/v1/log-in", "POST /api/v1/log-out");

    @Inject
    People people;

    @Test
    void hasAMethodForEverythingThatATokenOpens() {
        var document = ApiDocument.ofTheServer();
        var server = new DocumentedServer(document);
        var client = client(server);

        EveryCall.all().forEach(call -> call.on(client));

        var offered = document.operations().stream().map(Operation::name).collect(Collectors.toSet());
        offered.removeAll(CLOSED_TO_TOKENS);
        offered.removeAll(ABOUT_THE_COOKIE);
        assertThat(server.served()).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void leavesOutOnlyWhatNoTokenOpens() {
        var alice = people.person("alice");
        var document = ApiDocument.ofTheServer();

        assertThat(CLOSED_TO_TOKENS).allSatisfy(name -> {
            var operation = document.operations().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            var path = operation.path().replaceAll("\\{[^}]+}", "5f0c4a66-6a0b-4c3e-9d55-0f6f3a1d2b11");
            var body = operation.method().equals("POST") ? "{\"name\": \"x\", \"scopes\": [\"thing\"]}" : "";
            var answer = alice.asks().body(body).request(operation.method(), path);
            assertThat(answer.statusCode()).as(name).isBetween(401, 403);
        });
    }

    @Test
    void readsEveryMemberThatIsDocumentedAndNoOther() {
        var document = ApiDocument.ofTheServer();
        var server = new DocumentedServer(document);
        var client = client(server);
        var shapes = new Shapes(document);

        for (var call : EveryCall.all()) {
            call.on(client);
            if (call.answersAsDocumented()) {
                var content = server.last().success().path("content");
                shapes.compareAnswer(call.answer(), content.elements().next().path("schema"), call.toString());
            }
        }
    }

    @Test
    void answersWhatWasRead() {
        var client = client(new DocumentedServer(ApiDocument.ofTheServer()));

        assertThat(EveryCall.all())
                .hasSizeGreaterThan(50)
                .filteredOn(call -> call.answer() != void.class)
                .allSatisfy(
                        call -> assertThat(call.on(client)).as(call.toString()).isNotNull());
    }

    private static ObolusClient client(DocumentedServer server) {
        return ObolusClient.builder(URI.create("https://obolus.example"))
                .token("token")
                .transport(server)
                .build();
    }
}
