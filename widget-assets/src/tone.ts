/** Whether the page is dark here, which no media query knows: it may be dark by day. Light text means that it is. */
export function standsOnDark(element: Element): boolean {
  return isLight(getComputedStyle(element).color);
}

/** Whether people see the colour as rather light, in every notation that browsers answer with. */
export function isLight(color: string): boolean {
  const [first = 0, second = 0] = color.match(/[\d.]+/g) as unknown as number[];
  // Green carries most of the light; the newer notations begin with the lightness.
  return color.startsWith('r') ? second > 127 : first > (color.startsWith('l') ? 50 : 0.5);
}
