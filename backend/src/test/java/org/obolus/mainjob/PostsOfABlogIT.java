package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Eventually;

/** What a blogger chooses for one post is what the server and the readers get, and posts from before follow step by step. */
@Tag("browser")
@Timeout(300)
class PostsOfABlogIT {

    private static final int FROM_BEFORE = 900;

    /** How many posts the plugin sends in one step. */
    private static final int STEP = 250;

    private static final String BACKLOG = "**/wp-json/obolus/v1/backlog";

    @TempDir
    static Path data;

    private static ABlog blog;

    @BeforeAll
    static void start() throws Exception {
        blog = new ABlog(data);
        blog.connect();
    }

    @AfterAll
    static void stop() {
        blog.close();
    }

    @Test
    void areInTheLanguageCategoryAndListingsOfTheirOwnBox() {
        blog.editor.write("A drawing of a loaf");
        blog.editor.box("language").selectOption("de_DE");
        blog.editor.box("category").selectOption("images");
        blog.editor.box("hidden").selectOption("1");
        var address = blog.editor.publish();
        blog.runTheSchedule();

        var thing = blog.thing(address);
        assertThat(thing.getString("title")).isEqualTo("A drawing of a loaf");
        assertThat(thing.getString("language")).isEqualTo("de_DE");
        assertThat(thing.getString("category")).isEqualTo("images");
        assertThat(thing.getBoolean("hidden")).isTrue();
    }

    @Test
    void moveToTheAddressThatTheirBoxNames() {
        var elsewhere = blog.wordpress.address("/a-better-page/");
        var address = blog.editor.publish("A loaf that lives elsewhere");
        blog.runTheSchedule();
        assertThat(blog.thing(address).getString("owner")).isEqualTo("bella");

        blog.editor.openAgain();
        blog.editor.box("url").fill(elsewhere);
        blog.editor.save();
        blog.runTheSchedule();

        assertThat(blog.thing(elsewhere).getString("title")).isEqualTo("A loaf that lives elsewhere");
        assertThat(blog.thing(address).getString("status")).isEqualTo("404");
        assertThat(button(address)).hasAttribute("href", elsewhere);
    }

    @Test
    void haveNeitherAThingNorAButtonOnceTheirBoxSaysSo() {
        var address = blog.editor.publish("A loaf for nobody");
        blog.runTheSchedule();
        assertThat(blog.thing(address).getString("owner")).isEqualTo("bella");
        assertThat(button(address)).hasCount(1);

        blog.editor.openAgain();
        blog.editor.box("off").check();
        blog.editor.save();
        blog.runTheSchedule();

        assertThat(blog.thing(address).getString("status")).isEqualTo("404");
        assertThat(button(address)).hasCount(0);
    }

    @Test
    void fromBeforeAreRegisteredWhateverStopsItOnTheWay() throws Exception {
        blog.wordpress.hasHadPosts(FROM_BEFORE);
        blog.openSettings();
        var all = Integer.parseInt(bar().getAttribute("max"));

        isLeftInTheSecondStep(all);
        losesTheServerInTheSecondStep();
        blog.startTheServerAgain();
        button().click();

        assertThat(said()).hasText(Pattern.compile("Done\\. Registered: \\d+\\. Waiting: \\d+\\. Refused: 0\\."));
        assertThat(bar()).hasJSProperty("value", all);
        Eventually.holds("what the server did not take is sent again", () -> {
            blog.runTheSchedule();
            return registeredFromBefore() == FROM_BEFORE;
        });
    }

    private static void isLeftInTheSecondStep(int all) {
        inTheSecondStep(nobodyAnswers -> {});
        button().click();
        assertThat(bar()).hasJSProperty("value", STEP);

        blog.openSettings();
        blog.desk.unrouteAll();
        assertThat(said()).hasText(STEP + " of " + all + " posts");
        assertThat(bar()).hasAttribute("value", Integer.toString(STEP));
    }

    private static void losesTheServerInTheSecondStep() {
        inTheSecondStep(theServerIsGone -> {
            blog.server().close();
            theServerIsGone.resume();
        });
        button().click();
        assertThat(said())
                .hasText("The server did not take them. They are sent by themselves later; go on here when you like.");
        assertThat(bar()).hasJSProperty("value", 3 * STEP);
        blog.desk.unrouteAll();
    }

    /** What happens to the request of the second step from here. */
    private static void inTheSecondStep(Consumer<Route> happens) {
        var steps = new AtomicInteger();
        blog.desk.route(BACKLOG, step -> {
            if (steps.incrementAndGet() == 2) {
                happens.accept(step);
            } else {
                step.resume();
            }
        });
    }

    private static Locator bar() {
        return blog.desk.locator("#obolus-backlog progress");
    }

    private static Locator said() {
        return blog.desk.locator("#obolus-backlog-said");
    }

    private static Locator button() {
        return blog.desk.locator("#obolus-backlog button");
    }

    /** The button on a post, as everybody sees it. */
    private static Locator button(String address) {
        return blog.reader("anybody").open(address).locator("flattr-button");
    }

    private static long registeredFromBefore() {
        try (var database = blog.server().database();
                var statement = database.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from things where title like 'A post title of usual length, number %'")) {
            row.next();
            return row.getLong(1);
        } catch (IOException | SQLException unanswered) {
            throw new IllegalStateException(unanswered);
        }
    }
}
