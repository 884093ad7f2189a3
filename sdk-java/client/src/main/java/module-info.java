/** What a Java program needs to invite flattrs on an Obolus server. */
module org.obolus.client {
    exports org.obolus.client;
}
