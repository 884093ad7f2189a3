/** What a Java program needs to speak to an Obolus server: the API, apps, web hooks, and what pages and feeds carry. */
module org.obolus.client {
    requires com.fasterxml.jackson.databind;
    requires java.net.http;

    exports org.obolus.client;
}
