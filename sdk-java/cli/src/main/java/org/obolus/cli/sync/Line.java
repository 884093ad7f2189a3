package org.obolus.cli.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A line of what is remembered: whose it is, or one post.
 *
 * @param print none for a post that was taken away
 */
record Line(String of, String by, String url, String print) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Line head(String of, String by) {
        return new Line(of, by, null, null);
    }

    static Line post(String url, String print) {
        return new Line(null, null, url, print);
    }

    /** What cannot be read is of no post. */
    static Line read(String written) {
        try {
            var node = JSON.readTree(written);
            return new Line(text(node, "of"), text(node, "by"), text(node, "url"), text(node, "print"));
        } catch (JsonProcessingException broken) {
            return post("", null);
        }
    }

    String written() {
        var node = JSON.createObjectNode();
        if (of != null) {
            node.put("of", of).put("by", by);
        } else {
            node.put("url", url).put("print", print);
        }
        return node + "\n";
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText(null);
    }
}
