package org.obolus.identities;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.obolus.web.WebUrl;

/** Finds out where a platform is asked what: by its settings, and for what is not set by its own OpenID Connect document. */
@ApplicationScoped
class DiscoverPlatform {

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    private static final int MOST_KEPT = 1000;

    private final CallPlatform call;
    private final Cache<String, OIDCProviderMetadata> known = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    DiscoverPlatform(CallPlatform call) {
        this.call = call;
    }

    /** Fails with {@link LogInRefused} when its document does not answer or is another's. */
    Uni<PlatformEndpoints> endpoints(LogInPlatform platform) {
        return platform.issuer()
                .map(issuer -> document(platform, issuer).map(document -> merged(platform, Optional.of(document))))
                .orElseGet(() -> Uni.createFrom().item(() -> merged(platform, Optional.empty())));
    }

    private Uni<OIDCProviderMetadata> document(LogInPlatform platform, String issuer) {
        var kept = known.getIfPresent(issuer);
        return kept != null
                ? Uni.createFrom().item(kept)
                : call.get(platform, documentOf(issuer))
                        .map(text -> read(platform, issuer, text))
                        .invoke(document -> known.put(issuer, document));
    }

    /** Without a slash at the end (OpenID Connect Discovery, 4.1), which is part of the issuer's name all the same. */
    private static WebUrl documentOf(String issuer) {
        return WebUrl.of(issuer.replaceFirst("/$", "") + DOCUMENT);
    }

    private static OIDCProviderMetadata read(LogInPlatform platform, String issuer, String text) {
        try {
            var document = OIDCProviderMetadata.parse(text);
            if (document.getIssuer().getValue().equals(issuer)) {
                return document;
            }
            Log.warnf("The document of %s names the issuer %s", platform.name(), document.getIssuer());
        } catch (ParseException unreadable) {
            Log.warnf("The document of %s cannot be read: %s", platform.name(), unreadable.getMessage());
        }
        throw new LogInRefused.NotUnderstood(platform);
    }

    private static PlatformEndpoints merged(LogInPlatform platform, Optional<OIDCProviderMetadata> document) {
        var settings = platform.settings();
        return new PlatformEndpoints(
                one(
                        platform,
                        settings.authorization(),
                        document.map(OIDCProviderMetadata::getAuthorizationEndpointURI)),
                one(platform, settings.token(), document.map(OIDCProviderMetadata::getTokenEndpointURI)),
                one(platform, settings.user(), document.map(OIDCProviderMetadata::getUserInfoEndpointURI)),
                platform.issuer(),
                document.filter(OIDCProviderMetadata::supportsAuthorizationResponseIssuerParam)
                        .isPresent());
    }

    private static WebUrl one(LogInPlatform platform, Optional<String> set, Optional<URI> published) {
        return platform.address(set)
                .or(() -> published.map(URI::toString).map(WebUrl::of))
                .orElseThrow(() -> new LogInRefused.NotUnderstood(platform));
    }
}
