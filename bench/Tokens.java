import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes personal tokens for the accounts 1 to N of a benchmark's own database, signed with that database's key, because
 * asking the API for hundreds of thousands would take longer than what is measured.
 *
 * <p>usage: java Tokens.java ISSUER KEY_ID SECRET_HEX EXPIRES_AT N FILE [SCOPE]
 */
final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var issuer = arguments[0];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(arguments[2]), "HmacSHA256"));
        var header = encoded("{\"typ\":\"api+jwt\",\"kid\":\"" + arguments[1] + "\",\"alg\":\"HS256\"}");
        var issuedAt = Long.parseLong(arguments[3]) - 86_400;
        var scope = arguments.length > 6 ? arguments[6] : "flattr";
        try (var out = Files.newBufferedWriter(Path.of(arguments[5]))) {
            for (long account = 1; account <= Long.parseLong(arguments[4]); account++) {
                write(out, mac, header + "." + encoded(claims(issuer, issuedAt, arguments[3], account, scope)));
            }
        }
    }

    private static String claims(String issuer, long issuedAt, String expiresAt, long account, String scope) {
        return "{\"iss\":\"" + issuer + "\",\"aud\":\"api\",\"sub\":\"" + account + "\",\"upn\":\"person-" + account
                + "\",\"jti\":\"" + new UUID(0x4000L, 0x8000000000000000L | account) + "\",\"scope\":\"" + scope
                + "\",\"iat\":" + issuedAt + ",\"exp\":" + expiresAt + "}";
    }

    private static void write(BufferedWriter out, Mac mac, String signed) throws IOException {
        out.write(signed);
        out.write('.');
        out.write(BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
        out.write('\n');
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
