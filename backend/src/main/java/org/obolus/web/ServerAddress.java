package org.obolus.web;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/**
 * Reads the address of this server. Whatever is joined to it begins with a slash, here as in what was registered elsewhere,
 * so that it ends without one, however the operator wrote it.
 */
public final class ServerAddress implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "obolus.url";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var set = context.proceed(name);
        return set == null || set.getValue() == null || !name.equals(NAME)
                ? set
                : set.withValue(set.getValue().replaceFirst("/+$", ""));
    }
}
