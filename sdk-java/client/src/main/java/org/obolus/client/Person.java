package org.obolus.client;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person shows of themselves; what is not there is not shown.
 *
 * @param picture where a picture is, relative to the server
 */
public record Person(
        String username,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> about,
        Optional<String> city,
        Optional<String> country,
        Optional<URI> url,
        Optional<URI> picture) {

    public Person {
        Objects.requireNonNull(username, "username");
        firstName = firstName.filter(text -> !text.isEmpty());
        lastName = lastName.filter(text -> !text.isEmpty());
        about = about.filter(text -> !text.isEmpty());
        city = city.filter(text -> !text.isEmpty());
        country = country.filter(text -> !text.isEmpty());
        url = url.filter(address -> address.isAbsolute());
    }
}
