package org.obolus.web;

/** What visits of other sites come to, for tests elsewhere. */
public final class FetchesInTests {

    private FetchesInTests() {}

    public static FetchRefused silenceOf(WebUrl url) {
        return new FetchRefused.NoAnswer(url);
    }
}
