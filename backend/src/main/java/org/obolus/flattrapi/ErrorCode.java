package org.obolus.flattrapi;

import java.util.Map;
import org.obolus.problems.ProblemType;

/** By which name and status Flattr's API refuses what a door of ours refused. */
record ErrorCode(String name, int status) {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int OUR_FAULT = 500;

    private static final ErrorCode REQUEST = new ErrorCode("invalid_request", BAD_REQUEST);
    private static final ErrorCode PARAMETERS = new ErrorCode("invalid_parameters", BAD_REQUEST);
    private static final ErrorCode VALIDATION = new ErrorCode("validation", BAD_REQUEST);
    private static final ErrorCode NOT_YOURS = new ErrorCode("forbidden", FORBIDDEN);
    private static final ErrorCode LATER = new ErrorCode("temporarily_unavailable", 503);
    private static final ErrorCode TOO_OFTEN = new ErrorCode("rate_limit_exceeded", TOO_MANY);
    private static final ErrorCode NOTHING = new ErrorCode("not_found", NOT_FOUND);
    private static final Map<ProblemType, ErrorCode> BY_TYPE = Map.ofEntries(
            Map.entry(ProblemType.NOT_FOUND, NOTHING),
            Map.entry(ProblemType.NOT_FLATTRED, NOTHING),
            Map.entry(ProblemType.NOT_ACCEPTABLE, new ErrorCode("not_acceptable", 406)),
            Map.entry(ProblemType.INVALID, PARAMETERS),
            Map.entry(ProblemType.NOT_A_THING_URL, PARAMETERS),
            Map.entry(ProblemType.TOO_MANY_REQUESTS, TOO_OFTEN),
            Map.entry(ProblemType.UNAUTHORIZED, new ErrorCode("unauthorized", UNAUTHORIZED)),
            Map.entry(ProblemType.NO_MEANS, new ErrorCode("no_means", UNAUTHORIZED)),
            Map.entry(ProblemType.INSUFFICIENT_SCOPE, new ErrorCode("insufficient_scope", FORBIDDEN)),
            Map.entry(ProblemType.FLATTR_ONCE, new ErrorCode("flattr_once", FORBIDDEN)),
            Map.entry(ProblemType.FLATTR_OWNER, new ErrorCode("flattr_owner", FORBIDDEN)),
            Map.entry(ProblemType.OPTED_OUT, NOT_YOURS),
            Map.entry(ProblemType.FORBIDDEN, NOT_YOURS),
            Map.entry(ProblemType.CROSS_SITE, NOT_YOURS),
            Map.entry(ProblemType.THING_OWNER, NOT_YOURS),
            Map.entry(ProblemType.INTERNAL, new ErrorCode("server_error", OUR_FAULT)),
            Map.entry(ProblemType.UNREACHABLE, LATER),
            Map.entry(ProblemType.OVERLOADED, LATER));

    /** The limit of this API's own calls, as Flattr answered it; it knew no other. */
    static final ErrorCode NO_CALLS_LEFT = new ErrorCode(TOO_OFTEN.name, FORBIDDEN);

    static ErrorCode of(ProblemType type) {
        return BY_TYPE.getOrDefault(type, REQUEST);
    }

    /** Some calls have names of their own for what is refused everywhere. */
    static ErrorCode of(ProblemType type, String method, String path) {
        var known = of(type);
        if (path.endsWith("/subscriptions") && type == ProblemType.FLATTR_OWNER) {
            return new ErrorCode("thing_owner", FORBIDDEN);
        }
        return known.equals(PARAMETERS) && submits(method, path) ? VALIDATION : known;
    }

    private static boolean submits(String method, String path) {
        return !"GET".equals(method) && path.matches(Addressing.BASE + "/things(/[^/]*)?");
    }
}
