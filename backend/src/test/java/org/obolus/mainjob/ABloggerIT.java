package org.obolus.mainjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import io.restassured.path.json.JsonPath;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a new WordPress with the plugin to money in its blogger's revenue, in a real browser, with the packaged server. */
@Tag("browser")
@Timeout(300)
class ABloggerIT {

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
    void receivesWhatAFanGivesForAPostOfTheirs() {
        var address = blog.editor.publish("How to bake bread");
        blog.runTheSchedule();
        assertThat(blog.thing(address).getString("title")).isEqualTo("How to bake bread");
        assertThat(blog.thing(address).getString("owner")).isEqualTo("bella");

        var felix = blog.fan("felix", address);
        seesTheFlattr(address);

        var month = JsonPath.from(felix.read("/api/v1/months")).getString("find { it.state == 'open' }.month");
        felix.letTimePass("To the end of the month");
        felix.letTimePass("To settlement day");
        var received = JsonPath.from(blog.bella.read("/api/v1/statements/received/" + month));
        assertThat(received.getString("state")).isEqualTo("settled");
        assertThat(received.getLong("gross_micros")).isEqualTo(5_000_000);
        assertThat(JsonPath.from(blog.bella.read("/api/v1/revenue")).getLong("revenue_micros"))
                .isEqualTo(4_500_000);
        seesTheRevenue();
    }

    @Test
    void hasWhatWasPublishedWhileTheServerWasStoppedRegisteredByOneRunOfTheSchedule() throws Exception {
        String address;
        blog.server().close();
        try (var silent = new ServerSocket(blog.server().port(), 50, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout(1);
            address = blog.editor.publish("Bread without a server");
            assertThatThrownBy(silent::accept)
                    .as("nobody who publishes asks the server, let alone waits for it")
                    .isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(blog.column("Bread without a server", "obolus")).hasText("Waiting");

        blog.startTheServerAgain();
        blog.runTheSchedule();

        assertThat(blog.column("Bread without a server", "obolus")).hasText("Registered");
        assertThat(blog.thing(address).getString("title")).isEqualTo("Bread without a server");
        assertThat(blog.thing(address).getString("owner")).isEqualTo("bella");
    }

    /** On the post, as everybody does, and at the blogger's desk. */
    private static void seesTheFlattr(String address) {
        blog.choose("counts", "site");
        var gil = blog.reader("gil");
        assertThat(gil.open(address).locator("flattr-button .count")).hasText("1");
        assertThat(blog.column("How to bake bread", "obolus_flattrs")).hasText("1");

        blog.open("/wp-admin/index.php?page=obolus-flattrs");
        assertThat(figure("Flattrs in ")).hasText("1");
        assertThat(figure("Worth as of now")).hasText("€4.50");
        assertThat(row("How to bake bread")).hasText(new String[] {"1", "1", "€5.00"});
    }

    /** Whoever connects the blog anew has figures that are not kept from before. */
    private static void seesTheRevenue() {
        blog.disconnect();
        blog.open("/wp-admin/index.php?page=obolus-flattrs");
        Reader.awaitText(blog.desk, "This site is not connected");
        blog.connect();

        blog.open("/wp-admin/index.php?page=obolus-flattrs");
        assertThat(figure("Revenue")).hasText("€4.50");
        assertThat(row("Settled")).hasText(new String[] {"Settled", "1", "€4.50"});
    }

    private static Locator figure(String name) {
        return blog.desk
                .locator(".obolus-figures > div")
                .filter(new Locator.FilterOptions().setHas(blog.desk.locator("dt:text('" + name + "')")))
                .locator(".obolus-figure");
    }

    /** What stands behind a name or a state in a table. */
    private static Locator row(String text) {
        return blog.desk
                .locator(".obolus-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .locator("td");
    }
}
