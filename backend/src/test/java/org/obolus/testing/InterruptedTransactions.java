package org.obolus.testing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.Query;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.obolus.database.Transactions;

/** A server that dies right after its n-th statement: what it had not committed is gone. */
public final class InterruptedTransactions extends Transactions {

    private final AtomicInteger left;

    public InterruptedTransactions(Pool pool, int statements) {
        super(pool);
        left = new AtomicInteger(statements);
    }

    /** The server is gone. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public boolean wasKilled() {
        return left.get() < 0;
    }

    @Override
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return super.run(connection -> work.apply(mortal(connection)).invoke(this::liveOn));
    }

    @Override
    public <T> Uni<T> read(Function<SqlConnection, Uni<T>> work) {
        return super.read(connection -> work.apply(mortal(connection)));
    }

    private void liveOn() {
        if (left.get() < 0) {
            throw new Killed();
        }
    }

    private SqlConnection mortal(SqlConnection connection) {
        return SqlConnection.newInstance(wrap(io.vertx.sqlclient.SqlConnection.class, connection.getDelegate()));
    }

    private <T> T wrap(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            var last = arguments == null ? -1 : arguments.length - 1;
            if (method.getName().equals("execute") && last >= 0 && arguments[last] instanceof Handler<?> answer) {
                arguments[last] = mortal(answer);
            }
            try {
                var result = method.invoke(target, arguments);
                return result instanceof Query<?> query ? wrap(method.getReturnType(), query) : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The statement has run; its server may not live to see the answer. */
    @SuppressWarnings("unchecked")
    private Handler<AsyncResult<Object>> mortal(Handler<?> answer) {
        var alive = (Handler<AsyncResult<Object>>) answer;
        return done -> alive.handle(left.decrementAndGet() < 0 ? Future.failedFuture(new Killed()) : done);
    }
}
