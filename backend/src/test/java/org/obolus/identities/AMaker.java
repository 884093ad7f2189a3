package org.obolus.identities;

import static org.hamcrest.Matchers.equalTo;

import java.util.concurrent.atomic.AtomicLong;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/** Somebody on GitHub whom nobody has claimed, and who has them then. */
record AMaker(Flavour.Who who, Books books) {

    private static final AtomicLong NUMBER = new AtomicLong(5_000_000);

    static AMaker of(Books books) {
        var number = number();
        return new AMaker(new Flavour.Who(number, "maker" + number, "A maker"), books);
    }

    /** Nobody else's there. */
    static String number() {
        return Long.toString(NUMBER.incrementAndGet());
    }

    void claimedBy(Person person) {
        collects(ABrowser.of(person).logsInAt(Flavour.GITHUB, who), "collected");
    }

    static void collects(ABrowser browser, String news) {
        browser.presses("/claim/proven")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/dashboard/identities?news=" + news));
    }

    String name() {
        return "github:user:id:" + who.id();
    }

    long identity() {
        return books.number("select id from identities where name = ?", name());
    }

    long owner() {
        return books.number("select coalesce((select account_id from identities where name = ?), 0)", name());
    }

    long receiver() {
        return books.number("select coalesce(receiver_as_of(?, calendar_now()), 0)", identity());
    }
}
