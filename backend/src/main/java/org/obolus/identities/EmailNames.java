package org.obolus.identities;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import org.obolus.accounts.EmailAddress;

/** Names people by their e-mail address without keeping it: by its HMAC-SHA-256 under a secret of this instance. */
@ApplicationScoped
class EmailNames {

    private final InstanceSecrets secrets;

    EmailNames(InstanceSecrets secrets) {
        this.secrets = secrets;
    }

    IdentityName of(EmailAddress email) {
        return IdentityName.ofEmail(
                HexFormat.of().formatHex(secrets.authentication(InstanceSecrets.Use.EMAIL, email.key())));
    }
}
