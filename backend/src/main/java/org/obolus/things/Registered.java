package org.obolus.things;

/** What came of registering: the thing, whether it is new, and whether it belongs to whoever registered it. */
public record Registered(Thing thing, boolean isNew, boolean owned) {}
