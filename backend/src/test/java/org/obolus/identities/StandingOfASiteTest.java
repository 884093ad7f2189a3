package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.obolus.identities.SiteStanding.Deed;
import org.obolus.identities.SiteStanding.Sight;

class StandingOfASiteTest {

    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final IdentitiesConfig TIMES = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(IdentitiesConfig.class)
            .build()
            .getConfigMapping(IdentitiesConfig.class);

    @Test
    void isFirmForAMonthAfterItsProofWasSeen() {
        var step = told().after(Sight.PROOF, NOW, TIMES);

        assertThat(step).isEqualTo(new SiteStanding.Step(SiteStanding.FIRM, inDays(30), Deed.NOTHING));
    }

    @Test
    void isDoubtedForFourteenDaysOnceItsOwnerIsTold() {
        var step = SiteStanding.FIRM.after(Sight.NO_PROOF, NOW, TIMES);

        assertThat(step.deed()).isEqualTo(Deed.TELL_OWNER);
        assertThat(step.standing().lostAt()).contains(inDays(14));
        assertThat(step.lookAt()).isEqualTo(inDays(1));
    }

    @Test
    void isLostWhenItsProofIsStillGoneThenAndNotBefore() {
        assertThat(told().after(Sight.NO_PROOF, inDays(13), TIMES).deed()).isEqualTo(Deed.NOTHING);
        assertThat(told().after(Sight.NO_PROOF, inDays(14), TIMES).deed()).isEqualTo(Deed.END_CLAIM);
    }

    @Test
    void isNotLostWhileNothingAnswers() {
        var step = told().after(Sight.SILENCE, inDays(20), TIMES);

        assertThat(step.deed()).isEqualTo(Deed.NOTHING);
        assertThat(step.standing().lostAt()).contains(inDays(14));
    }

    @Test
    void isNotDoubtedBecauseOfALittleSilence() {
        var silent = SiteStanding.FIRM.after(Sight.SILENCE, NOW, TIMES);
        var step = silent.standing().after(Sight.SILENCE, inDays(89), TIMES);

        assertThat(silent.standing().silentSince()).contains(NOW);
        assertThat(step.deed()).isEqualTo(Deed.NOTHING);
        assertThat(step.standing()).isEqualTo(silent.standing());
    }

    @Test
    void isDoubtedAfterNinetyDaysOfSilenceAndLostFourteenDaysLater() {
        var silent = new SiteStanding(Optional.of(NOW), Optional.empty());
        var step = silent.after(Sight.SILENCE, inDays(90), TIMES);

        assertThat(step.deed()).isEqualTo(Deed.TELL_OWNER);
        assertThat(step.standing().lostAt()).contains(inDays(104));
        assertThat(step.standing().after(Sight.SILENCE, inDays(104), TIMES).deed())
                .isEqualTo(Deed.END_CLAIM);
    }

    @Test
    void countsSilenceAnewAfterAnAnswer() {
        var silent = new SiteStanding(Optional.of(NOW), Optional.empty());
        var answered = silent.after(Sight.NO_PROOF, inDays(80), TIMES).standing();

        assertThat(answered.after(Sight.SILENCE, inDays(100), TIMES).deed()).isEqualTo(Deed.NOTHING);
    }

    private static SiteStanding told() {
        return new SiteStanding(Optional.empty(), Optional.of(inDays(14)));
    }

    private static Instant inDays(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
