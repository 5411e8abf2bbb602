package org.dashdot.signal;

import org.dashdot.shared.Settings;

/** Identity under given settings, for tests of other rooms. */
public final class Identities {

  private Identities() {}

  public static Identity with(Settings settings) {
    Identity identity = new Identity();
    identity.settings = settings;
    return identity;
  }
}
