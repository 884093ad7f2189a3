package org.obolus.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was answered is on the disk by then: an acknowledged click is never lost (operating.md). */
class PostgresOfAServerTest {

    @Test
    void isDurable() {
        assertThat(PostgresSettings.forThisMachine(8L << 30).options())
                .containsEntry("fsync", "on")
                .containsEntry("full_page_writes", "on")
                .containsEntry("synchronous_commit", "on");
    }
}
