package org.obolus.flattrapi;

import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

/**
 * A thing of alice's with all its texts, and bob, who reads about it.
 *
 * @param word in its title and among its tags, and of no other thing
 */
record ThingToRead(Person alice, Person bob, long thing, String word) {

    static ThingToRead of(People people, Books books) {
        var alice = people.person("alice");
        var bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        var word = "w" + System.nanoTime();
        var thing = books.thingOf(alice);
        books.run("""
                update things set title = ?, description = 'About it', tags = ?::text[], language = 'de_DE',
                    category = 'audio' where id = ?""", "On " + word, "{" + word + ",rye}", thing);
        return new ThingToRead(alice, bob, thing, word);
    }
}
