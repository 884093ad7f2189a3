package org.obolus.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.obolus.money.Money;

/** Amounts and dates as people read them. */
@Named("written")
@ApplicationScoped
public class Written {

    private static final String SITE = "site:";
    private static final int CENTS = 2;
    private static final int MICROS = 6;
    private static final Money ONE_CENT = Money.ofCents(1);
    private static final Locale LOCALE = Locale.ENGLISH;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", LOCALE);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", LOCALE);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", LOCALE);

    private final Currency currency;

    Written(WebConfig config) {
        this.currency = Currency.getInstance(config.currency());
    }

    /** To the cent, rounded down: {@code €5.00}. What is there but less than a cent is not shown as nothing. */
    public String cents(Money amount) {
        return amount.isPositive() && amount.compareTo(ONE_CENT) < 0
                ? "under " + format(ONE_CENT, CENTS)
                : format(amount, CENTS);
    }

    /** To the micro, as statements have it: {@code €0.666667}. */
    public String micros(Money amount) {
        return format(amount, MICROS);
    }

    /** {@code 10 December}. */
    public String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 10 December}, in the calendar of the accounting period. */
    public String day(Instant instant) {
        return day(date(instant));
    }

    /** {@code 10 December 2026}. */
    public String dayAndYear(LocalDate date) {
        return DAY_AND_YEAR.format(date);
    }

    /** {@code 10 December 2026}, in the calendar of the accounting period. */
    public String dayAndYear(Instant instant) {
        return dayAndYear(date(instant));
    }

    /** {@code 14:05}, in UTC; to be followed by that word, for nobody guesses it. */
    public String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** {@code December 2026}. */
    public String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** A receiver as people name it: a username as it is, a site by its host, in its own script where that is safe. */
    public String identity(String name) {
        return name.startsWith(SITE) ? HostDisplay.of(name.substring(SITE.length())) : name;
    }

    /** A host in its own script where that is safe. */
    public String host(String name) {
        return HostDisplay.of(name);
    }

    private String format(Money amount, int decimals) {
        var format = NumberFormat.getCurrencyInstance(LOCALE);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(new BigDecimal(amount.toString()));
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
