package org.obolus.payments;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.obolus.problems.Unacceptable;
import org.obolus.web.Answers;
import org.obolus.web.Frames;
import org.obolus.web.PageFrame;

/**
 * The checkout of play money: as at any provider, whoever has its address may pay, and nobody has to log in for it.
 */
@Path("/play/checkout/{reference}")
@Produces(MediaType.TEXT_HTML)
class PlayCheckoutPage {

    private final Payments payments;
    private final PaymentsConfig config;
    private final Frames frames;

    PlayCheckoutPage(Payments payments, PaymentsConfig config, Frames frames) {
        this.payments = payments;
        this.config = config;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "payments", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance playCheckout(PageFrame frame, Deposit deposit);
    }

    @GET
    public Uni<TemplateInstance> show(@PathParam("reference") String reference) {
        var frame = frames.here();
        return payments.checkout(active(), reference).map(deposit -> Templates.playCheckout(frame, deposit));
    }

    @POST
    @Path("pay")
    public Uni<Response> pay(@PathParam("reference") String reference) {
        return payments.paid(active(), reference).map(PlayCheckoutPage::goOn);
    }

    @POST
    @Path("cancel")
    public Uni<Response> cancel(@PathParam("reference") String reference) {
        return payments.canceled(active(), reference).map(PlayCheckoutPage::goOn);
    }

    private static Response goOn(Deposit deposit) {
        return Answers.goOn(deposit.returnTo().path());
    }

    /** Who switches play money off does not want what was started before to be paid with it. */
    private String active() {
        if (!config.play()) {
            throw new Unacceptable.Unknown("There is no play money on this server.");
        }
        return PlayMoney.NAME;
    }
}
