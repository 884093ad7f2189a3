package org.obolus.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.obolus.web.GuardedClients.NONE;
import static org.obolus.web.GuardedClients.VERTX;
import static org.obolus.web.GuardedClients.assertRefused;
import static org.obolus.web.GuardedClients.at;
import static org.obolus.web.GuardedClients.inDevelopment;
import static org.obolus.web.GuardedClients.inProduction;
import static org.obolus.web.GuardedClients.realInProduction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesThatAreNotVisitedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://0x7f.1/",
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://0/",
                "http://127.0.0.1./",
                "http://%31%32%37.0.0.1/",
                "http://\uff11\uff12\uff17\u30020\u30020\u30021/",
                "http://[::127.0.0.1]/",
                "http://[0:0:0:0:0:ffff:a00:1]/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:db8::1]/",
                "http://[ff02::1]/",
                "http://100.100.100.200/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/"
            })
    void visitsNoPrivateAddressInProduction(String url) {
        assertRefused(realInProduction(), WebUrl.of(url), FetchRefused.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/",
                "http://192.168.1.1:8080/",
                "http://172.16.0.1/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/"
            })
    void visitsNoOtherPrivateAddressInDevelopment(String url) {
        assertRefused(
                new GuardedClient(VERTX, FetchSettings.inDevelopment()),
                WebUrl.of(url),
                FetchRefused.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/", "http://[::1%lo]/", "http://1.2.3.4.5/"})
    void visitsNothingThatBrowsersDoNotOpen(String url) {
        assertThatThrownBy(() -> WebUrl.of(url)).isInstanceOf(UrlRefused.NotAHost.class);
    }

    @Test
    void visitsNoLocalhostInProduction() {
        assertRefused(
                inProduction(at("127.0.0.1")), WebUrl.of("http://blog.localhost/"), FetchRefused.PrivateAddress.class);
        assertRefused(realInProduction(), WebUrl.of("http://localhost/"), FetchRefused.PrivateAddress.class);
    }

    @Test
    void visitsNoNameThatLeadsToAPrivateAddress() {
        var url = WebUrl.of("https://innocent.example/");

        assertRefused(inProduction(at("127.0.0.1")), url, FetchRefused.PrivateAddress.class);
        assertRefused(inProduction(at("192.168.1.1")), url, FetchRefused.PrivateAddress.class);
        assertRefused(inDevelopment(at("192.168.1.1")), url, FetchRefused.PrivateAddress.class);
    }

    @Test
    void visitsNoNameOfWhichOnlyOneAddressIsPrivate() {
        var names = at("1.1.1.1", "2606:4700::1111", "10.0.0.1");

        assertRefused(inProduction(names), WebUrl.of("https://half.example/"), FetchRefused.PrivateAddress.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {22, 25, 5432, 6379, 8080, 65535, 0})
    void visitsNoUnusualPortInProduction(int port) {
        assertRefused(
                inProduction(at("1.1.1.1")), WebUrl.of("http://blog.example:" + port), FetchRefused.UnusualPort.class);
    }

    @Test
    void saysThatASiteDoesNotExist() {
        assertRefused(inProduction(NONE), WebUrl.of("https://bücher.invalid/"), FetchRefused.NoSuchSite.class);
        assertRefused(realInProduction(), WebUrl.of("https://nobody.invalid/"), FetchRefused.NoSuchSite.class);
    }
}
