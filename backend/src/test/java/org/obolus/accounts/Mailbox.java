package org.obolus.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.obolus.database.Mail;

/** The mails that were written to somebody, as the outbox holds them. */
@ApplicationScoped
public class Mailbox {

    private static final String WRITTEN =
            "select payload from outbox where kind = 'mail' and payload <> '' order by id desc";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Mailbox(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Newest first. */
    List<Mail> of(String address) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WRITTEN)) {
            var mails = new ArrayList<Mail>();
            while (rows.next()) {
                mails.add(json.readValue(rows.getString("payload"), Mail.class));
            }
            return mails.stream().filter(mail -> mail.to().equals(address)).toList();
        } catch (SQLException | JsonProcessingException refused) {
            throw new IllegalStateException(refused);
        }
    }

    List<String> templatesOf(String address) {
        return of(address).stream().map(Mail::template).toList();
    }

    /** The secret in the newest mail's link for this purpose. */
    String secretFor(String address, String template) {
        var link = of(address).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow()
                .values()
                .get("link");
        return link.substring(link.lastIndexOf('/') + 1).replaceFirst("[?].*", "");
    }
}
