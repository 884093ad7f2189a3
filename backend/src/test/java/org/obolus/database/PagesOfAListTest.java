package org.obolus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.problems.Unacceptable;

class PagesOfAListTest {

    @Test
    void haveThirtyEntriesUnlessSomebodyWantsOthers() {
        assertThat(PageWish.of(null, null).limit()).isEqualTo(30);
        assertThat(PageWish.of("100", null).rows()).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.5", "x", "", "99999999999999999999"})
    void haveOneToAHundredEntries(String limit) {
        assertThatThrownBy(() -> PageWish.of(limit, null)).isInstanceOf(Unacceptable.Invalid.class);
    }

    @Test
    void endWhereThereIsNothingMore() {
        var page = Page.of(List.of(3L, 2L), PageWish.of("2", null), Cursor::after);

        assertThat(page.items()).containsExactly(3L, 2L);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void goOnAfterTheirLastEntry() {
        var page = Page.of(List.of(3L, 2L, 1L), PageWish.of("2", null), Cursor::after);

        assertThat(page.items()).containsExactly(3L, 2L);
        assertThat(page.next()).contains(Cursor.after(2L));
    }

    @Test
    void areNamedByCursorsThatReadBack() {
        var cursor = Cursor.of(Cursor.after("2026-11", 4711, "ü~.").toString());

        assertThat(cursor.text(0)).isEqualTo("2026-11");
        assertThat(cursor.number(1)).isEqualTo(4711);
        assertThat(cursor.text(2)).isEqualTo("ü~.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YQ", "%%%", "AAAA"})
    void areNotNamedByAnythingElse(String written) {
        assertThatThrownBy(() -> PageWish.of(null, written).before()).isInstanceOf(Unacceptable.Invalid.class);
        assertThatThrownBy(() -> Cursor.of(written).text(1)).isInstanceOf(Unacceptable.Invalid.class);
    }
}
