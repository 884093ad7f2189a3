package org.obolus.client;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;

/** Names are in snake case over there, and amounts say their unit: {@code amount} is {@code amount_micros}. */
final class WireNames extends PropertyNamingStrategy {

    private static final long serialVersionUID = 1L;

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
        return name(field, name);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return name(method, name);
    }

    @Override
    public String nameForSetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return name(method, name);
    }

    @Override
    public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String name) {
        return name(parameter, name);
    }

    private static String name(Annotated member, String name) {
        var type = member.getType();
        var isAmount =
                type.hasRawClass(Money.class) || type.containedTypeOrUnknown(0).hasRawClass(Money.class);
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(name) + (isAmount ? "_micros" : "");
    }
}
