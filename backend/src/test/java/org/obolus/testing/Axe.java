package org.obolus.testing;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for what shuts people out, by the rules of axe-core: through shadow roots and into the frames of other sites. */
public final class Axe {

    private static final String SCRIPT = script();
    private static final String RULES =
            "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    private static final String LOOK = """
            async (context) => ({
              frames: axe.utils.getFrameContexts(context ?? document, %1$s),
              found: await axe.runPartial(context ?? document, %1$s),
            })""".formatted(RULES);
    private static final String FRAME = "(selector) => axe.utils.shadowSelect(selector)";
    /** A frame has no text of its own whose spacing could be wished for: that it takes none of the page's hurts nobody. */
    private static final String SUM_UP = """
            async (found) => (await axe.finishRun(found, %s)).violations.flatMap(({ id, nodes }) =>
              nodes.filter(({ html }) => id !== 'avoid-inline-spacing' || !html.startsWith('<iframe')).map(({ target, html, failureSummary }) => [id, target.join(' '), html, failureSummary].join('\\n')))""".formatted(RULES);

    private Axe() {}

    /** What is wrong, and where; nothing is what one hopes for. */
    @SuppressWarnings("unchecked")
    public static List<String> findings(Page page) {
        var found = new ArrayList<Object>();
        look(page.mainFrame(), null, found);
        return (List<String>) page.evaluate(SUM_UP, found);
    }

    /** A frame answers for itself, and for those in it after that. */
    private static void look(Frame frame, Object context, List<Object> found) {
        if (frame.evaluate("typeof axe").equals("undefined")) {
            frame.evaluate("void " + SCRIPT);
        }
        var answer = (Map<?, ?>) frame.evaluate(LOOK, context);
        found.add(answer.get("found"));
        for (var inner : (List<?>) answer.get("frames")) {
            var place = (Map<?, ?>) inner;
            var element =
                    frame.evaluateHandle(FRAME, place.get("frameSelector")).asElement();
            look(element.contentFrame(), place.get("frameContext"), found);
        }
    }

    private static String script() {
        try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
