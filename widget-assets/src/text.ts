/** The text of a piece of HTML: tags gone, `<br>` a line break, other white space as a browser shows it. */
export function plain(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** A text between two lengths: cut when longer, nothing when too short to be accepted. */
export function within(least: number, most: number, text: string): string {
  // Whole characters are counted, so that no emoji is cut in half.
  const characters = Array.from(text);
  return characters.length < least ? '' : characters.slice(0, most).join('').trim();
}
