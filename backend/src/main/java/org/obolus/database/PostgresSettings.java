package org.obolus.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the embedded PostgreSQL is set: durable for everybody who serves people, as large as the machine allows. */
public record PostgresSettings(int sharedBuffersMegabytes, boolean isDurable) {

    private static final int MOST_MEGABYTES = 4096;
    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    /** A quarter of the machine's memory, 4 GB at most. */
    public static PostgresSettings forThisMachine(long memoryBytes) {
        return new PostgresSettings((int) Math.min(MOST_MEGABYTES, Math.max(128, memoryBytes / (4L << 20))), true);
    }

    /** For data that nobody asks for any more once the machine has stopped. */
    public static PostgresSettings forTheMoment(int sharedBuffersMegabytes) {
        return new PostgresSettings(sharedBuffersMegabytes, false);
    }

    Map<String, String> options() {
        var options = new HashMap<String, String>();
        options.put("listen_addresses", "127.0.0.1");
        DURABILITY.forEach(setting -> options.put(setting, isDurable ? "on" : "off"));
        options.put("max_connections", "100");
        options.put("shared_buffers", sharedBuffersMegabytes + "MB");
        options.put("effective_cache_size", 2 * sharedBuffersMegabytes + "MB");
        options.put("maintenance_work_mem", Math.max(64, sharedBuffersMegabytes / 4) + "MB");
        options.put("max_wal_size", "8GB");
        options.put("checkpoint_timeout", "15min");
        options.put("random_page_cost", "1.1");
        options.put("jit", "off");
        options.put("timezone", "UTC");
        options.put("log_min_messages", "warning");
        return options;
    }
}
