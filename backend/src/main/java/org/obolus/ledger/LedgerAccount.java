package org.obolus.ledger;

import org.obolus.calendar.Month;

/** The name of a ledger account, for example {@code funds:4711} or {@code pool:2026-11} (money.md, "Ledger accounts"). */
public record LedgerAccount(String name) {

    public static final LedgerAccount FEES = new LedgerAccount("fees");
    public static final LedgerAccount COSTS = new LedgerAccount("costs");
    public static final LedgerAccount LOSSES = new LedgerAccount("losses");

    public static LedgerAccount gateway(String provider) {
        return new LedgerAccount("gateway:" + provider);
    }

    public static LedgerAccount funds(long account) {
        return new LedgerAccount("funds:" + account);
    }

    public static LedgerAccount revenue(long account) {
        return new LedgerAccount("revenue:" + account);
    }

    public static LedgerAccount pool(Month month) {
        return new LedgerAccount("pool:" + month);
    }

    public static LedgerAccount held(Month month) {
        return new LedgerAccount("held:" + month);
    }

    @Override
    public String toString() {
        return name;
    }
}
