package org.obolus.social;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

import java.util.HashMap;
import java.util.Map;
import org.obolus.budgets.Budget;
import org.obolus.problems.ProblemType;

/** Why each refusal happens and what to do about it, in words for people. */
final class Advice {

    private static final Map<ProblemType, String> UNREADABLE = ofEntries(
            entry(
                    ProblemType.MALFORMED,
                    "The request breaks off, is not JSON, or has a value of the wrong type."
                            + " The sentence in the answer says where. Correct it and send it again."),
            entry(
                    ProblemType.NOT_FOUND,
                    "Nothing is known under this address or number. Check it for missing or"
                            + " surplus characters; what was hidden by its maker is not shown either."),
            entry(
                    ProblemType.METHOD_NOT_ALLOWED,
                    "The address exists, but not for this HTTP method. The API's"
                            + " documentation names the methods of each address."),
            entry(
                    ProblemType.NOT_ACCEPTABLE,
                    "The Accept header asks for a format that this address does not have."
                            + " Ask for application/json, or for text/html on pages."),
            entry(ProblemType.TOO_LARGE, "The request is longer than this server reads. Send less at once."),
            entry(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body came in a format that is not read here. Send JSON and"
                            + " say so with Content-Type: application/json."),
            entry(
                    ProblemType.INVALID,
                    "The request was understood, but one value in it cannot be used. The answer"
                            + " names the field and says what it may hold."),
            entry(
                    ProblemType.TOO_MANY_REQUESTS,
                    "More came in than the limit allows. Wait for the seconds that"
                            + " Retry-After names, then go on. Nothing was lost."),
            entry(
                    ProblemType.INTERNAL,
                    "The fault is on this side. It is written down under the id in the answer;"
                            + " tell the operator that id. A request with an Idempotency-Key can be repeated safely."),
            entry(
                    ProblemType.OVERLOADED,
                    "The server has more to do than it can. Nothing of this request was"
                            + " counted. Try again after the seconds that Retry-After names."));

    private static final Map<ProblemType, String> PEOPLE = ofEntries(
            entry(
                    ProblemType.UNAUTHORIZED,
                    "This is only for people who are logged in. Log in, or send a valid token."
                            + " A token may have expired or its session may have ended."),
            entry(
                    ProblemType.INSUFFICIENT_SCOPE,
                    "The token is valid but was made for less than this. Make one in"
                            + " your dashboard that includes the scope named in the answer."),
            entry(
                    ProblemType.FORBIDDEN,
                    "It belongs to somebody else, or needs a role that you do not have." + " Nothing was changed."),
            entry(
                    ProblemType.CROSS_SITE,
                    "A page of another site, or a program that uses a cookie, tried to act in"
                            + " your name. Nothing was done. Do it on the page here; programs use an API token."),
            entry(
                    ProblemType.WRONG_PASSWORD,
                    "The name and the password do not belong together. Check both, or let"
                            + " the log-in page send you a link for a new password."),
            entry(ProblemType.USERNAME_TAKEN, "Somebody already has this name. Choose another one."),
            entry(
                    ProblemType.LINK_SPENT,
                    "Links in our mails work once and for a limited time. Ask for a new one"
                            + " where you asked for this one."),
            entry(
                    ProblemType.TOO_MANY_TOKENS,
                    "An account has only so many tokens at a time. End those that are no"
                            + " longer used on your account page, then make the new one."),
            entry(
                    ProblemType.UNCONFIRMED,
                    "First open the link in the mail that we sent to you. If it did not"
                            + " arrive, log in and let it be sent again."));

