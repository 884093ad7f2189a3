package org.obolus.cli.links;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.obolus.cli.feeds.Document;
import org.obolus.cli.feeds.Entry;
import org.obolus.cli.feeds.Post;

/** Copies a JSON Feed with an extension of ours in each post; JSON Feed has no payment links of its own. */
final class IntoJson {

    private static final String EXTENSION = "_obolus";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final PaymentLinks links;
    private final List<Entry> entries;

    IntoJson(PaymentLinks links, List<Entry> entries) {
        this.links = links;
        this.entries = entries;
    }

    void copy(Document document, Writer to) throws IOException {
        try (var text = document.text();
                var in = JSON.createParser(text);
                var out = JSON.createGenerator(to).useDefaultPrettyPrinter()) {
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                member(in, out);
            }
            out.writeEndObject();
        }
    }

    private void member(JsonParser in, JsonGenerator out) throws IOException {
        var name = in.currentName();
        out.writeFieldName(name);
        if (in.nextToken() != JsonToken.START_ARRAY || !name.equals("items")) {
            JSON.writeTree(out, JSON.readTree(in));
            return;
        }
        out.writeStartArray();
        for (var nth = 0; in.nextToken() != JsonToken.END_ARRAY; nth++) {
            JSON.writeTree(out, linked(JSON.readTree(in), entries.get(nth)));
        }
        out.writeEndArray();
    }

    private JsonNode linked(JsonNode item, Entry entry) {
        if (item instanceof ObjectNode members) {
            entry.post()
                    .map(Post::url)
                    .filter(links.posts()::contains)
                    .ifPresent(post -> members.putObject(EXTENSION)
                            .put("about", links.server().toString())
                            .put("payment_url", links.address(post)));
        }
        return item;
    }
}
