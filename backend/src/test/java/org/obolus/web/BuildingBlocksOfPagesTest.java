package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obolus.money.Money;

@QuarkusTest
class BuildingBlocksOfPagesTest {

    @Inject
    Engine engine;

    @Test
    void writeMoneyRightBesideTheWordsAroundIt() {
        var html = render("({#money value /})", Money.of("0.666667"));

        assertThat(html).isEqualTo("(<data class=\"money\" value=\"0.666667\">€0.66</data>)");
        assertThat(render("{#money value exact=true /}", Money.of("0.666667"))).contains(">€0.666667<");
    }

    @Test
    void writeDatesForPeopleAndPrograms() {
        var html = render("{#date value /}, {#date value year=true /}", LocalDate.of(2026, 12, 10));

        assertThat(html)
                .isEqualTo("<time datetime=\"2026-12-10\">10 December</time>,"
                        + " <time datetime=\"2026-12-10\">10 December 2026</time>");
    }

    @Test
    void drawACoinThatOnlyItsLabelSaysAloud() {
        assertThat(render("{#coin value /}", Coin.of(2))).contains("aria-hidden=\"true\"", "rotate(90)", "rotate(270)");
        assertThat(render("{#coin value label='Two slices' px=40 /}", Coin.of(2)))
                .contains("role=\"img\" aria-label=\"Two slices\"", "width=\"40\"");
    }

    @Test
    void tieAFieldToItsLabelItsHelpAndItsError() {
        var form = FilledForm.empty().with("email", "a\"b").refused("email", "This is not an e-mail address.");

        var html =
                render("{#field form=value name='email' label='E-mail' help='We write rarely.' required=true /}", form);

        assertThat(html)
                .contains("<label for=\"email\">E-mail</label>")
                .contains("value=\"a&quot;b\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"email-error email-help\"")
                .contains("id=\"email-error\">This is not an e-mail address.")
                .contains("id=\"email-help\">We write rarely.");
    }

    @Test
    void leaveOutOfAFieldWhatItDoesNotHave() {
        var html = render("{#field form=value name='email' label='E-mail' /}", FilledForm.empty());

        assertThat(html).doesNotContain("aria-", "required", "class=\"error\"", "placeholder");
    }

    @Test
    void sumUpTheErrorsOfAFormOnTop() {
        var form = FilledForm.empty().refused("email", "Not an address.").refused("", "Try again later.");

        var html = render("{#errors value /}", form);

        assertThat(html)
                .contains("role=\"alert\"", "<a href=\"#email\">Not an address.</a>", "<li>Try again later.</li>");
        assertThat(render("{#errors value /}", FilledForm.empty())).isBlank();
    }

    @Test
    void leadToOlderAndNewerPages() {
        var both = Map.of("older", "/x?after=2", "newer", "/x?before=1");

        assertThat(render("{#pages next=value.older previous=value.newer /}", both))
                .contains("rel=\"next\" href=\"/x?after=2\"", "rel=\"prev\" href=\"/x?before=1\"");
        assertThat(render("{#pages next=null previous=null /}", both)).isBlank();
    }

    private String render(String template, Object value) {
        // Named as HTML, because only then what people wrote is escaped.
        return engine.parse(template, null, "test-" + template.hashCode() + ".html")
                .data("value", value)
                .render();
    }
}
