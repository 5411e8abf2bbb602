package org.dashdot.notification;

/** A channel for tests, which sends nothing. */
class Pigeon implements NotificationChannel {

  @Override
  public String name() {
    return "pigeon";
  }

  @Override
  public ContactKind kind() {
    return ContactKind.MAIL;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public boolean reaches(String address) {
    return address != null;
  }

  @Override
  public void send(Message message) {}
}
