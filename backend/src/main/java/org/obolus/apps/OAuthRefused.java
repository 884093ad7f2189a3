package org.obolus.apps;

import org.obolus.problems.Problem;
import org.obolus.problems.ProblemType;

/** What an app is told that asked wrongly; names as in RFC 6749, sections 4.1.2.1 and 5.2, and RFC 7591, section 3.2.2. */
abstract sealed class OAuthRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private OAuthRefused(ProblemType type, String sentence) {
        super(type, sentence);
    }

    /** Something is missing, comes twice, or cannot be read. */
    static final class InvalidRequest extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        InvalidRequest(String sentence) {
            super(ProblemType.INVALID_REQUEST, sentence);
        }
    }

    /** Says neither whether there is such an app nor what about its secret is wrong. */
    static final class InvalidClient extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        InvalidClient() {
            super(ProblemType.INVALID_CLIENT, "No app has this client_id and this client_secret.");
        }
    }

    /** A code or a refresh token that is spent, too old, not whole, or somebody else's. */
    static final class InvalidGrant extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        InvalidGrant(String sentence) {
            super(ProblemType.INVALID_GRANT, sentence);
        }
    }

    /** There is no such scope, none that apps are given, or more than was allowed. */
    static final class InvalidScope extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        InvalidScope(String sentence) {
            super(ProblemType.INVALID_SCOPE, sentence);
        }
    }

    /** Tokens for something else than a code or a refresh token. */
    static final class UnsupportedGrantType extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        UnsupportedGrantType() {
            super(
                    ProblemType.UNSUPPORTED_GRANT_TYPE,
                    "Tokens are given for the grant types authorization_code and refresh_token.");
        }
    }

    /** Another answer than a code; a token in an address would be left lying about. */
    static final class UnsupportedResponseType extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        UnsupportedResponseType() {
            super(
                    ProblemType.UNSUPPORTED_RESPONSE_TYPE,
                    "Ask with response_type=code and exchange the code; no token is put into an address here.");
        }
    }

    /** The person was asked. */
    static final class AccessDenied extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        AccessDenied() {
            super(ProblemType.ACCESS_DENIED, "The person did not allow it.");
        }
    }

    /** An app that registers itself has to be sent back somewhere safe. */
    static final class InvalidRedirectUri extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        InvalidRedirectUri(String sentence) {
            super(ProblemType.INVALID_REDIRECT_URI, sentence);
        }
    }

    /** Anything else that is wrong about an app that registers itself. */
    static final class InvalidClientMetadata extends OAuthRefused {
        private static final long serialVersionUID = 1L;

        InvalidClientMetadata(String sentence) {
            super(ProblemType.INVALID_CLIENT_METADATA, sentence);
        }
    }
}
