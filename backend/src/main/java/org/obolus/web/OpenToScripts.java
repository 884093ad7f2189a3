package org.obolus.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * What scripts of every site may call, because it knows no cookies and no browser adds anything else by itself.
 *
 * @param methods that they may use
 * @param headers that they may send
 * @param seen headers of answers that they may read
 */
public record OpenToScripts(String methods, String headers, String seen) {

    private static final int NO_CONTENT = 204;

    /** Says so on the answer, and answers a browser that only asks. */
    public void open(RoutingContext request) {
        var answer = request.response();
        answer.headers().set("Access-Control-Allow-Origin", "*");
        answer.headers().set("Access-Control-Expose-Headers", seen);
        answer.headers().set("Cross-Origin-Resource-Policy", "cross-origin");
        if (request.request().method() != HttpMethod.OPTIONS) {
            request.next();
            return;
        }
        answer.headers().set("Access-Control-Allow-Methods", methods);
        answer.headers().set("Access-Control-Allow-Headers", headers);
        answer.headers().set("Access-Control-Max-Age", "86400");
        answer.setStatusCode(NO_CONTENT).end();
    }
}
