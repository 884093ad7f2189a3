package org.obolus.examples;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.obolus.client.ObolusClient;
import org.obolus.client.UnverifiedWebHook;
import org.obolus.client.WebHookVerifier;

/** Receives what the server tells. */
public final class HookReceiver {

    private final WebHookVerifier verifier;

    /** With the secret or the public key of the endpoint; with both secrets while they are being replaced. */
    public HookReceiver(String... keys) {
        this.verifier = WebHookVerifier.of(keys);
    }

    /** Has this address told of every flattr of the caller's things. */
    public static HookReceiver at(URI address, ObolusClient client) {
        // snippet: make-hook
        var made = client.hooks().make(address, List.of("thing.flattred"));
        var secret = made.secret(); // shown this once: keep it
        // end
        return new HookReceiver(secret);
    }

    /** Answers the status for the server. */
    public int receive(UnaryOperator<String> header, byte[] body) {
        // snippet: web-hook
        try {
            var hook = verifier.verify(header, body); // for example request::getHeader
            System.out.println(hook.type() + " " + hook.data());
            return 204;
        } catch (UnverifiedWebHook unverified) {
            return 400;
        }
        // end
    }
}
