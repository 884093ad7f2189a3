package org.obolus.cli.feeds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON Feed 1.0 and 1.1, one item after another. */
final class JsonFeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<URI> address;
    private final Map<String, JsonNode> head = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private JsonFeed(Optional<URI> address) {
        this.address = address;
    }

    static Part read(Document document, Optional<URI> address) throws IOException {
        try (var text = document.text();
                var parser = JSON.createParser(text)) {
            return new JsonFeed(address).read(parser);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new FeedRefused(
                    "The JSON of the feed is broken in line " + at.getLineNr() + ", column " + at.getColumnNr() + ".",
                    broken);
        }
    }

    private Part read(JsonParser in) throws IOException {
        in.nextToken();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            var name = in.currentName();
            if (in.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                items(in);
            } else {
                head.put(name, JSON.readTree(in));
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT) {
            throw MarkupReader.cut();
        }
        return new Part(head(), checked());
    }

    private void items(JsonParser in) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            entries.add(entry(JSON.readTree(in)));
        }
    }

    private List<Entry> checked() {
        if (entries.isEmpty() && !text(head.get("version")).orElse("").contains("jsonfeed.org")) {
            throw new FeedRefused("This is JSON, but no JSON Feed: it has neither items nor a version of the format.");
        }
        return entries;
    }

    private Head head() {
        var hubs = head.get("hubs");
        return new Head(
                text(head.get("title")).flatMap(PlainText::of),
                link(head.get("home_page_url")),
                text(head.get("language")),
                link(head.get("next_url")),
                link(head.get("feed_url")),
                hubs != null && !hubs.isEmpty());
    }

    private Entry entry(JsonNode item) {
        var title = text(item.get("title")).flatMap(PlainText::of);
        return Stream.of("url", "id", "external_url")
                .map(item::get)
                .map(this::link)
                .flatMap(Optional::stream)
                .findFirst()
                .map(url -> Entry.of(post(url, title, item)))
                .orElseGet(() ->
                        Entry.broken(title.orElse("an item without a title"), "It has no link to a page on the web."));
    }

    private static Post post(URI url, Optional<String> title, JsonNode item) {
        var description = Stream.of("summary", "content_text")
                .map(name -> text(item.get(name)).flatMap(PlainText::of))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> text(item.get("content_html")).flatMap(PlainText::ofHtml));
        var tags = PlainText.tags(StreamSupport.stream(item.path("tags").spliterator(), false)
                .map(tag -> text(tag).orElse("")));
        return new Post(url, title.or(() -> description), description, text(item.get("language")), tags);
    }

    private Optional<URI> link(JsonNode said) {
        return text(said).flatMap(written -> Links.absolute(base(), written));
    }

    private Optional<URI> base() {
        return address.or(() -> Stream.of("feed_url", "home_page_url")
                .flatMap(name -> text(head.get(name)).stream())
                .flatMap(written -> Links.absolute(Optional.empty(), written).stream())
                .findFirst());
    }

    private static Optional<String> text(JsonNode said) {
        return Optional.ofNullable(said).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
