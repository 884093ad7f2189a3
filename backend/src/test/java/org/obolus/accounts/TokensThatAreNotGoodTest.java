package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;

@QuarkusTest
class TokensThatAreNotGoodTest {

    @Inject
    People people;

    @Inject
    SigningKeys keys;

    @Inject
    Clock clock;

    @ConfigProperty(name = "obolus.url")
    String issuer;

    private Person alice;
    private JwtClaims claims;
    private JsonWebSignature signature;

    /** A token as the server itself would make it; each test spoils one thing. */
    @BeforeEach
    void startWithAGoodOne() {
        alice = people.person("alice");
        claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("api");
        claims.setSubject(Long.toString(alice.id()));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setClaim("upn", alice.username());
        claims.setClaim("scope", "flattr");
        claims.setIssuedAt(NumericDate.fromMilliseconds(clock.millis()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(
                clock.instant().plus(Duration.ofHours(1)).toEpochMilli()));
        signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "api+jwt");
        signature.setKeyIdHeaderValue(keys.newest().id());
        signature.setKey(keys.newest().secret());
    }

    @Test
    void areOnlyThose() throws JoseException {
        assertThat(status(signed())).isEqualTo(200);
    }

    @Test
    void areNotThoseOfAServerWhoseClockIsAhead() throws JoseException {
        claims.setIssuedAt(
                NumericDate.fromMilliseconds(clock.instant().plusSeconds(5).toEpochMilli()));

        assertThat(status(signed())).isEqualTo(200);
    }

    @Test
    void areThoseOfAnotherIssuer() throws JoseException {
        claims.setIssuer("https://evil.example");

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseForAnotherUse() throws JoseException {
        claims.setAudience("session");

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseOfAnotherType() throws JoseException {
        signature.setHeader("typ", "JWT");

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseOfAnotherUseEvenAfterTheyWereGoodForTheirOwn() throws JoseException {
        var token = signed();
        assertThat(status(token)).isEqualTo(200);

        given().cookie("obolus", token).get("/api/v1/flattrs").then().statusCode(401);
    }

    @Test
    void areThoseThatExpireAfterTheyWereGood() throws JoseException {
        claims.setExpirationTime(
                NumericDate.fromMilliseconds(clock.instant().plusSeconds(2).toEpochMilli()));
        var token = signed();
        assertThat(status(token)).isEqualTo(200);

        Eventually.holds("the token is refused", () -> status(token) == 401);
    }

    @Test
    void areThoseThatNeverExpire() throws JoseException {
        claims.unsetClaim("exp");

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseThatExpired() {
        var past = clock.instant().minusSeconds(1);
        var expired = people.begin(new Grant(
                UUID.randomUUID(),
                new AccountId(alice.id()),
                alice.username(),
                Grant.Kind.PERSONAL,
                Set.of(Scope.FLATTR),
                past));

        assertThat(status(expired)).isEqualTo(401);
    }

    @Test
    void areThoseWithoutASignature() throws JoseException {
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        signature.setKey(null);

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseSignedWithAnotherAlgorithmUnderTheSameKey() throws JoseException {
        var longer = new byte[64];
        var secret = keys.newest().secret().getEncoded();
        System.arraycopy(secret, 0, longer, 0, secret.length);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA512);
        signature.setKey(new SecretKeySpec(longer, "HmacSHA512"));

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseSignedWithAKeyOfTheirOwn() throws JoseException, NoSuchAlgorithmException {
        var own = rsa();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(own.getPrivate());
        signature.setJwkHeader(new RsaJsonWebKey((java.security.interfaces.RSAPublicKey) own.getPublic()));

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseSignedWithAPublicKeyAsIfItWereASecret() throws JoseException, NoSuchAlgorithmException {
        signature.setKey(new SecretKeySpec(rsa().getPublic().getEncoded(), "HmacSHA256"));

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseOfAnUnknownKey() throws JoseException {
        signature.setKeyIdHeaderValue("0");

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseWithAKeyThatIsNoText() throws JoseException {
        signature.setHeader("kid", 7L);

        assertThat(status(signed())).isEqualTo(401);
    }

    @Test
    void areThoseThatWereChanged() throws JoseException {
        var good = signed();
        var dot = good.lastIndexOf('.');
        var last = good.charAt(dot + 1) == 'A' ? 'B' : 'A';

        var changed = good.substring(0, dot + 1) + last + good.substring(dot + 2);

        assertThat(status(changed)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.", "null", "eyJhbGciOiJIUzI1NiJ9.e30", "a.b.c.d.e", "%00"})
    void areThoseThatAreNone(String garbage) {
        assertThat(status(garbage)).isEqualTo(401);
    }

    @Test
    void areThoseOfABrowserWhenSentByAProgram() {
        assertThat(status(session())).isEqualTo(401);
    }

    @Test
    void areThoseOfAProgramWhenSentByABrowser() {
        var answer = Newcomer.browser(alice.token()).get("/api/v1/account");

        answer.then().statusCode(401);
    }

    @Test
    void areThoseOfABrowserOnlyElsewhere() {
        Newcomer.browser(session()).get("/api/v1/account").then().statusCode(200);
    }

    @Test
    void areRefusedInASentence() {
        var answer = given().header("Authorization", "Bearer nonsense").get("/api/v1/account");

        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("type", equalTo("/problems/unauthorized"))
                .body("detail", containsString("expired, ended, or was made for something else"));
    }

    @Test
    void areThoseOfOtherSchemes() {
        var answer = given().header("Authorization", "Basic " + alice.token()).get("/api/v1/account");

        answer.then().statusCode(401);
    }

    private String session() {
        return people.begin(new Grant(
                UUID.randomUUID(),
                new AccountId(alice.id()),
                alice.username(),
                Grant.Kind.BROWSER,
                Set.of(Scope.values()),
                clock.instant().plusSeconds(60)));
    }

    private String signed() throws JoseException {
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/account")
                .statusCode();
    }

    private static KeyPair rsa() throws NoSuchAlgorithmException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
