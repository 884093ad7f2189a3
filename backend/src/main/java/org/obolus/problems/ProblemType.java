package org.obolus.problems;

import java.net.URI;
import java.util.Locale;

/**
 * The catalogue of everything this server refuses: name, HTTP status and title.
 *
 * <p>The names are public contract (RFC 9457, section 3.1.1); where Flattr's API had a code, it is the name. A name is
 * never taken back.
 */
public enum ProblemType {
    // what cannot be read
    MALFORMED(400, "This request cannot be read"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "This address does not do that"),
    NOT_ACCEPTABLE(406, "This is not available in the format asked for"),
    TOO_LARGE(413, "That is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This format is not understood here"),
    INVALID(422, "A value is not acceptable"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something failed here"),
    OVERLOADED(503, "Too busy just now"),
    // people
    UNAUTHORIZED(401, "Log in first"),
    INSUFFICIENT_SCOPE(403, "This token may not do that"),
    FORBIDDEN(403, "This is not yours to do"),
    CROSS_SITE(403, "This came from another site"),
    WRONG_PASSWORD(401, "Name and password do not match"),
    USERNAME_TAKEN(409, "This name is taken"),
    LINK_SPENT(410, "This link no longer works"),
    UNCONFIRMED(403, "Confirm your e-mail address first"),
    TOO_MANY_TOKENS(409, "There are too many tokens"),
    // things and whose they are
    NOT_A_THING_URL(422, "This address cannot be flattred"),
    THING_OWNER(403, "This thing is not yours"),
    PROOF_NOT_FOUND(422, "The proof was not found"),
    OWNED_BY_ANOTHER(409, "Somebody else has proven this"),
    CONTESTED(409, "Two people claim this"),
    ASSIGNED_ALREADY(409, "These pages are given already"),
    TOO_MANY_ASSIGNMENTS(409, "There are too many assignments"),
    UNREACHABLE(422, "That site did not answer"),
    ADDRESS_REFUSED(422, "That address is not fetched"),
    LOG_IN_FAILED(409, "The log-in over there did not work"),
    NO_SUCH_PERSON(404, "Nobody there is called that"),
    WHICH_PLATFORM(422, "That name is not enough"),
    // giving
    NO_MEANS(402, "Nothing left to flattr with"),
    FLATTR_ONCE(409, "Flattred already this month"),
    FLATTR_OWNER(409, "A thing of your own"),
    OPTED_OUT(409, "Its maker does not want flattrs"),
    NOT_FLATTRED(404, "Not flattred this month"),
    APP_LIMIT(403, "This app may flattr no more this month"),
    // the button on other sites
    NOT_CONNECTED(401, "This button is not connected"),
    CONFIRM_IN_WINDOW(403, "Confirm this in the window"),
    FOREIGN_SITE(403, "This button is for another site"),
    // apps of other people; the names are those of OAuth
    INVALID_REQUEST(400, "An app asked wrongly"),
    INVALID_CLIENT(401, "This app did not prove who it is"),
    INVALID_GRANT(400, "This code or token is not good"),
    INVALID_SCOPE(400, "No app may ask for that"),
    UNSUPPORTED_GRANT_TYPE(400, "Tokens are not given for that"),
    UNSUPPORTED_RESPONSE_TYPE(400, "Access is not answered in that way"),
    ACCESS_DENIED(403, "The person said no"),
    INVALID_REDIRECT_URI(400, "People cannot be sent back there"),
    INVALID_CLIENT_METADATA(400, "An app cannot register like that"),
    TOO_MANY_APPS(409, "There are too many apps"),
    // money
    BUDGET_TOO_SMALL(422, "The budget is too small"),
    NO_BUDGET(409, "There is no budget yet"),
    AMOUNT_REFUSED(422, "This amount is not acceptable"),
    INSUFFICIENT_FUNDS(409, "There is not enough money for that"),
    PAYMENT_FAILED(409, "The payment did not succeed"),
    BOOKED_ALREADY(409, "This is booked already"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for something else"),
    IDEMPOTENCY_KEY_IN_USE(409, "The first request with this Idempotency-Key is still running"),
    // month end
    MONTH_NOT_CLOSED(409, "This month is still open"),
    MONTH_SETTLED(409, "This month is settled"),
    POTS_MOVING(409, "The month's pots are still being moved");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The name on the wire, for example {@code flattr_once}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where this type is explained, relative to the server. */
    public URI uri() {
        return URI.create("/problems/" + code());
    }
}
