package org.obolus.examples;

import java.util.function.UnaryOperator;
import org.obolus.client.UnverifiedWebHook;
import org.obolus.client.WebHookVerifier;

/** Receives what the server tells. */
public final class HookReceiver {

    private final WebHookVerifier verifier;

    /** With the secret or the public key of the endpoint; with both secrets while they are being replaced. */
    public HookReceiver(String... keys) {
        this.verifier = WebHookVerifier.of(keys);
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
