package org.obolus.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.obolus.problems.ProblemType;
import org.obolus.problems.ProblemView;

/** The one thing that a person can do next after a refusal. */
record WayOn(String label, String address) {

    private static final WayOn HOME = new WayOn("To the front page", "/");
    private static final WayOn DASHBOARD = new WayOn("To your dashboard", "/dashboard");
    private static final Map<ProblemType, WayOn> BY_TYPE = Map.of(
            ProblemType.NO_MEANS, new WayOn("Top up", "/top-up"),
            ProblemType.NO_BUDGET, new WayOn("Set a budget", "/dashboard"),
            ProblemType.INSUFFICIENT_FUNDS, new WayOn("Top up", "/top-up"),
            ProblemType.LINK_SPENT, new WayOn("Log in", "/log-in"),
            ProblemType.LOG_IN_FAILED, new WayOn("Begin again", "/claim"));

    static WayOn after(ProblemView problem, PageFrame frame) {
        if (problem.type().equals(ProblemType.UNAUTHORIZED.uri())) {
            return new WayOn("Log in", "/log-in?next=" + encoded(frame.path()) + (frame.popout() ? "&popout=1" : ""));
        }
        return BY_TYPE.entrySet().stream()
                .filter(entry -> entry.getKey().uri().equals(problem.type()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(frame.loggedIn() ? DASHBOARD : HOME);
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
