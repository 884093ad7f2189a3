package org.obolus.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A real mail server for all tests of the module; it hands what it received to fields of the type Supplier. */
public final class TestMailServer implements QuarkusTestResourceLifecycleManager {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(server.getSmtp().getPort()));
    }

    @Override
    public void inject(TestInjector injector) {
        Supplier<List<String>> received = () -> Arrays.stream(server.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .toList();
        injector.injectIntoFields(received, field -> field.getType() == Supplier.class);
    }

    @Override
    public void stop() {
        server.stop();
    }
}
