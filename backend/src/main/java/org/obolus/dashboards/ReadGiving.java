package org.obolus.dashboards;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.obolus.accounts.AccountId;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.flattrs.Flattr;
import org.obolus.flattrs.Flattrs;
import org.obolus.flattrs.OpenMonth;
import org.obolus.flattrs.WaitingClick;
import org.obolus.settlement.Settlement;
import org.obolus.things.Thing;
import org.obolus.things.Things;

/** Reads what a person gives: as many statements for one flattr as for ten thousand. */
@ApplicationScoped
class ReadGiving {

    private static final PageWish A_FEW = new PageWish(8, Optional.empty());

    private final Flattrs flattrs;
    private final Things things;
    private final Settlement settlement;

    ReadGiving(Flattrs flattrs, Things things, Settlement settlement) {
        this.flattrs = flattrs;
        this.things = things;
        this.settlement = settlement;
    }

    Uni<Giving> of(AccountId me) {
        return flattrs.openMonth(me)
                .chain(month -> flattrs.of(me, Optional.empty(), A_FEW)
                        .chain(latest -> flattrs.waiting(me).chain(waiting -> giving(month, latest, waiting))));
    }

    Uni<Page<Line>> flattrs(AccountId me, PageWish wish) {
        return flattrs.of(me, Optional.empty(), wish)
                .chain(page -> things.all(
                                page.items().stream().map(Flattr::thing).toList())
                        .map(found -> new Page<>(Line.of(page.items(), found, settlement::heldUntil), page.next())));
    }

    private Uni<Giving> giving(OpenMonth month, Page<Flattr> latest, List<WaitingClick> waiting) {
        var ids = Stream.concat(
                        latest.items().stream().map(Flattr::thing),
                        waiting.stream().map(WaitingClick::thing))
                .distinct()
                .toList();
        return things.all(ids)
                .map(found -> new Giving(
                        month,
                        Line.of(latest.items(), found, settlement::heldUntil),
                        latest.next().isPresent(),
                        waiting(waiting, found)));
    }

    private static List<Waiting> waiting(List<WaitingClick> clicks, List<Thing> things) {
        var byId = Line.byId(things);
        return clicks.stream()
                .map(click -> new Waiting(click, byId.get(click.thing())))
                .toList();
    }
}
