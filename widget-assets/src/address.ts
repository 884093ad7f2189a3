/** The whole address of something on the web, every part of it; without one it is that of the page. */
export function addressOnTheWeb(address: string, page: string): string | undefined {
  try {
    const { href } = new URL(address, page);
    return /^https?:/.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}
