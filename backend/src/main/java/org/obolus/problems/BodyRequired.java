package org.obolus.problems;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses an empty body, or the JSON word null, before a resource that reads its body meets it. */
@Provider
class BodyRequired implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.proceed();
        if (body == null) {
            throw new Unacceptable.Malformed(
                    "The body is empty. Send the JSON object that the API documentation shows.");
        }
        return body;
    }
}
