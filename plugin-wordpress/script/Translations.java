import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles each .po of a folder into what WordPress reads, in another folder: a .mo, and for each script that has messages a
 * .json under the name that WordPress looks for. The same .po makes the same bytes. It is here because a machine that builds
 * has a JDK, and neither gettext nor PHP.
 */
class Translations {

    private static final String CONTEXT = "\u0004";
    private static final String PLURAL = "\0";
    private static final int REVISION = 0;
    private static final int HEADER_BYTES = 28;
    private static final int ENTRY_BYTES = 8;

    public static void main(String[] folders) throws Exception {
        var sources = Path.of(folders[0]);
        var compiled = Files.createDirectories(Path.of(folders[1]));
        var files = new TreeMap<Path, byte[]>();
        for (var source : in(sources, "*.po")) {
            var name = source.getFileName().toString().replaceAll("\\.po$", "");
            var messages = Catalogue.read(source);
            files.put(compiled.resolve(name + ".mo"), mo(messages));
            for (var script : scripts(messages).entrySet()) {
                var path = name + "-" + md5(script.getKey()) + ".json";
                files.put(compiled.resolve(path), bytes(json(script.getKey(), messages.get(0), script.getValue())));
            }
        }
        for (var file : files.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        for (var old : in(compiled, "*.{mo,json}")) {
            if (!files.containsKey(old)) {
                Files.delete(old);
            }
        }
    }

    private static List<Path> in(Path folder, String names) throws IOException {
        try (var found = Files.newDirectoryStream(folder, names)) {
            var paths = new ArrayList<Path>();
            found.forEach(paths::add);
            paths.sort(null);
            return paths;
        }
    }

    /** The format of GNU MO files: sorted by the bytes of the originals, and without a table of hashes, which nobody needs. */
    private static byte[] mo(List<Message> messages) {
        var sorted = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        messages.forEach(
                message -> sorted.put(bytes(message.key()), bytes(String.join(PLURAL, message.translations()))));
        var originals = HEADER_BYTES;
        var translations = originals + sorted.size() * ENTRY_BYTES;
        var strings = translations + sorted.size() * ENTRY_BYTES;
        var tables = ByteBuffer.allocate(strings).order(ByteOrder.LITTLE_ENDIAN);
        tables.putInt(0x950412de).putInt(REVISION).putInt(sorted.size());
        tables.putInt(originals).putInt(translations).putInt(0).putInt(strings);
        var texts = new ByteArrayOutputStream();
        sorted.keySet().forEach(original -> put(tables, texts, original));
        sorted.values().forEach(translation -> put(tables, texts, translation));
        var file = new ByteArrayOutputStream();
        file.writeBytes(tables.array());
        file.writeBytes(texts.toByteArray());
        return file.toByteArray();
    }

    private static void put(ByteBuffer tables, ByteArrayOutputStream texts, byte[] text) {
        tables.putInt(text.length).putInt(tables.capacity() + texts.size());
        texts.writeBytes(text);
        texts.write(0);
    }

    private static Map<String, List<Message>> scripts(List<Message> messages) {
        var scripts = new TreeMap<String, List<Message>>();
        for (var message : messages) {
            for (var file : message.files()) {
                if (file.endsWith(".js")) {
                    scripts.computeIfAbsent(file, key -> new ArrayList<>()).add(message);
                }
            }
        }
        return scripts;
    }

    /** As wp.i18n takes it: each message by context and singular, with its translations. */
    private static String json(String script, Message header, List<Message> messages) {
        var entries = messages.stream()
                .map(message -> "%s: [%s]"
                        .formatted(
                                quoted(message.contextual(message.singular())),
                                message.translations().stream()
                                        .map(Translations::quoted)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(",\n"));
        return """
                {"source": %s, "domain": "messages", "locale_data": {"messages": {
                "": {"domain": "messages", "lang": %s, "plural-forms": %s},
                %s
                }}}
                """.formatted(
                quoted(script), quoted(header.field("Language")), quoted(header.field("Plural-Forms")), entries);
    }

    private static String quoted(String text) {
        var escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        return '"' + escaped.replace(CONTEXT, "\\u0004") + '"';
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is said, where, and how it is said in a language; the header of a .po is the message without words. */
    record Message(String context, String singular, String plural, List<String> translations, List<String> files) {

        String key() {
            return contextual(plural == null ? singular : singular + PLURAL + plural);
        }

        String contextual(String text) {
            return context == null ? text : context + CONTEXT + text;
        }

        String field(String name) {
            return translations
                    .get(0)
                    .lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("The header does not say " + name))
                    .substring(name.length() + 2);
        }
    }

    /** Reads a .po line by line. */
    static class Catalogue {

        private static final Pattern KEYWORD =
                Pattern.compile("(msgctxt|msgid|msgid_plural|msgstr(?:\\[\\d])?) (\".*)");
        private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
        private static final Map<String, String> ESCAPED = Map.of("n", "\n", "t", "\t", "\"", "\"", "\\", "\\");

        private final List<Message> messages = new ArrayList<>();
        private final Map<String, String> parts = new TreeMap<>();
        private final List<String> files = new ArrayList<>();
        private String part;

        static List<Message> read(Path source) throws IOException {
            var catalogue = new Catalogue();
            var number = 0;
            for (var line : Files.readAllLines(source)) {
                number++;
                try {
                    catalogue.take(line.strip());
                } catch (IllegalArgumentException wrong) {
                    throw new IOException(source + ":" + number + ": " + wrong.getMessage(), wrong);
                }
            }
            catalogue.end();
            return catalogue.messages;
        }

        private void take(String line) {
            var keyword = KEYWORD.matcher(line);
            if (line.isEmpty()) {
                end();
            } else if (line.startsWith("#: ")) {
                files.addAll(List.of(line.substring(3).split(" ")));
            } else if (line.startsWith("#, ") && line.contains("fuzzy")) {
                throw new IllegalArgumentException("fuzzy");
            } else if (keyword.matches()) {
                part = keyword.group(1);
                parts.put(part, text(keyword.group(2)));
            } else if (line.startsWith("\"") && part != null) {
                parts.merge(part, text(line), String::concat);
            } else if (!line.startsWith("#")) {
                throw new IllegalArgumentException("not understood");
            }
        }

        private void end() {
            if (parts.containsKey("msgid")) {
                var translations = parts.entrySet().stream()
                        .filter(one -> one.getKey().startsWith("msgstr"))
                        .map(Map.Entry::getValue)
                        .toList();
                messages.add(new Message(
                        parts.get("msgctxt"),
                        parts.get("msgid"),
                        parts.get("msgid_plural"),
                        translations,
                        List.copyOf(files)));
            }
            parts.clear();
            files.clear();
            part = null;
        }

        private static String text(String literal) {
            var quoted = QUOTED.matcher(literal);
            if (!quoted.matches()) {
                throw new IllegalArgumentException("not closed");
            }
            return Pattern.compile("\\\\(.)").matcher(quoted.group(1)).replaceAll(escape -> {
                var meant = ESCAPED.get(escape.group(1));
                if (meant == null) {
                    throw new IllegalArgumentException("\\" + escape.group(1) + " is not known");
                }
                return Matcher.quoteReplacement(meant);
            });
        }
    }
}
