/** Whether what lies behind the element is dark, which no media query knows: it may be a dark page read by day. */
export function standsOnDark(element: Element): boolean {
  let behind: Element | undefined = element;
  while ((behind = around(behind))) {
    const lightness = lightnessOf(getComputedStyle(behind).backgroundColor);
    if (lightness !== undefined) {
      return lightness < 0.5;
    }
  }
  return matchMedia('(prefers-color-scheme:dark)').matches && /dark/.test(getComputedStyle(element).colorScheme);
}

function around(element: Element): Element | undefined {
  return element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
}

/** From 0 to 1, about as people see it; nothing when one sees through the colour. */
export function lightnessOf(color: string): number | undefined {
  const [first = 0, second = 0, , alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (alpha < 0.5) {
    return undefined;
  }
  // Green carries most of the light; the newer notations begin with the lightness.
  return color.startsWith('rgb') ? second / 255 : color.startsWith('l') ? first / 100 : first;
}
