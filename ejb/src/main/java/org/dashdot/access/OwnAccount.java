package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** What a person does about their own access; nobody else's. */
@Stateless
public class OwnAccount {

  @Inject People people;
  @Inject AccessTokens tokens;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** The tokens of the person's programs, newest first. */
  public List<Administration.TokenRow> tokens(Actor actor) {
    Person person = self(actor);
    return tokens.listed().stream()
        .filter(t -> person.id().equals(t.personId()))
        .map(Administration.TokenRow::of)
        .toList();
  }

  /**
   * Makes a token by which a program may do what this person may.
   *
   * @return the secret, which is shown once
   */
  public String makeToken(String name, Actor actor) {
    Person person = self(actor);
    recency.toAdminister(actor);
    String secret = tokens.api(Administration.tokenName(name), person.id());
    audit.record(actor, "make API token", name, null);
    return secret;
  }

  public void revokeToken(Long id, Actor actor) {
    Person person = self(actor);
    AccessToken token =
        tokens
            .byId(id)
            .filter(t -> person.id().equals(t.personId()))
            .orElseThrow(() -> new Unknown("You have no token " + id));
    token.revoke(clock.instant());
    audit.record(actor, "revoke token", token.name(), null);
  }

  /** Ends every login and token of the person: whoever knew the old password is out. */
  public void changePassword(String old, String fresh, Actor actor) {
    Person person = self(actor);
    if (old == null || !Passwords.matches(old, person.passwordHash())) {
      throw new InvalidInput("old", "This is not your present password.");
    }
    if (!Passwords.strongEnough(fresh)) {
      throw new InvalidInput("fresh", "A password has 10 to 200 characters.");
    }
    person.setPasswordHash(Passwords.hash(fresh));
    tokens.revokeLoginsOf(person.id());
    audit.record(actor, "change own password", person.login(), null);
  }

  private Person self(Actor actor) {
    return people
        .byId(actor.personId() == null ? -1L : actor.personId())
        .orElseThrow(() -> new Unknown("Only a person has an account."));
  }
}
