package org.obolus.cli.feeds;

import org.obolus.cli.endings.Ending;
import org.obolus.cli.endings.Stopped;

/** Why a feed could not be read. */
public final class FeedRefused extends Stopped {

    private static final long serialVersionUID = 1L;

    FeedRefused(String sentence) {
        super(Ending.UNREADABLE_FEED, sentence);
    }

    FeedRefused(String sentence, Throwable cause) {
        super(Ending.UNREADABLE_FEED, sentence, cause);
    }
}
