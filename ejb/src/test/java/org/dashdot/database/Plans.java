package org.dashdot.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Listens to what is asked of a database and lets it explain how it would answer. */
final class Plans {

  /** Tables of which nothing is ever deleted; the others stay small. */
  private static final Pattern SCAN =
      Pattern.compile(
          "(?i)(?:seq scan on (?:ticket|ticket_term|imperfection|ticket_imperfection|timeline_entry"
              + "|notification|raw_payload|lifecycle_message|automation_review)\\b"
              + "|public\"?\\.\"?(?:ticket|ticket_term|imperfection|ticket_imperfection|timeline_entry"
              + "|notification|raw_payload|lifecycle_message|automation_review)\"?\\.tableScan)");

  /** The first so many of very many rows that fit, whichever they are, cost what is asked for. */
  private static final Pattern FIRST_ROWS =
      Pattern.compile(
          "Limit[^\\n]*\\n\\s*->\\s*Seq Scan[^\\n]*rows=\\d{5,} [^\\n]*(?:\\n\\s*Filter:[^\\n]*)?\\n?");

  private final DataSource dataSource;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  Plans(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  private record Asked(String sql, Map<Integer, Object[]> parameters) {}

  /** The data source to give to what is watched. */
  DataSource watched() {
    return proxy(
        DataSource.class,
        dataSource,
        (method, arguments, result) ->
            result instanceof Connection connection ? watched(connection) : result);
  }

  void forget() {
    asked.clear();
  }

  List<String> scans() {
    List<String> scans = new ArrayList<>();
    for (Asked one : asked) {
      String plan = explain(one);
      if (SCAN.matcher(plan).find() && !FIRST_ROWS.matcher(plan).matches()) {
        scans.add(one.sql() + "\n" + plan);
      }
    }
    return scans;
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, arguments, result) -> {
          if (!method.getName().equals("prepareStatement")) {
            return result;
          }
          Asked one = new Asked((String) arguments[0], new TreeMap<>());
          return watched((PreparedStatement) result, one);
        });
  }

  private PreparedStatement watched(PreparedStatement statement, Asked one) {
    return proxy(
        PreparedStatement.class,
        statement,
        (method, arguments, result) -> {
          if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
            one.parameters().put((Integer) arguments[0], call(method, arguments));
          } else if (method.getName().startsWith("execute")
              && !one.sql().startsWith("insert")
              && !one.sql().startsWith("call")) {
            asked.add(one);
          }
          return result;
        });
  }

  private static Object[] call(Method method, Object[] arguments) {
    return new Object[] {method, arguments};
  }

  private String explain(Asked one) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("explain " + one.sql())) {
      for (Object[] call : one.parameters().values()) {
        ((Method) call[0]).invoke(statement, (Object[]) call[1]);
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = statement.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    } catch (SQLException | ReflectiveOperationException e) {
      throw new IllegalStateException("No plan for " + one.sql(), e);
    }
  }

  private interface After {
    Object called(Method method, Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return after.called(method, arguments, method.invoke(target, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
