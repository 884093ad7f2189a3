package org.obolus.mainjob;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.obolus.testing.WordPressProcess;

/** The block editor of a blog, as somebody who is logged in there uses it: one post at a time is open in it. */
record BlockEditor(Page desk, WordPressProcess wordpress) {

    /** Answers the address of the post. */
    String publish(String title) {
        write(title);
        return publish();
    }

    /** A post that is not saved yet. */
    void write(String title) {
        open("post-new.php");
        desk.frameLocator("iframe[name=editor-canvas]")
                .locator("h1.wp-block-post-title")
                .click();
        desk.keyboard().type(title);
        desk.keyboard().press("Enter");
        desk.keyboard().type("Flour, water, salt.");
    }

    /** Opens the post that is open once more. */
    void openAgain() {
        open("post.php?action=edit&post=" + desk.evaluate("wp.data.select('core/editor').getCurrentPostId()"));
    }

    private void open(String page) {
        desk.navigate(wordpress.address("/wp-admin/" + page));
        desk.waitForFunction("window.wp?.data?.select('core/editor')?.getCurrentPostId?.()");
        desk.evaluate("""
                () => {
                  wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
                  wp.data.dispatch('core/preferences').set('core', 'enableChoosePatternModal', false);
                }""");
    }

    /** A field of the plugin's box beside the post. */
    Locator box(String field) {
        desk.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Post").setExact(true))
                .click();
        return desk.locator("#obolus [name='obolus[" + field + "]']");
    }

    /** Answers the address of the post. */
    String publish() {
        desk.locator("button.editor-post-publish-panel__toggle, button.editor-post-publish-button__button")
                .first()
                .click();
        desk.locator(".editor-post-publish-panel button.editor-post-publish-button")
                .click();
        awaitSaved();
        return (String) desk.evaluate("wp.data.select('core/editor').getCurrentPost().link");
    }

    void save() {
        desk.locator("button.editor-post-publish-button").click();
        desk.locator(".components-snackbar").getByText("Post updated.").waitFor();
        awaitSaved();
    }

    /** The boxes are sent after the post itself. */
    private void awaitSaved() {
        desk.waitForFunction("""
                wp.data.select('core/editor').isCurrentPostPublished()
                  && !wp.data.select('core/editor').isSavingPost()
                  && !wp.data.select('core/edit-post').isSavingMetaBoxes()""");
    }
}
