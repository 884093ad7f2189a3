package org.obolus.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.obolus.testing.Eventually;

/** An author with an account of their own: named in WordPress, confirmed by the blog's owner, agreed by the author. */
@Tag("browser")
@Timeout(300)
class AuthorsOfABlogIT {

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
    void haveTheirPostsOnceEverybodyHasSaidYes() {
        var coco = blog.reader("coco");
        coco.signUp();
        coco.logIn(coco.openHere("/log-in"));
        var before = blog.editor.publish("Bread from before");
        blog.runTheSchedule();

        nameInTheProfile("coco");
        blog.runTheSchedule();
        blog.open("/wp-admin/profile.php");
        Reader.awaitText(blog.desk, "Waits for the owner of the site to confirm it at the server.");
        assertThat(blog.thing(before).getString("owner")).isEqualTo("bella");

        var overview = blog.bella.openHere("/dashboard");
        Reader.follow(overview, "Confirm it or not");
        Reader.press(overview, "Confirm");
        Reader.awaitText(overview, "They are asked.");
        var offers = coco.openHere("/dashboard");
        Reader.follow(offers, "Agree or decline");
        Reader.press(offers, "Agree");
        Reader.awaitText(offers, "You have agreed.");

        Eventually.holds("the posts from before are sent with their author", () -> {
            blog.runTheSchedule();
            return blog.thing(before).getString("owner").equals("coco");
        });
        var after = blog.editor.publish("Bread from after");
        blog.runTheSchedule();
        assertThat(blog.thing(after).getString("owner")).isEqualTo("coco");
        assertThat(blog.thing(after).getString("title")).isEqualTo("Bread from after");
        assertThat(blog.column("Bread from after", "obolus").textContent()).isEqualTo("Registered");
        receivesWhatIsFlattred(coco, after);
    }

    private static void nameInTheProfile(String account) {
        blog.open("/wp-admin/profile.php");
        blog.desk.locator("[name='obolus_author[account]']").fill(account);
        blog.desk.locator("#submit").click();
        Reader.awaitText(blog.desk, "Profile updated.");
    }

    private static void receivesWhatIsFlattred(Reader author, String address) {
        var fan = blog.fan("felix", address);
        fan.letTimePass("To the end of the month");
        fan.letTimePass("To settlement day");

        assertThat(revenue(author)).isEqualTo(4_500_000);
        assertThat(revenue(blog.bella)).isZero();
    }

    private static long revenue(Reader reader) {
        return JsonPath.from(reader.read("/api/v1/revenue")).getLong("revenue_micros");
    }
}
