package org.obolus.things;

/** What somebody sends to be registered along with others, before it is read. */
public record Draft(String url, Changes.Written texts) {}
