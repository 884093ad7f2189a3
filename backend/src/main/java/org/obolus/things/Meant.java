package org.obolus.things;

import java.util.Optional;

/** What an address stands for: itself, or the page that an auto-submit address of ours offers, and by whom it says it is. */
public record Meant(ThingUrl url, Optional<String> username) {}
