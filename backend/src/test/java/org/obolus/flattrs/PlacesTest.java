package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.flattrs.AppLimits.ByApp;
import org.obolus.things.ThingId;

class PlacesTest {

    private static final AccountId BOB = new AccountId(7);
    private static final UUID READER = UUID.randomUUID();
    private static final UUID PLAYER = UUID.randomUUID();

    @Test
    void goToTheFirstThatCanCount() {
        var places = new Places(List.of(of(READER, 1), of(READER, 2), of(READER, 3)), room(READER, 1));

        assertThat(places.contested()).containsExactly(0, 1, 2);
        assertThat(places.refusals(Map.of(0, "unknown")))
                .containsExactly(Map.entry(0, "unknown"), Map.entry(2, "app_limit"));
    }

    @Test
    void areNotContestedWhereEverybodyHasOneOrNobody() {
        var clicks = List.of(of(READER, 1), of(READER, 2), of(PLAYER, 3), byHand(4));
        var places = new Places(clicks, Map.of(new ByApp(BOB, READER), 2, new ByApp(BOB, PLAYER), 0));

        assertThat(places.contested()).isEmpty();
        assertThat(places.refusals(Map.of())).containsExactly(Map.entry(2, "app_limit"));
    }

    @Test
    void areNotTakenByASecondClickOnWhatIsGiven() {
        var places = new Places(List.of(of(READER, 1), of(READER, 1), of(READER, 2)), room(READER, 2));

        assertThat(places.refusals(Map.of())).isEmpty();
    }

    @Test
    void areTakenByTheSecondClickOnAThingWhereTheFirstGotNone() {
        var clicks = List.of(of(READER, 1), of(PLAYER, 1), of(PLAYER, 2));
        var places = new Places(clicks, Map.of(new ByApp(BOB, READER), 0, new ByApp(BOB, PLAYER), 1));

        assertThat(places.refusals(Map.of()).keySet()).containsExactly(0, 2);
    }

    @Test
    void areNeverMissedWithoutALimit() {
        var places = new Places(List.of(of(READER, 1), of(READER, 2)), room(READER, Integer.MAX_VALUE));

        assertThat(places.contested()).isEmpty();
        assertThat(places.refusals(Map.of())).isEmpty();
    }

    private static Click of(UUID app, long thing) {
        return new Click(BOB, new ThingId(thing), null, app);
    }

    private static Click byHand(long thing) {
        return new Click(BOB, new ThingId(thing));
    }

    private static Map<ByApp, Integer> room(UUID app, int room) {
        return Map.of(new ByApp(BOB, app), room);
    }
}
