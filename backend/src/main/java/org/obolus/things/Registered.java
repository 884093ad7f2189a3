package org.obolus.things;

/** What came of registering: the thing, whether it is new and its registrant's, and why its page was not read. */
public record Registered(Thing thing, boolean isNew, boolean owned, String failure) {

    /** What to do to own it, for whoever does not. */
    public String sentence(String username) {
        if (owned) {
            return "This thing is yours.";
        }
        if (thing.isAssigned()) {
            return "This thing is not yours. " + thing.givenAway();
        }
        if (thing.isByMail()) {
            return "Its texts are its owner's to set. If that is you, claim it with an account here that has confirmed the"
                    + " address.";
        }
        if (thing.isOfAPerson()) {
            return "Its texts are its owner's to set. If that is you, claim it by logging in with " + thing.maker()
                    + ".";
        }
        var proof = "Its texts are its owner's to set. If that is you, prove "
                + thing.url().site()
                + " under /api/v1/sites, or name yourself in the page's head and register it again: "
                + "<meta name=\"obolus:account\" content=\"" + username + "\">.";
        return failure.isEmpty() ? "The page does not name you. " + proof : failure + " " + proof;
    }
}
