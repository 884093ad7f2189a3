package org.obolus.cli;

import java.net.URI;
import java.util.concurrent.Callable;
import org.obolus.cli.logins.Logins;
import org.obolus.client.Badge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "badge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the button as a picture with a link, for pages, mails and README files.",
        footer = {"", "Example: obolus badge https://blog.example/bread --by alice --count --format markdown"})
final class BadgeCommand implements Callable<Integer> {

    /** How it is written. */
    enum Format {
        HTML,
        MARKDOWN,
        ADDRESS
    }

    @ParentCommand
    Obolus obolus;

    @Mixin
    Common common;

    @Parameters(paramLabel = "URL", description = "What is to be flattred.")
    URI url;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "html",
            description = "html, markdown, or address (of the picture). Default: ${DEFAULT-VALUE}")
    Format format;

    @Option(names = "--by", paramLabel = "USERNAME", description = "Whose it is.")
    String by;

    @Option(names = "--count", description = "With the number of flattrs.")
    boolean isCounted;

    @Option(names = "--icon", description = "The coin alone.")
    boolean isIcon;

    @Option(names = "--png", description = "PNG instead of SVG, for mails.")
    boolean isBitmap;

    @Override
    public Integer call() {
        var here = obolus.surroundings();
        var output = new Output(here, common);
        var server = Session.anonymous(common.server(here, new Logins(here.configuration(), here.clock())))
                .server();
        var badge = badge(server);
        output.line(
                switch (format) {
                    case HTML -> badge.html();
                    case MARKDOWN -> badge.markdown();
                    case ADDRESS -> badge.image().toString();
                });
        output.document(document -> document.put("html", badge.html())
                .put("markdown", badge.markdown())
                .put("address", badge.image().toString()));
        return 0;
    }

    private Badge badge(URI server) {
        var thing = Arguments.thing(url);
        var badge = Badge.of(server, by == null ? thing : thing.by(by));
        badge = isCounted ? badge.counted() : badge;
        badge = isIcon ? badge.icon() : badge;
        return isBitmap ? badge.bitmap() : badge;
    }
}