    private static final Map<ProblemType, String> THINGS = ofEntries(
            entry(
                    ProblemType.NOT_A_THING_URL,
                    "Only addresses of web pages can be flattred: they begin with http://"
                            + " or https:// and name a host."),
            entry(
                    ProblemType.THING_OWNER,
                    "Only its owner can do this, and an own thing cannot be subscribed to."
                            + " If it should be yours, prove your site in the dashboard."),
            entry(
                    ProblemType.PROOF_NOT_FOUND,
                    "We looked at your site and did not find a proof of yours. Put one"
                            + " in place exactly as shown, see that it is public, and try again. Name servers may take hours"
                            + " until they tell of a new TXT record."),
            entry(
                    ProblemType.OWNED_BY_ANOTHER,
                    "Another account has proven this already. If it is really yours,"
                            + " a stronger proof of your own, or any once theirs is gone, opens a contest that decides."),
            entry(
                    ProblemType.CONTESTED,
                    "Two accounts say that this is theirs. Until that is decided its money is"
                            + " held and nothing is lost."),
            entry(
                    ProblemType.ASSIGNED_ALREADY,
                    "The site's owner has given or offered these pages to somebody. End that first,"
                            + " under your sites, and then offer them anew."),
            entry(
                    ProblemType.TOO_MANY_ASSIGNMENTS,
                    "A site's pages can be given away by a limited number of rules, and a person can"
                            + " have a limited number of open offers. Give a whole path or author, or end some. What apps"
                            + " propose waits for the owner's word, and only so much of it can wait."),
            entry(
                    ProblemType.UNREACHABLE,
                    "The site did not answer in time or not with a page. Check that it can be"
                            + " reached from outside, then try again."),
            entry(
                    ProblemType.ADDRESS_REFUSED,
                    "The address leads into a private network or to another host, and such"
                            + " addresses are not fetched. Use the public address of the page."),
            entry(
                    ProblemType.LOG_IN_FAILED,
                    "Who you are on the other platform could not be found out: you said no there, the"
                            + " platform did not answer as it should, or the log-in was begun in another browser or is"
                            + " over. Nothing was changed. Begin again on the page for claims."),
            entry(
                    ProblemType.NO_SUCH_PERSON,
                    "The platform knows nobody of that name. Check the spelling, or paste the address"
                            + " of the profile as your browser shows it."),
            entry(
                    ProblemType.WHICH_PLATFORM,
                    "The same name is different people's on different platforms. Write the platform in"
                            + " front, like github:alice, or the server behind, like @alice@social.example."));

    private static final Map<ProblemType, String> GIVING = ofEntries(
            entry(
                    ProblemType.NO_MEANS,
                    "A flattr needs a budget that is set and not paused, and funds above zero."
                            + " Set the budget or top up in your dashboard, then click again."),
            entry(
                    ProblemType.FLATTR_ONCE,
                    "Each thing counts once per person and month. Your first flattr stands;"
                            + " next month you can flattr it again."),
            entry(ProblemType.FLATTR_OWNER, "A flattr is a present, and this thing is yours. Others can flattr it."),
            entry(
                    ProblemType.OPTED_OUT,
                    "Whoever made this has asked not to be flattred. Your budget is shared among"
                            + " your other flattrs."),
            entry(
                    ProblemType.NOT_FLATTRED,
                    "There is no flattr of yours on this thing in the open month, so there is"
                            + " nothing to take back."),
            entry(
                    ProblemType.NOT_CONNECTED,
                    "Nobody has connected this site in this browser, or that has ended. Click the"
                            + " button: its window works all the same and can connect the site again."),
            entry(
                    ProblemType.CONFIRM_IN_WINDOW,
                    "The button was pressed often, or the browser could not tell whether you saw"
                            + " it. Confirm the flattr in the window."),
            entry(
                    ProblemType.FOREIGN_SITE,
                    "A button that is connected on one site flattrs what is on that site, or on"
                            + " another one of the same owner. Open the page itself, or use the window."));

