package org.obolus.money;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.obolus.problems.Unacceptable;

/** Reads micros from JSON: a text or a decimal is refused, not made into some whole number. */
final class MicrosReader extends StdDeserializer<Money> {

    private static final long serialVersionUID = 1L;

    MicrosReader() {
        super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw refused(parser, " is a whole number of millionths, for example 5000000 for 5.00, and not in quotes.");
        }
        if (parser.getNumberType() == NumberType.BIG_INTEGER) {
            throw refused(parser, " is more money than there is.");
        }
        return new Money(parser.getLongValue());
    }

    private static Unacceptable.Invalid refused(JsonParser parser, String why) throws IOException {
        var field = parser.currentName() == null ? "amount" : parser.currentName();
        return new Unacceptable.Invalid(field, field + why);
    }
}
