/** The text of a piece of HTML, cut when it is longer: tags gone, `<br>` a line break, other white space one space. */
export function plain(html: string, most: number): string {
  const text = html
    .replace(/\s+/g, ' ')
    .replace(/ ?<br[^>]*> ?/gi, '\n')
    .replace(/<[a-z/!][^>]*>/gi, '')
    .trim();
  // Whole characters are counted, so that no emoji is cut in half.
  return Array.from(text).slice(0, most).join('');
}
