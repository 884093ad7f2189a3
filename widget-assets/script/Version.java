import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** Puts a script beside its evergreen self under a name that carries its hash, and says which in its folder. */
class Version {

    private static final int BYTES_IN_NAME = 8;

    public static void main(String[] scripts) throws Exception {
        var evergreen = Path.of(scripts[0]);
        var name = evergreen.getFileName().toString().replace(".js", "");
        var script = Files.readAllBytes(evergreen);
        var digest = MessageDigest.getInstance("SHA-384").digest(script);
        var path = name + "-" + HexFormat.of().formatHex(digest, 0, BYTES_IN_NAME) + ".js";
        Files.write(evergreen.resolveSibling(path), script);
        Files.writeString(Files.createDirectories(evergreen.resolveSibling(name)).resolve("version.json"), """
                {"path": "/%s", "integrity": "sha384-%s"}
                """.formatted(path, Base64.getEncoder().encodeToString(digest)));
    }
}