    private static final Map<ProblemType, String> MONEY = ofEntries(
            entry(
                    ProblemType.BUDGET_TOO_SMALL,
                    "A budget is at least " + Budget.LEAST.toCents()
                            + " a month. To give nothing for a while, pause it instead."),
            entry(
                    ProblemType.NO_BUDGET,
                    "Set in your dashboard what you want to give each month. It can be changed" + " at any time."),
            entry(
                    ProblemType.AMOUNT_REFUSED,
                    "The amount is below the least, above the most, or not in whole cents."
                            + " The answer says which amounts can be used."),
            entry(
                    ProblemType.INSUFFICIENT_FUNDS,
                    "The amount is more than there is. Choose a smaller one, or top up" + " first. Nothing was moved."),
            entry(
                    ProblemType.PAYMENT_FAILED,
                    "The payment provider did not carry out the payment. Nothing was"
                            + " booked here. Try again or choose another way to pay."),
            entry(
                    ProblemType.BOOKED_ALREADY,
                    "This movement is in the books already, and each is booked only once."
                            + " There is nothing left to do."),
            entry(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "An Idempotency-Key stands for one request. For a different" + " request use a new key."),
            entry(
                    ProblemType.IDEMPOTENCY_KEY_IN_USE,
                    "The first request with this key has not been answered yet."
                            + " Wait a moment and repeat it unchanged; it has one effect."));

    private static final Map<ProblemType, String> APPS = ofEntries(
            entry(
                    ProblemType.APP_LIMIT,
                    "You let this app give a certain number of flattrs a month, and it has. Raise the"
                            + " number among your apps in the dashboard, or flattr without the app."),
            entry(
                    ProblemType.INVALID_REQUEST,
                    "An app left something out or sent it twice. Its developer finds in the sentence what it is."),
            entry(
                    ProblemType.INVALID_CLIENT,
                    "The app is not known here, or its secret is another one. Its developer can make a new secret."),
            entry(
                    ProblemType.INVALID_GRANT,
                    "A code is good once and for a minute, a refresh token once; both only for the app that got"
                            + " them. When one comes twice, what it stood for ends. Ask the person again."),
            entry(
                    ProblemType.INVALID_SCOPE,
                    "The app asked for a scope that does not exist, that no app is given, or that the person"
                            + " did not allow."),
            entry(
                    ProblemType.UNSUPPORTED_GRANT_TYPE,
                    "Tokens are given for authorization_code and refresh_token, for nothing else."),
            entry(
                    ProblemType.UNSUPPORTED_RESPONSE_TYPE,
                    "Ask with response_type=code. Tokens in addresses, as response_type=token had them, end up in"
                            + " logs and histories, so this server gives none."),
            entry(ProblemType.ACCESS_DENIED, "The person was asked and did not allow it. Nothing is wrong."),
            entry(
                    ProblemType.INVALID_REDIRECT_URI,
                    "People are sent back by https, by http on their own machine, or to an app's own scheme."),
            entry(
                    ProblemType.INVALID_CLIENT_METADATA,
                    "An app that registers itself sends a JSON object with redirect_uris and, if it likes,"
                            + " client_name and token_endpoint_auth_method."),
            entry(ProblemType.TOO_MANY_APPS, "An account has a limited number of apps. Delete one that is not used."));

    private static final Map<ProblemType, String> MONTH_END = ofEntries(
            entry(
                    ProblemType.MONTH_NOT_CLOSED,
                    "This can be done when the month is over. Months are calendar months" + " in UTC."),
            entry(
                    ProblemType.MONTH_SETTLED,
                    "The month's money has been credited and its books are final. What was"
                            + " wrong is put right by a new booking, not by changing old ones."),
            entry(
                    ProblemType.POTS_MOVING,
                    "The month has just ended and the pots are being collected. Try again in" + " a few minutes."));

    private static final Map<ProblemType, String> ALL = all();

    private Advice() {}

    /** The advice, or the most general one for a refusal that nobody has explained yet. */
    static String on(ProblemType type) {
        return ALL.getOrDefault(type, "The sentence in the answer says what to do.");
    }

    static boolean isGivenOn(ProblemType type) {
        return ALL.containsKey(type);
    }

    private static Map<ProblemType, String> all() {
        var all = new HashMap<ProblemType, String>();
        all.putAll(UNREADABLE);
        all.putAll(PEOPLE);
        all.putAll(THINGS);
        all.putAll(GIVING);
        all.putAll(APPS);
        all.putAll(MONEY);
        all.putAll(MONTH_END);
        return Map.copyOf(all);
    }
}
