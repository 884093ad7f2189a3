package org.obolus.identities;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.obolus.accounts.AccountId;

/**
 * How an identity is written: {@code account:4711}, {@code site:blog.example}, {@code email:9f86d081…}, {@code
 * github:user:id:4711}.
 */
public record IdentityName(@JsonValue String value) implements Comparable<IdentityName> {

    private static final String SITE = "site:";
    private static final String EMAIL = "email";

    public static IdentityName of(AccountId account) {
        return new IdentityName("account:" + account);
    }

    public static IdentityName of(SiteHost site) {
        return new IdentityName(SITE + site);
    }

    /**
     * A site or somebody on another platform as it is written, or only the host of a site.
     *
     * @throws org.obolus.problems.Problem when it is neither
     */
    static IdentityName read(String written) {
        var isWhole = written.startsWith(SITE) || PlatformUserId.of(written).isPresent();
        return isWhole ? new IdentityName(written) : of(SiteHost.of(written));
    }

    /** By what is derived from the address, which itself is not kept. */
    static IdentityName ofEmail(String hash) {
        return new IdentityName(EMAIL + ":" + hash);
    }

    /** What stands after its kind. */
    String key() {
        return value.substring(value.indexOf(':') + 1);
    }

    public boolean isEmail() {
        return value.startsWith(EMAIL + ":");
    }

    /** The site, where it is one. */
    public Optional<SiteHost> site() {
        return value.startsWith(SITE) ? Optional.of(new SiteHost(value.substring(SITE.length()))) : Optional.empty();
    }

    /** Somebody on another platform, by what it calls them for ever. */
    public static IdentityName of(PlatformName platform, String userId) {
        return new IdentityName(platform + ":user:id:" + userId);
    }

    /** As others may read it: what is derived from an e-mail address is nobody's to see. */
    public String shown() {
        return isEmail() ? EMAIL : value;
    }

    /** Whether it is a person wherever they are, and neither an account, a site nor a page of one. */
    public boolean isOfSomebody() {
        return isEmail() || PlatformUserId.of(this).isPresent();
    }

    @Override
    public int compareTo(IdentityName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
