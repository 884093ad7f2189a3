package org.obolus.accounts;

import jakarta.ws.rs.core.NewCookie;

/** A cookie that a browser must not keep when its person logs out; features that set one implement it. */
public interface LeftBehind {

    /** Removes it. */
    NewCookie removed();
}
