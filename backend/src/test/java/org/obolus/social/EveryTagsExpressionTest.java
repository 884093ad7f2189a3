package org.obolus.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.obolus.problems.Unacceptable;

class EveryTagsExpressionTest {

    private static final List<String> TAGS = List.of("bread", "rye", "free software", "ö");

    @Property
    void isReadAsItIsWritten(@ForAll("expressions") TagsExpression expression) {
        assertThat(TagsExpression.of(expression.toString())).isEqualTo(expression);
    }

    @Property
    void meansTheSameWithSpacesWhereTheyMayStand(
            @ForAll("expressions") TagsExpression expression, @ForAll("tags") Set<String> tags) {
        var spaced = expression.toString().replaceAll("([|&!()])", "  $1\t");

        assertThat(TagsExpression.of(spaced).matches(tags)).isEqualTo(expression.matches(tags));
    }

    @Property
    void bindsEveryTagAndWritesNoneIntoTheStatement(@ForAll("expressions") TagsExpression expression) {
        var bound = new ArrayList<String>();

        var sql = expression.sql(tag -> {
            bound.add(tag);
            return "$" + bound.size();
        });

        assertThat(bound).isNotEmpty().isSubsetOf(TAGS);
        assertThat(sql).matches("[a-z_.@>\\[\\]$0-9: ()]+");
    }

    @Property(tries = 5000)
    void isReadOrRefusedButNeverBreaksTheReader(@ForAll("nearly") String anything) {
        try {
            assertThat(TagsExpression.of(anything)).isNotNull();
        } catch (Unacceptable.Invalid refused) {
            assertThat(refused).hasMessageContaining("tags expression");
        }
    }

    @Example
    void bindsNotBeforeAndBeforeOr() {
        var expression = TagsExpression.of("a | b & !c");

        assertThat(expression.matches(Set.of("a", "c"))).isTrue();
        assertThat(expression.matches(Set.of("b"))).isTrue();
        assertThat(expression.matches(Set.of("b", "c"))).isFalse();
    }

    @Example
    void letsParenthesesBindFirst() {
        assertThat(TagsExpression.of("(a | b) & c").matches(Set.of("a"))).isFalse();
    }

    @Example
    void refusesWhatIsTooDeepTooLongOrTooMuch() {
        assertThatThrownBy(() -> TagsExpression.of("(".repeat(11) + "a" + ")".repeat(11)))
                .hasMessageContaining("10 deep");
        assertThatThrownBy(() -> TagsExpression.of("!".repeat(499) + "a")).hasMessageContaining("10 deep");
        assertThatThrownBy(() -> TagsExpression.of("a".repeat(501))).hasMessageContaining("500 characters");
        assertThatThrownBy(() -> TagsExpression.of("a|".repeat(20) + "a")).hasMessageContaining("20 tags");
    }

    @Provide
    Arbitrary<TagsExpression> expressions() {
        return expressions(3);
    }

    @Provide
    Arbitrary<Set<String>> tags() {
        return Arbitraries.of(TAGS).set();
    }

    @Provide
    Arbitrary<String> nearly() {
        return Arbitraries.of("a", "b c", "|", "&", "!", "(", ")", " ", "\t", "\0", "'", "\\", "💩")
                .list()
                .ofMaxSize(15)
                .map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<TagsExpression> expressions(int depth) {
        Arbitrary<TagsExpression> tag = Arbitraries.of(TAGS).map(TagsExpression.Tag::new);
        if (depth == 0) {
            return tag;
        }
        var below = expressions(depth - 1);
        return Arbitraries.oneOf(
                tag,
                below.map(TagsExpression.Not::new),
                below.filter(one -> !(one instanceof TagsExpression.And))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(2)
                        .map(TagsExpression.And::new),
                below.filter(one -> !(one instanceof TagsExpression.Or))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(2)
                        .map(TagsExpression.Or::new));
    }
}
