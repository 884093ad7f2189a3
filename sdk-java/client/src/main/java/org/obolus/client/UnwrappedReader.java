package org.obolus.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Reads a record whose first component's members stand on the wire beside its other components. */
final class UnwrappedReader extends JsonDeserializer<Object> {

    private final Class<?> type;

    UnwrappedReader(Class<?> type) {
        this.type = type;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var said = context.readTree(parser);
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = context.readTreeAsValue(i == 0 ? said : member(said, components[i]), components[i].getType());
        }
        try {
            return type.getConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw context.instantiationException(type, refused);
        }
    }

    private static JsonNode member(JsonNode said, RecordComponent component) {
        return said.path(SnakeCaseStrategy.INSTANCE.translate(component.getName()));
    }
}
