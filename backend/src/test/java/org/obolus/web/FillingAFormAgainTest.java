package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.obolus.problems.Unacceptable;

class FillingAFormAgainTest {

    @Test
    void keepsWhatWasWrittenButNoPassword() {
        var posted = new MultivaluedHashMap<>(Map.of("username", "alice", "password", "s3cret", "new_password", "x"));

        var form = FilledForm.of(posted);

        assertThat(form.values()).containsOnly(Map.entry("username", "alice"));
        assertThat(form.value("password")).isEmpty();
    }

    @Test
    void putsARefusalBesideTheFieldThatItNames() {
        var form = FilledForm.empty().refused(new Unacceptable.Invalid("email", "This is not an e-mail address."));

        assertThat(form.error("email")).isEqualTo("This is not an e-mail address.");
        assertThat(form.error("username")).isNull();
        assertThat(form.hasErrors()).isTrue();
    }

    @Test
    void putsARefusalOfNoFieldOnTop() {
        var form =
                FilledForm.empty().refused("username", "Choose a name.").refused(new Unacceptable.TooManyRequests(7));

        assertThat(form.summary()).extracting(Map.Entry::getKey).containsExactly("username", "");
    }
}
