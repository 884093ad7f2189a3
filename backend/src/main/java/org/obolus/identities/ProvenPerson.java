package org.obolus.identities;

import java.time.OffsetDateTime;

/** Whom a browser has proven to be on a platform, and when by the clock on the wall. */
record ProvenPerson(PlatformUser user, Identity identity, OffsetDateTime provenAt) {}
