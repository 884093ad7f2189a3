package org.obolus.identities;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.obolus.accounts.EmailAddress;
import org.obolus.web.UrlRefused;
import org.obolus.web.WebUrl;

/** What somebody typed to say whom they mean, taken apart; which of these it is depends on the platforms that are known. */
final class Typed {

    private static final Pattern SCHEME = Pattern.compile("(?i)^https?://.*");
    private static final Pattern ON_A_SERVER = Pattern.compile("@?([^@\\s/:]+)@([^@\\s/]+)");
    private static final Pattern ON_A_PLATFORM = Pattern.compile("([A-Za-z][A-Za-z0-9 -]{0,29}?)\\s*:\\s*(\\S+)");
    private static final Pattern TO_AN_ADDRESS = Pattern.compile("(?i)^(?:mailto|e-?mail)\\s*:\\s*(.+)");
    private static final String UNSEEN = "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+";
    private static final int LONGEST = 2000;

    private final String text;

    private Typed(String text) {
        this.text = text;
    }

    static Typed of(String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST) {
            throw new PersonRefused.Unreadable();
        }
        return new Typed(written.replaceAll(UNSEEN, "").strip());
    }

    /** A name on one of many servers, and the server. */
    record OnAServer(String handle, String server, boolean isMarked) {}

    /** A name with the platform in front. */
    record OnAPlatform(String platform, String rest) {}

    boolean isAddress() {
        return SCHEME.matcher(text).matches();
    }

    /** The address, also where a scheme is missing. */
    Optional<WebUrl> address() {
        if (isAddress()) {
            return Optional.of(WebUrl.of(text));
        }
        if (text.startsWith("@") || !text.contains(".") || text.contains(" ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(WebUrl.of("https://" + text));
        } catch (UrlRefused noAddress) {
            return Optional.empty();
        }
    }

    Optional<PlatformUserId> identity() {
        return PlatformUserId.of(text);
    }

    /** An address of e-mail, with the word for it in front or bare. */
    Optional<EmailAddress> mail() {
        var match = TO_AN_ADDRESS.matcher(text);
        return match.matches()
                ? EmailAddress.read(match.group(1))
                : isAddress() || text.contains(":") || text.startsWith("@")
                        ? Optional.empty()
                        : EmailAddress.read(text);
    }

    Optional<OnAServer> onAServer() {
        var bare = text.toLowerCase(Locale.ROOT).startsWith("acct:") ? text.substring("acct:".length()) : text;
        var match = ON_A_SERVER.matcher(bare);
        return match.matches()
                ? Optional.of(new OnAServer(match.group(1), match.group(2), bare.startsWith("@") || !bare.equals(text)))
                : Optional.empty();
    }

    Optional<OnAPlatform> onAPlatform() {
        var match = ON_A_PLATFORM.matcher(text);
        return match.matches() && !isAddress()
                ? Optional.of(new OnAPlatform(match.group(1), match.group(2)))
                : Optional.empty();
    }

    /** The name alone, which may be anybody's. */
    String bare() {
        return text.startsWith("@") ? text.substring(1) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
