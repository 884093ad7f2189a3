package org.obolus.cli.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Progress;
import org.obolus.cli.endings.Stopped;

/** Reads feeds and sitemaps, from files and from the web, in the state in which they are. */
public final class Feeds {

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");
    private static final String STANDARD_INPUT = "-";

    private final Limits limits;
    private final Path folder;
    private final Progress progress;

    /** @param folder where documents are kept while they are read */
    public Feeds(Limits limits, Path folder, Progress progress) {
        this.limits = limits;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Reads all of a feed.
     *
     * @param name a file, an address, or - for what comes in
     * @param base what relative links are relative to, where neither the address nor the feed says so
     * @throws FeedRefused when it cannot be read
     */
    public Feed read(String name, Optional<URI> base, InputStream in) {
        try {
            var document = ADDRESS.matcher(name).matches() ? fromTheWeb(name) : fromHere(name, in);
            return new Reading(document, name, base, limits, this::fetch).feed();
        } catch (IOException lost) {
            throw new FeedRefused("The feed could not be read: " + lost.getMessage(), lost);
        }
    }

    private Document fromTheWeb(String name) {
        return fetch(Links.absolute(Optional.empty(), name)
                .orElseThrow(() -> new FeedRefused(name + " is no address on the web.")));
    }

    private Document fetch(URI address) {
        return new Fetch(limits, folder, progress).document(address);
    }

    private Document fromHere(String name, InputStream in) throws IOException {
        var file = Files.createTempFile(folder, "feed", "");
        try (var from = name.equals(STANDARD_INPUT) ? in : Files.newInputStream(Path.of(name))) {
            var total = name.equals(STANDARD_INPUT) ? 0 : Files.size(Path.of(name));
            new Unpacking(limits, progress).write(from, file, total);
        } catch (NoSuchFileException missing) {
            throw new Stopped(Ending.BAD_FILE, "There is no file " + name + ".", missing);
        }
        return new Document(file, Charsets.of(file, Optional.empty()), Optional.empty(), List.of());
    }
}
