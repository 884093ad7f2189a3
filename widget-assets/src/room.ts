/** How far something has to move so that it begins between nought and the last place where it is seen whole. */
export function inside(from: number, last: number): number {
  return Math.max(0, Math.min(from, last)) - from;
}
