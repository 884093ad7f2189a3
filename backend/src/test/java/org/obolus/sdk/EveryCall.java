package org.obolus.sdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.obolus.client.AccountId;
import org.obolus.client.AssignmentId;
import org.obolus.client.Category;
import org.obolus.client.DepositId;
import org.obolus.client.Flattrable;
import org.obolus.client.HookChange;
import org.obolus.client.HookId;
import org.obolus.client.IdempotencyKey;
import org.obolus.client.Money;
import org.obolus.client.NewAssignment;
import org.obolus.client.ObolusClient;
import org.obolus.client.ProfileChange;
import org.obolus.client.Search;
import org.obolus.client.SiteHost;
import org.obolus.client.Subscription;
import org.obolus.client.Thing;
import org.obolus.client.ThingChange;
import org.obolus.client.ThingId;

/** Every method of every service of the client, with something for each of its parameters. */
record EveryCall(Method service, Method method) {

    private static final URI PAGE = URI.create("https://blog.example/bread?a=b&c=d#e");
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(ThingId.class, new ThingId(5)),
            Map.entry(AccountId.class, new AccountId(7)),
            Map.entry(HookId.class, new HookId(8)),
            Map.entry(AssignmentId.class, new AssignmentId(10)),
            Map.entry(
                    NewAssignment.class, NewAssignment.ofAuthor("anna", "anna").from(LocalDate.of(2026, 12, 31))),
            Map.entry(HookChange.class, hookChange()),
            Map.entry(long.class, 3L),
            Map.entry(DepositId.class, new DepositId(9)),
            Map.entry(Thing.class, thing()),
            Map.entry(URI.class, PAGE),
            Map.entry(Money.class, Money.of("5.00")),
            Map.entry(YearMonth.class, YearMonth.of(2026, 11)),
            Map.entry(String.class, "a text"),
            Map.entry(SiteHost.class, new SiteHost("blog.example:8080")),
            Map.entry(IdempotencyKey.class, new IdempotencyKey("key")),
            Map.entry(Subscription.Term.class, Subscription.Term.SIX_MONTHS),
            Map.entry(Flattrable.class, flattrable()),
            Map.entry(ThingChange.class, change()),
            Map.entry(ProfileChange.class, profile()),
            Map.entry(Search.class, search()),
            Map.entry(byte[].class, new byte[] {(byte) 0x89, 'P', 'N', 'G'}));

    /** OAuth has documents of its own. */
    private static final Set<String> BESIDE_THE_API = Set.of("apps");

    private static final Map<String, Object> LISTS = Map.of(
            URI.class.getName(), List.of(PAGE, PAGE),
            String.class.getName(), List.of("thing.flattred", "deposit.*"),
            ThingId.class.getName(), List.of(new ThingId(5), new ThingId(6)),
            Flattrable.class.getName(), List.of(flattrable(), Flattrable.at(PAGE)));

    static List<EveryCall> all() {
        return methods(ObolusClient.class)
                .filter(service -> Modifier.isFinal(service.getReturnType().getModifiers()))
                .filter(service -> service.getParameterCount() == 0)
                .filter(service -> !service.getName().equals("async")
                        && !service.getReturnType().isRecord())
                .filter(service -> service.getReturnType().getPackage() == ObolusClient.class.getPackage())
                .filter(service -> !BESIDE_THE_API.contains(service.getName()))
                .flatMap(service -> methods(service.getReturnType()).map(method -> new EveryCall(service, method)))
                .toList();
    }

    Type answer() {
        return method.getGenericReturnType();
    }

    /** Those that answer nothing, a part, or what they put together from many answers, have no shape to compare. */
    boolean answersAsDocumented() {
        return answer() != void.class
                && answer() != long.class
                && !method.getName().equals("byIds");
    }

    /** Streams are walked to their end. */
    Object on(ObolusClient client) {
        var arguments = Arrays.stream(method.getGenericParameterTypes())
                .map(EveryCall::argument)
                .toArray();
        try {
            var answer = method.invoke(service.invoke(client), arguments);
            return answer instanceof Stream<?> stream ? stream.toList() : answer;
        } catch (InvocationTargetException failed) {
            throw new AssertionError(this + " failed", failed.getCause());
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    private static Object argument(Type type) {
        var found = type instanceof ParameterizedType list
                ? LISTS.get(list.getActualTypeArguments()[0].getTypeName())
                : ARGUMENTS.get(type);
        return Optional.ofNullable(found)
                .orElseThrow(() -> new AssertionError("There is nothing to give for " + type + "."));
    }

    @Override
    public String toString() {
        return service.getName() + "()." + method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type)
                .filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    private static Flattrable flattrable() {
        return Flattrable.at(PAGE)
                .titled("Bread that waits")
                .described("Flour, water, salt.")
                .of(Category.TEXT)
                .in("en_GB")
                .tagged("bread", "baking")
                .hide();
    }

    private static ThingChange change() {
        return ThingChange.none()
                .titled("Bread that waits")
                .described("Flour, water, salt.")
                .of(Category.TEXT)
                .in("en_GB")
                .tagged("bread", "baking")
                .hidden(false);
    }

    private static HookChange hookChange() {
        return HookChange.none().url(PAGE).events("deposit.*").enabled(true);
    }

    private static ProfileChange profile() {
        return ProfileChange.none()
                .firstName("Alice")
                .lastName("Baker")
                .about("Bakes")
                .city("Bern")
                .country("Switzerland")
                .url(Optional.of(PAGE))
                .showsProfile(true)
                .showsGiven(true)
                .showsReceived(false);
    }

    private static Search search() {
        return Search.everything()
                .containing("bread")
                .tagged("bread | baking")
                .at(PAGE)
                .in("en_GB", "de_DE")
                .of(Category.TEXT, Category.AUDIO)
                .by("alice")
                .sorted(Search.Order.FLATTRS_WEEK);
    }

    private static Thing thing() {
        return new Thing(
                new ThingId(5),
                PAGE,
                Optional.empty(),
                Optional.empty(),
                Category.TEXT,
                Optional.empty(),
                List.of(),
                false,
                "site:blog.example",
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
