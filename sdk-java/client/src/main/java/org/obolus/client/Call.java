package org.obolus.client;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request of the API, and how its answer is read.
 *
 * @param path with its query
 * @param repeatable whether sending it again has no second effect
 * @param otherwise the answer where the server knows nothing; without, that is a failure
 */
record Call<T>(
        String method,
        String path,
        Map<String, String> headers,
        Optional<byte[]> body,
        boolean repeatable,
        Function<Transport.Answer, T> reading,
        Optional<T> otherwise) {

    Call {
        headers = Map.copyOf(headers);
    }

    static <T> Call<T> get(String path, Function<Transport.Answer, T> reading) {
        return of("GET", path, reading);
    }

    static Call<String> file(String path) {
        return get(path, Transport.Answer::text).with("Accept", "text/csv");
    }

    static <T> Call<T> post(String path, Function<Transport.Answer, T> reading) {
        return of("POST", path, reading);
    }

    static <T> Call<T> post(String path, Body body, Function<Transport.Answer, T> reading) {
        return of("POST", path, reading).saying(body);
    }

    static <T> Call<T> put(String path, Body body, Function<Transport.Answer, T> reading) {
        return of("PUT", path, reading).saying(body);
    }

    /** A picture: PNG files begin with a byte that no JPEG file begins with. */
    static Call<Void> put(String path, byte[] picture) {
        var isPng = picture.length > 0 && picture[0] == (byte) 0x89;
        return of("PUT", path, Json.nothing()).saying(picture, isPng ? "image/png" : "image/jpeg");
    }

    static <T> Call<T> patch(String path, Body body, Function<Transport.Answer, T> reading) {
        return of("PATCH", path, reading).saying(body);
    }

    static Call<Void> delete(String path) {
        return of("DELETE", path, Json.nothing());
    }

    static <T> Call<T> delete(String path, Function<Transport.Answer, T> reading) {
        return of("DELETE", path, reading);
    }

    /** Sent as often as needed, it has its effect once. */
    Call<T> under(IdempotencyKey key) {
        return with("Idempotency-Key", key.value());
    }

    /** It may have a second effect when it is sent again, so it is not, unless the first never arrived. */
    Call<T> once() {
        return new Call<>(method, path, headers, body, false, reading, otherwise);
    }

    /** What the server does not know is nothing, rather than a failure. */
    Call<Optional<T>> known() {
        var there = reading.andThen(Optional::of);
        return new Call<>(method, path, headers, body, repeatable, there, Optional.of(Optional.empty()));
    }

    Call<T> with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Call<>(method, path, more, body, repeatable, reading, otherwise);
    }

    /** Written by a form, as OAuth has it. */
    Call<T> filledIn(Query form) {
        var written = form.toString().replaceFirst("^\\?", "");
        return saying(written.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    private Call<T> saying(Body said) {
        return saying(Json.written(said.members()).getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private Call<T> saying(byte[] said, String type) {
        return new Call<>(method, path, headers, Optional.of(said), repeatable, reading, otherwise)
                .with("Content-Type", type);
    }

    private static <T> Call<T> of(String method, String path, Function<Transport.Answer, T> reading) {
        var headers = Map.of("Accept", "application/json");
        return new Call<>(method, path, headers, Optional.empty(), true, reading, Optional.empty());
    }
}
