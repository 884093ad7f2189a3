/** One of the equal slices of a coin around 0,0, pointing up, as an SVG path. */
export function slice(radius: number, slices: number): string {
  const x = radius * Math.sin(Math.PI / slices);
  const y = radius * Math.cos(Math.PI / slices);
  return `M0 0L${-x} ${-y}A${radius} ${radius} 0 0 1 ${x} ${-y}Z`;
}
