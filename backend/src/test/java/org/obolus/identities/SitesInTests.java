package org.obolus.identities;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;

/** What tests about sites ask and look up. */
@ApplicationScoped
class SitesInTests {

    private final AgroalDataSource database;
    private final Identities identities;

    SitesInTests(AgroalDataSource database, Identities identities) {
        this.database = database;
        this.identities = identities;
    }

    static ValidatableResponse verify(Person person, LittleSite site) {
        return person.asks()
                .post("/api/v1/sites/{host}/verification", site.host())
                .then();
    }

    static ValidatableResponse dispute(Person person, LittleSite site) {
        return person.asks().post("/api/v1/sites/{host}/contest", site.host()).then();
    }

    static ValidatableResponse site(Person person, LittleSite site) {
        return person.asks().get("/api/v1/sites/{host}", site.host()).then();
    }

    long identity(LittleSite site) {
        return number("select id from identities where name = 'site:" + site.host() + "'");
    }

    /** The account of whoever owns a site; 0 when nobody does. */
    long owner(LittleSite site) {
        return number("select coalesce(account_id, 0) from identities where name = 'site:" + site.host() + "'");
    }

    /** By what its opt-out was made. */
    String optedOutBy(LittleSite site) {
        return text(
                "select proof from opt_outs where identity_id = " + identity(site) + " order by begun_at desc limit 1");
    }

    /** Whether it is looked at from time to time. */
    long looks(LittleSite site) {
        return number("select count(*) from site_looks where identity_id = " + identity(site));
    }

    long claims(LittleSite site) {
        return number("select count(*) from claims where identity_id = " + identity(site));
    }

    /** By what the owner has proven it. */
    String proof(LittleSite site) {
        return text("select proof from claims where ended_at is null and identity_id = " + identity(site));
    }

    /** Whom a settlement that began at this moment would give to; 0 when the share is held. */
    long receiver(LittleSite site) {
        return number("select coalesce(receiver_as_of(" + identity(site) + ", calendar_now()), 0)");
    }

    /** Makes the contest due, by so many days before now, and decides what is due. */
    void decide(LittleSite site, int daysLate) {
        number("update contests set look_at = null, due_at = calendar_now() - interval '" + daysLate
                + " days' where identity_id = " + identity(site) + " and decided_at is null returning 1");
        identities.decideContests().await().atMost(Duration.ofSeconds(60));
    }

    /** Lets it be looked at again, as if so many days had passed since the last look. */
    void lookAgain(LittleSite site, int days) {
        number("update site_looks set due_at = due_at - interval '" + days + " days' where identity_id = "
                + identity(site) + " returning 1");
        identities.lookAgain().await().atMost(Duration.ofSeconds(60));
    }

    /** The day has come on which the site is lost. */
    void passLoss(LittleSite site) {
        number("update site_looks set lost_at = calendar_now() where identity_id = " + identity(site) + " returning 1");
    }

    /** What was mailed about a site, by the template. */
    List<String> mails(String template, LittleSite site) {
        return texts("select payload from outbox where kind = 'mail' and payload::json ->> 'template' = '" + template
                + "' and payload like '%" + site.host() + "%' order by id");
    }

    private long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        return texts(sql).get(0);
    }

    private List<String> texts(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }
}
