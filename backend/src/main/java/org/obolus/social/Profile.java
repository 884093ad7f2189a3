package org.obolus.social;

import io.vertx.mutiny.sqlclient.Row;
import org.obolus.accounts.AccountId;

/**
 * What is to be seen of a person; what they do not show is empty here.
 *
 * @param picture names the picture's content, or is empty where there is none
 */
public record Profile(AccountId account, String username, Words words, String picture, Shows shows) {

    /** What somebody says about themselves. */
    public record Words(String firstName, String lastName, String about, String city, String country, String url) {

        static final Words NONE = new Words("", "", "", "", "", "");

        /** The whole name, or nothing. */
        public String name() {
            return (firstName + " " + lastName).strip();
        }

        /** Where somebody lives, or nothing. */
        public String place() {
            return city.isEmpty() || country.isEmpty() ? city + country : city + ", " + country;
        }
    }

    /** What somebody lets others see; nothing unless they chose to. */
    public record Shows(boolean profile, boolean given, boolean received) {}

    static Profile own(Row row) {
        return new Profile(
                new AccountId(row.getLong("id")),
                row.getString("username"),
                new Words(
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("about"),
                        row.getString("city"),
                        row.getString("country"),
                        row.getString("url")),
                row.getString("picture_tag"),
                new Shows(
                        row.getBoolean("shows_profile"),
                        row.getBoolean("shows_given"),
                        row.getBoolean("shows_received")));
    }

    static Profile shown(Row row) {
        var own = own(row);
        return own.shows.profile ? own : new Profile(own.account, own.username, Words.NONE, "", own.shows);
    }

    /** What others call this person. */
    public String displayName() {
        return words.name().isEmpty() ? username : words.name();
    }

    /** Where the picture is; null where there is none. */
    public String pictureAddress() {
        return picture.isEmpty() ? null : "/people/" + username + "/picture.png?v=" + picture;
    }
}
