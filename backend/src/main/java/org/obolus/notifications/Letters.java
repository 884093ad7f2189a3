package org.obolus.notifications;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Mail;
import org.obolus.database.Outbox;

/** Writes out mails by the templates in {@code templates/notifications}, a {@code .txt} and a {@code .html} for each. */
@ApplicationScoped
class Letters {

    private final Engine templates;
    private final ObjectMapper json;

    Letters(Engine templates, ObjectMapper json) {
        this.templates = templates;
        this.json = json;
    }

    Letter write(Outbox.Due due) {
        var mail = read(due);
        return Letter.of(mail.to(), rendered(mail, ".txt"), rendered(mail, ".html"));
    }

    private String rendered(Mail mail, String suffix) {
        var template = templates.getTemplate("notifications/" + mail.template() + suffix);
        if (template == null) {
            throw new IllegalStateException("There is no template for the mail " + mail.template());
        }
        var letter = template.instance();
        mail.values().forEach(letter::data);
        return letter.render();
    }

    private Mail read(Outbox.Due due) {
        try {
            return json.readValue(due.payload(), Mail.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Mail " + due.id() + " cannot be read", unreadable);
        }
    }
}
