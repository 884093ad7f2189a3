package org.obolus.identities;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.accounts.AccountsConfig;
import org.obolus.accounts.EmailAddress;

/** Links by which whoever reads an address's mail opts it out; they carry the address's name, and nothing is kept. */
@ApplicationScoped
class OptOutLinks {

    private static final Pattern LINK = Pattern.compile("([0-9a-f]{64})\\.([0-9]{10})\\.([A-Za-z0-9_-]{43})");

    private final InstanceSecrets secrets;
    private final EmailNames names;
    private final Clock clock;
    private final Duration lasts;
    private final String server;

    OptOutLinks(
            InstanceSecrets secrets,
            EmailNames names,
            Clock clock,
            AccountsConfig config,
            @ConfigProperty(name = "obolus.url") String server) {
        this.secrets = secrets;
        this.names = names;
        this.clock = clock;
        this.lasts = config.mailedLinkLasts();
        this.server = server;
    }

    String to(EmailAddress email) {
        var what = names.of(email).key() + "." + clock.instant().plus(lasts).getEpochSecond();
        return server + "/opt-out/email/" + what + "." + signature(what);
    }

    /** Whose address it is; fails with {@link IdentityRefused.LinkOver} when it is over or none of ours. */
    IdentityName read(String written) {
        var link = LINK.matcher(written);
        if (!link.matches() || !isSigned(link.group(1) + "." + link.group(2), link.group(3)) || isOver(link.group(2))) {
            throw new IdentityRefused.LinkOver();
        }
        return IdentityName.ofEmail(link.group(1));
    }

    private boolean isOver(String until) {
        return clock.instant().getEpochSecond() >= Long.parseLong(until);
    }

    private boolean isSigned(String what, String signature) {
        return MessageDigest.isEqual(signature(what).getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private String signature(String what) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.authentication(InstanceSecrets.Use.OPT_OUT, "email " + what));
    }
}
