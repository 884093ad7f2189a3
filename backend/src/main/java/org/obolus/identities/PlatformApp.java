package org.obolus.identities;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.util.Optional;

/** Our application on a platform, and what it shows that it is ours by. */
record PlatformApp(String id, Optional<String> secret) {

    /** A request for a token, in the way in which the platform wants to hear who asks. */
    TokenRequest asking(URI endpoint, AuthorizationGrant grant, boolean isBasic) {
        return asking(endpoint, grant, isBasic, Optional.empty());
    }

    /** The same for no more than a scope. */
    TokenRequest asking(URI endpoint, AuthorizationGrant grant, boolean isBasic, Optional<Scope> scope) {
        return builder(endpoint, grant, isBasic).scope(scope.orElse(null)).build();
    }

    private TokenRequest.Builder builder(URI endpoint, AuthorizationGrant grant, boolean isBasic) {
        var client = new ClientID(id);
        if (secret.isEmpty()) {
            return new TokenRequest.Builder(endpoint, client, grant);
        }
        var shared = new Secret(secret.get());
        var proof = isBasic ? new ClientSecretBasic(client, shared) : new ClientSecretPost(client, shared);
        return new TokenRequest.Builder(endpoint, proof, grant);
    }

    /** Nobody reads the secret in a log. */
    @Override
    public String toString() {
        return "the application " + id;
    }
}
