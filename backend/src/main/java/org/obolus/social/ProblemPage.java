package org.obolus.social;

import java.util.Arrays;
import java.util.List;
import org.obolus.problems.ProblemType;
import org.obolus.problems.Unacceptable;

/** One kind of refusal, explained. */
record ProblemPage(String code, int status, String title, String advice) {

    static List<ProblemPage> all() {
        return Arrays.stream(ProblemType.values()).map(ProblemPage::of).toList();
    }

    static ProblemPage of(String code) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .map(ProblemPage::of)
                .orElseThrow(() -> new Unacceptable.Unknown("There is no refusal with this name."));
    }

    private static ProblemPage of(ProblemType type) {
        return new ProblemPage(type.code(), type.status(), type.title(), Advice.on(type));
    }
}
